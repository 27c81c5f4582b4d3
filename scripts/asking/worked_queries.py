"""Worked queries of docs/queries: one file each, in the order of their names. The first comment is
the question, the others what to know.

-- Which councils gave the number of cases?
-- Numbers of two councils may count different things.
SELECT ...;
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.model.problems import Problem

FOLDER = "docs/queries"
COMMENT = "--"


class Query(NamedTuple):
    """A question, what to know about its answer, and the statement that answers it. `query_id` is
    the name of the file.
    """

    query_id: str
    question: str
    know: str
    sql: str


def read(root: Path) -> list[Query]:
    """Every worked query."""
    return [
        parsed(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((root / FOLDER).glob("*.sql"))
    ]


def parsed(query_id: str, text: str) -> Query:
    """A query as its file has it; question and statement are empty where the file has none."""
    lines = text.strip().splitlines()
    comments = [line.removeprefix(COMMENT).strip() for line in lines if line.startswith(COMMENT)]
    sql = "\n".join(line for line in lines if not line.startswith(COMMENT)).strip()
    question, *know = comments or [""]
    return Query(query_id, question, " ".join(know), sql)


def problems(root: Path, database: bytes) -> Iterator[Problem]:
    """Worked queries that have no question, or that the database refuses."""
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(database)
        for query in read(root):
            if not query.question or not query.sql:
                cure = "Begin with a comment that asks it, then write the statement"
                yield Problem(place(query), "the query", "lacks its question or statement", cure)
            elif fault := refused(connection, query.sql):
                yield Problem(place(query), "the query", f"fails: {fault}", "Correct the statement")
    connection.close()


def place(query: Query) -> str:
    return f"{FOLDER}/{query.query_id}.sql"


def refused(connection: sqlite3.Connection, sql: str) -> str:
    """Why SQLite refuses a statement; empty if it gives its first row, or none."""
    try:
        connection.execute(sql).fetchone()
    except sqlite3.Error as wrong:
        return str(wrong)
    return ""
