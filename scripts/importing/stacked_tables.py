"""Finds tables whose text has one cell a line: label, then equally many numbers, again and again,
as scorecards print them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.importing.extraction import Grid, Line
from scripts.importing.plain_tables import CELL, title_of

FEWEST_ROWS = 3
LONGEST_LABEL = 80


class Stack(NamedTuple):
    """A label's line and the cells on the lines below it."""

    number: int
    label: str
    cells: tuple[str, ...]

    @property
    def last(self) -> int:
        return self.number + len(self.cells)


def grids(lines: Sequence[Line], taken: set[int]) -> Iterator[Grid]:
    """The tables among lines that no other table has."""
    run: list[Stack] = []
    for stack in stacks(lines, taken):
        goes_on = run and stack.number == run[-1].last + 1
        if run and not (goes_on and len(stack.cells) == len(run[0].cells)):
            yield from grid_of(run, lines)
            run = []
        run.append(stack)
    yield from grid_of(run, lines)


def stacks(lines: Sequence[Line], taken: set[int]) -> Iterator[Stack]:
    """Each short line with letters and the lines of numbers right below it."""
    number = 1
    while number <= len(lines):
        label = lines[number - 1].text.strip()
        cells = [] if number in taken or not is_label(label) else cells_below(lines, number, taken)
        if cells:
            yield Stack(number, label, tuple(cells))
        number += len(cells) + 1


def is_label(text: str) -> bool:
    is_short = 0 < len(text) <= LONGEST_LABEL and not text.endswith((".", "?", ":"))
    return is_short and any(map(str.isalpha, text)) and not CELL.fullmatch(text)


def can_be_heading(text: str) -> bool:
    """A short line that is no number, such as `Actual` or `2019/20`."""
    return 0 < len(text) <= LONGEST_LABEL and not CELL.fullmatch(text)


def cells_below(lines: Sequence[Line], number: int, taken: set[int]) -> list[str]:
    found: list[str] = []
    for below in range(number + 1, len(lines) + 1):
        text = lines[below - 1].text.strip()
        if below in taken or not CELL.fullmatch(text):
            break
        found.append(text)
    return found


def grid_of(run: Sequence[Stack], lines: Sequence[Line]) -> Iterator[Grid]:
    """The run as a table. Above it are as many headings as it has columns, one a line, if so many
    lines are there.
    """
    if len(run) < FEWEST_ROWS:
        return
    width = len(run[0].cells) + 1
    start = run[0].number - width
    above = [lines[number - 1].text.strip() for number in range(max(1, start), run[0].number)]
    has_headings = len(above) == width and all(map(can_be_heading, above))
    head = tuple(above) if has_headings else ("",) * width
    first = start if has_headings else run[0].number
    spans = [(first, run[0].number - 1 if has_headings else first)]
    spans += [(stack.number, stack.last) for stack in run]
    rows = [head, *((stack.label, *stack.cells) for stack in run)]
    yield Grid(tuple(rows), tuple(spans), title_of(lines, first))
