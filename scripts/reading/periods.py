"""Period codes of the sources, and the dates, kinds and DfE time columns they stand for. Pure."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

CODE = re.compile(r"([0-9]{4})(?:-([0-9][0-9]))?(?:-([0-9][0-9]))?")
MONTHS = tuple(calendar.month_name[1:])
OTHER, NOT_STATED = "other", "not_stated"
APRIL, SEPTEMBER, SUNDAY = 4, 9, 7
LAST_WEEK = 52


class Period(NamedTuple):
    """First and last day (ISO); DfE's `time_period` and `time_identifier`, empty where DfE has no
    word for it.

    `kind` is an id of data/vocabulary/period_kinds.csv. `months` is how many whole months it is;
    empty if it is not.
    """

    start: str
    end: str
    time_period: str
    time_identifier: str
    kind: str
    months: str


NO_PERIOD = Period("", "", "", "", "", "")


class Time(NamedTuple):
    """A time that DfE has a word for: its first and last month, and the month in which its kind of
    year starts.

    `split`: DfE writes its year with six digits, 201819. `said`: the dates alone do not say it,
    since they have a more usual name, or none.
    """

    identifier: str
    kind: str
    first: int
    last: int
    year_starts: int = 1
    split: bool = False
    said: bool = False


# schools differ in when a term ends; the other months are a term only where that is said
TERMS = [
    ("Autumn term", 9, 12, False),
    ("Spring term", 1, 4, False),
    ("Spring term", 1, 3, True),
    ("Summer term", 5, 8, False),
    ("Summer term", 5, 7, True),
    ("Summer term", 4, 8, True),
    ("Summer term", 4, 7, True),
]


def _times() -> Iterator[Time]:
    yield Time("Calendar year", "calendar_year", 1, 12)
    yield Time("Financial year", "financial_year", 4, 3, APRIL, split=True)
    yield Time("Academic year", "school_year", 9, 8, SEPTEMBER, split=True, said=True)
    yield Time("Part 1 (April to September)", "half_year", 4, 9, APRIL, split=True)
    yield Time("Part 2 (October to March)", "half_year", 10, 3, APRIL, split=True)
    for quarter, first in enumerate((4, 7, 10, 1), start=1):
        name, last = f"Financial year Q{quarter}", first + 2
        yield Time(name, "financial_quarter", first, last, APRIL, split=True)
    for quarter, first in enumerate((1, 4, 7, 10), start=1):
        yield Time(f"Calendar year Q{quarter}", "calendar_quarter", first, first + 2, said=True)
    for name, first, last, said in TERMS:
        yield Time(name, "school_term", first, last, SEPTEMBER, split=True, said=said)
    yield Time("Autumn and spring term", OTHER, 9, 4, SEPTEMBER, split=True)
    for number, name in enumerate(MONTHS, start=1):
        yield Time(name, "month", number, number)


TIMES = list(_times())
SAID = {time.identifier for time in TIMES if time.said} | {"Reporting year", "Tax year"}
WORDS = sorted(SAID | {time.identifier for time in TIMES})
CALENDAR_HALVES = {(1, 6), (7, 12)}
TAX_YEAR = ((4, 6), (4, 5))


def parse(code: str) -> Period:
    """The period that a code such as `2015-04/2016-03` stands for. ValueError if it is not a period
    code.

    A code may end with DfE's word for it, which then decides: `2018-07/2018-09 Calendar year Q3`.
    """
    if not code:
        return NO_PERIOD
    interval, space, word = code.partition(" ")
    first, _, last = interval.partition("/")
    start, end = _day(first, last=False), _day(last or first, last=True)
    if end < start:
        raise ValueError(f"{code!r} ends before it starts")
    if space and word not in WORDS:
        raise ValueError(f"{code!r} does not end with a word of the Department for Education")
    named = _named(start, end, word)
    if word and (named is None or named[1] != word):
        raise ValueError(f"the dates of {code!r} are not those of a time called {word!r}")
    time_period, identifier, kind = named or ("", "", _kind(start, end))
    months = str(_months(start, end) or "")
    return Period(start.isoformat(), end.isoformat(), time_period, identifier, kind, months)


def comparable(kind: str, months: str, start: str, end: str) -> str:
    """The kind of a period for comparing: periods of kind `other` are alike only if they are of one
    length.
    """
    if not start:
        return NOT_STATED
    if kind != OTHER:
        return kind
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return f"{OTHER}_{months}_months" if months else f"{OTHER}_{days}_days"


def _day(code: str, last: bool) -> date:
    match = CODE.fullmatch(code)
    if not match:
        raise ValueError(f"{code!r} is not a year, month or day")
    year, month, day = (int(part) if part else None for part in match.groups())
    month = month or (12 if last else 1)
    return date(year or 0, month, day or (_last_day(year or 0, month) if last else 1))


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _months(start: date, end: date) -> int:
    """How many whole months a period is; nought if it does not run from a first to a last day of a
    month.
    """
    if start.day != 1 or end.day != _last_day(end.year, end.month):
        return 0
    return 12 * (end.year - start.year) + end.month - start.month + 1


def _kind(start: date, end: date) -> str:
    """The kind of a period for which DfE has no word."""
    if start == end:
        return "day"
    if _months(start, end) == 6 and (start.month, end.month) in CALENDAR_HALVES:
        return "calendar_half_year"
    return OTHER


def _named(start: date, end: date, word: str) -> tuple[str, str, str] | None:
    """DfE's `time_period` and `time_identifier`, and the kind: as the word says, or the usual ones
    of the dates.
    """
    whole = _months(start, end)
    if word == "Reporting year":
        return (str(end.year), word, "reporting_year") if whole == 12 else None
    if ((start.month, start.day), (end.month, end.day)) == TAX_YEAR and end.year - start.year == 1:
        return _split(start.year), "Tax year", "tax_year"
    if not whole:
        return _week(start, end)
    for time in TIMES:
        fits = (start.month, end.month) == (time.first, time.last) and whole <= 12
        if fits and (word == time.identifier or not word and not time.said):
            year = start.year - (start.month < time.year_starts)
            return _split(year) if time.split else str(year), time.identifier, time.kind
    return None


def _split(year: int) -> str:
    """A year that crosses a new year, in six digits: 201516."""
    return f"{year}{(year + 1) % 100:02}"


def _week(start: date, end: date) -> tuple[str, str, str] | None:
    """A week from Monday to Sunday. DfE numbers them to 52, of the year in which most of the week
    lies.
    """
    year, number, _ = start.isocalendar()
    is_week = end - start == timedelta(days=6) and end.isoweekday() == SUNDAY
    return (str(year), f"Week {number}", "week") if is_week and number <= LAST_WEEK else None
