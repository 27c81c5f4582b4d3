"""What people write about official statistics: publications, tables, the mapping and its gaps.

Reads the tables of data/official that are kept by hand, as frames of text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import pandas as pd

from scripts.model import contract, own_terms
from scripts.model.files import read_json
from scripts.model.problems import Problem

FOLDER = "data/official"
OURS = ["measure_id", "dimension_1", "category_1", "dimension_2", "category_2"]
COLUMN_OF = ["table_id", "filter_value", "column"]
DESCRIPTOR = "datapackage.json"
TAKEN = ("copies", "official_areas", "neighbours", "official_figures")
COUNTED = ("in_year", "on_date")
CONTEXT = "context_only"
MAPPING = f"{FOLDER}/mapping.csv"


class OfficialTable(NamedTuple):
    """A table that a file holds; `year_ends` is MM-DD, `rounded_to` the step of its totals."""

    table_id: str
    publication_id: str
    title: str
    layout: str
    file_pattern: str
    time_identifier: str
    year_ends: str
    rounded_to: str


class ByHand(NamedTuple):
    """The hand-written tables, one row a term; every cell is text."""

    publications: pd.DataFrame
    official_tables: pd.DataFrame
    mapping: pd.DataFrame
    mapping_caveats: pd.DataFrame
    not_mapped: pd.DataFrame
    comparison_claims: pd.DataFrame
    likenesses: pd.DataFrame
    agreement_verdicts: pd.DataFrame
    reasons: pd.DataFrame


def frame(path: Path) -> pd.DataFrame:
    """A CSV file as text: nothing is read as a number or as missing. A table of the vocabulary
    has the terms that documents have of their own.
    """
    if own_terms.files(path):
        return pd.DataFrame(own_terms.rows(path), dtype=str)
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def records(rows: pd.DataFrame) -> list[dict[str, str]]:
    """The rows of a frame of text as dicts, in order."""
    return cast(list[dict[str, str]], rows.to_dict("records"))


def read(root: Path) -> ByHand:
    return ByHand(**{name: frame(root / FOLDER / f"{name}.csv") for name in ByHand._fields})


def head_problems(root: Path) -> Iterator[Problem]:
    """Tables that are missing, or have other columns than the package describes."""
    descriptor = read_json(root / FOLDER / DESCRIPTOR)
    place = f"{FOLDER}/{DESCRIPTOR}"
    if unfit := contract.faults_of_shape(place, descriptor, contract.PACKAGE):
        yield from unfit
        return
    described = descriptor["resources"]
    columns = {table["name"]: [f["name"] for f in table["schema"]["fields"]] for table in described}
    for name in (*ByHand._fields, *TAKEN):
        file, path = f"{FOLDER}/{name}.csv", root / FOLDER / f"{name}.csv"
        if not path.is_file():
            cure = "Run make official FROM=folder" if name in TAKEN else "Add it"
            yield Problem(file, "file", "is missing", cure)
        elif name not in columns:
            yield Problem(file, "file", "is not described", f"Describe it in {place}")
        elif list(frame(path)) != columns[name]:
            what = f"is not {', '.join(columns[name])}"
            yield Problem(file, "header", what, f"Write the columns of {place}")


def official_tables(hand: ByHand) -> list[OfficialTable]:
    rows = hand.official_tables[list(OfficialTable._fields)].itertuples(index=False)
    return [OfficialTable(*row) for row in rows]


def wanted(hand: ByHand) -> pd.DataFrame:
    """Every column that is taken over from a table, once, with its filter and how it is counted.

    A mapping names up to three columns: the one it is about, one to add, and one to divide by.
    """
    about = ["table_id", "filter_column", "filter_value", "counted", "official_unit"]
    parts = [_named(hand.mapping, about, column) for column in ("column", "plus_column")]
    counts = pd.concat(parts)
    shares = hand.mapping["share_of"] != ""
    counts.loc[counts["mapping_id"].isin(hand.mapping["mapping_id"][shares]), "official_unit"] = (
        "count"
    )
    base = _named(hand.mapping, about, "share_of").assign(official_unit="count")
    together = pd.concat([counts, base]).drop(columns="mapping_id")
    return together.drop_duplicates(ignore_index=True)


def _named(mapping: pd.DataFrame, about: list[str], column: str) -> pd.DataFrame:
    named = mapping[mapping[column] != ""]
    return named[["mapping_id", *about]].assign(column=named[column])


def problems(hand: ByHand, vocabulary: dict[str, pd.DataFrame]) -> Iterator[Problem]:
    """What is wrong in the hand-written tables themselves; `vocabulary` is the project's words."""
    yield from _strangers(hand, vocabulary)
    yield from _counted_twice(wanted(hand))
    yield from _twice(hand.mapping, ["mapping_id"], MAPPING)
    yield from _twice(hand.mapping[hand.mapping["measure_id"] != ""], [*OURS, *COLUMN_OF], MAPPING)
    not_mapped = f"{FOLDER}/not_mapped.csv"
    yield from _twice(hand.not_mapped, ["measure_id", "dimension", "category"], not_mapped)
    yield from _twice(hand.comparison_claims, ["answer_id"], f"{FOLDER}/comparison_claims.csv")
    yield from _unsaid(hand.mapping)
    yield from _alike_to_nothing(hand.mapping)
    yield from _both_ways(hand)


def _strangers(hand: ByHand, vocabulary: dict[str, pd.DataFrame]) -> Iterator[Problem]:
    """Ids that no table knows."""
    measures = {"", *vocabulary["measures"]["measure_id"]}
    topics = {*vocabulary["topics"]["topic_id"]}
    categories = vocabulary["categories"]
    pairs = {("", ""), *zip(categories["dimension_id"], categories["category_id"], strict=True)}
    mapping = hand.mapping
    tables = {*hand.official_tables["table_id"]}
    maps = {"", *mapping["mapping_id"]}
    yield from _not_in(mapping, "measure_id", measures, MAPPING)
    yield from _not_in(mapping, "topic_id", topics, MAPPING)
    yield from _not_in(mapping, "table_id", tables, MAPPING)
    yield from _not_in(mapping, "rate_of", maps, MAPPING)
    yield from _not_in(mapping, "counted", {*COUNTED}, MAPPING)
    yield from _not_in(mapping, "likeness", {*hand.likenesses["likeness_id"]}, MAPPING)
    for side in ("1", "2"):
        used = zip(mapping[f"dimension_{side}"], mapping[f"category_{side}"], strict=True)
        for row, pair in enumerate(used, start=2):
            if pair not in pairs:
                yield _stranger(MAPPING, row, f"category_{side}", " ".join(pair))
    not_mapped, reasons = f"{FOLDER}/not_mapped.csv", {"", *hand.reasons["reason_id"]}
    yield from _not_in(hand.not_mapped, "measure_id", measures - {""}, not_mapped)
    yield from _not_in(hand.not_mapped, "reason_id", reasons - {""}, not_mapped)
    claims = f"{FOLDER}/comparison_claims.csv"
    yield from _not_in(hand.comparison_claims, "mapping_id", maps, claims)
    yield from _not_in(hand.comparison_claims, "reason_id", reasons, claims)
    caveats = f"{FOLDER}/mapping_caveats.csv"
    yield from _not_in(hand.mapping_caveats, "mapping_id", maps - {""}, caveats)
    publications = {*hand.publications["publication_id"]}
    of_tables = f"{FOLDER}/official_tables.csv"
    yield from _not_in(hand.official_tables, "publication_id", publications, of_tables)


def _not_in(rows: pd.DataFrame, column: str, known: set[str], file: str) -> Iterator[Problem]:
    for index, value in rows[column][~rows[column].isin(known)].items():
        yield _stranger(file, int(str(index)) + 2, column, value)


def _stranger(file: str, row: int, column: str, value: str) -> Problem:
    return Problem(
        file, f"row {row}, column {column}", f"{value!r} is not known", "Write an id that exists"
    )


def _counted_twice(columns: pd.DataFrame) -> Iterator[Problem]:
    """One column counted on a date in one row of the mapping and in a year in another."""
    for key, group in columns.groupby(COLUMN_OF):
        for word in ("counted", "official_unit", "filter_column"):
            if group[word].nunique() > 1:
                place = " ".join(map(str, key))
                said = " and ".join(sorted(group[word]))
                yield Problem(MAPPING, f"{place}, column {word}", f"says {said}", "Keep one")


def _twice(rows: pd.DataFrame, key: list[str], file: str) -> Iterator[Problem]:
    for index in rows.index[rows.duplicated(key)]:
        cell = " ".join(part for part in rows.loc[index, key] if part)
        yield Problem(file, f"row {index + 2}", f"{cell!r} stands twice", "Keep one of the rows")


def _unsaid(mapping: pd.DataFrame) -> Iterator[Problem]:
    """Rows without a reason: nothing is matched by name alone."""
    for column in ("definition", "reason", "title"):
        for index in mapping.index[mapping[column].str.strip() == ""]:
            yield Problem(
                MAPPING,
                f"row {index + 2}, column {column}",
                "is empty",
                "Say in your own words what the table counts and why it fits; a name is no reason",
            )


def _alike_to_nothing(mapping: pd.DataFrame) -> Iterator[Problem]:
    """A series that is matched with no measure of ours, and is said to count like it."""
    alone = (mapping["measure_id"] == "") & (mapping["likeness"] != CONTEXT)
    for index, cell in mapping["likeness"][alone].items():
        place = f"row {int(str(index)) + 2}, column likeness"
        cure = f"Name the measure, or write {CONTEXT}"
        yield Problem(MAPPING, place, f"is {cell!r}, and no measure of ours is named", cure)


def _both_ways(hand: ByHand) -> Iterator[Problem]:
    """A whole measure that is mapped and also said not to be."""
    whole = hand.not_mapped[hand.not_mapped["dimension"] == ""]
    mapped = {*hand.mapping["measure_id"]}
    for index, measure in whole["measure_id"][whole["measure_id"].isin(mapped)].items():
        yield Problem(
            f"{FOLDER}/not_mapped.csv",
            f"row {int(str(index)) + 2}, column measure_id",
            f"{measure!r} is mapped too",
            "Name the group for which there is no official number, or remove the row",
        )
