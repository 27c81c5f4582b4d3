"""Released versions: what each froze, what changed from one to the next, and which step of the
version number that asks for.

A release is a folder data/releases/<version>/, written once by the verb `release`: the figures and
answers as they were (figures.csv, answers.csv), the ids of everything else with a digest of each
row (ids.csv), the columns (columns.csv), its date (release.json), and the whole as its zip
(package.zip). From two of them follows the change report; from one the frozen files under
/v<version>/.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scripts.formats import archives
from scripts.model.files import csv_text, read_json, read_rows
from scripts.model.package import Package
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, of_contract

FOLDER = "data/releases"
KEPT = {
    "figures": [
        "figure_id",
        "measure_id",
        "area_id",
        "period_start",
        "period_end",
        "breakdown_1_dimension",
        "breakdown_1_category",
        "breakdown_2_dimension",
        "breakdown_2_category",
        "value",
        "unit",
        "value_as_published",
        "qualifier",
        "value_marker",
        "line",
    ],
    "answers": ["answer_id", "question_id", "subject", "answer", "answer_as_published", "line"],
    "ids": ["table", "id", "digest"],
    "columns": ["table", "column", "type"],
}
ARCHIVE = "package.zip"
STEPS = ["none", "patch", "minor", "major"]


class Release(NamedTuple):
    """One version: `tables` holds the rows of each kept file by its name, `archive` is the zip of
    the whole.
    """

    version: str
    date: str
    tables: dict[str, list[dict[str, Any]]]
    archive: bytes


class Change(NamedTuple):
    """What happened to one thing: added, removed or changed; `what` is the column that changed,
    with both its cells.
    """

    happened: str
    table: str
    id: str
    what: str
    before: str
    after: str


def freeze(package: Package) -> Release:
    """What a release of the package as it is now would keep."""
    tables = {
        name: [{column: row[column] for column in KEPT[name]} for row in package[name]]
        for name in ("figures", "answers")
    }
    tables["ids"] = [*_ids(package)]
    tables["columns"] = [
        {"table": table["name"], "column": field["name"], "type": field["type"]}
        for table in package.contract["resources"]
        for field in table["schema"]["fields"]
    ]
    return Release(
        package.contract["version"], package.released, tables, archives.whole(package).content
    )


def contents(release: Release) -> dict[str, bytes]:
    """The files of a release by name."""
    tables = {
        f"{name}.csv": csv_text(KEPT[name], rows).encode() for name, rows in release.tables.items()
    }
    return tables | {
        "release.json": json_bytes({"version": release.version, "date": release.date}),
        ARCHIVE: release.archive,
    }


def read(root: Path) -> list[Release]:
    """All releases, newest first. A file that is not there, or not as it was written, is an
    error.
    """
    folders = [path for path in (root / FOLDER).glob("[!.]*") if path.is_dir()]
    return sorted(map(_read, folders), key=lambda one: number(one.version), reverse=True)


def changes(old: Release, new: Release) -> list[Change]:
    """Added, removed and changed things by table and id, in the order of the tables."""
    before, after = _things(old), _things(new)
    found = []
    for key in dict.fromkeys([*before, *after]):
        if key not in after or key not in before:
            found.append(Change("removed" if key in before else "added", *key, "", "", ""))
        else:
            found += [
                Change("changed", *key, name, before[key].get(name, ""), text)
                for name, text in after[key].items()
                if before[key].get(name, "") != text
            ]
    return found


def step(found: list[Change]) -> str:
    """The step that the changes ask for: an id or a column that is gone or retyped, something new,
    or a correction.
    """
    kinds = {(change.happened, change.table) for change in found}
    if any(
        happened == "removed" or (happened, table) == ("changed", "columns")
        for happened, table in kinds
    ):
        return "major"
    if any(happened == "added" for happened, _ in kinds):
        return "minor"
    return "patch" if kinds else "none"


def step_between(old: str, new: str) -> str:
    """Which step leads from one version number to the next; `none` if the new one is not the next
    of any kind.
    """
    major, minor, patch = number(old)
    nexts = {
        "major": (major + 1, 0, 0),
        "minor": (major, minor + 1, 0),
        "patch": (major, minor, patch + 1),
    }
    return next((name for name, one in nexts.items() if one == number(new)), "none")


def number(version: str) -> tuple[int, int, int]:
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ValueError(f"{version} is not a version like 1.2.0")
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch


def summary(found: list[Change]) -> str:
    """The change report in one line: how many figures, answers and other things were added,
    removed, changed.
    """
    lines = []
    for table in ("figures", "answers", "other things"):
        own = [
            change
            for change in found
            if (change.table if change.table in ("figures", "answers") else "other things") == table
        ]
        counts = {
            happened: len(
                {(change.table, change.id) for change in own if change.happened == happened}
            )
            for happened in ("added", "removed", "changed")
        }
        lines += (
            [
                f"{table}: "
                + ", ".join(f"{count:,} {happened}" for happened, count in counts.items())
            ]
            if own
            else []
        )
    return "; ".join(lines) or "nothing changed"


def files(package: Package, found: list[Release]) -> Iterator[File]:
    """/v<version>/ of every release: its figures and answers, and what changed against the one
    before.
    """
    for place, release in enumerate(found):
        older = found[place + 1] if place + 1 < len(found) else None
        report: dict[str, Any] = {
            "version": release.version,
            "date": release.date,
            "against": older.version if older else None,
        }
        report |= {
            "latest": found[0].version,
            "changes": [change._asdict() for change in (changes(older, release) if older else [])],
        }
        folder = f"v{release.version}"
        yield File(f"{folder}/changes.json", json_bytes(report))
        name, ids = package.contract["name"], _documents(release)
        yield File(
            f"{folder}/{name}.zip",
            release.archive,
            f"Version {release.version}: the whole",
            "Everything as it was released, as a Data Package.",
            None,
            ids,
            frozen=release.date,
            section="versions",
            label="Data Package (zip)",
            media_type="application/zip",
            file_type="ZIP",
        )
        for name in ("figures", "answers"):
            title, what, rows = (
                f"Version {release.version}: {name}",
                f"The {name} as they were released.",
                release.tables[name],
            )
            yield File(
                f"{folder}/{name}.csv",
                csv_text(KEPT[name], rows).encode(),
                title,
                what,
                len(rows),
                ids,
                frozen=release.date,
                section="versions",
                label="CSV",
                media_type="text/csv",
                file_type="CSV",
            )


def _documents(release: Release) -> tuple[str, ...]:
    """The ids of the documents of a release."""
    return tuple(row["id"] for row in release.tables["ids"] if row["table"] == "documents")


def _ids(package: Package) -> Iterator[dict[str, Any]]:
    """The other tables that have a key of one column: the id of each row, and a digest that tells
    when its text changes.
    """
    for table, resource in zip(
        package.contract["resources"], package.once(of_contract), strict=True
    ):
        if len(resource.key) == 1 and table["name"] not in KEPT:
            for row in resource.rows:
                digest = hashlib.sha256("\x1f".join(row.values()).encode()).hexdigest()[:16]
                yield {"table": table["name"], "id": row[resource.key[0]], "digest": digest}


def _things(release: Release) -> dict[tuple[str, str], dict[str, str]]:
    """Everything that has an id: (table, id) to its cells."""
    tables = release.tables
    things = {
        (name, row[KEPT[name][0]]): row for name in ("figures", "answers") for row in tables[name]
    }
    things |= {(row["table"], row["id"]): {"text": row["digest"]} for row in tables["ids"]}
    return things | {
        ("columns", f"{row['table']}.{row['column']}"): {"type": row["type"]}
        for row in tables["columns"]
    }


def _read(folder: Path) -> Release:
    about = read_json(folder / "release.json")
    tables = {name: read_rows(folder / f"{name}.csv") for name in KEPT}
    for name, rows in tables.items():
        if rows and [*rows[0]] != KEPT[name]:
            raise ValueError(f"{folder.name}/{name}.csv does not have the columns of a release")
    if about["version"] != folder.name:
        raise ValueError(f"{folder.name}/release.json is of version {about['version']}")
    return Release(about["version"], about["date"], tables, (folder / ARCHIVE).read_bytes())
