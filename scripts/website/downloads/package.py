"""The package as the downloads see it: the contract, every table of it, and the tables as printed. Reads, never writes.

Reads datapackage.json, data/tidy, data/vocabulary, data/sources and CHANGELOG.md under a root.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scripts.ground.files import csv_text, read_json, read_rows

CONTRACT = "datapackage.json"
DESCRIPTOR = "datapackage.json"  # of a document


class File(NamedTuple):
    """One file of the site. Only files with a title are shown to people; `documents` are those whose facts are in it."""

    path: str
    content: bytes
    title: str = ""
    what: str = ""
    rows: int | None = None
    documents: tuple[str, ...] = ()


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

    @property
    def file(self) -> File:
        return File(self.path, self.content, self.title, self.description, len(self.rows), self.documents)


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
    tables = {table["name"]: resource.rows for table, resource in zip(contract["resources"], resources, strict=True)}
    everything = tuple(row["document_id"] for row in tables["documents"])
    resources = [resource._replace(documents=_documents_of(resource, everything)) for resource in resources]
    changelog = root / "CHANGELOG.md"
    return Package(
        contract,
        tables,
        resources,
        [*_printed(root, tables)],
        {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / "data/sources").rglob("*")) if path.is_file()},
        changelog.read_text(encoding="utf-8") if changelog.is_file() else "",
    )


def made(path: str, title: str, description: str, fields: list[dict], rows: Iterable[dict], key: tuple[str, ...] = ()) -> Resource:
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
    resources = [_only(*pair, wanted) for pair in zip(package.contract["resources"], package.resources, strict=True)]
    return package._replace(
        tables=dict(zip(package.tables, (resource.rows for resource in resources), strict=True)),
        resources=resources,
        printed=[resource for resource in package.printed if wanted.issuperset(resource.documents)],
        sources={path: content for path, content in package.sources.items() if path.split("/")[2] in wanted},
    )


def _only(table: dict, resource: Resource, wanted: frozenset[str]) -> Resource:
    """The rows that speak of no other document: by its own column, or by a key into the documents."""
    columns = [key["fields"][0] for key in table["schema"].get("foreignKeys", []) if key["reference"]["resource"] == "documents"]
    columns += ["document_id"] if table["name"] == "documents" else []
    if not columns:
        return resource
    rows = [row for row in resource.rows if all(row[column] in wanted for column in columns if row[column])]
    content = csv_text([field["name"] for field in resource.fields], rows).encode()
    return resource._replace(rows=rows, content=content, documents=tuple(one for one in resource.documents if one in wanted))


def _resource(root: Path, table: dict) -> Resource:
    path, schema = root / table["path"], table["schema"]
    key = schema.get("primaryKey", [])
    key = (key,) if isinstance(key, str) else tuple(key)
    return Resource(table["path"], table["title"], table["description"], schema["fields"], read_rows(path), (), key, path.read_bytes())


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
                yield _printed_table(path, f"data/sources/{document['document_id']}/{table['path']}", table, document)


def _printed_table(path: Path, site_path: str, table: dict, document: dict) -> Resource:
    rows, content = read_rows(path), path.read_bytes()
    described = {field["name"]: field for field in table.get("schema", {}).get("fields", [])}
    names = content.decode().splitlines()[0].split(",")
    fields = [_printed_field(described.get(name, {"name": name})) for name in names]
    what = f"As printed: the cells exactly as they stand in the document ({table.get('locator', '')})."
    return Resource(site_path, f"{table['title']}, as printed", what, fields, rows, (document["document_id"],), (), content)


def _printed_field(field: dict) -> dict:
    """A printed column: text, whatever it says; its title is the printed heading."""
    if field["name"] == "line":
        return {"name": "line", "type": "string", "title": "Line", "description": "The line of the document's text on which the row stands."}
    title = field.get("title") or field["name"]
    return {"name": field["name"], "type": "string", "title": title, "description": field.get("note") or "As printed."}
