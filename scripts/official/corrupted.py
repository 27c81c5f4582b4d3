"""The corruption test of the official tables: each cell in turn becomes another, and what is
noticed is counted.

Official figures are held against the files that they came from; the mapping against its laws and
what follows from it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from scripts.official import by_hand, derived, found_in_files, self_made
from scripts.official.by_hand import FOLDER, ByHand, records

OF_FIGURES = (
    "value_as_published",
    "area_code",
    "time_period",
    "time_identifier",
    "column",
    "filter_value",
    "row",
)
OF_MAPPING = (
    "measure_id",
    "category_1",
    "table_id",
    "column",
    "filter_value",
    "official_unit",
    "counted",
    "first_time_period",
    "last_time_period",
    "likeness",
)


class Counted(NamedTuple):
    """How many cells of a column were corrupted, and how many corruptions were noticed."""

    table: str
    column: str
    corruptions: int
    noticed: int


def figures(root: Path, folder: Path) -> Iterator[Counted]:
    """Every cell of the official figures, by column; `folder` has the files they came from."""
    table = by_hand.frame(root / found_in_files.FIGURES)
    hand = by_hand.read(root)
    files = {
        row["table_id"]: row["file"] for row in records(by_hand.frame(root / FOLDER / "copies.csv"))
    }
    for column in OF_FIGURES:
        corruptions = noticed = 0
        for table_id, claimed in table.groupby("table_id"):
            spoilt = claimed.assign(**{column: others(claimed[column], table[column])})
            spoilt = spoilt[spoilt[column] != claimed[column]]
            filters = found_in_files.filters_of(hand, str(table_id))
            faults = found_in_files.faults_in(folder / files[str(table_id)], spoilt, filters)
            corruptions += len(spoilt)
            noticed += len({fault.place for fault in faults} | contradicted(spoilt, hand))
        yield Counted("official_figures", column, corruptions, noticed)


def contradicted(figures: pd.DataFrame, hand: ByHand) -> set[str]:
    """The ids of figures whose cells do not follow from each other."""
    found = pd.Series(False, index=figures.index)
    for column, expected in self_made.derived_cells(figures, hand).items():
        found |= figures[column] != expected
    return {*figures.loc[found, "official_figure_id"]}


def mapping(root: Path, tidy: dict[str, str]) -> Iterator[Counted]:
    """Every cell of the mapping that says what is matched with what, by column. `tidy` is data/tidy
    by file name.
    """
    hand = by_hand.read(root)
    for column in OF_MAPPING:
        rows = hand.mapping
        another = others(rows[column], rows[column])
        changed = [number for number in rows.index if another[number] != rows.at[number, column]]
        noticed = sum(
            is_noticed(root, _spoilt(hand, number, column, another[number]), tidy)
            for number in changed
        )
        yield Counted("mapping", column, len(changed), noticed)


def is_noticed(root: Path, hand: ByHand, tidy: dict[str, str]) -> bool:
    """Whether a law is broken, or other files follow than those that are there."""
    made, problems = derived.files_from(root, hand, tidy)
    folder = root / FOLDER
    return bool(problems) or any(
        (folder / name).read_text(encoding="utf-8") != text for name, text in made.items()
    )


def others(cells: pd.Series, known: pd.Series) -> pd.Series:
    """For each cell the next other one that stands in its column; the cell itself where there is no
    other.
    """
    words = list(dict.fromkeys(known))
    after = dict(zip(words, [*words[1:], *words[:1]], strict=True))
    return cells.map(after)


def _spoilt(hand: ByHand, number: int, column: str, cell: str) -> ByHand:
    rows = hand.mapping.copy()
    rows.at[number, column] = cell
    return hand._replace(mapping=rows)
