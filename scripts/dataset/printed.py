"""Printed tokens: the number a token stands for, and the numerals that stand in a text."""

import re

NUMBER = re.compile(r"(?!-0+(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$")
SIGNS = str.maketrans("", "", "£%")
THOUSANDS = re.compile(r"(?<=\d)(?:,\s?|\s)(?=\d{3}(?!\d))")
NO_SEPARATOR = re.compile(r"\d{4}")
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
MASK = re.compile(r"\d")


def number(token: str, words: dict[str, str]) -> str | None:
    """The digits of a printed number, exactly: `£267, 940` is `267940`. None if the token is not a number.

    `words` are the number words and their values. Never passes through a float.
    """
    bare = THOUSANDS.sub("", token.translate(SIGNS).strip())
    if NUMBER.match(bare):
        return bare
    return words.get(token.strip().lower()) or None


def numerals(text: str, words: list[str]) -> list[str]:
    """Every numeral and number word of a text, in order, as printed."""
    return [match.group() for match in numeral_pattern(words).finditer(text)]


def numeral_pattern(words: list[str]) -> re.Pattern:
    """Matches a run of digits with its separators, or a number word that stands by itself."""
    return re.compile(NUMERAL.pattern + r"|\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def masked(token: str) -> str:
    """A numeral with its digits hidden, for contact details and personal stories."""
    return MASK.sub("#", token)


def slug(text: str) -> str:
    """Lower-case words and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
