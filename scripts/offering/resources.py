"""Files of the site, and CSV files with their columns: those of the contract, those as printed, and
those made of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.files import csv_text, read_rows
from scripts.model.package import SOURCES, Field, Package, Row

RELIED_ON = {"value", "value_as_published", "period_start", "period_end", "period_as_published"}
"""Columns that a small file has even if they say nothing in it."""


class File(NamedTuple):
    """One file of the site. Only files with a title are shown to people; `documents` are those
    whose facts are in it.

    `document_id` is set if it belongs to one document, `table_id` if to one of its tables,
    `topic_id` if to one topic. `frozen` is the day on which it was released, for files of a
    released version; they are no part of the latest. `official` says that it holds official
    statistics, on the terms of their publications. `fields` and `key` are those of a CSV file.
    `section` is the part of the download page that shows it; `label`, `media_type` and `file_type`
    are those of its format.
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
    official: bool = False
    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()
    section: str = ""
    label: str = ""
    media_type: str = ""
    file_type: str = ""


class Resource(NamedTuple):
    """One CSV file with its columns: `fields` are Table Schema fields, `rows` are dicts of
    strings.
    """

    path: str
    title: str
    description: str
    fields: list[Field]
    rows: list[Row]
    documents: tuple[str, ...]
    key: tuple[str, ...]
    content: bytes
    document_id: str = ""
    table_id: str = ""
    topic_id: str = ""
    official: bool = False

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
            official=self.official,
            fields=tuple(self.fields),
            key=self.key,
        )


def of_contract(package: Package) -> list[Resource]:
    """The tables of the contract, in its order."""
    return [_of_table(package, name) for name in package.rows]


def _of_table(package: Package, name: str) -> Resource:
    about, fields, rows = package.described[name], package.fields(name), package[name]
    there = {row["document_id"] for row in rows} if _has(fields, "document_id") else set()
    documents = tuple(document for document in package.documents if document in there)
    return Resource(
        about["path"],
        about["title"],
        about["description"],
        fields,
        rows,
        documents,
        package.key(name),
        package.content(name),
    )


def _has(fields: list[Field], column: str) -> bool:
    return any(field["name"] == column for field in fields)


def printed(package: Package) -> list[Resource]:
    """The tables as printed, in the order of the documents, with the columns as their descriptors
    describe them.
    """
    return [
        _printed_table(package, document, table)
        for document, descriptor in package.sources.items()
        for table in descriptor["resources"]
        if f"{SOURCES}/{document}/{table['path']}" in package.source_files
    ]


def made(
    path: str,
    title: str,
    description: str,
    fields: list[Field],
    rows: Iterable[Row],
    key: tuple[str, ...] = (),
) -> Resource:
    """A CSV file that follows from the package; its documents are those named in its rows."""
    rows = list(rows)
    documents = tuple(dict.fromkeys(row["document_id"] for row in rows if "document_id" in row))
    content = csv_text([field["name"] for field in fields], rows).encode()
    return Resource(path, title, description, fields, rows, documents, key, content)


def without_empty_columns(cut: Resource) -> Resource:
    """A small file without the columns that say nothing in any of its rows; those that others rely
    on stay.
    """
    fields = [
        field
        for field in cut.fields
        if field["name"] in RELIED_ON or any(row[field["name"]] for row in cut.rows)
    ]
    return narrowed(cut, fields)


def narrowed(cut: Resource, fields: list[Field]) -> Resource:
    """The same rows with these columns only."""
    names = [field["name"] for field in fields]
    rows = [{name: row[name] for name in names} for row in cut.rows]
    content = csv_text(names, rows).encode()
    return cut._replace(fields=fields, rows=rows, content=content)


def _printed_table(package: Package, document: str, table: Field) -> Resource:
    path = f"{SOURCES}/{document}/{table['path']}"
    content = package.source_files[path]
    rows = read_rows(package.root / path)
    described = {field["name"]: field for field in table.get("schema", {}).get("fields", [])}
    names = content.decode().splitlines()[0].split(",")
    fields = [_printed_field(described.get(name, {"name": name})) for name in names]
    what = (
        f"As printed: the cells exactly as they are in the document ({table.get('locator', '')})."
    )
    table_id = f"{document}/{table['name']}"
    return Resource(
        path,
        f"{table['title']}, as printed",
        what,
        fields,
        rows,
        (document,),
        (),
        content,
        document,
        table_id,
    )


def _printed_field(field: Field) -> Field:
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
