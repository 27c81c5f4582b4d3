"""data/safeguarding-figures.sqlite: every table of the contract with its keys; byte for byte the
same each time.

A table with a key of one column has a whole number as its key in the file, and so have the columns
that refer to it: an id stands once, however many rows refer to it. The views have the names and the
ids of the contract, and all_figures and all_answers have every name filled in.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from scripts.model.package import Field, Package, as_tuple
from scripts.offering import flat
from scripts.offering.offered import Format
from scripts.offering.records import typed
from scripts.offering.resources import File

TYPES = {"integer": "INTEGER", "number": "NUMERIC"}
FLAG_NAMES = ', flagged."quality_flags_titles"'
# one pass over the flags: a question for each figure would read them all each time
FLAG_JOIN = (
    "LEFT JOIN (SELECT figure_id, group_concat(title, '; ') AS quality_flags_titles "
    "FROM figure_flags JOIN flags USING (flag_id) GROUP BY figure_id) flagged "
    "ON flagged.figure_id = own.figure_id "
)
Reference = tuple[str, str]  # the table that a column refers to, and the column of its key


def files(package: Package) -> Iterator[File]:
    yield File(
        f"data/{package.contract['name']}.sqlite",
        database(package),
        package.contract["title"],
        "Every table with its keys, and all_figures and all_answers with every name filled in; "
        "columns describes each column.",
        len(package["figures"]),
        tuple(package.documents),
    )


def database(package: Package) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        for name in package.rows:
            fill(connection, package, name)
            connection.execute(view(package, name))
        connection.execute(
            filled_in(package, "all_figures", "figures", flat.FIGURES, FLAG_NAMES, FLAG_JOIN)
        )
        connection.execute(filled_in(package, "all_answers", "answers", flat.ANSWERS))
        describe(connection, package)
    connection.execute("VACUUM")
    content = connection.serialize()
    connection.close()
    return content


def stored(table: str) -> str:
    """The name of the table that holds the rows; the view has the name itself."""
    return f"{table}_rows"


def references(package: Package, table: str) -> dict[str, Reference]:
    """The columns of a table that refer to another by one id, and to which."""
    keys = package.described[table]["schema"].get("foreignKeys", [])
    single = [key for key in keys if len(as_tuple(key["fields"])) == 1]
    return {
        as_tuple(key["fields"])[0]: (
            key["reference"]["resource"] or table,
            as_tuple(key["reference"]["fields"])[0],
        )
        for key in single
    }


def fill(connection: sqlite3.Connection, package: Package, table: str) -> None:
    """The rows of a table, an id that refers to another table as the number of its row there."""
    fields, refer = package.fields(table), references(package, table)
    columns = [column_of(field, refer) for field in fields]
    key = ["row INTEGER PRIMARY KEY", *columns]
    connection.execute(f"CREATE TABLE {quoted(stored(table))} ({', '.join(key)})")
    numbers = {
        column: {row[there]: number for number, row in enumerate(package[target], 1)}
        for column, (target, there) in refer.items()
    }
    rows = [
        [number, *(cell(row[field["name"]], field, numbers) for field in fields)]
        for number, row in enumerate(package[table], 1)
    ]
    marks = ", ".join("?" * (len(fields) + 1))
    connection.executemany(f"INSERT INTO {quoted(stored(table))} VALUES ({marks})", rows)


def column_of(field: Field, refer: dict[str, Reference]) -> str:
    name = quoted(field["name"])
    if field["name"] in refer:
        return f"{name} INTEGER REFERENCES {quoted(stored(refer[field['name']][0]))} (row)"
    return f"{name} {TYPES.get(field['type'], 'TEXT')}"


def cell(text: str, field: Field, numbers: dict[str, dict[str, int]]) -> Any:
    """What is stored: the number of the row that an id refers to, or the value itself."""
    if field["name"] in numbers:
        return numbers[field["name"]][text] if text else None
    return typed(text, field["type"])


def view(package: Package, table: str) -> str:
    """The table as the contract has it: every id in full."""
    refer = references(package, table)
    columns, joins = [], []
    for number, field in enumerate(package.fields(table)):
        name = quoted(field["name"])
        if field["name"] in refer:
            target, there = refer[field["name"]]
            columns.append(f"t{number}.{quoted(there)} AS {name}")
            joins.append(
                f"LEFT JOIN {quoted(stored(target))} t{number} ON t{number}.row = own.{name}"
            )
        else:
            columns.append(f"own.{name}")
    return (
        f"CREATE VIEW {quoted(table)} AS SELECT {', '.join(columns)} "
        f"FROM {quoted(stored(table))} own {' '.join(joins)}"
    )


def filled_in(
    package: Package,
    name: str,
    table: str,
    names: Iterable[flat.Name],
    more: str = "",
    more_from: str = "",
) -> str:
    """A view of a table with the names of what it refers to, and what `more` columns `more_from`
    joins has.
    """
    joins: dict[tuple[tuple[str, ...], str], str] = {}
    known, columns = {}, ["own.*"]
    for one in names:
        alias = joins.setdefault((one.via, one.table), f"n{len(joins)}")
        known[one.column] = f"{alias}.{quoted(one.taken)}"
        columns.append(f"{known[one.column]} AS {quoted(one.column)}")
    return (
        f"CREATE VIEW {quoted(name)} AS SELECT {', '.join(columns)}{more} FROM {quoted(table)} own "
        + more_from
        + " ".join(
            joined(alias, via, target, package.key(target), known)
            for (via, target), alias in joins.items()
        )
    )


def joined(
    alias: str, via: tuple[str, ...], target: str, key: tuple[str, ...], known: dict[str, str]
) -> str:
    """A join by the key of the target, which has as many columns as lead to it, in the same
    order.
    """
    own = [known.get(column, f"own.{quoted(column)}") for column in via]
    keys = [quoted(column) for column in key]
    pairs = [f"{alias}.{key} = {value}" for key, value in zip(keys, own, strict=True)]
    return f"LEFT JOIN {quoted(target)} {alias} ON {' AND '.join(pairs)}"


def describe(connection: sqlite3.Connection, package: Package) -> None:
    """A table that says what each column is."""
    connection.execute(
        'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "title" TEXT, "description" TEXT, '
        'PRIMARY KEY ("table", "column"))'
    )
    rows = [
        (name, field["name"], field["title"], field["description"])
        for name in package.rows
        for field in package.fields(name)
    ]
    connection.executemany('INSERT INTO "columns" VALUES (?, ?, ?, ?)', rows)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


FORMAT = Format(
    label="SQLite",
    suffix=".sqlite",
    media_type="application/vnd.sqlite3",
    purpose="For questions in SQL.",
    files=files,
)
