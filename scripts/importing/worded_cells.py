"""Finds tables whose cells print several numbers in the same words row after row: `£750 a session,
20 places`. Each number is a column.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from scripts.importing.extraction import Grid, Line
from scripts.importing.plain_tables import title_of

FEWEST_ROWS, FEWEST_NUMBERS = 2, 2
NUMBER = re.compile(r"£?\d(?:[\d,]*\d)?(?:\.\d+)?%?")


class Row(NamedTuple):
    """A line with a label and one cell; the words of the cell without its numbers, and these."""

    number: int
    label: str
    words: str
    numbers: tuple[str, ...]


def grids(lines: Sequence[Line], taken: set[int]) -> Iterator[Grid]:
    """The tables among lines that no other table has."""
    rows = (
        row_of(number, line.text) if number not in taken else None
        for number, line in enumerate(lines, start=1)
    )
    for words, run in groupby(rows, key=lambda row: row and row.words):
        if words:
            yield from grid_of([row for row in run if row], lines)


def row_of(number: int, text: str) -> Row | None:
    label, tab, cell = text.strip().partition("\t")
    numbers = tuple(NUMBER.findall(cell))
    words = " ".join(NUMBER.sub("#", cell).split())
    fits = tab and "\t" not in cell and len(numbers) >= FEWEST_NUMBERS and len(words.split()) > 2
    return Row(number, label.strip(), words, numbers) if fits else None


def grid_of(run: Sequence[Row], lines: Sequence[Line]) -> Iterator[Grid]:
    """The run as a table. The heading over the cell, where there is one, is that of each number."""
    if len(run) < FEWEST_ROWS:
        return
    above = run[0].number - 1
    label, tab, heading = lines[above - 1].text.strip().partition("\t") if above else ("", "", "")
    width = len(run[0].numbers)
    head = (label.strip(), *(heading.strip(),) * width) if tab else ("",) * (width + 1)
    first = above if tab else run[0].number
    spans = [(first, first), *((row.number, row.number) for row in run)]
    rows = [head, *((row.label, *row.numbers) for row in run)]
    yield Grid(tuple(rows), tuple(spans), title_of(lines, first))
