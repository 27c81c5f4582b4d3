"""What printed words say of a time: its years, quarters, terms, months and dates, and whether a
period agrees with them. Pure.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scripts.reading.periods import Period

SHORT_MONTHS = [name.lower() for name in calendar.month_abbr[1:]]
MONTH = (
    "(?:"
    + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name[1:])
    + "|sept)(?![a-z])"
)
NOT_A_DAY = rf"(?!\d|[-/.]\d|(?:st|nd|rd|th)?\s{MONTH})"
SECOND = (
    rf"\s?[-‑–—/]\s?\d\d{NOT_A_DAY}"  # the second year of 2015/16, not the day of a second date
)
YEARS = re.compile(rf"(?<!\d)((?:19|20)\d\d)({SECOND})?(?!\d)", re.IGNORECASE)
SHORT_YEARS = re.compile(
    rf"(?<![\d/.‑–—-])(\d\d)\s?[-‑–—/]\s?(\d\d){NOT_A_DAY}(?![‑–—]\d)", re.IGNORECASE
)
MONTH_AND_YEAR = re.compile(
    rf"\b({MONTH})[\s.,'’-]{{0,2}}(?:((?:19|20)\d\d)|(\d\d))(?!\d|,?\s(?:19|20)\d\d|{SECOND})",
    re.IGNORECASE,
)
ANY_MONTH = re.compile(rf"\b(?!may\b)({MONTH})", re.IGNORECASE)
CAPITAL_MAY = re.compile(r"\b(May|MAY)\b")
DATE = re.compile(r"(?<!\d)(?<!\d[/.-])(\d\d?)[/.-](\d\d?)[/.-](?:(?:19|20)?)(\d\d)(?!\d|[/.]\d)")
DAY_AND_MONTH = re.compile(
    rf"(?<!\w)(\d\d?)(?:st|nd|rd|th)?\s({MONTH})(?:[\s,]{{1,2}}((?:19|20)\d\d|\d\d)(?!\d|{SECOND}))?",
    re.IGNORECASE,
)
NUMBERS = dict(
    zip("one two three four five six nine twelve".split(), (1, 2, 3, 4, 5, 6, 9, 12), strict=True)
)
ORDERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
LAST = {"last": 4, "final": 4}
QUARTER = re.compile(
    r"\bQ([1-4])(?:\s?[-–]\s?([1-4]))?\b"
    r"|\bquarters? ([1-4]|one|two|three|four)(?:\s?(?:to|and|&|-|–)\s?([1-4]))?\b"
    rf"|\b({'|'.join([*ORDERS, *LAST])})\squarter\b",
    re.IGNORECASE,
)
TERM = re.compile(r"\b(autumn|spring|summer)\b(?=.*\bterms?\b)", re.IGNORECASE)
TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 8)}
HALF = re.compile(rf"\b({'|'.join(ORDERS)}) (?:half|six months)\b|\bH([12])\b", re.IGNORECASE)
YEAR_TO = re.compile(r"\byears? (?:ending|ended|to)\b(?! date)", re.IGNORECASE)
COUNTED = rf"(?<![\w/-])(\d\d?|{'|'.join(NUMBERS)})"
LENGTH = re.compile(
    rf"{COUNTED}[\s-](month|year)s?[\s-](?:ending|ended|to|from|until|since|period)\b",
    re.IGNORECASE,
)
YEAR_OF = re.compile(r"\b(academic|school|financial|calendar) year\b", re.IGNORECASE)
KINDS_OF_YEAR = {
    "academic": "school_year",
    "school": "school_year",
    "financial": "financial_year",
    "calendar": "calendar_year",
}
OPEN = re.compile(
    r"\b(?:ending|ended|end|to|until|by|since|from|onwards?|YTD|up to)\b", re.IGNORECASE
)
FIRST_SHORT_YEAR = 70  # 69 is 2069, 70 is 1970
APRIL, SEPTEMBER = 4, 9


class Span(NamedTuple):
    """Days from the first to the one after the last."""

    first: date
    after: date

    def holds(self, period: Period) -> bool:
        return self.first <= _start(period) and _end(period) < self.after

    def holds_end(self, period: Period) -> bool:
        return self.first <= _end(period) < self.after


def agrees(period: Period, words: str) -> bool:
    """Whether the years, quarters, terms, halves, months, dates and lengths in the printed words
    are those of the period.
    """
    return not period.start or all(rule(period, words) for rule in RULES)


def name_a_time(words: str) -> bool:
    """Whether printed words name a year, a month with its year or a date."""
    return bool(printed_years(words) or printed_months(words) or printed_dates(words))


def printed_years(words: str) -> list[int]:
    """The years that printed words name: 2015 and 2016 in `2015/16`, 1998 and 1999 in `98/99`."""
    found = []
    for year, second in YEARS.findall(words):
        found += [int(year)] + (
            [int(year) + (int(second[-2:]) - int(year)) % 100] if second else []
        )
    return found or [year for first in _short_split_years(words) for year in (first, first + 1)]


def printed_months(words: str) -> list[tuple[int, int]]:
    """Year and month of each month that printed words name with its year: (2015, 9) in `September
    2015` and `Sep 15`.
    """
    return [
        (int(year) if year else _century(short), _month(month))
        for month, year, short in MONTH_AND_YEAR.findall(words)
    ]


def printed_dates(words: str) -> list[tuple[tuple[int, int], int]]:
    """Each date printed in numbers, as its two first numbers and its year: ((7, 31), 2014) in
    `7/31/14`.
    """
    return [((int(one), int(other)), _century(year)) for one, other, year in DATE.findall(words)]


def _century(short: str) -> int:
    return int(short) + (1900 if int(short) >= FIRST_SHORT_YEAR else 2000)


def _month(name: str) -> int:
    return SHORT_MONTHS.index(name[:3].lower()) + 1


def _start(period: Period) -> date:
    return date.fromisoformat(period.start)


def _end(period: Period) -> date:
    return date.fromisoformat(period.end)


def _days(period: Period) -> tuple[date, date]:
    return _start(period), _end(period)


def _span(year: int, first: int, last: int) -> Span:
    """From a month to a month, which is in the next year if it comes before; months run on past
    12.
    """
    year, first, last = year + (first - 1) // 12, (first - 1) % 12 + 1, (last - 1) % 12 + 1
    next_year, next_month = year + (last < first) + last // 12, last % 12 + 1
    return Span(date(year, first, 1), date(next_year, next_month, 1))


def _split_years(words: str) -> list[int]:
    """The first years of split years: 2015 for `2015/16`, 1998 for `98/99`."""
    long = [
        int(year)
        for year, second in YEARS.findall(words)
        if second and (int(year) + 1) % 100 == int(second[-2:])
    ]
    return long or ([] if YEARS.search(words) else _short_split_years(words))


def _short_split_years(words: str) -> list[int]:
    return [
        _century(first)
        for first, second in SHORT_YEARS.findall(words)
        if (int(first) + 1) % 100 == int(second)
    ]


def _years_agree(period: Period, words: str) -> bool:
    """The printed years are the first and the last; beside `year ending`, `since` and the like, one
    time may stand for either end.
    """
    years, days = printed_years(words), _days(period)
    if OPEN.search(words) and len(YEARS.findall(words)) < 2:
        return not years or days[0].year in years or days[-1].year in years
    return not years or {day.year for day in days} <= {min(years), max(years)}


def _split_years_agree(period: Period, words: str) -> bool:
    """A period of months in one calendar year lies in the split year that is printed, which starts
    in April or in September.
    """
    split, days = _split_years(words), _days(period)
    if not split or days[0].year != days[-1].year:
        return True
    spans = [_span(year, first, first + 11) for year in split for first in (APRIL, SEPTEMBER)]
    return any(span.holds(period) for span in spans)


def _kind_of_year_agrees(period: Period, words: str) -> bool:
    """A year that is called a school year, financial year or calendar year is no other one."""
    named = {KINDS_OF_YEAR[kind.lower()] for kind in YEAR_OF.findall(words)}
    return not named or period.kind not in set(KINDS_OF_YEAR.values()) - named


def _quarters_agree(period: Period, words: str) -> bool:
    """The printed quarters are those of the period: of the financial year where a split year is
    printed, else of either kind of year.
    """
    numbers = _quarters(words)
    if not numbers:
        return True
    spans = _quarter_spans(period, words, min(numbers), max(numbers))
    return _lies_in(period, list(spans), words, "quarter" in period.kind)


def _quarters(words: str) -> list[int]:
    """The numbers of the printed quarters. Which one is the last is known only with its year."""
    found = [part.lower() for match in QUARTER.findall(words) for part in match if part]
    orders = ORDERS | NUMBERS | (LAST if printed_years(words) else {})
    orders |= {str(number): number for number in range(1, 5)}
    return [orders[word] for word in found if word in orders]


def _quarter_spans(period: Period, words: str, first: int, last: int) -> Iterator[Span]:
    split, years = _split_years(words), printed_years(words)
    near = years or range(_start(period).year - 1, _end(period).year + 1)
    if period.kind != "calendar_quarter":
        starts = split or [year - before for year in near for before in (0, 1)]
        yield from (_span(year, 3 * first + 1, 3 * last + 3) for year in starts)
    if period.kind != "financial_quarter" and not split:
        yield from (_span(year, 3 * first - 2, 3 * last) for year in near)


def _lies_in(period: Period, spans: list[Span], words: str, whole: bool) -> bool:
    """Whether a period lies in a span that words name; or, beside `to`, `end of` and the like, ends
    in it.
    """
    if any(span.holds(period) for span in spans):
        return True
    ends_in = any(span.holds_end(period) for span in spans)
    return not whole and ends_in and bool(OPEN.search(words))


def _terms_agree(period: Period, words: str) -> bool:
    """The printed terms are those of the period, which is no quarter."""
    names = [name.lower() for name in TERM.findall(words)]
    if not names:
        return True
    first, last = TERMS[names[0]][0], TERMS[names[-1]][1]
    split, years = _split_years(words), printed_years(words)
    if split:
        starts = [year + (first < SEPTEMBER) for year in split]
    else:
        starts = years or [_start(period).year, _start(period).year - 1]
    spans = [_span(year, first, last) for year in starts]
    return "quarter" not in period.kind and _lies_in(period, spans, words, False)


def _halves_agree(period: Period, words: str) -> bool:
    """The printed half is that of the period: of the financial year where a split year is printed,
    else of either kind of year.
    """
    halves = [int(number or ORDERS[word.lower()]) for word, number in HALF.findall(words)]
    if not halves or TERM.search(words) or QUARTER.search(words):
        return True
    split, years = _split_years(words), printed_years(words)
    near = years or [_start(period).year - 1, _start(period).year]
    months = (6 * halves[0] - 2, 6 * halves[-1] + 3)
    spans = [_span(year, *months) for year in split or near]
    spans += [] if split else [_span(year, 6 * halves[0] - 5, 6 * halves[-1]) for year in near]
    return _lies_in(period, spans, words, False)


def _length_agrees(period: Period, words: str) -> bool:
    """`Year ending`, `six months to`, `three years to` say how long the period is."""
    said = {
        (NUMBERS.get(number.lower()) or int(number)) * (12 if unit.lower() == "year" else 1)
        for number, unit in LENGTH.findall(words)
    }
    if not said and YEAR_TO.search(words):
        said = {12}
    return not said or period.months in {str(months) for months in said}


def _months_agree(period: Period, words: str) -> bool:
    """`Sep 14` is a month with its year, or the 14th where the period starts or ends on that
    day.
    """
    days = _days(period)
    ends = {(day.year, day.month) for day in days} | {(2000 + day.day, day.month) for day in days}
    months = printed_months(words)
    return not months or {min(months), max(months)} <= ends


def _bare_months_agree(period: Period, words: str) -> bool:
    """Two months that are named are the first and the last; one is either."""
    found = [*ANY_MONTH.finditer(words), *CAPITAL_MAY.finditer(words)]
    months = [_month(match[1]) for match in sorted(found, key=re.Match.start)]
    first, last = (day.month for day in _days(period))
    if len(months) < 2:
        return not months or months[0] in (first, last)
    return (months[0], months[-1]) == (first, last)


def _days_agree(period: Period, words: str) -> bool:
    """A day printed with its month is where the period starts or ends, in its year if that is
    printed too.
    """
    ends = _days(period)
    return all(
        any(
            (end.day, end.month) == (int(day), _month(month)) and _is_year(end, year)
            for end in ends
        )
        for day, month, year in DAY_AND_MONTH.findall(words)
    )


def _is_year(day: date, year: str) -> bool:
    return not year or day.year == (int(year) if len(year) == 4 else _century(year))


def _dates_agree(period: Period, words: str) -> bool:
    """The British and the American order are both read, since documents have both."""
    days = _days(period)
    ends = {((day.day, day.month), day.year) for day in days} | {
        ((day.month, day.day), day.year) for day in days
    }
    return set(printed_dates(words)) <= ends


RULES = (
    _years_agree,
    _split_years_agree,
    _kind_of_year_agrees,
    _quarters_agree,
    _terms_agree,
    _halves_agree,
    _length_agrees,
    _months_agree,
    _bare_months_agree,
    _days_agree,
    _dates_agree,
)
