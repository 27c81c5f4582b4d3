"""Finds personal details in text: phone numbers, addresses for post and e-mail, names after a
title, dates of birth.

It looks at one text at a time and names the kind of detail, never the detail itself: messages are
kept in logs. Phone numbers are found by Google's phone number library; the rest by patterns. Names
without a title are found with the documents' texts (`scripts/privacy/people.py`).
"""

import re
import unicodedata
from collections.abc import Callable

import phonenumbers

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Cllrs?|Councillors?|Rev|Revd|Reverend|Judge"
    r"|HHJ|Rt Hon|Imam|Rabbi|Sister|PC|PCSO|DC|DS|DI|DCI|Sgt|Supt|Insp|Inspector|Sergeant"
    r"|Constable|Superintendent)"
)
BODY = "(?:Police|Policing|Midlands|Partnership|Council|Board|Team|Service|Services|Trust|Hospital)"
PARTICLE = r"(?:(?:de|la|le|du|di|da|dos|van|von|der|den|bin|ap|al|el)[ -]){0,2}"
NAME = (
    rf"(?:[A-ZÀ-Ý]\.? ?){{0,2}}{PARTICLE}(?:Mc|Mac|O['’])?"
    r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)?"
)
TITLED_NAME = re.compile(
    rf"(?<![\w-]){TITLE}\.?\s(?:\d{{1,5}}\s)?(?!{BODY}\b){NAME}(?![\w])(?!\s{BODY}\b)"
)
OTHER_CASE = re.compile(
    r"(?<![\w-])(?:(?:MR|MRS|DR|CLLR|PROF|REV)\.? (?:[A-Z]\.? )?[A-Z][A-Z'’-]+|mrs?\.? [a-z]{2,})\b"
)
# Sir is also Welsh for county
HONOURED = re.compile(
    rf"(?<![\w-])(?:(?:Sir|Dame|Lord|Lady)\s{NAME}\s(?:of )?|(?:Lord|Lady) of ){NAME}(?!\w)"
)
STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Court|Gardens|Crescent|Grove|Terrace|Mews"
    "|Square|Hill|Row|Walk"
)
HOUSE = r"(?<![\w.,-])\d{1,4}(?:-\d{1,4})?[A-Za-z]?,? "
STREET = re.compile(rf"{HOUSE}(?:[A-Z][\w.]*(?:['’]s)? ){{1,3}}(?:{STREETS})(?!\w)")
SMALL_STREET = re.compile(rf"{HOUSE}[a-z]{{3,}} (?:street|road|avenue|lane)\b")
HOUSE_NAME = re.compile(
    rf"\b[A-Z][a-z]+ (?:Cottage|House|Farm|Lodge), (?:[A-Z][a-z]+ ){{1,2}}(?:{STREETS})\b"
    rf"|\bThe (?:Cottage|Farm|Lodge|Old [A-Z][a-z]+), [A-Z]|\bP\.?O\.? ?Box \d"
)
POSTCODE = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,2}[0-9][A-Z0-9]? {0,2}[0-9][ABD-HJLNP-UW-Z]{2}|GIR ?0AA"
    r"|[A-Z]{2}[0-9]{1,2}-[0-9][ABD-HJLNP-UW-Z]{2})(?![\w/-])",
    re.IGNORECASE,
)
NATIONAL_INSURANCE = re.compile(
    r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?\d\d[ .-]?\d\d[ .-]?\d\d[ .-]?[A-D](?!\w)",
    re.IGNORECASE,
)
NHS = re.compile(r"(?<![\w.,-])\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![\w-]|[.,]\d)")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
BIRTH = re.compile(
    rf"\b(?:d\.?o\.?b\b|(?:date|day)[ -]of[ -]birth|birth[ -]?(?:date|day)"
    rf"|born (?:on |in )?(?:the )?(?:\d|{MONTH}\b)|b\. ?\d{{1,2}}[ /.-])",
    re.IGNORECASE,
)
PUPIL = re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)")
BANK = re.compile(
    r"\bsort[ -]?code\D{0,12}\d|\baccount (?:number|no)\b\D{0,12}\d{6}"
    r"|(?<!\w)[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{4}){3} ?\d{2}(?!\w)"
    r"|(?<![\w.,-])\d{4}(?:[ -]\d{4}){3}(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
PASSPORT = re.compile(
    r"\b(?:passport|driving licence)\b(?: (?:number|no\.?))?:? ?[A-Z0-9]*\d{5}", re.IGNORECASE
)
PLATE = re.compile(r"(?<!\w)(?:registration|reg\.?|plate):? [A-Z]{2}\d\d ?[A-Z]{3}(?!\w)")
AT = r"(?:@|\s?[\[({]\s?at\s?[\])}]\s?)"
DOT = r"(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)"
SIGN = re.compile(AT)
# Parts have a greatest length, and each sign one place: no text makes these patterns slow.
EMAIL = re.compile(rf"[\w.+-]{{1,64}} ?{AT} ?[\w-]{{1,63}}{DOT}[\w-]", re.IGNORECASE)
SPOKEN_EMAIL = re.compile(
    r"[\w.+-] at [\w-]{1,63} dot [\w-]|\b\w{1,64}\.\w{1,64} at [\w-]{1,63}\.[a-z]{2}",
    re.IGNORECASE,
)
OF_FORMATS = (  # words that formats write with an @
    "type|context|graph|value|language|list|base|vocab|container|prefix|misc|dataset|online|reverse|json"
)
HANDLE = re.compile(
    rf"(?<![\w@./])@(?!(?:{OF_FORMATS})\b)[A-Za-z]\w{{2,}}"
    r"|\b(?:instagram|snapchat|twitter|tiktok): ?@?\w+[._]\w+"
    r"|\b(?:twitter|facebook|instagram|tiktok|snapchat|x|linkedin)\.com/(?:in/)?@?\w+[._-]\w+",
    re.IGNORECASE,
)
MANY_DIGITS = re.compile(r"(?<!\w)[(+]{0,3}\d(?:[\s()./-]{0,3}+[(+]{0,3}\d){8,}(?!\w)")
ABROAD = re.compile(r"(?<!\w)\+ ?\d[\d ().-]{7,18}\d(?!\w)")
GAPS = re.compile(r"[^\S\n\0]")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
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
    plain = with_plain_signs(text)
    return [kind for kind, found in KINDS.items() if found(plain)]


def with_plain_signs(text: str) -> str:
    """The text with plain letters, spaces and hyphens for those of other kinds."""
    if text.isascii():
        return text
    return DASHES.sub("-", GAPS.sub(" ", unicodedata.normalize("NFKC", text)))


def email_address(text: str) -> bool:
    """Also with "at" and "dot" spelt out. Most texts have no sign of one, and are not searched."""
    low = text.lower()
    if SIGN.search(low) and EMAIL.search(text):
        return True
    return " at " in low and bool(SPOKEN_EMAIL.search(text))


def phone_number(text: str) -> bool:
    if not ANY_DIGIT.search(text):
        return False
    if EXTENSION.search(text) or LOCAL_NUMBER.search(text):
        return True
    british = any(is_phone_number(run.group()) for run in MANY_DIGITS.finditer(plus_kept(text)))
    return british or any(is_number_abroad(run.group()) for run in ABROAD.finditer(text))


def is_number_abroad(run: str) -> bool:
    """A run of digits with the + of another country that is a number there."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(run))
    except phonenumbers.NumberParseException:
        return False


def plus_kept(text: str) -> str:
    """Signs that stand for 0 before a British number, as 0: `+44 (0)24` is `024`."""
    return re.sub(r"(?:\+|\b00)\s?44[\s.-]*(?:\(0\))?[\s.-]*", "0", text)


def is_phone_number(run: str) -> bool:
    """A run of digits that is a British number, with what people put between its parts."""
    matches = phonenumbers.PhoneNumberMatcher(
        re.sub(r"[\s()./-]+", "", run), "GB", leniency=phonenumbers.Leniency.POSSIBLE
    )
    return re.sub(r"\D", "", run).startswith("0") and any(True for _ in matches)


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
    "a street address": searching(STREET, SMALL_STREET, HOUSE_NAME),
    "a name after a title": searching(TITLED_NAME, OTHER_CASE, HONOURED),
    "a National Insurance number": searching(NATIONAL_INSURANCE),
    "an NHS number": nhs_number,
    "a date of birth": searching(BIRTH),
    "a pupil number": searching(PUPIL),
    "a bank account or card": searching(BANK),
    "a passport or licence number": searching(PASSPORT),
    "a car's number": searching(PLATE),
}
