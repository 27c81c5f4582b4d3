"""Whether two figures of one measure may be compared, as facts of their rows: a reason for each thing that is not the same."""

from datetime import date

from scripts.website.package import Package
from scripts.website.words import joined

DIFFERENT = {
    "unit": "they have different units",
    "geographic_level": "they are about different kinds of area",
}


def reasons_against(one: dict, other: dict) -> list[str]:
    """Why the two may not be compared as they stand; empty if nothing in the data speaks against it."""
    found = [reason for column, reason in DIFFERENT.items() if one[column] != other[column]]
    found += ["they are for different groups"] if categories(one) != categories(other) else []
    found += period_reasons(one, other)
    if not (one["value"] and other["value"]):
        found.append("one of them has no number")
    return found + flag_reasons(one, other)


def categories(figure: dict) -> frozenset[tuple[str, str]]:
    pairs = ((figure[f"breakdown_{i}_dimension"], figure[f"breakdown_{i}_category"]) for i in (1, 2))
    return frozenset(pair for pair in pairs if pair[0])


def period_reasons(one: dict, other: dict) -> list[str]:
    lengths = [length(figure) for figure in (one, other)]
    if None in lengths:
        return ["the period is not stated for both"]
    return ["they are for periods of different kinds"] if lengths[0] != lengths[1] or kinds_differ(one, other) else []


def kinds_differ(one: dict, other: dict) -> bool:
    """A calendar year and a financial year are as long as each other, and still are not the same kind of period."""
    return bool(one["time_identifier"] and other["time_identifier"]) and is_year(one) != is_year(other)


def is_year(figure: dict) -> str:
    """The kind of year a period is, empty for anything shorter: two months are the same kind whichever they are."""
    return figure["time_identifier"] if length(figure) == "12 months" else ""


def length(figure: dict) -> str | None:
    """How long the period is, in whole months where it is, else in days."""
    if not figure["period_start"] or not figure["period_end"]:
        return None
    first, last = (date.fromisoformat(figure[column]) for column in ("period_start", "period_end"))
    days = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and days > 27 and date.fromordinal(last.toordinal() + 1).day == 1:
        return f"{months} months"
    return f"{days} days"


def flag_reasons(one: dict, other: dict) -> list[str]:
    flags = set((one["quality_flags"] + " " + other["quality_flags"]).split())
    told = {"in_discrepancy": "one of them takes part in a sum that differs", "provisional": "one of them is provisional", "estimate": "one of them is an estimate"}
    return [reason for flag, reason in told.items() if flag in flags]


def verdict(one: dict, other: dict, package: Package) -> tuple[bool, str]:
    """May they be compared, and the sentence that says so. The measure's own caveat holds in either case."""
    reasons = reasons_against(one, other)
    caveat = package.term("measures", one["measure_id"])["comparability"]
    if reasons:
        return False, f"Do not compare: {joined(reasons)}."
    return True, f"Same measure, unit, group, kind of area and kind of period. {caveat}".rstrip()
