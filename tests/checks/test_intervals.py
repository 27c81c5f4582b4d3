"""Intervals: sums, products and quotients hold whatever the numbers are; ends that are left out
stay out.
"""

from decimal import Decimal

import pytest

from scripts.checks.reckoning.interval import ENDLESS, EVERYTHING, Bound, Interval, between, point
from scripts.checks.reckoning.members import known_of, number_of, qualified


def span(low, high):
    return between(Decimal(low), Decimal(high))


@pytest.mark.parametrize("one", [span(-3, 2), span(1, 4), point(0), span(2, "Infinity")])
@pytest.mark.parametrize("other", [span(-2, 5), span(2, 3), point(7)])
def test_what_is_worked_out_holds_all_that_could_come_out(one, other):
    def tried(interval):
        ends = [min(max(end.at, Decimal(-50)), Decimal(50)) for end in interval]
        return [*ends, sum(ends) / 2]

    for left in tried(one):
        for right in tried(other):
            assert point(left + right).within(one.plus(other))
            assert point(left - right).within(one.minus(other))
            assert point(left * right).within(one.times(other))
            assert not right or point(left / right).within(one.over(other))


def test_what_could_be_divided_by_nothing_can_be_anything():
    assert point(1).over(span(-1, 1)) == EVERYTHING
    assert point(1).over(span(0, 1)) == EVERYTHING


def test_an_end_that_is_left_out_is_not_touched():
    over = Interval(Bound(Decimal(600), True), Bound(ENDLESS, True))
    assert not point(600).touches(over) and point(601).touches(over)
    assert not point(600).within(over) and point(601).within(over)
    assert over.plus(point(1)).low == Bound(Decimal(601), True)


def row(**more):
    return {"figure_id": "d/t/a/x", "value": "", "unit": "count", "value_marker": ""} | more


def test_a_number_is_what_the_print_says_of_it():
    assert number_of(row(value="12")).known == point(12)
    assert number_of(row(value_low="0", value_high="4")).known == span(0, 4)
    assert number_of(row(value_low="201")).known == span(201, "Infinity")
    assert number_of(row()).known.says_nothing
    assert known_of(row(value="200", qualifier="over"), Decimal(200)).low == Bound(
        Decimal(200), True
    )
    assert qualified(Decimal(4500), "about") == span(4450, 4550)


def test_a_limit_is_kept_back_only_where_the_publisher_keeps_the_number_back():
    assert number_of(row(value_low="0", value_high="4", value_marker="c")).withheld
    assert not number_of(row(value_low="340", value_high="365")).withheld
    assert not number_of(row(value="3", value_marker="")).withheld


def test_a_percentage_can_have_been_rounded_and_a_count_cannot():
    assert number_of(row(value="12", unit="percent")).loose == span("11.5", "12.5")
    assert number_of(row(value="12")).loose == point(12)


def test_a_number_without_an_end_is_divided_like_any_other():
    """At least 2 into 8 is at most 4, and more than nothing."""
    assert point(8).over(span(2, "Infinity")) == Interval(
        Bound(Decimal(0), True), Bound(Decimal(4), False)
    )
