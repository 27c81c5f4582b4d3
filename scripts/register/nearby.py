"""Shares, rates and costs of one that nobody declared, found where their parts stand nearby.

Nearby is the same table or group of sentences. No sum is tried out, so that nothing is found by
chance: what belongs together is said by the measures of the vocabulary, and by area, days, kind of
value and breakdown. Where more than one number could be meant, the one on the nearest line is;
where two are as near, nothing is found.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from scripts.register.claims import Row
from scripts.register.related import Related

ALIKE = ("table_id", "area_id", "period_start", "period_end", "value_kind")
PAIRS = tuple((f"breakdown_{at}_dimension", f"breakdown_{at}_category") for at in (1, 2))
SHARE, RATE, COST_EACH, PART, WHOLE = "share", "rate", "cost_each", "part", "whole"
AMONG = {"rate_per_1000": 1000, "rate_per_10000": 10000}
POPULATION, TOTAL = "population", "total"
TAKERS = {"people", "places"}  # those among whom a cost can be shared out
Breakdown = tuple[tuple[str, str], ...]
Key = tuple[tuple[str, ...], str, Breakdown]


class Nearby(NamedTuple):
    """A claim: its rule, who takes part by the words of the rule, and a plain number where it needs
    one.
    """

    rule: str
    named: dict[str, Row]
    among: int = 0


class Near:
    """The figures of a document by what they have in common, by measure and by breakdown."""

    def __init__(self, figures: Iterable[Row], measures: Related) -> None:
        self.measures = measures
        self.figures = list(figures)
        self.found: dict[Key, list[Row]] = {}
        self.of_measure: dict[tuple[tuple[str, ...], str], list[Row]] = {}
        for figure in self.figures:
            measure_id = figure["measure_id"]
            self.found.setdefault((alike(figure), measure_id, breakdown(figure)), []).append(figure)
            self.of_measure.setdefault((alike(figure), measure_id), []).append(figure)

    def base(self, figure: Row) -> str:
        return self.measures.base.get(figure["measure_id"], "")

    def variant(self, measure_id: str) -> str:
        return self.measures.variant.get(measure_id, "")

    def based_on(self, measure_id: str, variants: set[str]) -> list[str]:
        """The measures of these variants that are based on this one."""
        found = self.measures.based_on.get(measure_id, [])
        return [one for one in found if self.variant(one) in variants]

    def with_breakdown(
        self, figure: Row, measure_id: str, wanted: Iterable[Breakdown]
    ) -> list[Row]:
        """The figures of a measure that stand near and have one of these breakdowns."""
        keys = ((alike(figure), measure_id, one) for one in wanted)
        return [row for key in keys for row in self.found.get(key, [])]

    def same(self, figure: Row, measure_id: str) -> list[Row]:
        return self.with_breakdown(figure, measure_id, [breakdown(figure)])

    def for_all(self, figure: Row, measure_id: str) -> list[Row]:
        return self.with_breakdown(figure, measure_id, totals(breakdown(figure)))


def found(figures: Iterable[Row], measures: Related) -> Iterator[Nearby]:
    """The claims found among the figures of one document that have a number."""
    near = Near(figures, measures)
    for figure in near.figures:
        variant = near.variant(figure["measure_id"])
        if variant == SHARE:
            yield from share(figure, near)
        if variant == RATE and figure["unit"] in AMONG:
            yield from rate(figure, near)
        if variant == COST_EACH:
            yield from cost_each(figure, near)


def share(figure: Row, near: Near) -> Iterator[Nearby]:
    """A share of what its measure is based on: the number with the same breakdown, and the one for
    all.
    """
    part = only(figure, near.same(figure, near.base(figure)))
    whole = only(figure, wholes(part, near)) if part else None
    if part and whole and no_more(part, whole):
        yield Nearby("share", {"percent": figure, "part": part, "whole": whole})


def wholes(part: Row, near: Near) -> list[Row]:
    """The same measure for all; and the measure that it is a part of, or that is its whole."""
    measure_id = part["measure_id"]
    measures = [near.base(part)] if near.variant(measure_id) == PART else []
    measures += near.based_on(measure_id, {WHOLE})
    of_others = [row for one in measures for row in near.same(part, one) + near.for_all(part, one)]
    return near.for_all(part, measure_id) + of_others


def rate(figure: Row, near: Near) -> Iterator[Nearby]:
    """A rate among people: the number that it is based on, and the number of people."""
    part = only(figure, near.same(figure, near.base(figure)))
    people = only(figure, population(figure, near))
    if part and people and no_more(part, people):
        named = {"rate": figure, "part": part, "people": people}
        yield Nearby("rate", named, AMONG[figure["unit"]])


def population(figure: Row, near: Near) -> list[Row]:
    """The people with the same breakdown, or all people; else the only number of people nearby."""
    people = near.same(figure, POPULATION) or near.for_all(figure, POPULATION)
    every = near.of_measure.get((alike(figure), POPULATION), [])
    return people or (every if len(every) == 1 else [])


def cost_each(figure: Row, near: Near) -> Iterator[Nearby]:
    """What one costs: what all cost, and among how many that is shared out."""
    base = near.base(figure)
    takers = near.based_on(base, TAKERS)
    total = only(figure, near.same(figure, base))
    number = only(figure, (row for one in takers for row in near.same(figure, one)))
    if total and number:
        yield Nearby("unit_cost", {"each": figure, "number": number, "total": total})


def alike(figure: Row) -> tuple[str, ...]:
    return tuple(figure[column] for column in ALIKE)


def breakdown(figure: Row) -> Breakdown:
    return tuple((figure[dimension], figure[category]) for dimension, category in PAIRS)


def totals(parts: Breakdown) -> Iterator[Breakdown]:
    """The breakdowns that are for all in one thing, and the same in the other."""
    for place, (dimension, category) in enumerate(parts):
        if category not in ("", TOTAL):
            for of_all in ((dimension, TOTAL), ("", "")):
                yield (*parts[:place], of_all, *parts[place + 1 :])


def no_more(part: Row, whole: Row) -> bool:
    return 0 < Decimal(part["value"]) <= Decimal(whole["value"])


def only(figure: Row, candidates: Iterable[Row]) -> Row | None:
    """The candidate on the nearest line; none where two there print different numbers."""
    away: dict[int, list[Row]] = {}
    for one in candidates:
        away.setdefault(abs(int(one["line"]) - int(figure["line"])), []).append(one)
    nearest = away[min(away)] if away else []
    return nearest[0] if len({one["value"] for one in nearest}) == 1 else None
