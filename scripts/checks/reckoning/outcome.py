"""What comes out of a claim: what is printed, what follows from the other numbers, and whether the
two fit.

As in XBRL's Calculations 1.1 each number is an interval: a claim holds, may hold, or cannot hold.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from scripts.checks.reckoning.interval import Interval, added_up, point
from scripts.checks.reckoning.members import ROUNDED, Number

HOLDS, MAY_HOLD, ROUNDING, DIFFERS = "holds", "may_hold", "rounding", "differs"


class Outcome(NamedTuple):
    """`printed` and `recomputed` fit within `tolerance`; `fit` is one of the four words above."""

    printed: Interval
    recomputed: Interval
    tolerance: Decimal
    fit: str


class Quantity(NamedTuple):
    """Something worked out: from the numbers as they are printed, and from what they can have been
    before rounding.
    """

    known: Interval
    loose: Interval


def quantity(number: Number) -> Quantity:
    return Quantity(number.known, number.loose)


def rounded(number: Number) -> Quantity:
    """A number that was rounded before it was printed, whatever its unit."""
    return Quantity(number.known, number.known.widened(number.half_unit))


def counted(amount: int | Decimal) -> Quantity:
    """A number that nobody printed, such as how many rows there are."""
    return Quantity(point(amount), point(amount))


def added(numbers: Iterable[Number]) -> Quantity:
    held = list(numbers)
    known = added_up([number.known for number in held])
    if not any(number.unit in ROUNDED for number in held):
        return Quantity(known, known)
    return Quantity(known, added_up([number.loose for number in held]))


def less(one: Quantity, other: Quantity) -> Quantity:
    return Quantity(one.known.minus(other.known), one.loose.minus(other.loose))


def times(one: Quantity, other: Quantity) -> Quantity:
    return Quantity(one.known.times(other.known), one.loose.times(other.loose))


def divided(one: Quantity, other: Quantity) -> Quantity:
    return Quantity(one.known.over(other.known), one.loose.over(other.loose))


def percentage(part: Quantity, whole: Quantity) -> Quantity:
    return divided(times(counted(100), part), whole)


def equal(printed: Quantity, worked_out: Quantity) -> Outcome:
    """The two are the same number; those that were rounded may differ in their last digit."""
    return Outcome(
        printed.known, worked_out.known, Decimal(0), _fit(printed.known, printed.loose, worked_out)
    )


def rounds_to(printed: Number, worked_out: Quantity) -> Outcome:
    """What is worked out is the printed number, once it is rounded to the printed decimals."""
    half = printed.half_unit
    wide = printed.known.widened(half)
    exact = worked_out.known.exact
    if exact is not None and printed.known.exact is not None:
        holds = rounds(exact, printed.known.exact, half * 2)
        fit = HOLDS if holds else ROUNDING if wide.touches(worked_out.loose) else DIFFERS
    else:
        fit = _fit(wide, wide, worked_out)
    return Outcome(printed.known, worked_out.known, half, fit)


def rounds(exact: Decimal, printed: Decimal, step: Decimal) -> bool:
    """Whether the exact number is nearest to the printed one, in steps of `step`; one in the middle
    goes up, away from nothing.
    """
    if abs(exact - printed) * 2 != step:
        return abs(exact - printed) * 2 < step
    return (exact / step).to_integral_value(ROUND_HALF_UP) * step == printed


def no_more_than(part: Number, whole: Number) -> str:
    """How surely the first number is no larger than the second."""
    if part.known.never_above(whole.known):
        return HOLDS
    return MAY_HOLD if part.known.may_not_be_above(whole.known) else DIFFERS


def _fit(known: Interval, loose: Interval, worked_out: Quantity) -> str:
    if worked_out.known.within(known):
        return HOLDS
    if worked_out.known.touches(known):
        return MAY_HOLD
    return ROUNDING if worked_out.loose.touches(loose) else DIFFERS
