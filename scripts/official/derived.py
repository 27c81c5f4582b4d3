"""What follows from our figures and the official ones together, as files of data/official.

Reads data/official and the finished tables of data/tidy; nothing is written here. Build writes
these files; `make official` writes those that come from the department's own.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from scripts.model.files import replace_file
from scripts.model.problems import Problem
from scripts.official import (
    agreeing,
    by_hand,
    claimed,
    matching,
    self_made,
    series,
    side_by_side,
    units_fit,
    used_rows,
)
from scripts.official.by_hand import FOLDER, ByHand
from scripts.official.claimed import Places
from scripts.validations import guard

WORDS = ("measures", "topics", "categories")
OF_TIDY = ("figures", "documents", "answers")
TAKE = "Run make official FROM=folder"


def files(root: Path, tidy: dict[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The derived files by name, as text, and what is wrong; `tidy`: data/tidy by file name."""
    if not (root / FOLDER / "mapping.csv").is_file():
        return {}, []
    problems = guard.problems_in(root, [FOLDER], []) or list(by_hand.head_problems(root))
    return ({}, problems) if problems else files_from(root, by_hand.read(root), tidy)


def files_from(
    root: Path, hand: ByHand, tidy: dict[str, str]
) -> tuple[dict[str, str], list[Problem]]:
    """The same from tables by hand that are already read."""
    official = by_hand.frame(root / FOLDER / "official_figures.csv")
    words = {name: by_hand.frame(root / f"data/vocabulary/{name}.csv") for name in WORDS}
    problems = list(by_hand.problems(hand, words)) or [
        *not_taken(hand, official),
        *self_made.problems(official, hand),
        *units_fit.problems(official, hand),
        *used_rows.year_problems(hand, official),
    ]
    if problems:
        return {}, problems
    figures, documents, answers = (from_text(tidy[f"{name}.csv"]) for name in OF_TIDY)
    problems = [*unknown_answers(hand, answers), *used_rows.problems(hand, figures, answers)]
    if problems:
        return {}, problems
    made = tables(root, hand, official, figures, documents, answers)
    return {f"{name}.csv": text(frame) for name, frame in made.items()}, []


def tables(
    root: Path,
    hand: ByHand,
    official: pd.DataFrame,
    figures: pd.DataFrame,
    documents: pd.DataFrame,
    answers: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """The derived tables by name."""
    areas = by_hand.frame(root / FOLDER / "official_areas.csv")
    near = by_hand.frame(root / FOLDER / "neighbours.csv")
    values = series.values(hand.mapping, official)
    found = matching.match(figures, documents, hand, values)
    steps = rounding(official, areas, hand)
    register = agreeing.agreement(found.counterparts, figures, hand, steps)
    found_places = places(root, areas, near, answers)
    verdicts, years = claimed.verdicts(answers, hand, values, found_places)
    of_documents = codes_of(root, {*documents["area_id"]})
    return {
        "counterparts": found.counterparts,
        "without_counterpart": found.without,
        "agreement": register,
        "claim_verdicts": verdicts,
        "claim_years": years,
        "official_series": side_by_side.rows(values, hand, of_documents, found_places),
    }


def from_text(content: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(content), dtype=str, keep_default_na=False)


def text(frame: pd.DataFrame) -> str:
    return str(frame.to_csv(index=False, lineterminator="\n"))


def rounding(official: pd.DataFrame, areas: pd.DataFrame, hand: ByHand) -> dict[str, str]:
    """The step to which the official figures of regions and countries are rounded, by id."""
    levels = areas.set_index("area_code")["geographic_level"]
    steps = hand.official_tables.set_index("table_id")["rounded_to"]
    above = official[official["area_code"].map(levels) != "Local authority"]
    return dict(zip(above["official_figure_id"], above["table_id"].map(steps), strict=True))


def codes_of(root: Path, areas: set[str]) -> set[str]:
    """The official codes of areas of ours."""
    known = by_hand.frame(root / "data/vocabulary/areas.csv")
    return {*matching.area_code(known[known["area_id"].isin(areas)])}


def places(root: Path, areas: pd.DataFrame, near: pd.DataFrame, answers: pd.DataFrame) -> Places:
    """Where each answer is about, by official code, with the neighbours of each council."""
    known = by_hand.frame(root / "data/vocabulary/areas.csv")
    codes = dict(zip(known["area_id"], matching.area_code(known), strict=True))
    of_answers = dict(zip(answers["answer_id"], answers["area_id"].map(codes), strict=True))
    by_old = areas[areas["old_la_code"] != ""].set_index("old_la_code")["area_code"].to_dict()
    beside: dict[str, list[str]] = {}
    for council, other in near[["old_la_code", "neighbour_old_la_code"]].itertuples(index=False):
        if council in by_old and other in by_old:
            beside.setdefault(by_old[council], []).append(by_old[other])
    regions = dict(zip(areas["area_code"], areas["region_code"], strict=True))
    country = areas["area_code"][areas["geographic_level"] == "National"]
    return Places(of_answers, beside, regions, "".join(country.head(1)))


def not_taken(hand: ByHand, official: pd.DataFrame) -> Iterator[Problem]:
    """Columns that the mapping names and nobody has taken over; and those it no longer names."""
    there = {*official[by_hand.COLUMN_OF].itertuples(index=False, name=None)}
    named = {*by_hand.wanted(hand)[by_hand.COLUMN_OF].itertuples(index=False, name=None)}
    for key in sorted(named - there):
        place = " ".join(filter(None, key))
        yield Problem(by_hand.MAPPING, place, "has no official figure yet", TAKE)
    for key in sorted(there - named):
        place = " ".join(filter(None, key))
        yield Problem(f"{FOLDER}/official_figures.csv", place, "is in no row of the mapping", TAKE)


def unknown_answers(hand: ByHand, answers: pd.DataFrame) -> Iterator[Problem]:
    claims = hand.comparison_claims["answer_id"]
    directed = answers["answer_id"][answers["direction"] != ""]
    for row, answer in claims[~claims.isin(directed)].items():
        yield Problem(
            f"{FOLDER}/comparison_claims.csv",
            f"row {int(str(row)) + 2}, column answer_id",
            f"{answer!r} is no answer that says which way a number goes",
            "Write the id that it has now, or remove the row",
        )


def write(root: Path, made: dict[str, str]) -> None:
    for name, content in made.items():
        replace_file(root / FOLDER / name, content)
