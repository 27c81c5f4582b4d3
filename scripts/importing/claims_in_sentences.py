"""Claims that numbers in sentences seem to make: totals and shares close together, numbers that
are set against each other, and sums of a table's columns that a sentence prints.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from scripts.importing.cells import SENTENCES, Cell

NEAR, MOST_NEAR = 8, 12  # lines and numbers in which parts of one total are looked for
FAR, LINES_FAR = 3, 6  # how far a percentage is looked for that another is set against
SMALLEST_TOTAL, MOST_PARTS = 40, 3
AGAINST = re.compile(
    r"\b(?:from|than|compared|against|previous|rose|risen|fell|fallen|grew|grown|(?:in|de)creas\w+"
    r"|reduc\w+|up from|down|higher|lower|above|below|improv\w+|average)\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """A rule, the number that is held against the others, and these."""

    rule: str
    whole: Cell
    parts: tuple[Cell, ...]


def found(cells: Sequence[Cell], beside: Mapping[str, str]) -> Iterator[Said]:
    """The claims among numbers in sentences. `beside` are the words round each, by its row."""
    for number, cell in enumerate(cells):
        near = [
            each
            for each in cells[max(0, number - MOST_NEAR) : number + MOST_NEAR]
            if each != cell and abs(int(each.line) - int(cell.line)) <= NEAR
        ]
        counts = [each for each in near if not each.is_percent and not each.is_money]
        if cell.is_percent:
            yield from shares(cell, counts)
        elif not cell.is_money and cell.value >= SMALLEST_TOTAL:
            yield from totals(cell, counts)
    yield from set_against(cells, beside)


def shares(percent: Cell, counts: Sequence[Cell]) -> Iterator[Said]:
    """The percentage as a share of one count of another, or of two that make the whole."""
    for part, whole in permutations(counts, 2):
        if whole.value >= SMALLEST_TOTAL and is_share(percent, part.value, whole.value):
            yield Said("share", percent, (part, whole))
    for part, other in permutations(counts, 2):
        if part.value + other.value >= SMALLEST_TOTAL:
            if is_share(percent, part.value, part.value + other.value):
                yield Said("share", percent, (part, other))


def is_share(percent: Cell, part: Decimal, whole: Decimal) -> bool:
    return part <= whole and abs(100 * part / whole - percent.value) <= percent.rounding


def totals(whole: Cell, counts: Sequence[Cell]) -> Iterator[Said]:
    for size in range(2, MOST_PARTS + 1):
        for parts in combinations(counts, size):
            if sum((part.value for part in parts), Decimal()) == whole.value:
                if all(part.value for part in parts):
                    yield Said("total", whole, parts)


def set_against(cells: Sequence[Cell], beside: Mapping[str, str]) -> Iterator[Said]:
    """Two numbers of one kind that follow each other, or percentages of which one stands between
    them at most, where the words compare.
    """
    for number, one in enumerate(cells):
        for step, other in enumerate(cells[number + 1 : number + FAR], start=1):
            words = f"{beside.get(str(one.row), '')} {beside.get(str(other.row), '')}"
            alike = (one.is_percent, one.is_money) == (other.is_percent, other.is_money)
            lines = abs(int(one.line) - int(other.line))
            close = step == 1 and lines <= 2 or one.is_percent and lines <= LINES_FAR
            if alike and close and one.value != other.value and AGAINST.search(words):
                higher, lower = sorted((one, other), key=lambda cell: -cell.value)
                yield Said("higher", higher, (lower,))


def sums_of_columns(grids: Mapping[str, Sequence[Cell]]) -> Iterator[Said]:
    """A number in a sentence that is the sum of a column of a table which has no such total."""
    spoken = [cell for cell in grids.get(SENTENCES, ()) if cell.value >= SMALLEST_TOTAL]
    by_value: dict[Decimal, list[Cell]] = {}
    for cell in spoken:
        by_value.setdefault(cell.value, []).append(cell)
    for name, cells in grids.items():
        for column in by_column(cells) if name != SENTENCES else ():
            made = sum((cell.value for cell in column), Decimal())
            for whole in by_value.get(made, ()) if len(column) > 1 else ():
                yield Said("total", whole, tuple(column))


def no_more_than(grids: Mapping[str, Sequence[Cell]]) -> Iterator[Said]:
    """Cells of a table that never exceed those of the same label in a table like it: some of
    them, perhaps.
    """
    lone = {
        name: {cell.label: cell for cell in cells}
        for name, cells in grids.items()
        if name != SENTENCES and len(by_column(cells)) == 1
    }
    for one, other in permutations(lone.values(), 2):
        same = [label for label in one if label in other]
        counts = all(not one[label].is_percent and not other[label].is_percent for label in same)
        if len(same) > 2 and counts and all(one[x].value <= other[x].value for x in same):
            yield from (Said("at_most", one[label], (other[label],)) for label in same)


def by_column(cells: Sequence[Cell]) -> list[list[Cell]]:
    grouped: dict[str, list[Cell]] = {}
    for cell in cells:
        grouped.setdefault(cell.column, []).append(cell)
    return list(grouped.values())
