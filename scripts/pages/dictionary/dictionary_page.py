"""The data dictionary, from the contract: every table with its columns, and the terms of the
vocabulary.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.pages import addresses
from scripts.pages.rendering import Page, page

MOST_TERMS = 300  # a longer table of the vocabulary is a file to search, not a page to read


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.DICTIONARY]


def pages(package: Package) -> Iterator[Page]:
    tables = [table_facts(table, package) for table in package.contract["resources"]]
    yield page(
        "dictionary/dictionary.html",
        addresses.DICTIONARY,
        "Data dictionary",
        "Every table and every column: what it means, its type, and what it refers to.",
        package,
        tables=tables,
    )


def table_facts(table: dict[str, Any], package: Package) -> dict[str, Any]:
    """A table of the contract with its columns, and its rows where it is vocabulary."""
    schema = table["schema"]
    keys = {
        column: key["reference"]["resource"]
        for key in schema.get("foreignKeys", [])
        for column in key["fields"]
    }
    rows = package[table["name"]]
    return {
        "table": table,
        "columns": [(field, keys.get(field["name"], "")) for field in schema["fields"]],
        "primary_key": schema.get("primaryKey", []),
        "rows": len(rows),
        "vocabulary": rows if is_shown(table, rows) else [],
    }


def is_shown(table: dict[str, Any], rows: list[dict[str, str]]) -> bool:
    """Whether a page can hold the terms of a table: one of the vocabulary that is not too long."""
    return table["path"].startswith("data/vocabulary/") and len(rows) <= MOST_TERMS
