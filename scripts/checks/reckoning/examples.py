"""Facts for the examples of rules, in a few letters. All of them are made up."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import count

from scripts.checks.reckoning.interval import between
from scripts.checks.reckoning.members import Answer, Fact, Number, number_of
from scripts.checks.reckoning.outcome import HOLDS, MAY_HOLD, ROUNDING
from scripts.checks.reckoning.rule import Codes, Example

DISCREPANCY, NOT_RECOMPUTED = "discrepancy", ""
_next = count()


def figure(value: str, unit: str = "count", qualifier: str = "", kind: str = "") -> Number:
    fact_id = f"d/t/{value}/{next(_next)}"
    return number_of(
        {
            "figure_id": fact_id,
            "value": value,
            "unit": unit,
            "qualifier": qualifier,
            "value_kind": kind,
        }
    )


def counts(*values: str) -> list[Fact]:
    return [figure(value) for value in values]


def percents(*values: str) -> list[Fact]:
    return [figure(value, "percent") for value in values]


def pounds(*values: str) -> list[Fact]:
    return [figure(value, "gbp") for value in values]


def thousands(*values: str) -> list[Fact]:
    return [figure(value, "gbp_thousand") for value in values]


def said(qualifier: str, value: str, unit: str = "count") -> list[Fact]:
    """A number with the publisher's word before it, such as over."""
    return [figure(value, unit, qualifier)]


def limit(low: str, high: str, unit: str = "count") -> list[Fact]:
    """A number of which only the limits are printed, though nobody keeps it back."""
    known = between(Decimal(low), Decimal(high))
    return [Number(f"d/t/{low}-to-{high}/{next(_next)}", None, known, unit)]


def kept_back(low: str, high: str) -> list[Fact]:
    """A number that the publisher keeps back, of which only the limits are printed."""
    known = between(Decimal(low), Decimal(high))
    return [Number(f"d/t/kept-{low}-to-{high}/{next(_next)}", None, known, "count", marker="c")]


def lasting(start: str, end: str) -> list[Fact]:
    """A figure for these days."""
    days = date.fromisoformat(start), date.fromisoformat(end)
    return [figure("1")._replace(start=days[0], end=days[1])]


def dated(start: str, end: str, code: str = "yes") -> list[Fact]:
    """An answer about these days."""
    days = date.fromisoformat(start), date.fromisoformat(end)
    return [Answer(f"d/t/{start}/{next(_next)}", code, *days)]


def listed(*codes: str) -> list[Fact]:
    return [Answer(f"d/t/{code}/{next(_next)}", code) for code in codes]


def about(*subjects: str) -> list[Fact]:
    """Answers about these subjects."""
    return [Answer(f"d/t/{subject}/{next(_next)}", "yes", subject=subject) for subject in subjects]


def going(*directions: str) -> list[Fact]:
    """Answers that say that something goes this way: up, down, level, better or not_better."""
    return [Answer(f"d/t/{way}/{next(_next)}", way, direction=way) for way in directions]


def example(verdict: str, codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    """`from_` stands for the word `from`, which Python keeps to itself."""
    return Example(verdict, {word.rstrip("_"): facts for word, facts in named.items()}, codes or {})


def holds(codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    return example(HOLDS, codes, **named)


def may_hold(codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    return example(MAY_HOLD, codes, **named)


def rounding(codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    return example(ROUNDING, codes, **named)


def differs(codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    return example(DISCREPANCY, codes, **named)


def not_recomputed(codes: Mapping[str, Codes] | None = None, **named: list[Fact]) -> Example:
    return example(NOT_RECOMPUTED, codes, **named)
