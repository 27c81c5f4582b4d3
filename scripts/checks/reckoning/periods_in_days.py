"""Periods compared by their days."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scripts.checks.reckoning.interval import point
from scripts.checks.reckoning.members import Fact
from scripts.checks.reckoning.outcome import DIFFERS, HOLDS, Outcome


def compare(some: Sequence[Fact], others: Sequence[Fact]) -> Outcome:
    """Days of the first, against those from the first to the last of the others.

    Where both are as long but not on the same days, recomputed is the days they share.
    """
    worked_out = shared_days(some, others) if as_long(some, others) else days(others)
    fit = HOLDS if days(some) == worked_out else DIFFERS
    return Outcome(point(days(some)), point(worked_out), Decimal(0), fit)


def as_long(some: Sequence[Fact], others: Sequence[Fact]) -> bool:
    return days(some) == days(others)


def span(facts: Sequence[Fact]) -> tuple[date, date]:
    """The earliest start and the latest end of the facts' periods."""
    starts = [fact.start for fact in facts if fact.start]
    ends = [fact.end for fact in facts if fact.end]
    return min(starts), max(ends)


def days(facts: Sequence[Fact]) -> int:
    start, end = span(facts)
    return (end - start).days + 1


def shared_days(some: Sequence[Fact], others: Sequence[Fact]) -> int:
    (start, end), (other_start, other_end) = span(some), span(others)
    return max((min(end, other_end) - max(start, other_start)).days + 1, 0)
