"""What printed words say of a time: the years, months and dates that they name, and whether a period agrees with them."""

import calendar
import re
from datetime import date

from scripts.reading.periods import Period

SHORT_MONTHS = [name.lower() for name in calendar.month_abbr[1:]]
MONTH = (
    "(?:"
    + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name[1:])
    + "|sept)(?![a-z])"
)
SECOND = rf"\s?[-‑–—/]\s?\d\d(?!\d|[-/.]\d|(?:st|nd|rd|th)?\s{MONTH})"  # the second year of 2015/16, not the day of a second date
YEARS = re.compile(rf"(?<!\d)((?:19|20)\d\d)({SECOND})?(?!\d)", re.IGNORECASE)
SHORT_YEARS = re.compile(r"(?<![\d/])(\d\d)/(\d\d)(?![\d/])")
MONTH_AND_YEAR = re.compile(
    rf"\b({MONTH})[\s.,'’-]{{0,2}}(?:((?:19|20)\d\d)|(\d\d))(?!\d|,?\s(?:19|20)\d\d|{SECOND})",
    re.IGNORECASE,
)
DATE = re.compile(r"(?<!\d)(?<!\d[/.-])(\d\d?)[/.-](\d\d?)[/.-](?:20)?(\d\d)(?!\d|[/.]\d)")
DAY_AND_MONTH = re.compile(
    rf"(?<!\w)(\d\d?)(?:st|nd|rd|th)?\s({MONTH})[\s,]{{1,2}}((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
QUARTER = re.compile(r"\bQ([1-4])\b|\bquarter ([1-4])\b", re.IGNORECASE)
OPEN = re.compile(r"\b(?:ending|ended|end|to|until|by|since|from|onwards?)\b", re.IGNORECASE)
CENTURY = 2000


def printed_years(words: str) -> list[int]:
    """The years that printed words name: 2015 and 2016 in `2015/16`."""
    found = []
    for year, second in YEARS.findall(words):
        found += [int(year)] + (
            [int(year) + (int(second[-2:]) - int(year)) % 100] if second else []
        )
    return found or [
        CENTURY + int(year)
        for pair in SHORT_YEARS.findall(words)
        if int(pair[1]) - int(pair[0]) == 1
        for year in pair
    ]


def printed_months(words: str) -> list[tuple[int, int]]:
    """Year and month of each month that printed words name with its year: (2015, 9) in `September 2015` and `Sep 15`."""
    return [
        (int(year) if year else CENTURY + int(short), SHORT_MONTHS.index(month[:3].lower()) + 1)
        for month, year, short in MONTH_AND_YEAR.findall(words)
    ]


def printed_dates(words: str) -> list[tuple[tuple[int, int], int]]:
    """Each date printed in numbers, as its two first numbers and its year: ((7, 31), 2014) in `7/31/14`."""
    return [
        ((int(one), int(other)), CENTURY + int(year)) for one, other, year in DATE.findall(words)
    ]


def agrees(period: Period, words: str) -> bool:
    """Whether the years, quarters, months with a year, and dates in the printed words are those of the period."""
    days = [date.fromisoformat(day) for day in (period.start, period.end) if day]
    return not days or all(
        rule(days, words)
        for rule in (
            _years_agree,
            _split_years_agree,
            _quarters_agree,
            _months_agree,
            _days_agree,
            _dates_agree,
        )
    )


def _years_agree(days: list[date], words: str) -> bool:
    """The printed years are the first and the last; beside `year ending`, `since` and the like, one time may stand for either end."""
    years = printed_years(words)
    if OPEN.search(words) and len(YEARS.findall(words)) < 2:
        return not years or days[0].year in years or days[-1].year in years
    return not years or {day.year for day in days} <= {min(years), max(years)}


def _split_years_agree(days: list[date], words: str) -> bool:
    """A period of months in one calendar year lies in the split year that is printed, which starts in April or in September."""
    split = _split_years(words)
    if not split or days[0].year != days[-1].year:
        return True
    return any(
        _within(days, date(year, first, 1), date(year + 1, first, 1))
        for year in split
        for first in (4, 9)
    )


def _split_years(words: str) -> list[int]:
    """The first years of split years: 2015 for `2015/16`."""
    return [
        int(year)
        for year, second in YEARS.findall(words)
        if second and (int(year) + 1) % 100 == int(second[-2:])
    ]


def _quarters_agree(days: list[date], words: str) -> bool:
    """A quarter printed with its financial year is that of the period."""
    quarters = [int(one or other) for one, other in QUARTER.findall(words)]
    if len(quarters) != 1 or not _split_years(words):
        return True
    return any(_within(days, *_quarter(year, quarters[0])) for year in _split_years(words))


def _quarter(year: int, number: int) -> tuple[date, date]:
    """The first day of a quarter of the financial year, and of the next."""
    months = [4 + 3 * number - 3, 4 + 3 * number]
    first, after = (date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) for month in months)
    return first, after


def _within(days: list[date], first: date, after: date) -> bool:
    return first <= days[0] and days[-1] < after


def _days_agree(days: list[date], words: str) -> bool:
    """A day printed with its month and year is where the period starts or ends."""
    named = {
        (int(year), SHORT_MONTHS.index(month[:3].lower()) + 1, int(day))
        for day, month, year in DAY_AND_MONTH.findall(words)
    }
    return named <= {(day.year, day.month, day.day) for day in days}


def _months_agree(days: list[date], words: str) -> bool:
    """`Sep 14` is a month with its year, or the 14th where the period starts or ends on that day."""
    ends = {(day.year, day.month) for day in days} | {
        (CENTURY + day.day, day.month) for day in days
    }
    months = printed_months(words)
    return not months or {min(months), max(months)} <= ends


def _dates_agree(days: list[date], words: str) -> bool:
    """The British and the American order are both read, since documents have both."""
    ends = {((day.day, day.month), day.year) for day in days} | {
        ((day.month, day.day), day.year) for day in days
    }
    return set(printed_dates(words)) <= ends


def name_a_time(words: str) -> bool:
    """Whether printed words name a year, a month with its year or a date."""
    return bool(printed_years(words) or printed_months(words) or printed_dates(words))
