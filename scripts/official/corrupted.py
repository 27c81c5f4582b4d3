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
MEASURED = "official_mutation.csv"
COLUMNS = ["table", "column", "corruptions", "noticed"]
OF_A_ROW = ("counterparts", "agreement", "official_series")


class Counted(NamedTuple):
    """How many cells of a column were corrupted, and how many corruptions were noticed.

    `missed` names the rows whose corruption nothing noticed.
    """

    table: str
    column: str
    corruptions: int
    noticed: int
    missed: tuple[str, ...] = ()


def row(counted: Counted) -> tuple[str, ...]:
    """A row of the file that the site shows."""
    return counted.table, counted.column, str(counted.corruptions), str(counted.noticed)


class Given(NamedTuple):
    """What the mapping is held against, read once: words of the vocabulary, official figures, and
    the tables of data/tidy and data/official that follow."""

    words: dict[str, pd.DataFrame]
    official: pd.DataFrame
    tidy: dict[str, str]
    figures: pd.DataFrame
    documents: pd.DataFrame
    answers: pd.DataFrame
    made: dict[str, pd.DataFrame]


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
    given = read(root, tidy)
    for column in OF_MAPPING:
        rows = hand.mapping
        another = others(rows[column], rows[column])
        changed = [number for number in rows.index if another[number] != rows.at[number, column]]
        missed = tuple(
            str(rows.at[number, "mapping_id"])
            for number in changed
            if not is_noticed(root, _spoilt(hand, number, column, another[number]), number, given)
        )
        yield Counted("mapping", column, len(changed), len(changed) - len(missed), missed)


def read(root: Path, tidy: dict[str, str]) -> Given:
    folder = root / FOLDER
    words = {name: by_hand.frame(root / f"data/vocabulary/{name}.csv") for name in derived.WORDS}
    figures, documents, answers = (
        derived.from_text(tidy[f"{name}.csv"]) for name in derived.OF_TIDY
    )
    made = {name: by_hand.frame(folder / f"{name}.csv") for name in OF_A_ROW}
    return Given(
        words,
        by_hand.frame(folder / "official_figures.csv"),
        tidy,
        figures,
        documents,
        answers,
        made,
    )


def is_noticed(root: Path, hand: ByHand, number: int, given: Given) -> bool:
    """Whether a law is broken, or something else follows from the row than what is there.

    What follows from the row alone is looked at first: it mostly shows, and costs little.
    """
    if any(by_hand.problems(hand, given.words)) or row_shows(root, hand, number, given):
        return True
    made, problems = derived.files_from(root, hand, given.tidy)
    folder = root / FOLDER
    return bool(problems) or any(
        (folder / name).read_text(encoding="utf-8") != text for name, text in made.items()
    )


def row_shows(root: Path, hand: ByHand, number: int, given: Given) -> bool:
    """Whether the tables have other rows for this row of the mapping than those that are there."""
    mapping_id, base = (
        str(hand.mapping.at[number, column]) for column in ("mapping_id", "rate_of")
    )
    alone = hand._replace(mapping=hand.mapping[hand.mapping["mapping_id"].isin([mapping_id, base])])
    tables = given.official, given.figures, given.documents, given.answers
    made = derived.tables(root, alone, *tables)
    return any(
        _of_row(made[name], mapping_id) != _of_row(given.made[name], mapping_id)
        for name in OF_A_ROW
    )


def _of_row(table: pd.DataFrame, mapping_id: str) -> str:
    return derived.text(table[table["mapping_id"] == mapping_id])


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
