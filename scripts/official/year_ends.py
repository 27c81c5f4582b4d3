"""When an official number is for: the day or the twelve months that its year stands for."""

from datetime import date, timedelta
from typing import NamedTuple


class Span(NamedTuple):
    """First and last day, as ISO dates; the same day twice for a number on a date."""

    start: str
    end: str


def span(time_period: str, year_ends: str, counted: str) -> Span:
    """The days of a year of DfE's, whose last day is `year_ends` (03-31).

    2019 ends in 2019, 201819 in 2019. `counted` is in_year or on_date.
    """
    last = date.fromisoformat(f"{last_year(time_period)}-{year_ends}")
    if counted == "on_date":
        return Span(last.isoformat(), last.isoformat())
    first = last.replace(year=last.year - 1) + timedelta(days=1)
    return Span(first.isoformat(), last.isoformat())


def last_year(time_period: str) -> int:
    """The calendar year in which a year of DfE's ends."""
    first = int(time_period[:4])
    return first + 1 if len(time_period) == 6 else first
