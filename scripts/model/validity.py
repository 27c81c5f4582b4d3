"""Whether a data package is valid: by proof where the proof is certain, else by frictionless, which
also explains.

Reads a descriptor and its files. Writes nothing.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless

from scripts.model import own_terms
from scripts.model.certainty import uncertain
from scripts.model.files import read_json

MOST_ERRORS = 1_000
Fault = tuple[str, frictionless.Error]  # with the file it is in


def errors(path: Path) -> Iterator[Fault]:
    """Each error of the package described at `path`, with the file it is in; the descriptor's own
    have no file.

    A table without a schema is read as text, since nothing about its columns was promised.
    """
    yield from errors_of(with_text_columns(read_json(path), path.parent), path.parent)


def errors_of(descriptor: dict[str, Any], folder: Path) -> Iterator[Fault]:
    """The same of a descriptor whose files lie in `folder`."""
    faults = list(frictionless.Package.metadata_validate(descriptor))
    if faults:
        yield from (("", fault) for fault in faults)
    elif uncertain(descriptor, folder):
        yield from explained(descriptor, folder)


def explained(descriptor: dict[str, Any], folder: Path) -> Iterator[Fault]:
    """What frictionless says of the package, table by table."""
    tables = {**descriptor, "resources": [whole(each, folder) for each in descriptor["resources"]]}
    package = frictionless.Package.from_descriptor(tables, basepath=str(folder))
    report = package.validate(limit_errors=MOST_ERRORS)
    yield from (("", error) for error in report.errors)
    paths = {table["name"]: table["path"] for table in descriptor["resources"]}
    for task in report.tasks:
        yield from ((paths.get(task.name, task.place), error) for error in task.errors)


def whole(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The table as it stands in its file, or with its rows where documents add to them."""
    path = folder / table["path"]
    if not own_terms.files(path):
        return table
    kept = {word: said for word, said in table.items() if word in ("name", "schema")}
    return {**kept, "data": list(own_terms.lines(path))}


def with_text_columns(descriptor: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The descriptor, with columns of text for each table that describes none."""
    tables = [
        table if "schema" in table else {**table, "schema": {"fields": text_fields(folder, table)}}
        for table in descriptor.get("resources", [])
    ]
    return {**descriptor, "resources": tables}


def text_fields(folder: Path, table: dict[str, Any]) -> list[dict[str, str]]:
    with (folder / table["path"]).open(encoding="utf-8", newline="") as file:
        return [{"name": name, "type": "string"} for name in next(csv.reader(file), [])]
