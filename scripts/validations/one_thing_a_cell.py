"""No cell holds a list: what belongs to several things is a row for each, or a table with keys.

A column with a foreign key can't hold one, so looked at are the others. A cell is a list if it is
nothing but ids, columns or dates, with signs or `and` between them.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from scripts.model.problems import Problem

BETWEEN = re.compile(r"\s*[;,|]\s*|\s+(?:and|or)\s+")
DATE = re.compile(r"[12]\d{3}(-\d\d){1,2}")
NUMBER = re.compile(r"[\d.]+")  # a number may be an id, and is no word of a list
IN_AN_ID = re.compile(r"[-_/\d]")  # a word of plain letters may be a word of a sentence
QUOTED = ("_as_published", "_label")  # these columns quote what is printed
CURE = "Write a row for each, in a table of its own where there is none"
Columns = Mapping[str, Collection[str]]


def problems(
    tables: list[dict[str, Any]], columns_of: Callable[[dict[str, Any]], Columns]
) -> Iterator[Problem]:
    """The cells that hold a list. `columns_of` gives the distinct cells of a table by column."""
    read = [(table, columns_of(table)) for table in tables]
    known = {name for table, _ in read for name in column_names(table)}
    for table, columns in read:
        for name in table["schema"].get("primaryKey", []):
            known.update(cell for cell in columns.get(name, ()) if not NUMBER.fullmatch(cell))
    for table, columns in read:
        for name in may_hold_anything(table):
            for cell in sorted(cell for cell in columns.get(name, ()) if is_list(cell, known)):
                yield Problem(table["path"], f"column {name}", f"{cell!r} is a list", CURE)


def column_names(table: dict[str, Any]) -> list[str]:
    return [field["name"] for field in table["schema"]["fields"]]


def may_hold_anything(table: dict[str, Any]) -> list[str]:
    """The columns of text that no key and no list of words holds to single things."""
    schema = table["schema"]
    keyed = {name for key in schema.get("foreignKeys", []) for name in key["fields"]}
    return [
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and field["name"] not in keyed
        and not field["name"].endswith(QUOTED)
        and "enum" not in field.get("constraints", {})
    ]


def is_list(cell: str, known: Collection[str]) -> bool:
    """Whether a cell is nothing but two or more ids or dates."""
    if cell in known:
        return False
    parts = BETWEEN.split(cell)
    return (
        len(parts) > 1
        and all(part in known or DATE.fullmatch(part) for part in parts)
        and any(IN_AN_ID.search(part) for part in parts)
    )
