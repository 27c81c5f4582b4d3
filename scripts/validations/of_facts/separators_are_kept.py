"""The numbers of a printed column have all a thousands separator, or none: one without it was
mistyped.
"""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading import printed
from scripts.reading.facts import Facts
from scripts.reading.melting import Cells
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/referrals-by-source.csv",
        "7,Schools,120,150,50.0%\n8,Police,90",
        '7,Schools,"1,120",150,50.0%\n8,Police,1090',
        "row 2, column 'y2019_20': '1090' has no thousands separator",
    )
]
CURE = "Copy the number as printed; if it is printed so, say in `means` which number it stands for"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for cells in facts.cells:
        separated = {
            _column(cells, cell)
            for cell, token in enumerate(cells.tokens)
            if cells.fields[cell].is_described and printed.THOUSANDS.search(token)
        }
        wrong = {
            cell: Wrong(
                f"{token!r} has no thousands separator, and other numbers of the column have one",
                CURE,
            )
            for cell, token in enumerate(cells.tokens)
            if _column(cells, cell) in separated
            and printed.NO_SEPARATOR.fullmatch(token)
            and token not in {**cells.fields[cell].means, **cells.fields[cell].damaged}
        }
        yield from told_tokens(cells, wrong)


def _column(cells: Cells, cell: int) -> tuple[str, str]:
    return cells.tables[cell]["name"], cells.fields[cell].name
