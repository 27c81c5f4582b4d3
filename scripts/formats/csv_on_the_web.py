"""CSV on the Web: csv-metadata.json in every folder that has CSV files, from the same fields as
everything else.

A column means the same in every file of a folder: it is described where it comes first, and only
named and typed after that.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from scripts.model.package import Field, Package
from scripts.offering import official_tables, reuse, urls
from scripts.offering.offered import Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File

NAME = "csv-metadata.json"
TYPES: dict[str, Any] = {
    "number": "decimal",
    "integer": "integer",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
}


def describes(package: Package, files: list[File]) -> Iterator[File]:
    """Of every CSV file with columns, and of what else people wrote into the sources by hand."""
    known = {file.path for file in files}
    written = [
        of_text(package, path, content.decode())
        for path, content in package.source_files.items()
        if path.endswith(".csv") and path not in known
    ]
    yield from by_folder(package, [file for file in [*files, *written] if file.fields])


def by_folder(package: Package, files: Iterable[File]) -> Iterator[File]:
    """One description a folder: csv-metadata.json, where the standard says to look for it."""
    groups = defaultdict(list)
    for file in files:
        groups[file.path.rpartition("/")[0]].append(file)
    for folder, own in sorted(groups.items()):
        yield File(f"{folder}/{NAME}".lstrip("/"), json_bytes(group(package, own)))


def group(package: Package, files: list[File]) -> dict[str, Any]:
    """The description of the CSV files of a folder."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:publisher": package.contract["contributors"][0]["title"],
        "dc:modified": package.released,
        "dc:source": urls.url(package, "datapackage.json"),
        "tables": list(_tables(package, files)),
    }


def _tables(package: Package, files: list[File]) -> Iterator[dict[str, Any]]:
    """Each table, with the columns that no table before it has described."""
    described: set[str] = set()
    for file in files:
        said = [_said(field) for field in file.fields]
        yield table(package, file, [one not in described for one in said])
        described.update(said)


def of_text(package: Package, path: str, text: str) -> File:
    """A CSV file that a page made: columns of figures mean what the contract says, others what they
    are called.
    """
    rows = list(csv.DictReader(io.StringIO(text)))
    known = {field["name"]: field for field in package.fields("figures")}
    names = next(csv.reader(io.StringIO(text)))
    fields = [{**known.get(name, _called(name)), "constraints": {}} for name in names]
    of_source = [path.split("/")[2]] if path.startswith("data/sources/") else []
    shown = [package.term("figures", row["figure_id"]) for row in rows if row.get("figure_id")]
    documents = dict.fromkeys([*of_source, *(figure["document_id"] for figure in shown)])
    title = path.rsplit("/", 1)[-1].removesuffix(".csv").replace("-", " ").capitalize()
    return File(
        path,
        text.encode(),
        title,
        f"The rows of {path}.",
        len(rows),
        tuple(documents),
        fields=tuple(fields),
    )


def _called(name: str) -> Field:
    title = name.replace("_", " ").capitalize()
    return {"name": name, "type": "string", "title": title, "description": f"{title}."}


def table(package: Package, file: File, described: list[bool]) -> dict[str, Any]:
    """A table; `described` says of each column whether it is described here."""
    columns = [
        _column(field) | (_meaning(field) if here else {})
        for field, here in zip(file.fields, described, strict=True)
    ]
    schema: dict[str, Any] = {"columns": columns}
    schema |= {"primaryKey": list(file.key)} if file.key else {}
    return {
        "url": file.path.rsplit("/", 1)[-1],
        "dc:title": file.title or file.what,
        "dc:description": file.what,
        **_terms(package, file),
        "tableSchema": schema,
    }


def _terms(package: Package, file: File) -> dict[str, Any]:
    """The re-use terms: one licence where all its documents share it, in words where they differ,
    ours where it has none.
    """
    if file.official:
        official = package.once(official_tables.terms)
        return {"dc:rights": official.rights, "dc:license": {"@id": official.url}}
    held = [package.once(reuse.terms)[document] for document in file.documents]
    licences = {one.url for one in held} or {reuse.OURS_URL}
    rights = "\n".join(f"{one.title}. {one.attribution}" for one in held) or reuse.OURS
    return {"dc:rights": rights} | (
        {"dc:license": {"@id": licences.pop()}} if len(licences) == 1 else {}
    )


def _column(field: Field) -> dict[str, Any]:
    column = {
        "name": field["name"].replace("-", "_"),
        "titles": field["name"],
    }
    if field["type"] in TYPES:
        column["datatype"] = TYPES[field["type"]]
    if field.get("constraints", {}).get("required"):
        column["required"] = True
    return column


def _meaning(field: Field) -> dict[str, str]:
    return {"dc:title": field["title"], "dc:description": field["description"]}


def _said(field: Field) -> str:
    return "\0".join((field["name"], *_meaning(field).values()))


FORMAT = Format(
    label="CSV on the Web",
    suffix=".json",
    media_type="application/json",
    purpose="Describes the columns of every CSV file.",
    section="descriptions",
    file_type="JSON",
    describes=describes,
    standards=(
        Standard(
            "CSV on the Web",
            "https://www.w3.org/TR/tabular-data-primer/",
            "csv-metadata.json in every folder that has CSV files",
            "csvw",
            "a wrong type, a missing column, a missing file",
            "tests/formats/test_metadata.py",
        ),
    ),
)
