"""Why a number in the text is probably no figure: a date, a law, a list number, a telephone number and the like."""

import re
from collections.abc import Sequence

from scripts.importing.printed_times import DAY, MONTH_OF_YEAR
from scripts.validations import personal_details

CONTACTS = {
    "an e-mail address",
    "a telephone number",
    "a postcode",
    "a street address",
    "an account name",
}
WEB = re.compile(r"https?://\S+|www\.\S+|\bPO Box \d+", re.IGNORECASE)
PAGE = re.compile(
    r"\s*(?:page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\s*|.*\bpage \d+ of \d+\s*", re.IGNORECASE
)
CONTENTS = re.compile(r".*\.{4,}\s*\d+\s*")
LIST_NUMBER = re.compile(
    r"^\s*[(\[]?(?:Q(?:uestion)?\s?|Appendix |Annex |Table |Figure |Diagram |Chart |Section |Part )?\d+(?:\.\d+)*(?=[.):\]]|\s)"
)
NAMED_PLACE = re.compile(
    r"\b(?:question|appendix|annex|table|figure|diagram|chart|page|paragraph|recommendation|objective|priority|item|part)s?\s\d+(?:\.\d+)*",
    re.IGNORECASE,
)
LAW = re.compile(
    r"\b(?:Act|Regulations?|Order|Directive|Together|Guidance)\s(?:\([^)]*\)\s)?(?:19|20)\d\d"
    r"|\b(?:sections?|s\.?|ss\.?|articles?|schedule|regulation|reg\.?|sub-?section)\s?\d+(?:\(\w+\))*",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|case|request|our|your)\s?(?:no|number|id)?\.?\s?[:#]?\s?[A-Z/-]*\d[\w/-]*",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:aged?|ages?|under|over|within|per|every|at least)\s\d[\d,]*(?:\s?(?:-|–|to|and)\s?\d+)?(?:\s(?:years?|days?|hours?|weeks?|months?))?"
    r"|\b\d+(?:\s?(?:-|–|to)\s?\d+)?[\s-](?:years?|year-?olds?|working days?)\b(?:\sold)?",
    re.IGNORECASE,
)
KEY_STAGE = re.compile(r"\b(?:key stage|level|band|tier|phase|year)\s\d\b", re.IGNORECASE)

REACH = 14
SPANS = {
    "contact_detail": WEB,
    "reference_number": REFERENCE,
    "law_or_guidance": LAW,
    "list_number": LIST_NUMBER,
    "name_part": KEY_STAGE,
    "running_date": DAY,
    "condition": CONDITION,
}


def reason(text: str, start: int, end: int, references: Sequence[str] = ()) -> str:
    """The likely reason of the number at text[start:end]; empty if it may well be a figure."""
    if PAGE.fullmatch(text):
        return "page_number"
    if CONTENTS.fullmatch(text):
        return "contents"
    if CONTACTS.intersection(personal_details.kinds(near(text, start, end))):
        return "contact_detail"
    if any(within(text, reference, start, end) for reference in references if reference):
        return "reference_number"
    for name, pattern in SPANS.items():
        if any(match.start() <= start and end <= match.end() for match in pattern.finditer(text)):
            return name
    if any(match.start() <= start and end <= match.end() for match in NAMED_PLACE.finditer(text)):
        return "list_number"
    return later_reason(text, start, end)


def near(text: str, start: int, end: int) -> str:
    """The number with the words and digits close to it."""
    before, after = text[:start][-REACH:], text[end:][:REACH]
    return before.split(". ")[-1] + text[start:end] + after.split(". ")[0]


def within(text: str, part: str, start: int, end: int) -> bool:
    place = text.find(part)
    return place >= 0 and place <= start and end <= place + len(part)


def later_reason(text: str, start: int, end: int) -> str:
    """Years and months in running text; and what a question asks."""
    token = text[start:end]
    is_year = bool(re.fullmatch(r"(?:19|20)\d\d", token))
    in_month = any(
        match.start() <= start and end <= match.end() for match in MONTH_OF_YEAR.finditer(text)
    )
    if is_year or in_month or is_second_year(text, start):
        return "period" if re.search(r"\d", text[:start] + text[end:]) else "running_date"
    return "question" if text.rstrip().endswith("?") else ""


def is_second_year(text: str, start: int) -> bool:
    return bool(re.search(r"(?:19|20)\d\d\s?[-/–]\s?$", text[:start]))
