"""The period code for printed words such as `2018/19`, `September 2015` or `31 March 2016`; empty
where none is sure.
"""

import re
from calendar import month_abbr

from scripts.reading import periods, time_words

MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = re.compile(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?\s(?:of\s)?{MONTH},?\s{YEAR}", re.IGNORECASE)
SPLIT = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-/–]\s?(?:20)?(?P<second>\d\d)(?!\d)")
SHORT_SPLIT = re.compile(r"(?<!\d)(?P<year>\d\d)/(?P<second>\d\d)(?!\d)")
MONTH_OF_YEAR = re.compile(
    rf"\b{MONTH}[\s'’-]{{0,2}}(?:{YEAR}|(?P<short>\d\d))(?!\d)", re.IGNORECASE
)
LONE_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
TWO_PARTS = re.compile(r"\d\s?[-/–]\s?\d")
LAST_SHORT_YEAR = 50


def code_of(words: str) -> str:
    """The code of the one time that the words name."""
    code = day(words) or split_year(words) or month(words) or lone_year(words)
    return code if code and agrees(code, words) else ""


def agrees(code: str, words: str) -> bool:
    try:
        return time_words.agrees(periods.parse(code), words)
    except ValueError:
        return False


def day(words: str) -> str:
    match = DAY.search(words)
    if not match:
        return ""
    return f"{match['year']}-{MONTHS[match['month'].lower()]:02}-{int(match['day']):02}"


def split_year(words: str) -> str:
    """A year from April to March; a document may mean another, which its reader will know."""
    match = SPLIT.search(words) or SHORT_SPLIT.search(words)
    if not match:
        return ""
    year = whole_year(match["year"])
    follows = (year + 1) % 100 == int(match["second"])
    return f"{year}-04/{year + 1}-03" if follows else ""


def whole_year(written: str) -> int:
    """`98` is 1998 and `16` is 2016."""
    year = int(written)
    return year if len(written) == 4 else year + (1900 if year > LAST_SHORT_YEAR else 2000)


def month(words: str) -> str:
    match = MONTH_OF_YEAR.search(words)
    if not match:
        return ""
    year = match["year"] or f"20{match['short']}"
    return f"{year}-{MONTHS[match['month'].lower()]:02}"


def lone_year(words: str) -> str:
    found = LONE_YEAR.findall(words)
    return found[0] if len(found) == 1 and not TWO_PARTS.search(words) else ""
