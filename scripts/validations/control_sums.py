"""Control sums: each column's sum in a reading of its own; the cells must go on adding up to it.

This is how data entry has long been checked where the print has no total of its own.
"""

from decimal import Decimal

from scripts.model.problems import Problem
from scripts.reading.sources import Document

LINE = "line"


def problems(document: Document, figures: list[dict]) -> list[Problem]:
    """Columns whose numbers do not add up to their control sum."""
    found = []
    for table in document.descriptor["resources"]:
        for column, expected in table.get("control", {}).items():
            if not any(column in row for row in document.rows[table["name"]]):
                found.append(
                    Problem(
                        document.file(table["name"]),
                        f"column {column!r}",
                        "has a control sum and is not there",
                        "Correct the column's name in `control`",
                    )
                )
                continue
            own = document.rows[table["name"]]
            added = (
                line_sum(own)
                if column == LINE
                else column_sum(f"{document.id}/{table['name']}", column, figures)
            )
            if added != Decimal(expected):
                what = f"the numbers add up to {added}, the control sum is {expected}"
                found.append(
                    Problem(
                        document.file(table["name"]),
                        f"column {column!r}",
                        what,
                        "Read the column again, twice; correct the cell, or the control",
                    )
                )
    return found


def line_sum(rows: list[dict]) -> Decimal:
    """The sum of the lines on which the rows end: it means nothing, and changes if one is mistyped."""
    return sum((Decimal(row[LINE].rpartition("-")[2]) for row in rows), Decimal(0))


def column_sum(table_id: str, column: str, figures: list[dict]) -> Decimal:
    """The sum of the column's numbers. Cells without a number do not count."""
    return sum(
        (
            Decimal(figure["value"])
            for figure in figures
            if figure["table_id"] == table_id
            and figure["value"]
            and figure["source_column"] == column
        ),
        Decimal(0),
    )
