"""Claims that counts and percentages seem to make about the marks beside them: `3` meetings where
three of the row's marks are `yes`.

A table may be printed on its side: then a column is read as its rows are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from scripts.importing.cells import Cell

COUNT, SHARE = "count_of", "share_of_rows"
LONGEST_MARK, MARKS_READ, MOST_TOGETHER, FEWEST_ROWS = 6, 4, 3, 3
LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")  # letters of another alphabet
Kinds = tuple[str, ...]


class Line(NamedTuple):
    """The marks of a row, or of a column of a table on its side, with its numbers by what they
    are called.
    """

    marks: Counter[str]
    numbers: dict[str, Cell]


def found(
    columns: Sequence[str], rows: Sequence[dict[str, str]], cells: Sequence[Cell]
) -> Iterator[tuple[str, Cell]]:
    """Rule and number of each such claim of a table."""
    yield from of_lines(along_rows(columns, rows, cells))
    yield from of_lines(along_columns(columns, rows, cells))


def along_rows(
    columns: Sequence[str], rows: Sequence[dict[str, str]], cells: Sequence[Cell]
) -> list[Line]:
    lines = [Line(marks(row[column] for column in columns[2:]), {}) for row in rows]
    for cell in cells:
        lines[cell.row - 1].numbers[cell.column] = cell
    return lines


def along_columns(
    columns: Sequence[str], rows: Sequence[dict[str, str]], cells: Sequence[Cell]
) -> list[Line]:
    lines = {column: Line(marks(row[column] for row in rows), {}) for column in columns[2:]}
    for cell in cells:
        lines[cell.column].numbers[cell.label] = cell
    return list(lines.values())


def marks(cells: Iterable[str]) -> Counter[str]:
    """How often each mark stands there; letters that look alike are one."""
    words = [cell.upper().translate(LOOK_ALIKE) for cell in cells if len(cell) <= LONGEST_MARK]
    return Counter(word for word in words if word.replace("/", "").isalpha())


def of_lines(lines: Sequence[Line]) -> Iterator[tuple[str, Cell]]:
    """The numbers that are counts or shares of the same marks in more than half of the lines that
    have a clear one.
    """
    often = sum((line.marks for line in lines), Counter[str]())
    known = [mark for mark, _ in often.most_common(MARKS_READ)]
    together = [
        kinds for size in range(1, MOST_TOGETHER + 1) for kinds in combinations(known, size)
    ]
    for name in dict.fromkeys(name for line in lines for name in line.numbers):
        there = [line for line in lines if name in line.numbers and line.marks]
        if len(there) >= FEWEST_ROWS:
            clear = [line for line in there if line.numbers[name].is_clear]
            is_percent = sum(line.numbers[name].is_percent for line in clear) * 2 > len(clear)
            holds = shares(together) if is_percent else counts(together)
            if max((fits(clear, name, each) for each in holds), default=0) * 2 > len(clear):
                rule = SHARE if is_percent else COUNT
                yield from ((rule, line.numbers[name]) for line in there)


Holds = Callable[[Line, Cell], bool]


def fits(lines: Sequence[Line], name: str, holds: Holds) -> int:
    return sum(holds(line, line.numbers[name]) for line in lines)


def counts(together: Sequence[Kinds]) -> Iterator[Holds]:
    """Counts of some marks together."""
    yield from (partial(is_count, kinds) for kinds in together)


def is_count(kinds: Kinds, line: Line, cell: Cell) -> bool:
    return number(line, kinds) == cell.value


def shares(together: Sequence[Kinds]) -> Iterator[Holds]:
    """Shares of some marks of these and others."""
    for whole in together:
        for part in together:
            if set(part) < set(whole):
                yield partial(is_share, part, whole)


def is_share(part: Kinds, whole: Kinds, line: Line, cell: Cell) -> bool:
    of = number(line, whole)
    return bool(of) and abs(100 * number(line, part) - cell.value * of) <= of * cell.rounding


def number(line: Line, kinds: Kinds) -> int:
    return sum(line.marks[kind] for kind in kinds)
