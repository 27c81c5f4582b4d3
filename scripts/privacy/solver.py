"""What can be worked out of numbers that are kept back: the least and the most that each can be.

The rules of `checks` are asked themselves whether numbers fit, so each rule is reckoned with as
soon as it is there. A search tries ranges of whole numbers, and halves them, until all sums fit; it
ends after so many steps, and takes for possible what it has not ruled out by then. Percentages and
rates, which need not be whole, lie from one whole number to the next. No number passes through a
float.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from scripts.checks.reckoning.interval import Bound, Interval
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import DIFFERS, Outcome

FAR = 10**9  # no count of people comes near it
MOST_STEPS = 3_000


PARTS = {"percent", "ratio", "rate", "rate_per_1000", "rate_per_10000"}  # need not be whole


class Range(NamedTuple):
    """The whole numbers from `low` to `high`; of what need not be whole, also what lies between
    them, and up to the next.
    """

    low: int
    high: int

    def of(self, number: Number) -> Interval:
        """What is known of a number that lies in the range."""
        above = 1 if number.unit in PARTS else 0
        return Interval(Bound(Decimal(self.low)), Bound(Decimal(self.high + above)))


class Relation(NamedTuple):
    """Numbers that fit together by a rule."""

    named: Named
    reckon: Callable[[Named], Outcome | None]


Ranges = dict[str, Range]  # by figure


class Search:
    """A search for numbers that fit all relations, with a count of the steps it took."""

    def __init__(self, relations: list[Relation], unknown: Ranges) -> None:
        self.unknown = unknown
        self.relations = [
            (relation, keys)
            for relation in relations
            if (keys := [key for key in unknown if key in ids(relation.named)])
        ]
        self.steps = 0

    def learned(self) -> Ranges:
        """The least and the most that each number can be. Where nothing fits at all, nothing is
        learnt.
        """
        ranges = self.tightened(self.unknown)
        if ranges is None:
            return self.unknown
        return {key: Range(self.end(ranges, key, 1), self.end(ranges, key, -1)) for key in ranges}

    def end(self, ranges: Ranges, key: str, side: int) -> int:
        """The least (side 1) or the most (side -1) that a number can be, by halving."""
        near, far = ranges[key] if side == 1 else (ranges[key].high, ranges[key].low)
        while near != far:
            middle = (near + far - (near + far) % 2) // 2 if side == 1 else -((-near - far) // 2)
            self.steps = 0
            if self.fits({**ranges, key: Range(*sorted((near, middle)))}):
                far = middle
            else:
                near = middle + side
        return near

    def fits(self, ranges: Ranges) -> bool:
        """Whether some numbers within the ranges fit all relations."""
        self.steps += 1
        tight = self.tightened(ranges)
        if tight is None:
            return False
        wide = [key for key, one in tight.items() if one.low != one.high]
        if not wide or self.steps > MOST_STEPS:
            return True
        key = min(wide, key=lambda each: tight[each].high - tight[each].low)
        low, high = tight[key]
        middle = (low + high) // 2
        halves = Range(low, middle), Range(middle + 1, high)
        return any(self.fits({**tight, key: half}) for half in halves)

    def tightened(self, ranges: Ranges) -> Ranges | None:
        """The ranges without the ends that one relation by itself rules out; None where none is
        left.
        """
        before: Ranges = {}
        while before != ranges:
            before = ranges
            for relation, keys in self.relations:
                if not self.agrees(relation, ranges):
                    return None
                for key in keys:
                    ranges = {**ranges, key: self.cut(relation, ranges, key)}
        return ranges

    def cut(self, relation: Relation, ranges: Ranges, key: str) -> Range:
        """The range of a number between its first and its last part that a relation allows."""
        low, high = ranges[key]
        first, last = low, high
        while first < last:  # the most that may begin a part up to the high end
            middle = (first + last) // 2
            fits = self.agrees(relation, {**ranges, key: Range(low, middle)})
            first, last = (first, middle) if fits else (middle + 1, last)
        start, last = first, high
        while start < last:
            middle = (start + last + 1) // 2
            fits = self.agrees(relation, {**ranges, key: Range(middle, high)})
            start, last = (middle, last) if fits else (start, middle - 1)
        return Range(first, start)

    def agrees(self, relation: Relation, ranges: Ranges) -> bool:
        """Whether the relation may hold with numbers within the ranges."""
        facts = {
            word: [
                one.with_known(ranges[one.fact_id].of(one)) if one.fact_id in ranges else one
                for one in relation.named.numbers(word)
            ]
            + relation.named.answers(word)
            for word in relation.named.facts
        }
        outcome = relation.reckon(Named(facts))
        return outcome is None or outcome.fit != DIFFERS


def ids(named: Named) -> set[str]:
    return {number.fact_id for number in named.every_number()}
