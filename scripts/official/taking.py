"""What is taken over from a folder of official tables: our areas, their regions, their neighbours.

Reads the files that official_tables.csv describes; gives frames for the tables that are written.
Everything that is wrong is told at once; then nothing is taken.
"""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from scripts.model.problems import Problem
from scripts.official import by_hand, copied, neighbours, open_data, self_made, totals
from scripts.official.by_hand import ByHand, OfficialTable, records
from scripts.official.open_data import Wanted

FIGURES = [
    "official_figure_id",
    "table_id",
    "column",
    "filter_value",
    "area_code",
    "time_period",
    "time_identifier",
    "period_start",
    "period_end",
    "value",
    "value_marker",
    "value_as_published",
    "row",
]
AREAS = ["area_code", "area_name", "geographic_level", "region_code", "old_la_code"]
ORDER = ["table_id", "column", "filter_value", "area_code", "time_period"]


class Needed(NamedTuple):
    """Which areas are taken: councils by their old codes, regions by their codes, and England."""

    ours: set[str]
    councils: set[str]
    regions: set[str]


class Words(NamedTuple):
    """What the vocabulary knows: areas (new_la_code, old_la_code, la_name) and letters."""

    areas: pd.DataFrame
    markers: set[str]


class Taken(NamedTuple):
    """The tables that are written, by name; and every problem: with one, nothing is written."""

    tables: dict[str, pd.DataFrame]
    problems: list[Problem]


class Reading(NamedTuple):
    """One file: its rows of needed areas, how many rows it has in all, and what is wrong."""

    rows: pd.DataFrame
    rows_in_file: int
    problems: list[Problem]


def take(folder: Path, hand: ByHand, our_areas: pd.DataFrame, words: Words, day: str) -> Taken:
    """Everything from the files of a folder.

    `our_areas` has old_la_code and region_code; `day` is the date of the copies, or empty for the
    date of each file.
    """
    tables = by_hand.official_tables(hand)
    files, problems = files_of(folder, tables)
    near = neighbours.read(files, tables, {*our_areas["old_la_code"]} - {""})
    problems += near.problems
    ours = {*our_areas["old_la_code"]} - {""}
    needed = Needed(
        ours, ours | {*near.rows["neighbour_old_la_code"]}, {*our_areas["region_code"]} - {""}
    )
    columns = by_hand.wanted(hand)
    readings: dict[str, Reading] = {}
    for table in tables:
        named = columns[columns["table_id"] == table.table_id]
        if table.table_id in files and not named.empty:
            wanted = wanted_of(files[table.table_id].name, table, named, words.markers)
            readings[table.table_id] = read(
                files[table.table_id], wanted, needed, words, int(table.rounded_to)
            )
    problems += [problem for reading in readings.values() for problem in reading.problems]
    if problems:
        return Taken({}, problems)
    figures = [
        long(readings[name].rows, columns[columns["table_id"] == name], name, hand)
        for name in readings
    ]
    counts = {name: reading.rows_in_file for name, reading in readings.items()} | near.counts
    return Taken(
        {
            "official_figures": pd.concat(figures)[FIGURES].sort_values(ORDER, kind="stable"),
            "official_areas": newest([reading.rows for reading in readings.values()]),
            "neighbours": near.rows,
            "copies": copied.rows(files, counts, day),
        },
        [],
    )


def files_of(folder: Path, tables: list[OfficialTable]) -> tuple[dict[str, Path], list[Problem]]:
    """The one file of each table, found by its pattern."""
    found, problems = {}, []
    for table in tables:
        there = sorted(folder.glob(table.file_pattern)) if folder.is_dir() else []
        if len(there) == 1:
            found[table.table_id] = there[0]
            continue
        what = f"{len(there)} files fit" if there else "no file fits"
        cure = "Keep one of them in the folder" if there else "Download it into the folder"
        problems.append(Problem(folder.name or str(folder), table.file_pattern, what, cure))
    return found, problems


def wanted_of(file: str, table: OfficialTable, named: pd.DataFrame, markers: set[str]) -> Wanted:
    """What to read of a file, from the rows of the mapping that name its table."""
    is_count = named["official_unit"] == "count"
    pairs = named[["filter_column", "filter_value"]][named["filter_column"] != ""]
    groups = list(dict.fromkeys(pairs.itertuples(index=False, name=None)))
    counts, others = named["column"][is_count].unique(), named["column"][~is_count].unique()
    return Wanted(file, table.time_identifier, groups, [*counts], [*others], markers)


def read(path: Path, wanted: Wanted, needed: Needed, words: Words, rounded_to: int) -> Reading:
    """One file, in pieces: what is needed of it is kept, the rest only checked."""
    problems = list(open_data.head_problems(path, wanted))
    if problems:
        return Reading(pd.DataFrame(), 0, problems)
    kept, keys, count = [], [], 0
    try:
        for piece in open_data.pieces(path, wanted.columns):
            problems += open_data.cell_problems(piece, wanted)
            kept.append(piece[_above(piece) | _is_council(piece, needed)])
            keys.append(_keys(piece, wanted))
            count += len(piece)
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.ParserWarning) as error:
        return Reading(pd.DataFrame(), 0, [*problems, open_data.unreadable(error, wanted.file)])
    rows, whole = pd.concat(kept), pd.concat(keys)
    problems += open_data.repeated(whole.drop(columns=["area_name", "old_la_code"]), wanted)
    problems += open_data.no_group(whole, wanted)
    problems += open_data.area_problems(whole, words.areas, wanted)
    problems += open_data.absent(whole, needed.ours, wanted)
    if not problems:
        problems += totals.problems(rows, wanted, rounded_to, wanted.counts)
    is_national = rows["geographic_level"] == "National"
    is_region = _above(rows) & rows["region_code"].isin(needed.regions)
    return Reading(rows[is_national | is_region | _is_council(rows, needed)], count, problems)


def _above(rows: pd.DataFrame) -> pd.Series:
    """Every region and country: they are read to check that the regions add up to England."""
    return rows["geographic_level"].isin(["National", "Regional"])


def _is_council(rows: pd.DataFrame, needed: Needed) -> pd.Series:
    return rows["old_la_code"].isin(needed.councils)


def _keys(piece: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """What tells a row from every other: year, area and filters."""
    return piece[["time_period", "old_la_code", *wanted.filters]].assign(
        area_code=open_data.area_code(piece), area_name=open_data.area_name(piece)
    )


def long(rows: pd.DataFrame, named: pd.DataFrame, table_id: str, hand: ByHand) -> pd.DataFrame:
    """One row per number: the wanted columns of a table under each other, with their days."""
    about = rows.assign(area_code=open_data.area_code(rows), row=rows.index.astype(str))
    parts = [_column(about, want) for want in records(named)]
    together = pd.concat(parts, ignore_index=True).assign(table_id=table_id)
    return together.assign(**self_made.derived_cells(together, hand))


def _column(about: pd.DataFrame, want: dict[str, str]) -> pd.DataFrame:
    """The cells of one wanted column, in the rows that its filter lets through."""
    filtered = about
    if want["filter_column"]:
        filtered = about[about[want["filter_column"]] == want["filter_value"]]
    columns = ["time_period", "time_identifier", "area_code", "row"]
    return filtered[columns].assign(
        value_as_published=filtered[want["column"]],
        column=want["column"],
        filter_value=want["filter_value"],
    )


def newest(rows: list[pd.DataFrame]) -> pd.DataFrame:
    """Each area once, as its newest year names it."""
    together = pd.concat([_areas(part) for part in rows])
    newest_last = together.sort_values("time_period", key=lambda years: years.str[:4])
    return newest_last.drop_duplicates("area_code", keep="last")[AREAS].sort_values("area_code")


def _areas(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[["time_period", "geographic_level", "region_code", "old_la_code"]].assign(
        area_code=open_data.area_code(rows), area_name=open_data.area_name(rows)
    )
