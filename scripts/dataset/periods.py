"""Period codes of the sources, and the dates and DfE time columns they stand for."""

import calendar
import re
from datetime import date
from typing import NamedTuple

CODE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?: ?[-–/] ?(\d\d)(?!\d))?(?!\d)")
SHORT_MONTHS = [name.lower() for name in calendar.month_abbr[1:]]
MONTH_AND_YEAR = re.compile(r"\b((?:" + "|".join(SHORT_MONTHS) + r")[a-z]*)(?: ((?:19|20)\d\d)| ?(\d\d))(?!\d|,? (?:19|20)\d\d)", re.IGNORECASE)
DATE = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:20)?(\d\d)(?![\d/])")
CENTURY = 2000
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


def printed_years(words: str) -> list[int]:
    """The years that printed words name: 2015 and 2016 in `2015/16`."""
    found = []
    for year, second in YEARS.findall(words):
        found += [int(year)] + ([int(year[:2] + second)] if second else [])
    return found


def printed_months(words: str) -> list[tuple[int, int]]:
    """Year and month of each month that printed words name with its year: (2015, 9) in `September 2015` and `Sep 15`."""
    return [(int(year) if year else CENTURY + int(short), SHORT_MONTHS.index(month[:3].lower()) + 1) for month, year, short in MONTH_AND_YEAR.findall(words)]


def printed_dates(words: str) -> list[tuple[tuple[int, int], int]]:
    """Each date printed in numbers, as its two first numbers and its year: ((7, 31), 2014) in `7/31/14`."""
    return [((int(one), int(other)), CENTURY + int(year)) for one, other, year in DATE.findall(words)]


def agrees(period: Period, words: str) -> bool:
    """Whether the years, months with a year, and dates in the printed words are those on which the period starts or ends."""
    days = [date.fromisoformat(day) for day in (period.start, period.end) if day]
    return not days or all(
        (_years_agree(days, printed_years(words)), _split_years_agree(days, words), _months_agree(days, words), _dates_agree(days, words))
    )


def _years_agree(days: list[date], years: list[int]) -> bool:
    if not years:
        return True
    return {day.year for day in days} <= {min(years), max(years)}


def _split_years_agree(days: list[date], words: str) -> bool:
    """A period of months in one calendar year lies in the split year that is printed, which starts in April or in September."""
    split = [int(year) for year, second in YEARS.findall(words) if second and (int(year) + 1) % 100 == int(second)]
    if not split or days[0].year != days[-1].year:
        return True
    return any(date(year, first, 1) <= days[0] and days[-1] < date(year + 1, first, 1) for year in split for first in (4, 9))


def _months_agree(days: list[date], words: str) -> bool:
    """`Sep 14` is a month with its year, or the 14th where the period starts or ends on that day."""
    ends = {(day.year, day.month) for day in days} | {(CENTURY + day.day, day.month) for day in days}
    return set(printed_months(words)) <= ends


def _dates_agree(days: list[date], words: str) -> bool:
    """The British and the American order are both read, since documents have both."""
    ends = {((day.day, day.month), day.year) for day in days} | {((day.month, day.day), day.year) for day in days}
    return set(printed_dates(words)) <= ends


def name_a_time(words: str) -> bool:
    """Whether printed words name a year, a month with its year or a date."""
    return bool(printed_years(words) or printed_months(words) or printed_dates(words))


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
