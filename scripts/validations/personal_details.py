"""Finds personal details in text: phone numbers, addresses for post and e-mail, names after a
title, dates of birth.

It looks at one text at a time and names the kind of detail, never the detail itself: messages are
kept in logs. Phone numbers are found by Google's phone number library; the rest by patterns.
"""

import re
from collections.abc import Callable, Iterator

import phonenumbers

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Cllr|Councillor|Rev|Revd|Judge|Sister"
    r"|PC|DC|DS|DI|DCI|Sgt|Supt|Insp|Inspector|Sergeant|Constable|Superintendent)"
)
BODY = "(?:Police|Policing|Midlands|Partnership|Council|Board|Team|Service|Services|Trust|Hospital)"
NAME = r"(?:[A-ZÀ-Ý]\.? ?){0,2}(?:Mc|Mac|O['’])?[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)?"
TITLED_NAME = re.compile(rf"(?<![\w-]){TITLE}\.?\s(?!{BODY}\b){NAME}(?![\w])(?!\s{BODY}\b)")
# Sir is also Welsh for county
HONOURED = re.compile(rf"(?<![\w-])(?:Sir|Dame|Lord|Lady)\s{NAME}\s{NAME}(?!\w)")
STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Court|Gardens|Crescent|Grove|Terrace|Mews|"
    "Square|Hill|Row|Walk"
)
STREET = re.compile(rf"(?<![\w.,-])\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z]+ ){{1,3}}(?:{STREETS})(?!\w)")
POSTCODE = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?![\w/-])",
    re.IGNORECASE,
)
NATIONAL_INSURANCE = re.compile(
    r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?!\w)",
    re.IGNORECASE,
)
NHS = re.compile(r"(?<![\w.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-]|[.,]\d)")
BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\b|date of birth|born (?:on )?(?:the )?\d|birthday)", re.IGNORECASE
)
AT = r"(?:@|\s?[\[({]\s?at\s?[\])}]\s?)"
DOT = r"(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)"
SIGN = re.compile(AT)
EMAIL = re.compile(rf"[\w.+-]+{AT}[\w-]+(?:{DOT}[\w-]+)+", re.IGNORECASE)
SPOKEN_EMAIL = re.compile(r"\b[\w.+-]+ at [\w-]+ dot [\w-]+", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z]\w{2,}")
MANY_DIGITS = re.compile(r"(?<!\w)(?:[(+]{0,3}\d[\s().-]{0,3}){9,}(?!\w)")
ANY_DIGIT = re.compile(r"[0-9]")
EXTENSION = re.compile(
    r"\b(?:ext|extn|extension|x)\.?\s?\d{3,6}\b|\btel(?:ephone)?\.?:?\s?\d", re.IGNORECASE
)
LOCAL_NUMBER = re.compile(
    r"\b(?:tel|telephone|phone|call|mobile|mob|ring|fax)\b\D{0,12}\d[\d\s-]{5,}\d", re.IGNORECASE
)
WEIGHTS = range(10, 1, -1)


def kinds(text: str) -> list[str]:
    """The kinds of personal detail in a text, each once; empty if it has none."""
    return [kind for kind, found in KINDS.items() if found(text)]


def email_address(text: str) -> bool:
    """Also with "at" and "dot" spelt out. Most texts have no sign of one, and are not searched."""
    low = text.lower()
    if SIGN.search(low) and EMAIL.search(text):
        return True
    return " at " in low and " dot " in low and bool(SPOKEN_EMAIL.search(text))


def phone_number(text: str) -> bool:
    if not ANY_DIGIT.search(text):
        return False
    if EXTENSION.search(text) or LOCAL_NUMBER.search(text):
        return True
    return any(is_phone_number(run.group()) for run in MANY_DIGITS.finditer(plus_kept(text)))


def plus_kept(text: str) -> str:
    """Signs that stand for 0 before a British number, as 0: `+44 (0)24` is `024`."""
    return re.sub(r"(?:\+|\b00)\s?44[\s.-]*(?:\(0\))?[\s.-]*", "0", text)


def is_phone_number(run: str) -> bool:
    """A run of digits that is a British number, with what people put between its parts."""
    matches = phonenumbers.PhoneNumberMatcher(
        re.sub(r"[\s().-]+", "", run), "GB", leniency=phonenumbers.Leniency.POSSIBLE
    )
    return "0" in run[:2] and any(True for _ in matches)


def nhs_number(text: str) -> bool:
    """Ten digits of which the last is the check digit of the nine before."""
    return any(has_check_digit(re.sub(r"\D", "", match.group())) for match in NHS.finditer(text))


def has_check_digit(digits: str) -> bool:
    added = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=False))
    return (11 - added % 11) % 11 == int(digits[9])


def searching(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: any(pattern.search(text) for pattern in patterns)


KINDS: dict[str, Callable[[str], bool]] = {
    "an e-mail address": email_address,
    "an account name": searching(HANDLE),
    "a telephone number": phone_number,
    "a postcode": searching(POSTCODE),
    "a street address": searching(STREET),
    "a name after a title": searching(TITLED_NAME, HONOURED),
    "a National Insurance number": searching(NATIONAL_INSURANCE),
    "an NHS number": nhs_number,
    "a date of birth": searching(BIRTH),
}


def found_in(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Place and kind of each detail in (place, text) pairs. Each distinct text is looked at
    once.
    """
    seen: dict[str, list[str]] = {}
    for place, text in texts:
        if text not in seen:
            seen[text] = kinds(text)
        yield from ((place, kind) for kind in seen[text])
