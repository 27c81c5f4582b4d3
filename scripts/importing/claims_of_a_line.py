"""Claims that hold a number against one that a sentence prints beside it: a part and its whole on
one line, and percentages of a table that a number above it must be able to give.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import groupby

from scripts.importing.cells import SENTENCES, Cell
from scripts.importing.claims_in_sentences import SMALLEST_TOTAL, Said, by_column

AMONG = re.compile(
    r"\b(?:of|out of|among|including|respon\w+|agreed|aged|under|eligible)\b", re.IGNORECASE
)
ABOVE = 15  # lines over a table in which the number is looked for that its percentages are of
FEWEST_SHARES = 3
HALF = Decimal("0.5")


def parts_of(cells: Sequence[Cell], beside: Mapping[str, str]) -> Iterator[Said]:
    """The smaller counts of a line as parts of the largest one, where words say of what."""
    for _, same in groupby(cells, key=lambda cell: cell.line):
        counts = [cell for cell in same if not cell.is_percent and not cell.is_money]
        whole = max(counts, key=lambda cell: cell.value, default=None)
        if whole is None or whole.value < SMALLEST_TOTAL:
            continue
        for part in counts:
            if part.value < whole.value and AMONG.search(beside.get(str(part.row), "")):
                yield Said("at_most", part, (whole,))


def possible_shares(grids: Mapping[str, Sequence[Cell]]) -> Iterator[Said]:
    """The percentages with decimals of a table without counts, each against the counts of the last
    line with some above it, if all of them can be shares of that.
    """
    spoken = [
        cell
        for cell in grids.get(SENTENCES, ())
        if not cell.is_percent and not cell.is_money and cell.value >= SMALLEST_TOTAL
    ]
    for name, cells in grids.items():
        if name == SENTENCES or not all(cell.is_percent for cell in cells):
            continue
        for column in by_column(cells):
            tenths = [cell for cell in column if "." in cell.printed]
            for whole in last_above(spoken, column[0]) if len(tenths) >= FEWEST_SHARES else ():
                if all(can_be(cell, whole.value) for cell in tenths):
                    yield from (Said("possible_share", cell, (whole,)) for cell in tenths)


def last_above(spoken: Sequence[Cell], cell: Cell) -> list[Cell]:
    """The counts of the last line above a number that has some, if it is near."""
    line = int(cell.line)
    above = [int(each.line) for each in spoken if line - ABOVE <= int(each.line) < line]
    return [each for each in spoken if above and int(each.line) == max(above)]


def can_be(percent: Cell, whole: Decimal) -> bool:
    """Whether a whole number of the whole's things is such a percentage, as it is rounded."""
    step = Decimal(1).scaleb(int(percent.value.as_tuple().exponent))
    most = (percent.value + HALF * step) * whole / 100
    return most.to_integral_value(ROUND_FLOOR) * 100 >= (percent.value - HALF * step) * whole
