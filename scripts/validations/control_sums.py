"""Control sums: each column's sum in a reading of its own; the cells must go on adding up to it.

This is how data entry has long been checked where the print has no total of its own. Asked where
the cells are right.
"""

from collections.abc import Iterator
from decimal import Decimal

from scripts.model.problems import Problem
from scripts.reading.facts import Facts
from scripts.validations.refusal import SOUTHMERE, Refusal

LINE = "line"
REFUSES = [
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"boys": "108"',
        '"boys": "109"',
        "column 'boys': the numbers add up to 108, the control sum is 109",
    ),
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"boys": "108"',
        '"men": "108"',
        "column 'men': has a control sum and is not there",
    ),
]


def problems(facts: Facts) -> Iterator[Problem]:
    """Columns whose numbers do not add up to their control sum."""
    document, sums = facts.document, None
    for table in document.descriptor["resources"]:
        rows, file = document.rows[table["name"]], document.file(table["name"])
        for column, expected in table.get("control", {}).items():
            place = f"column {column!r}"
            if rows and column not in rows[0]:
                how = "Correct the column's name in `control`"
                yield Problem(file, place, "has a control sum and is not there", how)
                continue
            sums = column_sums(facts) if sums is None else sums
            by_number = sums.get((f"{document.id}/{table['name']}", column), Decimal(0))
            added = line_sum(rows) if column == LINE else by_number
            if added != Decimal(expected):
                what = f"the numbers add up to {added}, the control sum is {expected}"
                how = "Read the column again, twice; correct the cell, or the control"
                yield Problem(file, place, what, how)


def line_sum(rows: list[dict[str, str]]) -> Decimal:
    """The sum of the lines on which the rows end: it means nothing, and changes if one is
    mistyped.
    """
    return sum((Decimal(row[LINE].rpartition("-")[2]) for row in rows), Decimal(0))


def column_sums(facts: Facts) -> dict[tuple[str, str], Decimal]:
    """The sum of each column's numbers, by table and column. Cells without a number do not
    count.
    """
    sums: dict[tuple[str, str], Decimal] = {}
    for figure in facts.figures:
        if figure.value:
            key = figure.table_id, figure.source_column
            sums[key] = sums.get(key, Decimal(0)) + Decimal(figure.value)
    return sums
