"""The words that search compares: how a text is cut into them. `words.js` of browser/ cuts what
people type in the same way.

A word is in lower case, without accents, and in the singular as far as its ending tells. Years such
as 2018/19 are one word, and their two years are words too. Digits that count something begin with #
and have no separators, so that 1,280, 1280 and £1,280 are one.
"""

import re
import unicodedata

# by turns: years, digits with separators, letters with digits
PIECE = re.compile(r"(\d{4})[/–-](\d{2})(?!\d)|\d[\d,]*(?:\.\d+)?(?![a-z])|[a-z0-9]+(?:'[a-z]+)?")
LITTLE = frozenset(
    "a an and any are as at be by do did does for from had has have how in is it its many much of "
    "on or per "
    "that the their there these they this to was we were what when where which who whom "
    "with".split()
)


def words(text: str) -> list[str]:
    """The words of a text in order: `LITTLE` ones are left out."""
    found: list[str] = []
    for piece in PIECE.finditer(folded(text)):
        found += cut(piece)
    return found


def folded(text: str) -> str:
    """Text in lower case, accents taken off, with one kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").lower())
    return "".join(each for each in plain if not unicodedata.combining(each))


def cut(piece: re.Match[str]) -> list[str]:
    """The words that one piece of a text stands for."""
    if first := piece[1]:
        return [f"{first}/{piece[2]}", first, first[:2] + piece[2]]
    if piece[0][0].isdigit() and not piece[0].isalnum() or piece[0].isdigit():
        return digits(piece[0])
    return [] if piece[0] in LITTLE else [singular(piece[0].removesuffix("'s"))]


def digits(printed: str) -> list[str]:
    """A number without separators; a plain number is a word of the text too, such as 47 in section
    47.
    """
    bare = printed.replace(",", "")
    return [f"#{bare}", bare] if bare == printed and bare.isdigit() else [f"#{bare}"]


def singular(word: str) -> str:
    """A word without the ending of its plural: cases is case, policies is policy. What is no plural
    stays.
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def key(phrase: str) -> str:
    """A phrase as the index of synonyms has it: every word of it, little ones too, in lower case
    and the singular.
    """
    return " ".join(_typed(piece) for piece in PIECE.finditer(folded(phrase)))


def _typed(piece: re.Match[str]) -> str:
    if piece[1]:
        return piece[0]
    return (
        piece[0].replace(",", "")
        if piece[0][0].isdigit()
        else singular(piece[0].removesuffix("'s"))
    )
