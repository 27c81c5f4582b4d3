"""The package as the downloads see it: the contract, every table of it, and the tables as printed. Reads, never writes.

Reads datapackage.json, data/tidy, data/vocabulary, data/sources and CHANGELOG.md under a root.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import csv_text, read_json, read_rows

CONTRACT = "datapackage.json"
DESCRIPTOR = "datapackage.json"  # of a document


class File(NamedTuple):
    """One file of the site. Only files with a title are shown to people; `documents` are those whose facts are in it.

    `document_id` is set if it belongs to one document, `table_id` if to one of its tables, `topic_id` if to one topic.
    `frozen` is the day on which it was released, for files of a released version; they are no part of the latest.
    """

    path: str
    content: bytes
    title: str = ""
    what: str = ""
    rows: int | None = None
    documents: tuple[str, ...] = ()
    document_id: str = ""
    table_id: str = ""
    topic_id: str = ""
    frozen: str = ""


class Resource(NamedTuple):
    """One CSV file with its columns: `fields` are Table Schema fields, `rows` are dicts of strings."""

    path: str
    title: str
    description: str
    fields: list[dict]
    rows: list[dict[str, str]]
    documents: tuple[str, ...]
    key: tuple[str, ...]
    content: bytes
    document_id: str = ""
    table_id: str = ""
    topic_id: str = ""

    @property
    def file(self) -> File:
        return File(
            self.path,
            self.content,
            self.title,
            self.description,
            len(self.rows),
            self.documents,
            self.document_id,
            self.table_id,
            self.topic_id,
        )


class Package(NamedTuple):
    """`tables` holds the rows of each table of the contract by its name; `printed` the tables as printed."""

    contract: dict
    tables: dict[str, list[dict[str, str]]]
    resources: list[Resource]
    printed: list[Resource]
    sources: dict[str, bytes]
    changelog: str


def read(root: Path) -> Package:
    contract = read_json(root / CONTRACT)
    resources = [_resource(root, table) for table in contract["resources"]]
    tables = {
        table["name"]: resource.rows
        for table, resource in zip(contract["resources"], resources, strict=True)
    }
    everything = tuple(row["document_id"] for row in tables["documents"])
    resources = [
        resource._replace(documents=_documents_of(resource, everything)) for resource in resources
    ]
    changelog = root / "CHANGELOG.md"
    return Package(
        contract,
        tables,
        resources,
        [*_printed(root, tables)],
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted((root / "data/sources").rglob("*"))
            if path.is_file()
        },
        changelog.read_text(encoding="utf-8") if changelog.is_file() else "",
    )


def made(
    path: str,
    title: str,
    description: str,
    fields: list[dict],
    rows: Iterable[dict],
    key: tuple[str, ...] = (),
) -> Resource:
    """A CSV file that follows from the package; its documents are those named in its rows."""
    rows = list(rows)
    documents = tuple(dict.fromkeys(row["document_id"] for row in rows if "document_id" in row))
    content = csv_text([field["name"] for field in fields], rows).encode()
    return Resource(path, title, description, fields, rows, documents, key, content)


def index(rows: Iterable[dict], *columns: str) -> dict:
    """Rows by their key: the value of one column, or a tuple of the values of several."""
    if len(columns) == 1:
        return {row[columns[0]]: row for row in rows}
    return {tuple(row[column] for column in columns): row for row in rows}


def table_contract(package: Package, name: str) -> dict:
    return next(table for table in package.contract["resources"] if table["name"] == name)


def fields_of(package: Package, name: str) -> list[dict]:
    return table_contract(package, name)["schema"]["fields"]


def released(package: Package) -> str:
    """The date of this version, as YYYY-MM-DD: the contract's, for there is no clock."""
    return package.contract["created"][:10]


def only(package: Package, documents: Iterable[str]) -> Package:
    """The package with the facts of these documents only; the vocabulary stays whole, and every key still leads somewhere."""
    wanted = frozenset(documents)
    tables = _kept(
        package,
        package.tables
        | {
            "documents": [
                row for row in package.tables["documents"] if row["document_id"] in wanted
            ]
        },
    )
    return package._replace(
        tables=tables,
        resources=[
            _cut(*pair, wanted) for pair in zip(package.resources, tables.values(), strict=True)
        ],
        printed=[resource for resource in package.printed if wanted.issuperset(resource.documents)],
        sources={
            path: content
            for path, content in package.sources.items()
            if path.split("/")[2] in wanted
        },
    )


def _kept(package: Package, tables: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """Leave out rows whose keys lead to rows that are left out, until none is left."""
    kept = {
        table["name"]: _leading_somewhere(table, package.tables, tables)
        for table in package.contract["resources"]
    }
    return (
        kept if all(len(kept[name]) == len(tables[name]) for name in kept) else _kept(package, kept)
    )


def _leading_somewhere(
    table: dict, whole: dict[str, list[dict]], tables: dict[str, list[dict]]
) -> list[dict]:
    """The rows of a table without those that refer to a row that is not there any more."""
    rows = tables[table["name"]]
    for key in table["schema"].get("foreignKeys", []):
        target, columns = key["reference"]["resource"], key["reference"]["fields"]
        if len(tables[target]) < len(whole[target]):
            there = {tuple(row[column] for column in columns) for row in tables[target]}
            values = [(row, tuple(row[column] for column in key["fields"])) for row in rows]
            rows = [row for row, value in values if value in there or not any(value)]
    return rows


def _cut(resource: Resource, rows: list[dict], wanted: frozenset[str]) -> Resource:
    if len(rows) == len(resource.rows):
        return resource
    content = csv_text([field["name"] for field in resource.fields], rows).encode()
    return resource._replace(
        rows=rows,
        content=content,
        documents=tuple(one for one in resource.documents if one in wanted),
    )


def _resource(root: Path, table: dict) -> Resource:
    path, schema = root / table["path"], table["schema"]
    key = schema.get("primaryKey", [])
    key = (key,) if isinstance(key, str) else tuple(key)
    return Resource(
        table["path"],
        table["title"],
        table["description"],
        schema["fields"],
        read_rows(path),
        (),
        key,
        path.read_bytes(),
    )


def _documents_of(resource: Resource, everything: tuple[str, ...]) -> tuple[str, ...]:
    if not any(field["name"] == "document_id" for field in resource.fields):
        return ()
    there = {row["document_id"] for row in resource.rows}
    return tuple(document for document in everything if document in there)


def _printed(root: Path, tables: dict) -> Iterable[Resource]:
    """The tables as printed, in the order of the documents, with the columns as their descriptors describe them."""
    for document in tables["documents"]:
        folder = root / "data/sources" / document["document_id"]
        for table in read_json(folder / DESCRIPTOR)["resources"]:
            path = folder / table["path"]
            if path.is_file():
                yield _printed_table(
                    path, f"data/sources/{document['document_id']}/{table['path']}", table, document
                )


def _printed_table(path: Path, site_path: str, table: dict, document: dict) -> Resource:
    rows, content = read_rows(path), path.read_bytes()
    described = {field["name"]: field for field in table.get("schema", {}).get("fields", [])}
    names = content.decode().splitlines()[0].split(",")
    fields = [_printed_field(described.get(name, {"name": name})) for name in names]
    what = (
        f"As printed: the cells exactly as they stand in the document ({table.get('locator', '')})."
    )
    table_id = f"{document['document_id']}/{table['name']}"
    return Resource(
        site_path,
        f"{table['title']}, as printed",
        what,
        fields,
        rows,
        (document["document_id"],),
        (),
        content,
        document["document_id"],
        table_id,
    )


def _printed_field(field: dict) -> dict:
    """A printed column: text, whatever it says; its title is the printed heading."""
    if field["name"] == "line":
        return {
            "name": "line",
            "type": "string",
            "title": "Line",
            "description": "The line of the document's text on which the row stands.",
        }
    title = field.get("title") or field["name"]
    return {
        "name": field["name"],
        "type": "string",
        "title": title,
        "description": field.get("note") or "As printed.",
    }
