"""The proof of official figures: each stands in the file it came from, in its row and column.

Reads data/official and a folder of the files. A file with another SHA-256 is refused by name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from scripts.model import dfe_columns
from scripts.model.problems import Problem
from scripts.official import by_hand, copied, open_data
from scripts.official.by_hand import FOLDER, records

FIGURES = f"{FOLDER}/official_figures.csv"
TAKE = "Run make official FROM=folder"
SHOWN = 20


class Proof(NamedTuple):
    """How many official figures were found where they say, and every fault."""

    found: int
    problems: list[Problem]


def prove(root: Path, folder: Path) -> Proof:
    """Every official figure against the file of its table."""
    figures = by_hand.frame(root / FIGURES)
    hand = by_hand.read(root)
    found, problems = 0, []
    for copy in records(by_hand.frame(root / FOLDER / "copies.csv")):
        path = folder / copy["file"]
        refused = list(changed(path, copy))
        problems += refused
        claimed = figures[figures["table_id"] == copy["table_id"]]
        if refused or claimed.empty:
            continue
        faults = faults_in(path, claimed, filters_of(hand, copy["table_id"]))
        found += len(claimed) - len(faults)
        problems += faults[:SHOWN]
    return Proof(found, problems)


def changed(path: Path, copy: dict[str, str]) -> Iterator[Problem]:
    """A file that is not the copy that was read."""
    if not path.is_file():
        yield Problem(path.name, "file", "is not there", "Download it, or run make official anew")
    elif copied.sha256(path) != copy["sha256"]:
        cure = "Give the copy that was read, or run make official with this one"
        yield Problem(path.name, "file", "has changed since it was read", cure)


def filters_of(hand: by_hand.ByHand, table_id: str) -> dict[str, str]:
    """The filter column of each wanted column and group of a table."""
    wanted = by_hand.wanted(hand)
    rows = records(wanted[wanted["table_id"] == table_id])
    return {row["filter_value"]: row["filter_column"] for row in rows if row["filter_value"]}


def faults_in(path: Path, figures: pd.DataFrame, filters: dict[str, str]) -> list[Problem]:
    """Figures whose cell, area, year or group in the file is another."""
    names = [name for name in open_data.heads(path) if name in _used(figures, filters)]
    file = pd.concat(open_data.pieces(path, names))
    about = file.assign(area_code=open_data.area_code(file))
    return [
        Problem(FIGURES, figure["official_figure_id"], what, TAKE)
        for figure in records(figures)
        for what in _faults(figure, about, filters)
    ]


def _used(figures: pd.DataFrame, filters: dict[str, str]) -> set[str]:
    return {*dfe_columns.TIME, *dfe_columns.AREA, *figures["column"], *filters.values()}


def _faults(figure: dict[str, str], file: pd.DataFrame, filters: dict[str, str]) -> Iterator[str]:
    row, column = int(figure["row"]), figure["column"]
    if row not in file.index or column not in file.columns:
        yield f"row {row} or column {column} is not in the file"
        return
    filter_column = filters.get(figure["filter_value"], "")
    expected = {
        column: figure["value_as_published"],
        "area_code": figure["area_code"],
        "time_period": figure["time_period"],
        "time_identifier": figure["time_identifier"],
        filter_column: figure["filter_value"],
    }
    for name, cell in expected.items():
        there = file.at[row, name] if name else ""
        if there != cell:
            yield f"row {row}, column {name} of the file has {there!r}, not {cell!r}"
