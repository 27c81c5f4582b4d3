"""The contract and the tables it describes: each table that build reads or writes has the
contract's columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema_rs

from scripts.model import own_terms
from scripts.model.files import read_rows
from scripts.model.problems import Problem

CONTRACT = "datapackage.json"
VOCABULARY = own_terms.COMMON
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
EACH_TABLE = "each table with its name, path and columns"
PACKAGE = {
    "description": EACH_TABLE,
    "type": "object",
    "required": ["resources"],
    "properties": {"resources": TABLES},
}
SHAPE = {
    "description": f"the version, and {EACH_TABLE}",
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
    """Where a descriptor has not this shape, whose `description` says what to describe."""
    if jsonschema_rs.is_valid(shape, described):
        return []
    import jsonschema  # it explains, is slow to load, and is seldom needed

    return [
        Problem(
            file,
            "/".join(map(str, error.absolute_path)) or "top",
            error.message[:300],
            f"Describe {shape['description']}",
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
            key = [column for column in keys[name] if column in described[name]]
            yield from _repeated(root, name, key)
    yield from _own_problems(root, described)


def _own_problems(root: Path, described: dict[str, list[str]]) -> Iterator[Problem]:
    """Files of a document's own terms that have not the name or the columns of a table."""
    for folder in own_terms.folders(root):
        for path in sorted((root / folder).glob("[!.]*")):
            file = f"{folder}/{path.name}"
            if path.stem not in described or path.suffix != ".csv":
                what = f"has not the name of a table of {VOCABULARY}"
                yield Problem(file, "file", what, "Name it like the one that its terms belong to")
            elif list((read_rows(path) or [{}])[0]) != described[path.stem]:
                what = f"is not {', '.join(described[path.stem])}, or no row follows"
                cure = f"Write the columns of {VOCABULARY}/{path.name}"
                yield Problem(file, "header", what, cure)


def _repeated(root: Path, table: str, key: list[str]) -> Iterator[Problem]:
    """Ids that stand twice in a table, be it in one file or in two."""
    seen: dict[tuple[str, ...], tuple[own_terms.Written, dict[str, str]]] = {}
    rows = own_terms.rows(root / VOCABULARY / f"{table}.csv")
    for place, row in zip(own_terms.written(root, table), rows, strict=True):
        ids = tuple(row[name] for name in key)
        if ids not in seen:
            seen[ids] = place, row
            continue
        first, there = seen[ids]
        if place.file == first.file:
            what = f"{' '.join(ids)!r} is the id of row {first.row} too"
            yield Problem(
                place.file, f"row {place.row}", what, "Give each term its own id, or remove one"
            )
        else:
            what, cure = _in_two_files(ids, first, row == there)
            yield Problem(place.file, f"row {place.row}", what, cure)


def _in_two_files(ids: tuple[str, ...], first: own_terms.Written, is_same: bool) -> tuple[str, str]:
    """What is wrong with a term that stands in two files, and the cure."""
    where = f"row {first.row} of {first.file}"
    if first.file.startswith(f"{VOCABULARY}/"):
        cure = "Take this row out, and use the term that is there; give another meaning its own id"
    else:
        cure = (
            f"Take both rows out and write the term into {VOCABULARY} once, or give one another id"
        )
    says = "and says the same" if is_same else "which says something else"
    return f"{' '.join(ids)!r} is the id of {where} too, {says}", cure


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
