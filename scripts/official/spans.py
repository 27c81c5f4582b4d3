"""How the time of our figure and that of an official number lie to each other."""

from datetime import date

from scripts.official.year_ends import Span

SAME, OVERLAPS, BEFORE, AFTER, NONE = "same", "overlaps", "before", "after", ""
DAYS_BETWEEN = 366
DAYS_OF_A_YEAR = 400  # thirteen months: what is longer is no year of its own


def relation(ours: Span, theirs: Span) -> str:
    """same; overlaps; before or after ours by less than a year; or empty."""
    if ours == theirs:
        return SAME
    on_date = theirs.start == theirs.end
    if not on_date and days(ours.start, ours.end) > DAYS_OF_A_YEAR:
        return NONE  # several years together
    if theirs.start <= ours.end and ours.start <= theirs.end:
        return OVERLAPS
    if not on_date:
        return NONE  # a year beside ours says nothing about ours
    if theirs.end < ours.start:
        return BEFORE if days(theirs.end, ours.start) <= DAYS_BETWEEN else NONE
    return AFTER if days(ours.end, theirs.start) <= DAYS_BETWEEN else NONE


def days(first: str, last: str) -> int:
    """How many days lie between two ISO dates."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
