"""Printed forms: what a token says, before it is known what it counts, and the numerals of a text.

The one place where printed forms are read. Pure; numbers are exact and never pass through a float.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from scripts.reading import spoken

MINUS = "-−–‐‑﹣－"  # hyphen, minus, en dash and their kin, where one stands before a number
PLUS = "+＋"
DIGITS = r"[0-9]+(?:\.[0-9]+)?"
PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
SIGNED = re.compile(rf"([{MINUS}{PLUS}]?)((?:£\s?)?)([{MINUS}{PLUS}]?)(.+)")
THOUSANDS = re.compile(r"(?<=[0-9])(?:,\s?|\s)(?=[0-9]{3}(?![0-9]))")
NO_SEPARATOR = re.compile(rf"[{MINUS}£]*[0-9]{{4,}}(\.[0-9]+)?%?")
SCALED = re.compile(r"(.*[0-9])\s?(k|m|mn|bn|thousand|million|billion)", re.IGNORECASE)
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
SHORT_MILLIONS = frozenset({"m", "mn"})
VULGAR = dict(
    zip("½¼¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞", "1/2 1/4 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/8 3/8 5/8 7/8".split(), strict=True)
)
MIXED = re.compile(rf"([0-9]*)\s?([{''.join(VULGAR)}])")
FRACTION = re.compile(r"([1-9])/(10|[2-9])")
ORDINAL = re.compile(r"(.*[0-9])(?:st|nd|rd|th)")

ENDINGS = {
    "percent": r"\s?(?:%|per\s?cent)",
    "fte": r"\s?(?:fte|wte|full[- ]time equivalents?)",
    "miles": r"\s?miles?",
    "rate_per_1000": r"\s?per (?:1,?000|1k|thousand)",
    "rate_per_10000": r"\s?per (?:10,?000|10k|ten thousand)",
}
ENDED = {unit: re.compile(f"(.+?){end}", re.IGNORECASE) for unit, end in ENDINGS.items()}
LENGTH = r"(.+?)\s?(years?|yrs?|months?|mths?|weeks?|wks?|days?)"
LENGTHS = re.compile(rf"{LENGTH}(?:(?:,| and)?\s?{LENGTH})?", re.IGNORECASE)
MONTHS_OR_DAYS = {"y": ("months", 12), "m": ("months", 1), "w": ("days", 7), "d": ("days", 1)}
ONE_LENGTH = {"y": ("years", 1), **{key: MONTHS_OR_DAYS[key] for key in "mwd"}}
ONE_IN = re.compile(r"(.+?) in (.+)", re.IGNORECASE)
RATIO = re.compile(rf"({DIGITS})\s?:\s?({DIGITS})")

ARROWS = "↑↓→←↗↘↔⇧⇩⬆⬇⬅➡▲▼△▽►◄"
LIGHTS = "🔴🟠🟡🟢🟥🟧🟨🟩●⬤"
FOOTNOTES = "*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = rf"[\s{ARROWS}{LIGHTS}{FOOTNOTES}\ufe0f]"
MARKED = re.compile(
    rf"(.*[^\s{ARROWS}{LIGHTS}{FOOTNOTES}\ufe0f])"
    rf"(?:{MARK}|\[(?:note )?[0-9a-d]\]|\([RAG]\)|\b(?i:red|amber|green)\b)+"
)
KINDS = {
    "provisional": r"provisional|prov\.?|not (?:yet )?(?:finalised|validated)|unvalidated|draft",
    "estimate": r"(?:an )?estimated?|est\.",
    "forecast": r"forecast|projected|projection",
    "target": r"target(?: of)?",
    "revised": r"revised",
}
LETTERS = {"p": "provisional", "e": "estimate", "f": "forecast", "r": "revised"}
KIND = {kind: re.compile(words, re.IGNORECASE) for kind, words in KINDS.items()}
KIND_BEFORE = {
    kind: re.compile(rf"(?:{words}):?\s(?P<rest>.+)", re.IGNORECASE)
    for kind, words in KINDS.items()
}
KIND_AFTER = {
    kind: re.compile(rf"(?P<rest>.+?)\s(?:{words})", re.IGNORECASE) for kind, words in KINDS.items()
}
LETTER_AFTER = re.compile(r"(?P<rest>.+[0-9%])\s?(?P<letter>[pr])")
REMARK = re.compile(r"(.*[^\s(\[])\s*(?:\(([^()0-9%£]+)\)|\[([^\[\]0-9%£]+)\])")
OTHER_UNITS = re.compile(
    r"\b(?:per|years?|months?|weeks?|days?|miles?|k|m|bn|hundreds?|thousands?|millions?|billions?)\b",
    re.IGNORECASE,
)

BEFORE = {
    "under": r"<|fewer than|less than|lower than|just under|under|below",
    "up_to": r"<=|≤|up to|at most|no more than|not more than|a maximum of|maximum of",
    "over": r">|more than|greater than|just over|over|above|in excess of|exceeding",
    "at_least": r">=|≥|at least|no fewer than|no less than|not less than|a minimum of|minimum of",
    "about": r"~|≈|about|around|approximately|approx\.?|roughly|circa|c\.",
    "almost": r"almost|nearly",
}
AFTER = {
    "up_to": r"\s(?:or|and) (?:less|fewer|under|below)",
    "at_least": r"\s(?:or|and) (?:more|over|above)|\s?\+",
}
QUALIFIED_BEFORE = {
    word: re.compile(rf"(?:{said})\s?(?P<rest>.+)", re.IGNORECASE) for word, said in BEFORE.items()
}
QUALIFIED_AFTER = {
    word: re.compile(rf"(?P<rest>.+?)(?:{said})", re.IGNORECASE) for word, said in AFTER.items()
}
FRAMES = (
    re.compile(r"between (.+) and (.+)", re.IGNORECASE),
    re.compile(r"(?:from )?(.+) to (.+)", re.IGNORECASE),
)
DASH = re.compile(rf"(?<=\S)\s?[{MINUS}]\s?(?=\S)")

NUMERAL = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
MASK = re.compile(r"[0-9]")


class Amount(NamedTuple):
    """One printed number, exactly. `digits` are the printed ones; empty where none end, as of ⅓.

    `unit` is what the print itself names: percent, pounds, years, months, days, miles, fte,
    rate_per_1000, rate_per_10000, ratio, fraction, share (`1 in 4`), ordinal; empty where it names
    none. `scaled` is the scale it is printed with, such as `k` or `weeks`, and was reckoned up by.
    """

    exact: Fraction
    digits: str
    unit: str = ""
    scaled: str = ""


class Print(NamedTuple):
    """What a token says: one number, or a range from `amount` to `end`; qualified, and of a kind,
    where it says so.
    """

    amount: Amount
    end: Amount | None = None
    qualifier: str = ""
    kind: str = ""


def read(token: str, words: Mapping[str, str]) -> Print | None:
    """What a printed token says; None if that is not certain. `words` are the number words and
    their values.

    A word whose value is empty depends on its sentence, and says nothing by itself.
    """
    text, kind = _without_kind(" ".join(token.split()))
    found = _range(text, words) or _qualified(text, words) or _single(text, words)
    return found._replace(kind=kind) if found else None


def number(token: str, words: Mapping[str, str]) -> str | None:
    """The digits of a printed number: `£267, 940` is `267940`. None if the token is not one number
    and no more.
    """
    found = read(token, words)
    if not found or found.end or found.qualifier or found.kind:
        return None
    return found.amount.digits or None


def says_a_number(token: str, words: Mapping[str, str]) -> bool:
    """Whether a digit, or a word for a number, stands in the token, read or not."""
    return bool(NUMERAL.search(token)) or any(
        words.get(word) for word in re.split(r"[\s-]+", token.lower())
    )


def digits_of(exact: Fraction) -> str:
    """A number in decimal digits, without an exponent; empty if they never end."""
    twos_and_fives = exact.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return ""
    places = next(places for places in range(1000) if 10**places % exact.denominator == 0)
    whole = str(abs(exact.numerator) * 10**places // exact.denominator).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return sign + (f"{whole[:-places]}.{whole[-places:]}" if places else whole)


def _without_kind(text: str) -> tuple[str, str]:
    """The text without its footnote marks, arrows and remarks; and the kind of value that those
    name.
    """
    bare = _unmarked(text)
    remark = REMARK.fullmatch(bare)
    if remark:
        said = (remark[2] or remark[3]).strip()
        return (bare, "") if OTHER_UNITS.search(said) else (_unmarked(remark[1]), _kind_of(said))
    letter = LETTER_AFTER.fullmatch(bare)
    if letter:
        return letter["rest"], LETTERS[letter["letter"]]
    for patterns in (KIND_BEFORE, KIND_AFTER):
        for kind, pattern in patterns.items():
            match = pattern.fullmatch(bare)
            if match:
                return _unmarked(match["rest"]), kind
    return bare, ""


def _unmarked(text: str) -> str:
    match = MARKED.fullmatch(text)
    return match[1].rstrip() if match else text


def _kind_of(said: str) -> str:
    """The kind of value that a remark names. A capital letter names none: it may be a traffic
    light.
    """
    named = (kind for kind, words in KIND.items() if words.fullmatch(said))
    return next(named, LETTERS.get(said, ""))


def _range(text: str, words: Mapping[str, str]) -> Print | None:
    """A range from one number to a larger one. A scale or a length in weeks must stand at both."""
    for one, other in _ends(text):
        low, high = _amount(one, words), _amount(other, words)
        if low and high and low.scaled == high.scaled and low.exact < high.exact:
            unit = _shared(low.unit, high.unit)
            if unit is not None:
                return Print(low._replace(unit=unit), high._replace(unit=unit))
    return None


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """The two ends of what may be a range."""
    for frame in FRAMES:
        match = frame.fullmatch(text)
        if match:
            yield match[1], match[2]
    for dash in DASH.finditer(text):
        yield text[: dash.start()], text[dash.end() :]


def _shared(one: str, other: str) -> str | None:
    """The unit of a range: pounds stand before its first number, other units after its last or at
    both.
    """
    if one == other or not one or (one == "pounds" and not other):
        return one or other
    return None


def _qualified(text: str, words: Mapping[str, str]) -> Print | None:
    for patterns in (QUALIFIED_BEFORE, QUALIFIED_AFTER):
        for qualifier, pattern in patterns.items():
            match = pattern.fullmatch(text)
            amount = _amount(match["rest"], words) if match else None
            if amount:
                return Print(amount, qualifier=qualifier)
    return None


def _single(text: str, words: Mapping[str, str]) -> Print | None:
    amount = _amount(text, words)
    return Print(amount) if amount else None


def _amount(text: str, words: Mapping[str, str]) -> Amount | None:
    """One number with the unit printed at it."""
    for unit, pattern in ENDED.items():
        match = pattern.fullmatch(text)
        if match:
            inner = _number(match[1], words)
            return inner._replace(unit=unit) if inner and not inner.unit else None
    return (
        _number(text, words) or _length(text, words) or _one_in(text, words) or _ratio(text, words)
    )


def _length(text: str, words: Mapping[str, str]) -> Amount | None:
    """A length of time in the smaller of its units: `2 yrs 1mth` is 25 months."""
    match = LENGTHS.fullmatch(text)
    if not match:
        return None
    scale = MONTHS_OR_DAYS if match[4] else ONE_LENGTH
    unit, times = scale[match[2][0].lower()]
    first = _number(match[1], words)
    if not first or first.unit:
        return None
    if not match[4]:
        return first._replace(unit=unit) if times == 1 else _of(first.exact * times, unit, "weeks")
    other_unit, other_times = scale[match[4][0].lower()]
    second = _number(match[3], words)
    if not second or second.unit or other_unit != unit or other_times >= times:
        return None
    return _of(first.exact * times + second.exact * other_times, unit, "two units")


def _one_in(text: str, words: Mapping[str, str]) -> Amount | None:
    match = ONE_IN.fullmatch(text)
    part, whole = (_number(match[1], words), _number(match[2], words)) if match else (None, None)
    if not part or not whole or part.unit or whole.unit or not 0 < part.exact < whole.exact:
        return None
    return _of(part.exact / whole.exact, "share")


def _ratio(text: str, words: Mapping[str, str]) -> Amount | None:
    match = RATIO.fullmatch(text)
    if not match or not Fraction(match[2]):
        return None
    exact = Fraction(match[1]) / Fraction(match[2])
    return Amount(exact, match[1], "ratio") if match[2] == "1" else _of(exact, "ratio")


def _number(text: str, words: Mapping[str, str]) -> Amount | None:
    """A number in digits, with pounds, sign, scale or fraction; or in words."""
    spoken_number = spoken.number(text, words)
    if spoken_number is not None:
        return Amount(Fraction(spoken_number), spoken_number)
    match = SIGNED.fullmatch(text)
    if not match or (match[1] and match[3]):
        return None
    amount, sign = _unsigned(match[4]), match[1] or match[3]
    negative = sign != "" and sign in MINUS
    if not amount or (negative and (not amount.exact or amount.unit == "ordinal")):
        return None
    if negative:
        amount = amount._replace(exact=-amount.exact, digits=amount.digits and f"-{amount.digits}")
    return amount._replace(unit="pounds") if match[2] else amount


def _unsigned(text: str) -> Amount | None:
    scaled, ordinal, mixed = (pattern.fullmatch(text) for pattern in (SCALED, ORDINAL, MIXED))
    if scaled:
        inner = _unsigned(scaled[1])
        scale = scaled[2].lower()
        many = 10 ** SCALES[scale]
        return _of(inner.exact * many, scaled=scale) if inner and not inner.unit else None
    if ordinal:
        inner = _unsigned(ordinal[1])
        return inner._replace(unit="ordinal") if inner and not inner.unit else None
    if mixed:
        part = Fraction(VULGAR[mixed[2]])
        return _of(int(mixed[1]) + part) if mixed[1] else _of(part, "fraction")
    if FRACTION.fullmatch(text):
        part = Fraction(text)
        return _of(part, "fraction") if part < 1 else None
    digits = THOUSANDS.sub("", text)
    return Amount(Fraction(digits), digits) if PLAIN.fullmatch(digits) else None


def _of(exact: Fraction, unit: str = "", scaled: str = "") -> Amount:
    return Amount(exact, digits_of(exact), unit, scaled)


def numerals(text: str, words: Iterable[str]) -> list[str]:
    """Every numeral and number word of a text, in order, as printed."""
    return list(_numerals(text, tuple(words)))


@lru_cache(maxsize=100_000)
def _numerals(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """A line is looked at for what is drafted, for what is proven, and for what is counted."""
    return tuple(match.group() for match in numeral_pattern(words).finditer(text))


@cache
def numeral_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a run of digits with its separators, or a number word that stands by itself."""
    return re.compile(
        NUMERAL.pattern + r"|\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE
    )


def masked(token: str) -> str:
    """A numeral with its digits hidden, for contact details and personal stories."""
    return MASK.sub("#", token)


def slug(text: str) -> str:
    """Lower-case words and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
