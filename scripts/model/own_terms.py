"""Terms of a document's own: rows of vocabulary tables that stand in its folder, so that two people
who add documents change no file that they share.

data/sources/<document>/vocabulary/<table>.csv has the columns of data/vocabulary/<table>.csv. Its
rows are read as if they stood below those of the common file, in order of document. Writes nothing.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import csv_text, read_rows
from scripts.model.problems import Problem

COMMON, OWN, SOURCES = "data/vocabulary", "vocabulary", "data/sources"
ROW = re.compile(r"row ([0-9]+)")
Row = dict[str, str]


class Written(NamedTuple):
    """Where a row is written: the file from the root, and its number there, from 1."""

    file: str
    row: int


def folders(root: Path) -> list[str]:
    """The folders of terms that documents have, from the root."""
    found = sorted((root / SOURCES).glob(f"[!.]*/{OWN}"))
    return [path.relative_to(root).as_posix() for path in found]


def files(common: Path) -> list[Path]:
    """The files in which documents add to a table, by the path of its common file; none for a
    table that is not of the vocabulary.
    """
    if common.parent.name != OWN:
        return []
    sources = common.parent.parent / Path(SOURCES).name
    return sorted(sources.glob(f"[!.]*/{OWN}/{common.name}"))


def rows(common: Path) -> list[Row]:
    """The rows of a table: those of its common file, then those of each document."""
    return [*read_rows(common), *(row for path in fitting(common) for row in read_rows(path))]


def lines(common: Path) -> Iterator[list[str]]:
    """The same as cells, under one header; csv.Error where a file is not plain CSV."""
    return chain(cells(common), *(islice(cells(path), 1, None) for path in fitting(common)))


def cells(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, strict=True)


def text(common: Path) -> str:
    """The table as one CSV text."""
    header, *rest = lines(common)
    return csv_text(header, map(tuple, rest))


def fitting(common: Path) -> list[Path]:
    """The files of documents that have the columns of the common one. Of others it is told that
    they have not.
    """
    added = files(common)
    header = next(cells(common), []) if added else []
    return [path for path in added if next(cells(path), []) == header]


def written(root: Path, table: str) -> Iterator[Written]:
    """Where each row of a table of the vocabulary is written, in their order."""
    common = root / COMMON / f"{table}.csv"
    for path in [common, *fitting(common)]:
        name = path.relative_to(root).as_posix()
        yield from (Written(name, number) for number, _ in enumerate(read_rows(path), start=1))


def placed(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, each that was told of a row of a whole table at the row as it is written."""
    for problem in problems:
        folder, _, name = problem.file.rpartition("/")
        row = ROW.match(problem.place)
        if row and folder == COMMON and files(root / problem.file):
            place = list(written(root, name.removesuffix(".csv")))[int(row[1]) - 1]
            rest = problem.place[row.end() :]
            yield problem._replace(file=place.file, place=f"row {place.row}{rest}")
        else:
            yield problem
