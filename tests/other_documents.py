"""Invented documents of every shape that other councils print, to lay beside those of the project
in small.

`other_councils` has their sources, their texts and the rows of vocabulary that they need.
"""

import csv
import hashlib
import shutil
from pathlib import Path

from scripts.model.files import read_rows
from tests.dataset.spoil import describe

FOLDER = Path(__file__).parent / "other_councils"
NAMES = sorted(path.name for path in (FOLDER / "sources").iterdir())


def add(root: Path, *names: str) -> None:
    """Adds the documents of those names, with their texts and all the vocabulary."""
    for path in sorted((FOLDER / "vocabulary").glob("*.csv")):
        append(root / "data/vocabulary" / path.name, path)
    for name in names:
        text = shutil.copy(FOLDER / f"documents/{name}.txt", root / "documents")
        source = root / "data/sources" / name
        shutil.copytree(FOLDER / "sources" / name, source)
        describe(source, document__text_sha256=sha256(Path(text)))


def append(table: Path, more: Path) -> None:
    """Adds the rows of one CSV to another; columns that it lacks stay empty."""
    columns = table.read_text(encoding="utf-8").partition("\n")[0].split(",")
    with table.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", restval="")
        writer.writerows(read_rows(more))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
