"""The register of agreement: our figure beside the official number, where both count alike.

One row per figure and a mapping that is same or near. Two counts; neither is called wrong.
"""

from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from scripts.official import spans
from scripts.official.by_hand import ByHand, records

COLUMNS = [
    "figure_id",
    "mapping_id",
    "official_figure_id",
    "agreement_verdict_id",
    "value",
    "official_value",
    "difference",
    "reason_id",
    "likely_reason",
]
CANNOT = "cannot_be_compared"


class Limit(NamedTuple):
    """How large a difference may be for this verdict: as a count, or as a percentage."""

    verdict: str
    at_most_count: Decimal
    at_most_percent: Decimal


def limits(hand: ByHand) -> list[Limit]:
    """The verdicts that have limits, the strictest first, as the table lists them."""
    return [
        Limit(
            row["agreement_verdict_id"],
            Decimal(row["at_most_count"]),
            Decimal(row["at_most_percent"]),
        )
        for row in records(hand.agreement_verdicts)
        if row["at_most_count"]
    ]


def agreement(
    counterparts: pd.DataFrame, figures: pd.DataFrame, hand: ByHand, rounded: dict[str, str]
) -> pd.DataFrame:
    """One row per figure and mapping; `rounded`: the step to which an official figure is rounded.

    A figure has one official number for its own time at most; with none, any pair of it tells why.
    """
    terms = hand.mapping[["mapping_id", "official_unit", "why_it_may_differ"]]
    printed = figures[["figure_id", "unit", "qualifier"]]
    pairs = counterparts.merge(terms, on="mapping_id", validate="m:1")
    pairs = pairs.merge(printed, on="figure_id", validate="m:1")
    alike = pairs[pairs["likeness"].isin(["same", "near"])]
    first = alike.drop_duplicates(["figure_id", "mapping_id"])
    steps = limits(hand)
    rows = [_row(pair, rounded, steps) for pair in records(first)]
    return pd.DataFrame(rows, columns=COLUMNS).fillna("").sort_values(COLUMNS[:2])


def _row(pair: dict[str, str], rounded: dict[str, str], steps: list[Limit]) -> dict[str, str]:
    said = {column: pair.get(column, "") for column in COLUMNS}
    said["reason_id"] = not_comparable(pair)
    said["likely_reason"] = pair["why_it_may_differ"]
    if said["reason_id"]:
        shown = {"official_figure_id": "", "official_value": "", "agreement_verdict_id": CANNOT}
        return said | shown
    step = Decimal(rounded.get(pair["official_figure_id"], "0"))
    said |= compared(pair["value"], pair["official_value"], step, steps)
    if said["agreement_verdict_id"] == steps[0].verdict:
        said["likely_reason"] = ""
    return said


def not_comparable(pair: dict[str, str]) -> str:
    """Why nothing is subtracted; empty where it can be."""
    checks = [
        (pair["value"] == "", "no_number"),
        (pair["dated_by"] != "figure", "no_date"),
        (pair["time_relation"] != spans.SAME, "other_date"),
        (pair["unit"] != pair["official_unit"], "other_unit"),
        (pair["qualifier"] != "", "not_exact"),
        (pair["official_value"] == "", "withheld"),
    ]
    return next((reason for holds, reason in checks if holds), "")


def compared(ours: str, official: str, step: Decimal, limits: list[Limit]) -> dict[str, str]:
    """Verdict and difference of two printed numbers; half a step of rounding is no difference."""
    difference = Decimal(ours) - Decimal(official)
    size = abs(difference)
    if size <= max(step / 2, _half_a_place(ours) if _places(ours) < _places(official) else 0):
        return {"agreement_verdict_id": limits[0].verdict, "difference": str(difference)}
    share = size * 100 / abs(Decimal(official)) if Decimal(official) else Decimal("Infinity")
    slight = (
        limit.verdict
        for limit in limits
        if size <= limit.at_most_count or share <= limit.at_most_percent
    )
    return {"agreement_verdict_id": next(slight, "differs"), "difference": str(difference)}


def _places(number: str) -> int:
    return len(number.partition(".")[2])


def _half_a_place(number: str) -> Decimal:
    return Decimal(5).scaleb(-_places(number) - 1)
