"""Near misses: rows whose cells are printed in the document, but not on the line that the row
names, or that name none.

Each is told once, with the line to write; rows one after another that are off by equally many lines
are told together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from scripts.model.problems import Problem
from scripts.proof.against_text import Text, end_of, is_printed, own_columns, times_of
from scripts.reading.sources import LINE_OR_LINES, Document, fields

NEAR = 40  # how many lines away the rows of a run are looked for
CLOSE = 3  # and a lone number, which is printed in many places
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
Table = dict[str, Any]


class Printed(NamedTuple):
    """One row of a table: its number, the first and last line it names (0 for none), and its
    printed cells in order.
    """

    number: int
    first: int
    last: int
    cells: tuple[str, ...]


class Moved(NamedTuple):
    """A row that stands elsewhere: how many lines further down; from line 0 if it names none."""

    row: Printed
    by: int

    @property
    def span(self) -> str:
        first, last = self.row.first + self.by, self.row.last + self.by
        return str(first) if first == last else f"{first}-{last}"


def mended(document: Document, source: Text) -> tuple[Document, list[Problem]]:
    """The document with its rows on the lines where they are printed, and a problem for each that
    was elsewhere.

    Whatever is proven of it afterwards doesn't repeat that a line is wrong.
    """
    rows = dict(document.rows)
    problems: list[Problem] = []
    for table in document.descriptor["resources"]:
        moved = list(of_table(table, document.rows[table["name"]], source))
        rows[table["name"]] = with_lines(document.rows[table["name"]], moved)
        problems += told(document.file(table["name"]), moved)
    return document._replace(rows=rows), problems


def with_lines(rows: list[dict[str, str]], moved: Sequence[Moved]) -> list[dict[str, str]]:
    """The rows, those that are moved with the line on which they stand."""
    spans = {each.row.number: each.span for each in moved}
    return [
        {**row, "line": spans[number]} if number in spans else row
        for number, row in enumerate(rows, start=1)
    ]


def of_table(table: Table, rows: list[dict[str, str]], source: Text) -> Iterator[Moved]:
    """The rows of a table that stand elsewhere: runs of rows off by the same, then rows with one
    place only.
    """
    printed = list(printed_rows(table, rows))
    wrong = [row for row in printed if row.cells and not stands(row, source, 0)]
    for run in runs(wrong):
        by = common(run, source)
        for row in run:
            step = by or single(row, printed, table, source)
            if step:
                yield Moved(row, step)


def printed_rows(table: Table, rows: list[dict[str, str]]) -> Iterator[Printed]:
    columns = [field["name"] for field in fields(table, list(rows[0]) if rows else [])]
    described = fields(table, columns)
    shown = [field for field in described if is_printed(field)]
    for number, row in enumerate(rows, start=1):
        cells = tuple(row[column] for column in own_columns(shown, row) if row.get(column))
        yield Printed(number, *span_of(row["line"]), cells)


def span_of(line: str) -> tuple[int, int]:
    """First and last line of `93` or `93-95`; 0 and 0 where there is none."""
    if not LINE_OR_LINES.fullmatch(line):
        return 0, 0
    first, _, last = line.partition("-")
    return int(first), int(last or first)


def stands(row: Printed, source: Text, by: int) -> bool:
    """Whether the cells stand, in order, so many lines below the line that the row names."""
    first, last = row.first + by, row.last + by
    if first < 1 or last > len(source.plain):
        return False
    stretch, start = " ".join(source.plain[first - 1 : last]), 0
    if not all(" ".join(cell.split()) in stretch for cell in row.cells):
        return False  # most lines are told apart here
    for cell in row.cells:
        start = end_of(cell, stretch, start)
        if start < 0:
            return False
    return True


def runs(wrong: Sequence[Printed]) -> Iterator[list[Printed]]:
    """Rows that follow each other in the table and name a line; rows that name none stand alone."""
    run: list[Printed] = []
    for row in wrong:
        if run and (row.number != run[-1].number + 1 or not row.first or not run[-1].first):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def common(run: Sequence[Printed], source: Text) -> int:
    """By how many lines all rows of a run are off, the fewest if there are several ways; 0 if by
    none, or for one row.
    """
    if len(run) < 2:
        return 0
    steps = sorted((step for step in range(-NEAR, NEAR + 1) if step), key=abs)
    return next((step for step in steps if all(stands(row, source, step) for row in run)), 0)


def single(row: Printed, printed: Sequence[Printed], table: Table, source: Text) -> int:
    """By how many lines one row is off, if there is one place only that no other row of the table
    takes; else 0.
    """
    taken = Counter((other.first, other.cells) for other in printed if other != row)
    steps = [
        step
        for step in steps_of(row, table, source)
        if step
        and stands(row, source, step)
        and times(row, source, step) > taken[row.first + step, row.cells]
    ]
    return steps[0] if len(steps) == 1 else 0


def steps_of(row: Printed, table: Table, source: Text) -> range:
    """Where a row is looked for: among the lines of its table; a lone cell that names a line, only
    close to it.
    """
    first, last = table["lines"]
    last = min(last, len(source.plain))
    if row.first and len(row.cells) == 1:
        first, last = max(first, row.first - CLOSE), min(last, row.first + CLOSE)
    return range(first - row.first, last - row.first + 1)


def times(row: Printed, source: Text, by: int) -> int:
    stretch = " ".join(source.plain[row.first + by - 1 : row.last + by])
    return times_of(row.cells[0], stretch)


def told(file: str, moved: Sequence[Moved]) -> Iterator[Problem]:
    """One problem for rows that follow each other and are off by the same."""
    rest = list(moved)
    while rest:
        together = [rest.pop(0)]
        while rest and follows(rest[0], together[-1]):
            together.append(rest.pop(0))
        yield problem(file, together)


def follows(next_one: Moved, one: Moved) -> bool:
    alike = next_one.by == one.by and bool(one.row.first)
    return alike and next_one.row.number == one.row.number + 1


def problem(file: str, together: Sequence[Moved]) -> Problem:
    first, last = together[0], together[-1]
    place = f"row {first.row.number}"
    what = "names no line; its cells are printed on one line only"
    cure = f"Write {first.span} in `line`"
    if first.row.first:
        way = "lower" if first.by > 0 else "higher"
        what = f"stands {in_words(abs(first.by))} {way} in the text than its `line` says"
    if len(together) > 1:
        place, what = f"rows {first.row.number} to {last.row.number}", f"each row {what}"
        change = "Add {} to" if first.by > 0 else "Take {} from"
        cure = f"{change.format(abs(first.by))} the `line` of each"
    return Problem(file, place, what, cure)


def in_words(number: int) -> str:
    said = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{said} line{'' if number == 1 else 's'}"
