"""Every file that the pages under ask/ load: their scripts, SQLite, and the data in pieces."""

from collections.abc import Iterator

from scripts.asking import bundles, filter_rows, pieces, row_pieces
from scripts.formats import sqlite
from scripts.model.package import Package
from scripts.offering import downloads

FOLDER = "ask"
SCRIPTS = {"explore.js": "explore-page.js", "workbook.js": "workbook.js", "sql.js": "sql-page.js"}
"""The scripts in the folder, each with the module of browser/src that it is made of."""


def files(package: Package) -> Iterator[tuple[str, str]]:
    """Each file's path in the site and its text."""
    for name, module in SCRIPTS.items():
        yield f"{FOLDER}/{name}", bundles.bundle(module)
    yield f"{FOLDER}/ask.css", bundles.bundle("ask.css")
    yield piece("worker", bundles.bundle("sql-worker.js").encode())
    yield piece("wasm", bundles.wasm())
    yield piece("database", database(package))
    start, rows = row_pieces.pieces(filter_rows.facts(package), package)
    yield piece("start", pieces.as_json(start))
    for number, each in enumerate(rows):
        yield piece(f"rows-{number}", pieces.as_json(each))
    yield piece("notes", pieces.as_json(filter_rows.notes(package)))
    yield f"{FOLDER}/licences.txt", bundles.licences()


def piece(name: str, content: bytes) -> tuple[str, str]:
    return f"{FOLDER}/data/{name}.js", pieces.script(name, content)


def database(package: Package) -> bytes:
    """The SQLite file among the downloads."""
    there = package.once(downloads.make).files
    return next(file.content for file in there if file.path.endswith(sqlite.FORMAT.suffix))
