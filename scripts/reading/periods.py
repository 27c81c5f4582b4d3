"""Period codes of the sources, and the dates and DfE time columns they stand for."""

import calendar
import re
from datetime import date
from typing import NamedTuple

CODE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SCHOOL_YEAR = " Academic year"
MONTHS = frozenset(calendar.month_name[1:])


class Period(NamedTuple):
    """First and last day (ISO), and DfE's `time_period` and `time_identifier`, both empty where DfE has no word for it."""

    start: str
    end: str
    time_period: str
    time_identifier: str


NO_PERIOD = Period("", "", "", "")


def parse(code: str) -> Period:
    """The period that a code such as `2015-04/2016-03` stands for. ValueError if it is not a period code."""
    if not code:
        return NO_PERIOD
    interval = code.removesuffix(SCHOOL_YEAR)
    school = interval != code
    first, _, last = interval.partition("/")
    start, end = _day(first, last=False), _day(last or first, last=True)
    if end < start:
        raise ValueError(f"{code!r} ends before it starts")
    if school and (start.month, end.month, end.year - start.year) != (9, 8, 1):
        raise ValueError(f"{code!r} is not a school year from September to August")
    return Period(start.isoformat(), end.isoformat(), *_dfe_time(start, end, school))


def kind(start: str, end: str, time_identifier: str) -> str:
    """What kind of period it is, for comparing: DfE's word, or ours where DfE has none. A month is a month, whichever it is."""
    if not start:
        return "Not stated"
    if start == end:
        return "Day"
    return "Month" if time_identifier in MONTHS else time_identifier or "Other period"


def _day(code: str, last: bool) -> date:
    match = CODE.fullmatch(code)
    if not match:
        raise ValueError(f"{code!r} is not a year, month or day")
    year, month, day = (int(part) if part else None for part in match.groups())
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def _dfe_time(start: date, end: date, school_year: bool) -> tuple[str, str]:
    """DfE spells years that cross a new year with six digits, `201516`; single days have no spelling."""
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    months = (start.month, end.month, end.year - start.year)
    two_years = f"{start.year}{end.year % 100:02}"
    if not whole_months:
        return "", ""
    if school_year:
        return two_years, "Academic year"
    if months == (1, 12, 0):
        return str(start.year), "Calendar year"
    if months == (4, 3, 1):
        return two_years, "Financial year"
    if months == (4, 9, 0):
        return f"{start.year}{(start.year + 1) % 100:02}", "Part 1 (April to September)"
    if months == (10, 3, 1):
        return two_years, "Part 2 (October to March)"
    if start.month == end.month and start.year == end.year:
        return str(start.year), calendar.month_name[start.month]
    return "", ""
