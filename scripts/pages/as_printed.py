"""A table as it is printed: headings and cells of the source, each cell with the figure or answer
that it became.
"""

import re
from typing import Any, NamedTuple

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.pages import addresses, words

OURS = {"line"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Heading(NamedTuple):
    """A printed heading. `ours` tells columns apart where the print does not; `note` says how a
    column was identified.
    """

    title: str
    ours: str
    note: str
    has_figures: bool

    @property
    def name(self) -> str:
        """What a note calls the column: as printed, with what tells it from others; or only in our
        words.
        """
        return (
            f"{self.title} [{self.ours}]"
            if self.title and self.ours
            else self.title or self.ours[:1].upper() + self.ours[1:]
        )


class Cell(NamedTuple):
    """A printed cell. `figure` or `answer` is the row it became, if any; `is_label` says whether it
    names its row.
    """

    text: str
    figure: dict[str, str] | None
    answer: dict[str, str] | None
    is_label: bool


Facts = dict[tuple[str, str], dict[str, Any]]  # by row of the source and column


class PrintedTable(NamedTuple):
    headings: list[Heading]
    rows: list[tuple[str, list[Cell]]]

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Each note once, after the columns that have it."""
        found: dict[str, list[str]] = {}
        for heading in self.headings:
            found.setdefault(heading.note, []).append(heading.name)
        return [(words.joined(names), note) for note, names in found.items() if note]


def table(table_id: str, package: Package) -> PrintedTable:
    """The table as printed; each row with the line it stands on."""
    rows = read_rows(package.root / addresses.printed_csv(table_id))
    resource = package.printed(table_id)
    described = {field["name"]: field for field in resource.get("schema", {}).get("fields", [])}
    columns = [column for column in (rows[0] if rows else described) if column not in OURS]
    facts = cells(table_id, package)
    labels = label_columns(columns, facts)
    return PrintedTable(
        headings(
            [described.get(column, {"name": column}) for column in columns],
            {column for (_, column), fact in facts.items() if "figure_id" in fact},
        ),
        [
            (
                row["line"],
                [cell(number, column, row[column], facts, column in labels) for column in columns],
            )
            for number, row in enumerate(rows, start=1)
        ],
    )


def cells(table_id: str, package: Package) -> Facts:
    """Figures and answers of a table by row of the source and the last part of their address, which
    is the column.
    """
    figures, answers = (
        package.group(kind, "table_id", table_id) for kind in ("figures", "answers")
    )
    return {
        (fact["source_row"], fact["address_column"] or fact["address_row"]): fact
        for fact in [*figures, *answers]
    }


def label_columns(columns: list[str], facts: Facts) -> set[str]:
    """The columns before the first that holds figures or answers name the rows."""
    with_facts = {column for _, column in facts}
    first = next((number for number, column in enumerate(columns) if slug(column) in with_facts), 1)
    return set(columns[: max(first, 1)]) if first else set()


def slug(column: str) -> str:
    return column.replace("_", "-")


def headings(fields: list[dict[str, Any]], with_figures: set[str]) -> list[Heading]:
    titles = [field.get("title", "") for field in fields]
    days = [day(field) for field in fields]
    return [
        Heading(
            title,
            ours(field, days) if not title or titles.count(title) > 1 else "",
            field.get("note", ""),
            slug(field["name"]) in with_figures,
        )
        for field, title in zip(fields, titles, strict=True)
    ]


def ours(field: dict[str, Any], days: list[str]) -> str:
    """What we call a column: its day if no other column is for that day, else its name in words."""
    return (
        day(field)
        if day(field) and days.count(day(field)) == 1
        else field["name"].replace("_", " ")
    )


def day(field: dict[str, Any]) -> str:
    """The day that all cells of a column are for, in words; empty if they are not for one day."""
    given = field.get("gives")
    period = given.get("period", "") if isinstance(given, dict) else ""
    return words.day(period) if DAY.fullmatch(period) else ""


def cell(number: int, column: str, text: str, facts: Facts, is_label: bool) -> Cell:
    fact = facts.get((str(number), slug(column)))
    is_figure = bool(fact and "figure_id" in fact)
    return Cell(
        text, fact if is_figure else None, None if is_figure else fact, is_label and not fact
    )
