"""The package as a whole: the contract, the tidy files and the versions hold together."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import frictionless

from scripts.model import own_terms, validity
from scripts.model.contract import CONTRACT, WRITTEN
from scripts.model.files import read_json
from scripts.model.problems import Problem
from scripts.privacy import kept_back
from scripts.reading.sources import DESCRIPTOR
from scripts.validations import (
    guard,
    official_follows,
    one_thing_a_cell,
    sealed_releases,
    versions_agree,
)

MEASURED = "data/measured/"
MEASURE = "Measure again: python3 scripts/run.py mutate --documents FOLDER --write"


def problems(root: Path, built: dict[str, str]) -> list[Problem]:
    """All that is wrong with the package at root; `built` is what build would write now, by file
    name.
    """
    if unsafe := guard.problems_in(root, [MEASURED], []):
        return unsafe
    contract = read_json(root / CONTRACT)
    found = [
        *contract_problems(contract),
        *versions_agree.problems(root, contract),
        *tidy_problems(root, built),
        *sealed_releases.problems(root),
        *official_follows.problems(root, built),
        *kept_back.problems(root, built),
    ]
    found = found or [*frictionless_problems(root, CONTRACT), *source_problems(root)]
    return found or list_problems(root, contract["resources"], contract["resources"])


def before_writing(root: Path, made: Path) -> list[Problem]:
    """What would be wrong if the files in `made`, a folder beside data/tidy, stood in its place."""
    contract, beside = read_json(root / CONTRACT), made.relative_to(root).as_posix()
    tables = [
        {**table, "path": table["path"].replace(f"{WRITTEN}/", f"{beside}/")}
        for table in contract["resources"]
        if not table["path"].startswith(MEASURED)
    ]
    found = [*contract_problems(contract), *source_problems(root)]
    found = found or [
        problem._replace(file=problem.file.replace(f"{beside}/", f"{WRITTEN}/"))
        for problem in told(
            root, CONTRACT, validity.errors_of({**contract, "resources": tables}, root)
        )
    ]
    return found or list_problems(root, tables, contract["resources"])


def kept_back_problems(root: Path, built: dict[str, str]) -> Iterator[Problem]:
    """Numbers that publishers keep back, and that can be worked out."""
    return kept_back.problems(root, built)


def official_problems(root: Path, follows: Collection[str]) -> list[Problem]:
    """What would be wrong with the official tables but for those that build makes."""
    return official_follows.before_writing(root, follows)


def measured_problems(root: Path) -> list[Problem]:
    """What is wrong with the tables that were measured. No source can make any of them wrong."""
    if not (root / MEASURED).is_dir():
        return []
    contract = read_json(root / CONTRACT)
    tables = [table for table in contract["resources"] if table["path"].startswith(MEASURED)]
    return guard.problems_in(root, [MEASURED], []) or list(
        told(root, CONTRACT, validity.errors_of({**contract, "resources": tables}, root))
    )


def contract_problems(contract: dict[str, Any]) -> Iterator[Problem]:
    """Every table and every column has a title and a description."""
    for table in contract["resources"]:
        for place, thing in [(table["name"], table)] + [
            (f"{table['name']}/{field['name']}", field) for field in table["schema"]["fields"]
        ]:
            for word in ("title", "description"):
                if not thing.get(word, "").strip():
                    yield Problem(
                        CONTRACT, place, f"has no {word}", f"Write its {word} in plain English"
                    )


def tidy_problems(root: Path, built: dict[str, str]) -> Iterator[Problem]:
    """data/tidy is byte for byte what build makes."""
    folder = root / "data/tidy"
    there = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}
    for name in sorted(there.keys() | built.keys()):
        if there.get(name) != built.get(name, "").encode():
            yield Problem(f"data/tidy/{name}", "file", "is not what build makes", "Run make build")


def list_problems(
    root: Path, tables: list[dict[str, Any]], named: list[dict[str, Any]]
) -> list[Problem]:
    """Cells that hold a list. `tables` say where the files lie now, `named` how they are called."""
    paths = {table["name"]: table["path"] for table in tables}
    return list(
        one_thing_a_cell.problems(
            [table for table in named if table["name"] in paths],
            lambda table: distinct(own_terms.rows(root / paths[table["name"]])),
        )
    )


def distinct(rows: list[dict[str, str]]) -> dict[str, set[str]]:
    """The distinct cells of each column."""
    return {column: {row[column] for row in rows} for column in (rows[0] if rows else ())}


def frictionless_problems(folder: Path, descriptor: str) -> Iterator[Problem]:
    """Types, keys, enums, patterns that do not hold. Errors in generated rows are told with their
    source.
    """
    yield from told(folder, descriptor, validity.errors(folder / descriptor))


def told(folder: Path, descriptor: str, errors: Iterable[validity.Fault]) -> Iterator[Problem]:
    for file, error in errors:
        if file:
            problem = Problem(file, *_source(folder / file, error))
            yield from own_terms.placed(folder, [problem])
        else:
            yield Problem(descriptor, "package", error.message, "Correct the descriptor")


def _source(path: Path, error: frictionless.Error) -> tuple[str, str, str]:
    """Place, fault and cure; the place is the source table's row where the broken row came from
    one. Frictionless counts the header as a row, we do not.
    """
    number = getattr(error, "row_number", None)
    row = own_terms.rows(path)[number - 2] if number and path.suffix == ".csv" else {}
    if "source_row" in row:
        return (
            f"from data/sources/{row['table_id']}.csv, row {row['source_row']}",
            error.note or error.message,
            "Correct the source",
        )
    cure = MEASURE if path.parent.name == "measured" else "Correct it"
    return f"row {number - 1}" if number else "file", error.message, cure


def source_problems(root: Path) -> Iterator[Problem]:
    """Each source folder is a Data Package of its own."""
    for path in sorted((root / "data/sources").glob(f"*/{DESCRIPTOR}")):
        for problem in frictionless_problems(path.parent, DESCRIPTOR):
            yield problem._replace(
                file=f"{path.parent.relative_to(root).as_posix()}/{problem.file}"
            )
