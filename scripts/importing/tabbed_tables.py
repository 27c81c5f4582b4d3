"""Finds tables whose cells stand between tabs and are not all numbers: marks beside counts, several
columns of labels, two tables side by side.

Tables of numbers only are found by `plain_tables`; those of sentences are no tables of figures.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scripts.importing.extraction import Grid, Line
from scripts.importing.plain_tables import CELL, YEARS, title_of

FEWEST_ROWS, FEWEST_CELLS = 3, 3
LONGEST_MARK = 6
HALF = PAIR = 2


class Row(NamedTuple):
    """A line of the text and its cells."""

    number: int
    cells: tuple[str, ...]


def grids(lines: Sequence[Line], taken: set[int]) -> Iterator[Grid]:
    """The tables among lines that no other table has."""
    run: list[Row] = []
    for number, line in enumerate(lines, start=1):
        cells = apart([part.strip() for part in line.text.split("\t")])
        row = Row(number, cells) if number not in taken and len(cells) >= FEWEST_CELLS else None
        if run and (row is None or abs(len(row.cells) - len(run[-1].cells)) > 1):
            yield from tables(run, lines)
            run = []
        if row:
            run.append(row)
    yield from tables(run, lines)


def apart(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells with a number that ran into the mark before it, `yes 4`, in the empty cell after
    it; and with two of them, `yes 4 7`, in a cell of their own, for which a later empty one goes.
    """
    done = list(cells)
    for column, (cell, following) in enumerate(pairwise(cells)):
        mark, _, rest = cell.partition(" ")
        if not following and mark.isupper() and rest.isdecimal():
            done[column : column + 2] = [mark, rest]
    return with_pairs(done)


def with_pairs(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells with two numbers that ran into a mark in a cell after it."""
    done: list[str] = []
    rest = list(cells)
    while rest:
        cell = rest.pop(0)
        mark, _, printed = cell.partition(" ")
        numbers = two_in(printed.lstrip("("))
        if mark.isupper() and numbers and "" in rest:
            rest.remove("")
            done += [mark, " ".join(numbers)]
        else:
            done.append(cell)
    return tuple(done)


def tables(run: Sequence[Row], lines: Sequence[Line]) -> Iterator[Grid]:
    """The table of a run of lines, or the two that stand side by side in it; none if it has
    sentences, or is for `plain_tables`.
    """
    if len(run) < FEWEST_ROWS or is_plain(run):
        return
    depth = heading_rows(run)
    head, body = run[: max(1, depth)], run[depth:]
    if len(body) + bool(depth) < FEWEST_ROWS or not has_short_cells(body):
        return
    width = max(len(row.cells) for row in run)
    headings = padded(head[-1].cells, width) if depth else ("",) * width
    title = title_of(lines, head[0].number)
    for first, end in parts(headings, body, width):
        named = padded(head[0].cells, width)[first] if depth > 1 else ""
        yield from part_of(headings, head[-1].number, body, (first, end), named or title)


def part_of(
    headings: Sequence[str], line: int, body: Sequence[Row], columns: tuple[int, int], title: str
) -> Iterator[Grid]:
    """The table in some columns of the rows, without rows and last columns that are empty in it."""
    first, end = columns
    cut = [(row.number, padded(row.cells, end)[first:end]) for row in body]
    kept = [(number, cells) for number, cells in cut if any(cells)]
    shown = one_number_a_cell([headings[first:end], *(cells for _, cells in kept)])
    width = max(number + 1 for cells in shown for number, cell in enumerate(cells) if cell)
    spans = [(line, line), *((number, number) for number, _ in kept)]
    yield Grid(tuple(tuple(cells[:width]) for cells in shown), tuple(spans), title)


def one_number_a_cell(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows with each column whose cells have two numbers made two of the same heading."""
    head, *body = rows
    double = {column for row in body for column, cell in enumerate(row) if len(two_in(cell)) > 1}
    headings = [title for number, title in enumerate(head) for _ in range(1 + (number in double))]
    return [tuple(headings), *(split(row, double) for row in body)]


def split(row: Sequence[str], double: set[int]) -> tuple[str, ...]:
    cells: list[str] = []
    for column, cell in enumerate(row):
        cells += two_in(cell) or [cell, ""] if column in double else [cell]
    return tuple(cells)


def two_in(cell: str) -> list[str]:
    """The two numbers of a cell such as `5 7`; nothing of another."""
    both = cell.split()
    are_numbers = all(is_number(each) and re.search(r"\d", each) for each in both)
    return both if len(both) == PAIR and are_numbers else []


def padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))[:width]


def is_plain(run: Sequence[Row]) -> bool:
    """Whether all rows but the first are a label and numbers."""
    return all(is_number(cell) or not cell for row in run[1:] for cell in row.cells[1:])


def is_number(cell: str) -> bool:
    return bool(CELL.fullmatch(cell))


def has_short_cells(run: Sequence[Row]) -> bool:
    """Whether most cells after the first are numbers or marks such as `yes`, some of them
    numbers.
    """
    cells = [cell for row in run for cell in row.cells[1:] if cell]
    short = sum(is_number(cell) or len(cell) <= LONGEST_MARK for cell in cells)
    return short * HALF >= len(cells) and any(re.search(r"\d", cell) for cell in cells)


def heading_rows(run: Sequence[Row]) -> int:
    """How many rows above the first number are headings: they have words or years only."""
    depth = 0
    while depth < len(run) and all(map(can_head, run[depth].cells[1:])):
        depth += 1
    return depth if depth < len(run) else 0


def can_head(cell: str) -> bool:
    has_number = is_number(cell) or bool(two_in(cell))
    return not has_number or bool(YEARS.fullmatch(cell))


def parts(headings: Sequence[str], body: Sequence[Row], width: int) -> list[tuple[int, int]]:
    """First column and end of each table in the rows: another one begins at a column of labels, if
    the headings after it are those after the first label again.
    """
    starts = [0]
    for column in range(FEWEST_CELLS - 1, width - 1):
        cells = [padded(row.cells, width)[column] for row in body]
        labels = sum(bool(cell) and not is_number(cell) for cell in cells)
        again = headings[column + 1] == headings[1] != "" and headings[column] != headings[0]
        if again and labels * HALF > sum(map(bool, cells)):
            starts.append(column)
    return list(zip(starts, [*starts[1:], width], strict=True))
