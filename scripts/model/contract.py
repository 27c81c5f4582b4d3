"""The contract and the tables it describes: each table that build reads or writes has the
contract's columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema

from scripts.model.files import read_rows
from scripts.model.problems import Problem

CONTRACT = "datapackage.json"
VOCABULARY = "data/vocabulary"
WRITTEN = "data/tidy"
TEXT = {"type": "string", "minLength": 1}
COLUMNS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
}
KEY = {"type": "array", "items": TEXT}
COLUMNS_AND_KEY = {
    "type": "object",
    "required": ["fields"],
    "properties": {"fields": COLUMNS, "primaryKey": KEY},
}
TABLE = {
    "type": "object",
    "required": ["name", "path", "schema"],
    "properties": {"name": TEXT, "path": TEXT, "schema": COLUMNS_AND_KEY},
}
TABLES = {"type": "array", "minItems": 1, "items": TABLE}
PACKAGE = {"type": "object", "required": ["resources"], "properties": {"resources": TABLES}}
SHAPE = {
    "type": "object",
    "required": ["version", "resources"],
    "properties": {"version": TEXT, "resources": TABLES},
}


def shape_problems(contract: dict[str, Any]) -> list[Problem]:
    """A contract that the steps after this one cannot read: no version, or no tables with a name, a
    path and columns.
    """
    return faults_of_shape(CONTRACT, contract, SHAPE)


def faults_of_shape(file: str, described: Any, shape: dict[str, Any]) -> list[Problem]:
    """Where a descriptor has not this shape."""
    return [
        Problem(
            file,
            "/".join(map(str, error.absolute_path)) or "top",
            error.message[:300],
            "Describe the version, and each table with its name, path and columns",
        )
        for error in jsonschema.Draft202012Validator(shape).iter_errors(described)
    ]


def columns(contract: dict[str, Any], folder: str) -> dict[str, list[str]]:
    """The columns of each table of a folder, by table name."""
    return {
        table["name"]: [field["name"] for field in table["schema"]["fields"]]
        for table in contract["resources"]
        if table["path"].rpartition("/")[0] == folder
    }


def vocabulary_problems(root: Path, contract: dict[str, Any]) -> Iterator[Problem]:
    """Vocabulary tables that are missing or have other columns; and ids that stand twice."""
    described = columns(contract, VOCABULARY)
    keys = {table["name"]: table["schema"].get("primaryKey", []) for table in contract["resources"]}
    there = {path.stem: path for path in sorted((root / VOCABULARY).glob("*.csv"))}
    for name in described.keys() - there.keys():
        yield Problem(
            f"{VOCABULARY}/{name}.csv",
            "file",
            "is missing",
            f"Add it, or take the table out of {CONTRACT}",
        )
    for name in sorted(described.keys() & there.keys()):
        file, rows = f"{VOCABULARY}/{name}.csv", read_rows(there[name])
        if not rows or list(rows[0]) != described[name]:
            yield Problem(
                file,
                "header",
                f"is not {', '.join(described[name])}, or no row follows",
                f"Write the columns that {CONTRACT} describes",
            )
        else:
            yield from _repeated(
                file, rows, [column for column in keys[name] if column in described[name]]
            )


def _repeated(file: str, rows: list[dict[str, str]], key: list[str]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=1):
        ids = tuple(row[name] for name in key)
        if ids in seen:
            yield Problem(
                file,
                f"row {number}",
                f"{' '.join(ids)!r} is the id of row {seen[ids]} too",
                "Give each term its own id, or remove one",
            )
        seen.setdefault(ids, number)


def _columns_written(rows: Sequence[dict[str, str] | tuple[str, ...]]) -> list[str]:
    """The columns of a table's rows; none where it has no row."""
    return list(getattr(rows[0], "_fields", rows[0])) if rows else []


def _is_typed(rows: Sequence[dict[str, str] | tuple[str, ...]]) -> bool:
    """Whether cells are known by their place, so that the order of the columns matters."""
    return bool(rows) and isinstance(rows[0], tuple)


def written_problems(
    contract: dict[str, Any], tables: Mapping[str, Sequence[dict[str, str] | tuple[str, ...]]]
) -> Iterator[Problem]:
    """Tables and columns that build writes and the contract does not describe, or the other way."""
    described = columns(contract, WRITTEN)
    for name in sorted(described.keys() ^ tables.keys()):
        yield Problem(
            CONTRACT,
            f"table {name}",
            "is not both described and written",
            "Describe the tables that build writes",
        )
    for name in described.keys() & tables.keys():
        written = _columns_written(tables[name])
        strange = set(written) ^ set(described[name]) if written else set()
        moved = not strange and _is_typed(tables[name]) and written != described[name]
        for column in sorted(strange) or (described[name][:1] if moved else []):
            yield Problem(
                CONTRACT,
                f"table {name}, column {column}",
                "is not both described and written, in this order",
                "Describe the columns that build writes",
            )
