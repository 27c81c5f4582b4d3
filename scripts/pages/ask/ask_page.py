"""The pages that ask the data: what their scripts need stands in them, and say what else to do
where no script runs.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.asking import worked_queries
from scripts.model.package import Package
from scripts.offering import flat
from scripts.pages import addresses
from scripts.pages.rendering import Page, page

SQL_DESCRIPTION = (
    "Ask all tables in SQL, in your browser: worked queries, the columns of every table, results "
    "to download."
)


EXPLORE_DESCRIPTION = (
    "Filter every figure and answer, turn them into a table, and save what you see as a file."
)


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.ASK, addresses.ASK_SQL]


def pages(package: Package) -> Iterator[Page]:
    yield page("ask/explore.html", addresses.ASK, "Ask the data", EXPLORE_DESCRIPTION, package)
    asked = page(
        "ask/sql.html",
        addresses.ASK_SQL,
        "Ask in SQL",
        SQL_DESCRIPTION,
        package,
        queries=worked_queries.read(package.root),
        views=views(package),
    )
    yield asked._replace(computes=True)


class View(NamedTuple):
    """A table that queries can name, what it is called, and its columns."""

    name: str
    title: str
    columns: list[str]


def views(package: Package) -> list[View]:
    """The tables of the database: those with every name filled in come first."""
    filled_in = [
        View(f"all_{table}", title, [*columns(package, table), *(name.column for name in names)])
        for table, title, names in (
            ("figures", "Figures, every name filled in", flat.FIGURES),
            ("answers", "Answers, every name filled in", flat.ANSWERS),
        )
    ]
    own = [
        View(name, package.described[name]["title"], columns(package, name))
        for name in package.rows
    ]
    return [*filled_in, *own]


def columns(package: Package, table: str) -> list[str]:
    return [field["name"] for field in package.fields(table)]
