"""Finds tables in plain lines: rows that end in equally many numbers, under a line of headings.

A table in the text of a letter or PDF has no lines drawn round it. What shows it is that line after
line ends in the same number of cells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.importing.extraction import Grid, Line
from scripts.importing.likely_reasons import reason

NO_NUMBER = re.compile(
    r"(?:[Nn]o (?:data|figures?)|[Nn]ot (?:held|known|recorded|available|applicable)|[Nn]il)"
)
CELL = re.compile(
    r"(?:[<>≤≥~]?[-−–]?£?\d(?:[\d,]|, (?=\d{3}))*(?:\.\d+)?(?:%|k|m)?|\*|-|–|[Nn]/?[Aa]|[xzcku:]"
    rf"|{NO_NUMBER.pattern})"
)
YEARS = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?")
HEADING = re.compile(
    r"(?:(?:19|20)\d\d(?:[-/–]\d{2,4})?|Q[1-4]|[A-Z][a-z]{2}(?:[ -]\d\d)?|[A-Z][\w%£]*)"
)
SECTION = re.compile(r"\d{1,2}(?!\d)")  # the number of a section before its title
GAP = re.compile(r"\t| {3,}|\s?=\s")
FEWEST_ROWS, FEWEST_UNDER_HEADINGS = 3, 2
TITLE_REACH = 8  # lines above a table among which its title is looked for


class Row(NamedTuple):
    """A line taken apart: its label and the cells at its end."""

    number: int
    label: str
    cells: tuple[str, ...]
    first: int = 0  # the line where its label begins, if that is an earlier one

    @property
    def span(self) -> tuple[int, int]:
        return self.first or self.number, self.number


def grids(lines: Sequence[Line], taken: set[int]) -> Iterator[Grid]:
    """The tables among lines that no other table has; each starts with its row of headings, empty
    if none was found.
    """
    run: list[Row] = []
    begun: Row | None = None
    for number, line in enumerate(lines, start=1):
        if run and not line.text.strip() and number == run[-1].number + 1:
            continue  # one blank line between two rows
        row = row_of(number, line.text) if number not in taken else None
        if run and row is None and begun is None and is_begun(line.text, run[-1]):
            begun = Row(number, line.text.strip(), ())
            continue
        row = row and begun_above(begun, row)
        begun = None
        if run and (row is None or len(row.cells) != len(run[0].cells)):
            row = last_row(number, line.text, run[-1]) or row
        if run and (row is None or len(row.cells) != len(run[0].cells)):
            yield from grid_of(run, lines)
            run = []
        if row:
            run.append(row)
    yield from grid_of(run, lines)


def row_of(number: int, text: str) -> Row | None:
    """A line with a label and cells after it, at least one of them a number; None if it is none."""
    label, cells = with_gaps(text) if GAP.search(text.strip()) else with_spaces(text)
    says_number = any(re.search(r"\d", cell) or NO_NUMBER.fullmatch(cell) for cell in cells)
    is_year = bool(YEARS.fullmatch(label)) and bool(GAP.search(text.strip()))
    if (
        not says_number
        or not (re.search(r"[A-Za-z]", label) or is_year)
        or ends_a_sentence(label, len(cells))
    ):
        return None
    if len(cells) == 1 and reason(text, text.rindex(cells[0]), len(text.rstrip())):
        return None  # a date, a reference, a page number
    return Row(number, label, cells)


def is_begun(text: str, above: Row) -> bool:
    """Whether a line under a row is a label whose cells are empty: it goes on in the next line."""
    label, *cells = text.split("\t")
    return bool(label.strip()) and len(cells) == len(above.cells) and not any(map(str.strip, cells))


def begun_above(begun: Row | None, row: Row) -> Row:
    """The row with the words of its label that stand on the line above it."""
    if begun is None or row.number != begun.number + 1:
        return row
    return Row(row.number, f"{begun.label} {row.label}", row.cells, begun.number)


def last_row(number: int, text: str, above: Row) -> Row | None:
    """A line of totals under a row: numbers between tabs with some cells left empty, and perhaps no
    label.
    """
    label, *cells = [part.strip() for part in text.split("\t")]
    cells = [*cells, *("",) * (len(above.cells) - len(cells))]
    while len(cells) > len(above.cells) and not cells[-1]:
        cells.pop()
    numbers = [cell for cell in cells if cell]
    fits = len(cells) == len(above.cells) and bool(numbers) and "\t" in text
    are_numbers = all(CELL.fullmatch(cell) and re.search(r"\d", cell) for cell in numbers)
    return Row(number, label, tuple(cells)) if fits and are_numbers else None


def with_gaps(text: str) -> tuple[str, tuple[str, ...]]:
    """Label and cells of a line that separates them by tabs or wide gaps; no cells if one of them
    is no number or mark.
    """
    label, *cells = [part.strip() for part in GAP.split(text.strip())]
    return label, tuple(cells) if all(not cell or CELL.fullmatch(cell) for cell in cells) else ()


def with_spaces(text: str) -> tuple[str, tuple[str, ...]]:
    """Label and cells of a line: the cells are the numbers and marks at its end."""
    words = text.replace("|", " ").split()
    cells: list[str] = []
    while len(words) > 1 and CELL.fullmatch(words[-1]):
        cells.insert(0, words.pop())
    return " ".join(words), tuple(cells)


def ends_a_sentence(label: str, cells: int) -> bool:
    """A long label before one number is a sentence that happens to end in it."""
    return cells == 1 and (
        len(label.split()) > 8 or label.endswith((" in", " to", " of", " and", " the"))
    )


def grid_of(run: list[Row], lines: Sequence[Line]) -> Iterator[Grid]:
    """The run as a table, if it is long enough; its headings are the words at the end of the line
    above.
    """
    width = len(run[0].cells) if run else 0
    above = run[0].number - 1 if run else 0
    headings = headings_of(lines[above - 1].text, width) if above else ()
    tabbed = bool(above) and "\t" in lines[above - 1].text.strip()
    fewest = FEWEST_UNDER_HEADINGS if headings and tabbed else FEWEST_ROWS
    if len(run) < fewest or is_contents(run):
        return
    head = headings or ("",) * (width + 1)
    rows = [head, *((row.label, *row.cells) for row in run)]
    first = above if headings else run[0].number
    spans = [(first, first), *(row.span for row in run)]
    yield Grid(tuple(rows), tuple(spans), title_of(lines, first))


def headings_of(text: str, width: int) -> tuple[str, ...]:
    """What is over the label and the columns: the parts between tabs or gaps, or the last words if
    they can be headings.
    """
    parts = [part.strip() for part in GAP.split(text.strip())]
    is_tabbed = "\t" in text.strip() and len(parts) == width + 1
    if len(parts) in (width, width + 1) and (width > 1 or is_tabbed):
        return ("", *parts)[-width - 1 :]
    found = text.replace("|", " ").split()[-width:]
    fits = len(found) == width and all(HEADING.fullmatch(word) for word in found)
    return ("", *found) if fits else ()


def is_contents(run: list[Row]) -> bool:
    """A table of contents: page numbers that never go down, beside titles that mostly have a number
    too.
    """
    pages = [row.cells[0] for row in run]
    if len(run[0].cells) > 1 or not all(page.isdecimal() for page in pages):
        return False
    numbered = sum(bool(SECTION.match(row.label)) for row in run)
    return numbered * 2 > len(run) and sorted(pages, key=int) == pages


def title_of(lines: Sequence[Line], first: int) -> str:
    """The short line above a table, where there is one."""
    for number in range(first - 1, max(0, first - TITLE_REACH), -1):
        text = lines[number - 1].text.strip()
        if text:
            letters = sum(map(str.isalpha, text))
            is_title = len(text) <= 120 and letters * 2 > len(text) and not text.endswith(".")
            return text if is_title else ""
    return ""
