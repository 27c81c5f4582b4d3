"""data/safeguarding-figures.sqlite: every table of the contract with its keys, and the flat figures; byte for byte the same each time."""

import sqlite3

from scripts.model.package import Package
from scripts.offering import flat
from scripts.offering.records import typed
from scripts.offering.resources import File, Resource, of_contract

TYPES = {"integer": "INTEGER", "number": "NUMERIC"}


def file(package: Package) -> File:
    what = "Every table with its keys, and all_figures and all_answers with every name filled in; columns describes each column."
    documents = tuple(row["document_id"] for row in package["documents"])
    name = package.contract["name"]
    return File(
        f"data/{name}.sqlite",
        database(package),
        package.contract["title"],
        what,
        len(package["figures"]),
        documents,
    )


def database(package: Package) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        for table, resource in zip(
            package.contract["resources"], package.once(of_contract), strict=True
        ):
            _add(connection, table["name"], resource, table["schema"].get("foreignKeys", []))
        _add(connection, "all_figures", package.once(flat.figures), [])
        _add(connection, "all_answers", package.once(flat.answers), [])
        _describe(connection, package)
    connection.execute("VACUUM")
    content = connection.serialize()
    connection.close()
    return content


def _add(
    connection: sqlite3.Connection, name: str, resource: Resource, references: list[dict]
) -> None:
    columns = [
        f"{_quoted(field['name'])} {TYPES.get(field['type'], 'TEXT')}" for field in resource.fields
    ]
    keys = [f"PRIMARY KEY ({_list(resource.key)})"] if resource.key else []
    keys += [_reference(name, key) for key in references]
    connection.execute(f"CREATE TABLE {_quoted(name)} ({', '.join(columns + keys)})")
    kinds = {field["name"]: field["type"] for field in resource.fields}
    rows = [[typed(text, kinds[column]) for column, text in row.items()] for row in resource.rows]
    connection.executemany(
        f"INSERT INTO {_quoted(name)} ({_list(kinds)}) VALUES ({', '.join('?' * len(kinds))})", rows
    )


def _describe(connection: sqlite3.Connection, package: Package) -> None:
    """A table that says what each column is."""
    connection.execute(
        'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "title" TEXT, "description" TEXT, PRIMARY KEY ("table", "column"))'
    )
    rows = [
        (table["name"], field["name"], field["title"], field["description"])
        for table in package.contract["resources"]
        for field in table["schema"]["fields"]
    ]
    connection.executemany('INSERT INTO "columns" VALUES (?, ?, ?, ?)', rows)


def _reference(name: str, key: dict) -> str:
    there = key["reference"]
    columns = [key["fields"]] if isinstance(key["fields"], str) else key["fields"]
    targets = [there["fields"]] if isinstance(there["fields"], str) else there["fields"]
    return f"FOREIGN KEY ({_list(columns)}) REFERENCES {_quoted(there['resource'] or name)} ({_list(targets)})"


def _list(names) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
