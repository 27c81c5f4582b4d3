"""Printed tokens: the number a token stands for, and the numerals that stand in a text."""

import re
from decimal import Decimal
from functools import cache

NUMBER = re.compile(r"(?!-0+(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$")
SIGNS = str.maketrans("", "", "£%")
THOUSANDS = re.compile(r"(?<=\d)(?:,\s?|\s)(?=\d{3}(?!\d))")
NO_SEPARATOR = re.compile(r"[-£]*\d{4,}(\.\d+)?%?")
WITH_ENDING = re.compile(r"(.*\d)(?:st|nd|rd|th|\s?per cent)$", re.IGNORECASE)
SCALED = re.compile(r"(?:(£.*\d)\s?(k|m|bn)|(.*\d) (thousand|million|billion))$", re.IGNORECASE)
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
MASK = re.compile(r"\d")


def number(token: str, words: dict[str, str]) -> str | None:
    """The digits of a printed number, exactly: `£267, 940` is `267940`, `£1.2m` is `1200000`. None if the token is not a number.

    `words` are the number words and their values. Never passes through a float.
    """
    said = token.strip()
    scaled, ended = SCALED.match(said), WITH_ENDING.match(said)
    if scaled:
        digits = number(scaled[1] or scaled[3], {})
        return (
            f"{Decimal(digits).scaleb(SCALES[(scaled[2] or scaled[4]).lower()]).normalize():f}"
            if digits
            else None
        )
    bare = THOUSANDS.sub("", (ended[1] if ended else said).translate(SIGNS).strip())
    return bare if NUMBER.match(bare) else words.get(said.lower()) or None


def numerals(text: str, words: list[str]) -> list[str]:
    """Every numeral and number word of a text, in order, as printed."""
    return [match.group() for match in numeral_pattern(tuple(words)).finditer(text)]


@cache
def numeral_pattern(words: tuple[str, ...]) -> re.Pattern:
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
