"""The numbers of a drafted table, each with its place and what it is worth. Never through a
float.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scripts.importing.cell_numbers import number_of

SENTENCES = "prose"
ROUNDING = Decimal("0.6")  # of a percentage that is printed without decimals
ROUNDING_OF_TENTHS = Decimal("0.06")


class Cell(NamedTuple):
    """A drafted number: its table, row from 1, column, line, print, and what it is worth."""

    table: str
    row: int
    column: str
    line: str
    printed: str
    label: str
    value: Decimal

    @property
    def is_percent(self) -> bool:
        said = (self.printed, self.column, self.label)
        return any("%" in words or "percent" in words or "share" in words for words in said)

    @property
    def is_money(self) -> bool:
        return self.printed.startswith("£")

    @property
    def rounding(self) -> Decimal:
        return ROUNDING_OF_TENTHS if "." in self.printed else ROUNDING


def cells_of(name: str, columns: Sequence[str], rows: Sequence[dict[str, str]]) -> Iterator[Cell]:
    """The numbers of a table. Those in sentences are a table of one column."""
    shown = ["value_as_published"] if name == SENTENCES else columns[2:]
    for number, row in enumerate(rows, start=1):
        line = row["line"].rpartition("-")[2]
        label = "" if name == SENTENCES else row[columns[1]]
        for column in shown:
            value = number_of(row[column])
            if value is not None:
                yield Cell(name, number, column, line, row[column], label, value)
