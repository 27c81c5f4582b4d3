"""Whether two figures may be compared: what the comparisons table says of their groups, which the
figures' own rows can only narrow.

A group is measure, document, area and kind of period. Figures of one group may be compared; what
else may is data, said of measures with their kinds of period and area.
"""

from collections.abc import Collection
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from scripts.model.package import Package, Row
from scripts.pages.words import joined

YES, WITH_CARE, NO = "yes", "with_care", "no"
ORDER = (YES, WITH_CARE, NO)
SAID = {YES: "may be compared", WITH_CARE: "only with care", NO: "not to be compared"}
KIND = ("measure_id", "period_kind", "area_kind")
GROUP = ("measure_id", "document_id", "area_id", "period_kind")
ANY = "any"
SIDES = ("", "other_")
DIFFERS = "in_discrepancy"


class Verdict(NamedTuple):
    """`may` is yes, with_care or no; `reason` is a sentence or more."""

    may: str
    reason: str

    @property
    def said(self) -> str:
        return SAID[self.may]


def verdict(one: dict[str, str], other: dict[str, str], package: Package) -> Verdict:
    """May the two be compared, and why or why not. The measure's own caveat stands with every
    yes.
    """
    stated = of_groups(one, other, package)
    against = reasons_against(one, other, package)
    care = reasons_for_care(one, other, package)
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
    return of_series(series(one, package), series(other, package), package)


def of_series(one: Row, other: Row, package: Package) -> Verdict:
    """What the data says of figures of two series, by their kinds."""
    if group(one) == group(other):
        return Verdict(YES, "Same measure, document, area and kind of period.")
    for row in package.comparisons_of.get(kind(one), []):
        if {kind(one), kind(other)} == {kind(row, side) for side in SIDES} and is_about(
            row, one, other
        ):
            return Verdict(row["may_compare"], row["reason"])
    return Verdict(NO, "Nobody has said that these may be compared.")


def series(figure: dict[str, str], package: Package) -> Row:
    """What the figure has in common with all that a line may join it with."""
    return package.term("series", figure["series_id"])


def kind(row: Row, side: str = "") -> tuple[str, ...]:
    """The kind of a series, or that on one side of a row of the comparisons."""
    return tuple(row[side + column] for column in KIND)


def group(row: Row) -> tuple[str, ...]:
    """Figures of one group may be compared: those of one measure, document, area and kind of
    period.
    """
    return tuple(row[column] for column in GROUP)


def is_about(row: Row, one: Row, other: Row) -> bool:
    """Whether a row of the comparisons is about the documents and the areas of two series."""
    return all(
        row[words] in (ANY, "same" if one[column] == other[column] else "other")
        for words, column in (("documents", "document_id"), ("areas", "area_id"))
    )


def said_between(
    documents: Collection[str], package: Package, measure_id: str = ""
) -> list[dict[str, str]]:
    """What the data says of each two groups of figures of these documents, of one measure if it is
    given.

    Each is a row of the comparisons with `document_id`, `area_id`, `other_document_id` and
    `other_area_id`.
    """
    held: dict[tuple[str, ...], dict[tuple[str, ...], Row]] = {}
    for row in package["series"]:
        if row["document_id"] in documents and not row["expected"]:
            held.setdefault(kind(row), {})[group(row)] = row
    found = {}
    for row in package["comparisons"]:
        if measure_id in ("", row["measure_id"], row["other_measure_id"]):
            theirs = held.get(kind(row, "other_"), {})
            for own, one in held.get(kind(row), {}).items():
                for key, other in theirs.items():
                    if own != key and is_about(row, one, other):
                        first, second = sorted((own, key))
                        found[first, second] = paired(row, first, second)
    return [found[key] for key in sorted(found)]


def paired(row: Row, first: tuple[str, ...], second: tuple[str, ...]) -> dict[str, str]:
    """A row of the comparisons with the two groups that it is said of."""
    sides = zip(SIDES, (first, second), strict=True)
    named = {
        side + column: value
        for side, each in sides
        for column, value in zip(GROUP, each, strict=True)
    }
    return {**row, **named}


def lookalikes(figure: dict[str, str], package: Package) -> list[dict[str, Any]]:
    """Rows about other measures that could be taken for this one, turned so that the other stands
    in `other_...`.

    Each is there once for each area: a reader is told the same of several documents or kinds of
    period.
    """
    own = series(figure, package)
    if own["expected"]:
        return []
    rows = package.comparisons_of.get(kind(own), [])
    turned = [row if kind(row) == kind(own) else other_way(row) for row in rows]
    others = [
        (group(other), {**row, "other_area_id": other["area_id"]})
        for row in turned
        if row["other_measure_id"] != own["measure_id"]
        for other in package.group("series", "measure_id", row["other_measure_id"])
        if kind(other) == kind(row, "other_")
        and not other["expected"]
        and is_about(row, own, other)
    ]
    return list(
        {
            (row["other_measure_id"], row["other_area_id"], row["may_compare"], row["reason"]): row
            for _, row in sorted(others, key=itemgetter(0))
        }.values()
    )


def other_way(row: dict[str, str]) -> dict[str, Any]:
    columns = [column for column in row if f"other_{column}" in row]
    return {
        **row,
        **{column: row[f"other_{column}"] for column in columns},
        **{f"other_{column}": row[column] for column in columns},
    }


def says_what_was(figure: dict[str, str], package: Package) -> bool:
    """Whether a number says what was, and not what is aimed at or expected."""
    return package.term("value_kinds", figure["value_kind"])["says_what_was"] == "yes"


def reasons_against(one: dict[str, str], other: dict[str, str], package: Package) -> list[str]:
    """Why the rows themselves speak against comparing the two; empty if nothing does."""
    found = ["they have different units"] if one["unit"] != other["unit"] else []
    found += ["they are for different groups"] if categories(one) != categories(other) else []
    found += (
        ["one of them is a target or a forecast"]
        if one["value_kind"] != other["value_kind"]
        and not all(says_what_was(figure, package) for figure in (one, other))
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
    kinds = dict.fromkeys((one["value_kind"], other["value_kind"]))
    said = (package.term("value_kinds", kind)["care"] for kind in kinds)
    return found + [reason for reason in said if reason]


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
