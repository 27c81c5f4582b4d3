"""The numbers of a drafted table, each with its place and what it is worth. Never through a
float.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scripts.importing.cell_numbers import number_of
from scripts.model.terms import MARK

SENTENCES = "prose"
ROUNDING = Decimal("0.6")  # of a percentage that is printed without decimals
ROUNDING_OF_TENTHS = Decimal("0.06")
LONGEST_SIGN = 2  # what is no longer may be a digit that was read wrongly
HALF, THIRD = 2, 3


class Cell(NamedTuple):
    """A drafted number: its table, row from 1, column, line, print, and what it is worth. One that
    is not clear has a print that is no number, and is worth nothing.
    """

    table: str
    row: int
    column: str
    line: str
    printed: str
    label: str
    value: Decimal
    is_clear: bool = True

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


def unclear(
    name: str, columns: Sequence[str], rows: Sequence[dict[str, str]], clear: Sequence[Cell]
) -> Iterator[Cell]:
    """What stands among the numbers of a table and is none: in a row or a column of which more than
    half is a number, or a third where it is only a sign or two. Its print may be damaged.
    """
    in_rows, in_columns = (Counter(getattr(cell, of) for cell in clear) for of in ("row", "column"))
    filled = Counter(column for row in rows for column in columns[2:] if row[column])
    numbers = {(cell.row, cell.column) for cell in clear}
    for number, row in enumerate(rows, start=1):
        shown = [column for column in columns[2:] if row[column]]
        for column in shown:
            part = THIRD if len(row[column]) <= LONGEST_SIGN else HALF
            among_row = in_rows[number] * part > len(shown)
            among = among_row or in_columns[column] * part > filled[column]
            if among and (number, column) not in numbers and row[column][0] != MARK:
                line = row["line"].rpartition("-")[2]
                label, nothing = row[columns[1]], Decimal()
                yield Cell(name, number, column, line, row[column], label, nothing, False)
