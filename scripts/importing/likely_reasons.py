"""Why a number in the text is probably no figure: a date, a law, a list number, a telephone number
and the like.
"""

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
SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
CONTENTS = re.compile(r".*\.{4,}\s*\d+\s*")
MARKS = r"^[\s>#*_]*(?:<b>)?(?:[-•–]\s+)?[*_]*"  # signs of Markdown before the first word of a line
THING = r"(?:Q(?:uestion)?|Appendix|Annex|Table|Figure|Diagram|Chart|Section|Part|Case study)\s?"
LIST_NUMBER = re.compile(
    rf"{MARKS}[(\[]?(?:{THING}\d+(?:\.\d+)*|\d+(?:\.\d+)+(?=\s|[.):*])|\d+(?=[.):\]]))",
    re.IGNORECASE,
)
CAPTION = re.compile(rf"{MARKS}(?:Table|Figure|Diagram|Chart)\s\d+|\s*#|\s*<b>", re.IGNORECASE)
FOOTER = re.compile(r"\s*\d{1,4}\s\|\s.*|.*\s\|\s\d{1,4}\s*")
NAMED_PLACE = re.compile(
    r"\b(?:question|appendix|annex|table|figure|diagram|chart|page|paragraph|recommendation|objective|priority|item|part)s?\s\d+(?:\.\d+)*",
    re.IGNORECASE,
)
LAW = re.compile(
    r"\b(?:Act|Regulations?|Order|Directive|Together|Guidance)\s(?:\([^)]*\)\s)?(?:19|20)\d\d"
    r"|\b(?:sections?|s\.?|ss\.?|articles?|schedule|regulation|reg\.?|sub-?section)\s?\d+(?:\(\w+\))*(?:/\d+)*"
    r"|\bTogether\b[^.;,]{0,40}?\b(?:19|20)\d\d"
    r"|\b(?:guidance|framework|act|bill|code|charter)\W{1,3}(?:19|20)\d\d\b"
    r"|\([^()]*\b(?:19|20)\d\d (?:update|edition|version)\)",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|case|request|our|your)\s?(?:no|number|id)?\.?\s?[:#]?\s?[A-Z/-]*\d[\w/-]*",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:aged?|ages?|within|per|every|at "
    r"least|last|past)\s\d{1,2}(?![\d,.%])(?:\s?(?:-|–|to|and)\s?\d+)?(?:\s(?:years?|days?|hours?|weeks?|months?))?"
    r"|\b(?:under|over)\s\d{1,2}(?:s|-year-olds?|\syears?(?:\sold)?)\b"
    r"|\b(?:aged?|child|children|people|persons?|those)\s(?:under|over|below|above|up to)\s"
    rf"(?:\d{{1,2}}|{SMALL})\b"
    rf"|\b(?:within|after|every|aged)\s(?:\d{{1,2}}|{SMALL})"
    r"(?:\s(?:working|calendar))?\s(?:years?|days?|weeks?|months?)\b"
    rf"|\b(?:{SMALL})[\s-]years?[\s-]olds?\b"
    r"|\b\d{1,2}%?\s(?:most|least)\b|\b1st\sbeing\b|\ba\ssecond\sor\b"
    r"|\b\d\+?(?:\s(?:plus|or more|good))?\sA\*?\s?(?:[-–]|to)\s?[CG]"
    r"|\b\d+(?:\s?(?:-|–|to)\s?\d+)?(?:-(?:years?|months?)|[\s-]year-?olds?|[\s-]years? "
    r"olds?|[\s-](?:working|calendar) days?|-day|-hour)\b",
    re.IGNORECASE,
)
NAME = re.compile(
    r"\b(?:(?:key stage|levels?|bands?|tiers?|phases?|grades?|years?)\s"
    r"(?:\d{1,2}\b(?:\s?[,/&]\s?\d{1,2}\b|\sand\s\d{1,2}\b(?!%))*"
    rf"|(?:{SMALL})\b)|KS\d)"
    r"|\bCOVID[\s-]?19\b|\(Source:[^)]*\)",
    re.IGNORECASE,
)
PROPER_NAME = re.compile(
    r"\b(?:[A-Z][a-z]+ ){2,}\d{1,2}(?= [A-Z])|(?<=[a-z:\d] )(?:One|First)(?= [A-Za-z])"
    r"|\bAnnual Report (?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?"
)
SPEECH = re.compile(
    r"\bone of (?:the|our|its|their|these|those|a|his|her)\b|\bone[\s-]to[\s-]one\b"
    r"|\bone another\b|\b(?:no|any|every|each|some)[\s-]one\b"
    r"|\bone (?:that|which|who|or more|way|hand)\b|\bat once\b"
    r"|\bonce (?:the|a|an|we|it|they|this|these|you|all|again|more)\b"
    r"|\bfirst (?:and foremost|of all|hand)\b|\bfirst-hand\b|\bat first\b|\btwo-way\b",
    re.IGNORECASE,
)
LIST = re.compile(
    rf"\b(?:{SMALL})\s(?:(?:main|key|dominant|broad|distinct|following|different)\s)*"
    r"(?:issues|themes|points|ways|reasons|examples|elements|strands|aspects|case studies"
    r"|courses)\b"
    r"|\b(?:first|second|third)ly\b",
    re.IGNORECASE,
)
SPAN_OF_TIME = re.compile(
    rf"\b(?:\d{{1,2}}|{SMALL})[\s-](?:year|month|week)s?'?\speriod\b", re.IGNORECASE
)
CELL_LABEL = re.compile(r"[^\t]*:(?=\t)")

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SPLIT_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-/–]\s?(?:20)?\d\d(?!\d)")
TITLE = re.compile(
    r"[\s#*]*(?:\d+(?:\.\d+)+\.?|(?:appendix|annex)\s\w+\W*)\s.{5,100}[^.:;,?]", re.I
)

OF_WHICH = re.compile(rf"\b(?:{SMALL.removeprefix('one|')}|\d+|of these)\b", re.IGNORECASE)

REACH = 14
SPANS = {
    "contact_detail": WEB,
    "reference_number": REFERENCE,
    "law_or_guidance": LAW,
    "running_date": DAY,
    "list_number": LIST_NUMBER,
    "name_part": NAME,
    "period": SPAN_OF_TIME,
    "condition": CONDITION,
    "figure_of_speech": SPEECH,
    "small_list": LIST,
    "label": CELL_LABEL,
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
    if LIST_NUMBER.match(text) and "?" in text and not in_span(LIST_NUMBER, text, start, end):
        return "question"
    if FOOTER.fullmatch(text):
        leads = re.match(r"\s*\d{1,4}\s\|", text)
        is_page = not text[:start].strip() if leads else not text[end:].strip()
        return "page_number" if is_page else "name_part"
    if CAPTION.match(text) and not in_span(LIST_NUMBER, text, start, end):
        return "heading"
    for name, pattern in SPANS.items():
        if in_span(pattern, text, start, end):
            return name
    if in_span(PROPER_NAME, text, start, end):
        return "name_part"
    if in_span(NAMED_PLACE, text, start, end):
        return "list_number"
    return later_reason(text, start, end) or ("question" if is_asked(text, end) else "")


def in_span(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return any(match.start() <= start and end <= match.end() for match in pattern.finditer(text))


CONTENTS_TITLE = re.compile(r"[\s#*]*(?:table of )?contents?[\s*:]*", re.IGNORECASE)
ENDS_IN_PAGE = re.compile(r".*[^\d\s].*?[\t. ](?:page )?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*", re.I)
STRAY_LINES = 3


def contents_lines(texts: Sequence[str]) -> set[int]:
    """The lines of a table of contents: after its title, while lines go on to end in a page
    number.
    """
    found: set[int] = set()
    for number, text in enumerate(texts, start=1):
        if CONTENTS_TITLE.fullmatch(text):
            last, stray = number, 0
            for below, line in enumerate(texts[number:], start=number + 1):
                stray = 0 if ENDS_IN_PAGE.fullmatch(line) or not line.strip() else stray + 1
                if stray > STRAY_LINES:
                    break
                last = below if ENDS_IN_PAGE.fullmatch(line) else last
            found.update(range(number, last + 1))
    return found


def near(text: str, start: int, end: int) -> str:
    """The number with the words and digits close to it."""
    before, after = text[:start][-REACH:], text[end:][:REACH]
    return before.split(". ")[-1] + text[start:end] + after.split(". ")[0]


def within(text: str, part: str, start: int, end: int) -> bool:
    place = text.find(part)
    return place >= 0 and place <= start and end <= place + len(part)


def later_reason(text: str, start: int, end: int) -> str:
    """Years and months in running text and in headings; and what a question asks."""
    token = text[start:end]
    is_year = bool(re.fullmatch(r"(?:19|20)\d\d", token))
    in_month = any(
        match.start() <= start and end <= match.end() for match in MONTH_OF_YEAR.finditer(text)
    )
    if is_year or in_month or is_second_year(text, start):
        if is_heading(text):
            return "heading"
        return "period" if says_when(text, start, end) else "running_date"
    return ""


def says_when(text: str, start: int, end: int) -> bool:
    """Whether a date is that of a number: it is a span of years, its line has a number that is no
    date itself, or its sentence goes on in the next line.
    """
    if in_span(SPLIT_YEAR, text, start, end) or text.rstrip()[-1:].islower():
        return True
    rest = text
    for dates in (DAY, MONTH_OF_YEAR, YEAR, NAMED_PLACE, LAW, LIST_NUMBER):
        rest = dates.sub(" ", rest)
    return bool(re.search(r"\d", rest))


def is_heading(text: str) -> bool:
    """A caption, a line marked as a heading, or cells of a heading row: only dates between tabs."""
    if CAPTION.match(text) or TITLE.fullmatch(text):
        return True
    parts = [part.strip() for part in text.split("\t") if part.strip()]
    return (
        "\t" in text.strip("\n")
        and len(parts) > 1
        and all(re.search(r"\d{2}", part) and len(part.split()) < 4 for part in parts)
    )


def is_asked(text: str, end: int) -> bool:
    """Whether the words after a number lead to a question mark in the same sentence."""
    rest = re.split(r"[.!](?:\s|$)", text[end:])[0]
    return "?" in rest


def is_second_year(text: str, start: int) -> bool:
    return bool(re.search(r"(?:19|20)\d\d\s?[-/–]\s?$", text[:start]))


def is_part(text: str, start: int, end: int) -> bool:
    """Whether `one` counts some of those that its sentence counts before: two audits, one of ..."""
    sentence = text[text.rfind(". ", 0, start) + 1 : start]
    return text[start:end].lower() == "one" and bool(OF_WHICH.search(sentence))


def lone_page(texts: Sequence[str]) -> int:
    """The line of a number that stands alone and is no page number: pages have more than one such
    line, or begin with 1. 0 where there is none.
    """
    alone = [line for line, text in enumerate(texts, start=1) if text.strip().isdecimal()]
    return alone[0] if len(alone) == 1 and texts[alone[0] - 1].strip() != "1" else 0
