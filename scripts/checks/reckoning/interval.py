"""What is known of a number: it lies between two bounds, each of which may be infinite, and may
itself be left out.

All bounds are Decimal; nothing passes through a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

ENDLESS = Decimal("Infinity")
NOTHING = Decimal(0)


class Bound(NamedTuple):
    """One end. An open end is not itself a value that the number can take: over 600 is more than
    600.
    """

    at: Decimal
    is_open: bool = False


class Interval(NamedTuple):
    """The numbers from `low` to `high`. An exact number is both of them."""

    low: Bound
    high: Bound

    @property
    def exact(self) -> Decimal | None:
        """The one number that it can be, or None where it can be several."""
        return self.low.at if self.low == self.high else None

    @property
    def says_nothing(self) -> bool:
        return self.low.at == -ENDLESS and self.high.at == ENDLESS

    def plus(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def minus(self, other: Interval) -> Interval:
        return self.plus(Interval(_turned(other.high), _turned(other.low)))

    def times(self, other: Interval) -> Interval:
        corners = [_product(one, two) for one in self for two in other]
        return Interval(_lowest(corners), _highest(corners))

    def over(self, other: Interval) -> Interval:
        """Divided. What could be divided by nothing can be anything."""
        if other.low.at <= 0 <= other.high.at:
            return EVERYTHING
        if ENDLESS in (abs(other.low.at), abs(other.high.at)):
            upside_down = (_inverse(other.high), _inverse(other.low))
            corners = [_product(one, two) for one in self for two in upside_down]
        else:
            corners = [_quotient(one, two) for one in self for two in other]
        return Interval(_lowest(corners), _highest(corners))

    def widened(self, by: Decimal) -> Interval:
        """As far as `by` on either side, both ends included."""
        if not by:
            return self
        return Interval(Bound(self.low.at - by), Bound(self.high.at + by))

    def within(self, other: Interval) -> bool:
        """Whether whatever it is, it lies in the other."""
        return _from(other.low, self.low) and _to(self.high, other.high)

    def touches(self, other: Interval) -> bool:
        """Whether one number can be both."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def never_above(self, other: Interval) -> bool:
        """Whether whatever the two are, the first is no larger."""
        return self.high.at <= other.low.at

    def may_not_be_above(self, other: Interval) -> bool:
        """Whether the first can be no larger than the other."""
        return _not_above(self.low, other.high)


def point(number: Decimal | int) -> Interval:
    return Interval(Bound(Decimal(number)), Bound(Decimal(number)))


def between(low: Decimal, high: Decimal) -> Interval:
    return Interval(Bound(low, abs(low) == ENDLESS), Bound(high, abs(high) == ENDLESS))


def added_up(intervals: Sequence[Interval]) -> Interval:
    """What several numbers can add up to; nothing where there are none."""
    return Interval(_total([one.low for one in intervals]), _total([one.high for one in intervals]))


EVERYTHING = between(-ENDLESS, ENDLESS)


def _sum(one: Bound, other: Bound) -> Bound:
    return Bound(one.at + other.at, one.is_open or other.is_open)


def _total(bounds: list[Bound]) -> Bound:
    return Bound(sum((bound.at for bound in bounds), NOTHING), any(one.is_open for one in bounds))


def _turned(bound: Bound) -> Bound:
    return Bound(-bound.at, bound.is_open)


def _inverse(bound: Bound) -> Bound:
    return Bound(NOTHING if abs(bound.at) == ENDLESS else 1 / bound.at, bound.is_open)


def _product(one: Bound, other: Bound) -> Bound:
    """Nothing times whatever is nothing, even where the other has no end."""
    at = NOTHING if not one.at or not other.at else one.at * other.at
    return Bound(at, one.is_open or other.is_open)


def _quotient(one: Bound, other: Bound) -> Bound:
    return Bound(one.at / other.at, one.is_open or other.is_open)


def _lowest(bounds: list[Bound]) -> Bound:
    """The lowest; where an open and a closed end meet, the closed one."""
    return min(bounds, key=lambda bound: (bound.at, bound.is_open))


def _highest(bounds: list[Bound]) -> Bound:
    return max(bounds, key=lambda bound: (bound.at, not bound.is_open))


def _from(outer: Bound, inner: Bound) -> bool:
    """Whether what begins at the inner bound lies above the outer."""
    return inner.at > outer.at or (inner.at == outer.at and (inner.is_open or not outer.is_open))


def _to(inner: Bound, outer: Bound) -> bool:
    return inner.at < outer.at or (inner.at == outer.at and (inner.is_open or not outer.is_open))


def _not_above(low: Bound, high: Bound) -> bool:
    return low.at < high.at or (low.at == high.at and not low.is_open and not high.is_open)
