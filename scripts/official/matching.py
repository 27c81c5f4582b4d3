"""Our figures and their official counterparts, by joins; and why a figure has none.

Reads frames of data/tidy and data/official; gives frames. Nothing scans all numbers for each one.
"""

from typing import NamedTuple

import pandas as pd

from scripts.official import spans
from scripts.official.by_hand import OURS, ByHand, records
from scripts.official.year_ends import Span

COUNTERPARTS = [
    "figure_id",
    "mapping_id",
    "likeness",
    "official_figure_id",
    "time_relation",
    "dated_by",
    "value",
    "official_value",
    "official_marker",
    "official_period_start",
    "official_period_end",
]
WITHOUT = ["figure_id", "reason_id", "note"]
BREAKDOWNS = {
    "breakdown_1_dimension": "dimension_1",
    "breakdown_1_category": "category_1",
    "breakdown_2_dimension": "dimension_2",
    "breakdown_2_category": "category_2",
}


class Matched(NamedTuple):
    """Figures with counterparts, one row a pair; figures without, one row each, with the reason."""

    counterparts: pd.DataFrame
    without: pd.DataFrame


def match(
    figures: pd.DataFrame, documents: pd.DataFrame, hand: ByHand, values: pd.DataFrame
) -> Matched:
    """Every figure is in one of the two tables; `values` as series.values gives them."""
    ours = dated(figures.rename(columns=BREAKDOWNS), documents)
    candidates = ours.merge(hand.mapping, on=OURS, suffixes=("", "_mapping"), validate="m:m")
    pairs = candidates.merge(
        values, on=["mapping_id", "area_code"], suffixes=("", "_official"), validate="m:m"
    )
    found = nearest(related(pairs))
    counterparts = found.rename(
        columns={
            "value_official": "official_value",
            "value_marker_official": "official_marker",
            "period_start_official": "official_period_start",
            "period_end_official": "official_period_end",
        }
    )[COUNTERPARTS].sort_values(
        ["figure_id", "mapping_id", "official_period_end"], kind="stable", ignore_index=True
    )
    rest = ours[~ours["figure_id"].isin(counterparts["figure_id"])]
    return Matched(counterparts, without(rest, candidates, pairs, hand))


def dated(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Figures with the code of their area and the days they are for; an undated one has the days
    of its document, and says so."""
    period = documents.set_index("document_id")[["period_start", "period_end"]]
    whole = (figures["period_start"] != "") & (figures["period_end"] != "")
    start = figures["document_id"].map(period["period_start"])
    end = figures["document_id"].map(period["period_end"])
    return figures.assign(
        area_code=area_code(figures),
        dated_by=whole.map({True: "figure", False: "document"}),
        from_day=figures["period_start"].where(whole, start),
        to_day=figures["period_end"].where(whole, end),
    )


def area_code(figures: pd.DataFrame) -> pd.Series:
    """The code of the figure's own area; empty where official statistics know no such area."""
    levels = {
        "Local authority": figures["new_la_code"],
        "Regional": figures["region_code"],
        "National": figures["country_code"],
    }
    code = pd.Series("", index=figures.index)
    for level, codes in levels.items():
        code = code.where(figures["geographic_level"] != level, codes)
    return code


def related(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs whose times touch, with how; each distinct pair of times is looked at once."""
    columns = ["from_day", "to_day", "period_start_official", "period_end_official"]
    times = pairs[columns].drop_duplicates()
    times["time_relation"] = [
        spans.relation(Span(first, last), Span(start, end)) if first and last else ""
        for first, last, start, end in times.itertuples(index=False)
    ]
    joined = pairs.merge(times, on=columns, validate="m:1")
    return joined[joined["time_relation"] != ""]


def nearest(pairs: pd.DataFrame) -> pd.DataFrame:
    """Of the days before and after a figure the nearest; only the same time where there is one."""
    key = ["figure_id", "mapping_id"]
    is_exact = pairs["time_relation"] == spans.SAME
    keys = pd.MultiIndex.from_frame(pairs[key])
    has_exact = keys.isin(keys[is_exact])
    left = pairs[is_exact | ~has_exact].sort_values("period_end_official")
    before = left[left["time_relation"] == spans.BEFORE].drop_duplicates(key, keep="last")
    after = left[left["time_relation"] == spans.AFTER].drop_duplicates(key, keep="first")
    touching = left[left["time_relation"].isin([spans.SAME, spans.OVERLAPS])]
    return pd.concat([touching, before, after])


def without(
    rest: pd.DataFrame, candidates: pd.DataFrame, pairs: pd.DataFrame, hand: ByHand
) -> pd.DataFrame:
    """Why each of these figures has no counterpart: the first reason that holds."""
    mapped, placed = {*candidates["figure_id"]}, {*pairs["figure_id"]}
    notes, of_mapping = _notes(hand.not_mapped), {*hand.mapping["measure_id"]}
    rows = []
    cells = ["figure_id", "measure_id", "dimension_1", "category_1", "from_day"]
    for figure, measure, dimension, category, start in rest[cells].itertuples(index=False):
        if figure in placed:
            reason = ("no_official_year", "") if start else ("no_date", "")
        elif figure in mapped:
            reason = ("other_area", "")
        else:
            said = [(measure, dimension, category), (measure, dimension, ""), (measure, "", "")]
            reason = next(
                (notes[key] for key in said if key in notes), _unmapped(measure, of_mapping)
            )
        rows.append((figure, *reason))
    return pd.DataFrame(rows, columns=WITHOUT).sort_values("figure_id", ignore_index=True)


def _notes(not_mapped: pd.DataFrame) -> dict[tuple[str, str, str], tuple[str, str]]:
    return {
        (row["measure_id"], row["dimension"], row["category"]): (row["reason_id"], row["note"])
        for row in records(not_mapped)
    }


def _unmapped(measure: str, of_mapping: set[str]) -> tuple[str, str]:
    """A group of a measure that is mapped for other groups; or a measure nobody has looked at."""
    return ("other_breakdown" if measure in of_mapping else "not_looked_at", "")
