"""Whether two figures may be compared: what the comparisons table says of their groups, which the figures' own rows can only narrow.

A group is measure, document, area and kind of period. Figures of one group may be compared; what else may is data.
"""

import re
from datetime import date
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.pages.words import joined

YES, WITH_CARE, NO = "yes", "with_care", "no"
EXPECTED = ("target", "forecast")  # the kinds of value that do not say what was
ORDER = (YES, WITH_CARE, NO)
SAID = {YES: "may be compared", WITH_CARE: "only with care", NO: "not to be compared"}
GROUP = ("measure_id", "document_id", "area_id")
SIDES = ("", "other_")
DIFFERS = "in_discrepancy"
CARE = {"provisional": "one of them is provisional", "estimate": "one of them is an estimate"}


class Verdict(NamedTuple):
    """`may` is yes, with_care or no; `reason` is a sentence or more."""

    may: str
    reason: str

    @property
    def said(self) -> str:
        return SAID[self.may]


def verdict(one: dict[str, str], other: dict[str, str], package: Package) -> Verdict:
    """May the two be compared, and why or why not. The measure's own caveat stands with every yes."""
    stated = of_groups(one, other, package)
    against, care = reasons_against(one, other), reasons_for_care(one, other, package)
    if stated.may == NO or against:
        return Verdict(
            NO, " ".join([*([stated.reason] if stated.may == NO else []), *sentence(against)])
        )
    caveat = package.term("measures", one["measure_id"])["comparability"]
    return Verdict(
        WITH_CARE if care else stated.may,
        " ".join(filter(None, [stated.reason, *sentence(care), caveat])),
    )


def of_groups(one: dict[str, str], other: dict[str, str], package: Package) -> Verdict:
    """What the data says of the groups of the two figures. What is not said may not be compared."""
    if group(one) == group(other):
        return Verdict(YES, "Same measure, document, area and kind of period.")
    for row in package.comparisons_of.get(tuple(one[column] for column in GROUP), []):
        if {group(one), group(other)} == {group_of(row, side) for side in SIDES}:
            return Verdict(row["may_compare"], row["reason"])
    return Verdict(NO, "Nobody has said that these may be compared.")


def group(figure: dict[str, str]) -> tuple[str, ...]:
    """The kind of period is the fourth part of the figure's series."""
    kind = [*figure["series_id"].split("/"), "", "", "", ""][3]
    return (*(figure[column] for column in GROUP), kind)


def group_of(row: dict[str, str], side: str) -> tuple[str, ...]:
    """The group on one side of a row of the comparisons."""
    return (
        *(row[side + column] for column in GROUP),
        re.sub("[^a-z0-9]+", "-", row[side + "period_kind"].lower()).strip("-"),
    )


def lookalikes(figure: dict[str, str], package: Package) -> list[dict[str, Any]]:
    """Rows about other measures that could be taken for this one, turned so that the other stands in `other_...`.

    Each is there once, also where its figures are of several documents or kinds of period: a reader is told the same of them.
    """
    rows = package.comparisons_of.get(tuple(figure[column] for column in GROUP), [])
    own = group(figure)
    turned = [
        row if group_of(row, "") == own else other_way(row)
        for row in rows
        if own in (group_of(row, ""), group_of(row, "other_"))
    ]
    others = [row for row in turned if row["other_measure_id"] != figure["measure_id"]]
    return list(
        {
            (row["other_measure_id"], row["other_area_id"], row["may_compare"], row["reason"]): row
            for row in others
        }.values()
    )


def other_way(row: dict[str, str]) -> dict[str, Any]:
    columns = [column for column in row if f"other_{column}" in row]
    return {
        **row,
        **{column: row[f"other_{column}"] for column in columns},
        **{f"other_{column}": row[column] for column in columns},
    }


def reasons_against(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Why the rows themselves speak against comparing the two; empty if nothing does."""
    found = ["they have different units"] if one["unit"] != other["unit"] else []
    found += ["they are for different groups"] if categories(one) != categories(other) else []
    found += (
        ["one of them is a target or a forecast"]
        if (one["value_kind"] in EXPECTED) != (other["value_kind"] in EXPECTED)
        else []
    )
    lengths = {length(figure) for figure in (one, other)}
    found += (
        ["their periods are not equally long"] if len(lengths) > 1 and None not in lengths else []
    )
    return found + ([] if one["value"] and other["value"] else ["one of them has no number"])


def reasons_for_care(one: dict[str, str], other: dict[str, str], package: Package) -> list[str]:
    """What a reader must know before comparing the two."""
    found = [] if length(one) and length(other) else ["the period is not stated for both"]
    found += (
        ["one of them is approximate, such as about, over or up to a number"]
        if one["qualifier"] or other["qualifier"]
        else []
    )
    found += (
        ["one of them takes part in a sum that differs"]
        if any(DIFFERS in package.flags(figure) for figure in (one, other))
        else []
    )
    kinds = {one["value_kind"], other["value_kind"]}
    return found + [reason for kind, reason in CARE.items() if kind in kinds]


def categories(figure: dict[str, str]) -> frozenset[tuple[str, str]]:
    pairs = (
        (figure[f"breakdown_{i}_dimension"], figure[f"breakdown_{i}_category"]) for i in (1, 2)
    )
    return frozenset(pair for pair in pairs if pair[0])


def length(figure: dict[str, str]) -> str | None:
    """How long the period is: a day, whole months where it is, else days."""
    if not figure["period_start"] or not figure["period_end"]:
        return None
    first, last = (date.fromisoformat(figure[column]) for column in ("period_start", "period_end"))
    days = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = first.day == 1 and days > 27 and date.fromordinal(last.toordinal() + 1).day == 1
    return f"{months} months" if whole else f"{days} days"


def sentence(reasons: list[str]) -> list[str]:
    """The reasons as one sentence, or nothing."""
    said = joined(reasons)
    return [f"{said[0].upper()}{said[1:]}."] if said else []
