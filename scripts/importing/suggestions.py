"""Suggests measures for what a document prints, by the words they share. A person chooses; nothing
is taken silently.

Rare words weigh more than common ones: "children" says little in this vocabulary. A misspelt word
counts as the word it is nearly. `benchmarks/drafts.csv` says how often the right one comes first.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from scripts.model.terms import MARK

SHOWN = 3
CONTEXT_WEIGHT = 0.3
WORD = re.compile(r"[a-z]{3,}")
ENDING = re.compile(r"(?:ing|ed|es|s)$")
NEARLY = 80  # how alike a misspelt word must be, of 100
TITLE_WEIGHT, MEMORY_WEIGHT, LEAST, OTHER_UNIT = 1.5, 0.6, 0.3, 0.2
SIGNS = {
    "£000": "gbp_thousand",
    "%": "percent",
    "per cent": "percent",
    "percentage": "percent",
    "£": "gbp",
}


class Choice(NamedTuple):
    """A term of the vocabulary and how well it fits; a larger number fits better."""

    term: str
    fit: float


class Described(NamedTuple):
    """A term with the stems of its title and of all that describes it."""

    term: str
    title: frozenset[str]
    words: frozenset[str]
    unit: str
    remembered: frozenset[str] = frozenset()


class Suggester:
    """Measures by the words of their titles and definitions, and by those that stood at them in
    earlier documents.
    """

    def __init__(
        self, rows: Mapping[str, Mapping[str, str]], remembered: Mapping[str, str] | None = None
    ):
        known = remembered or {}
        self.described = [described(term, row, known.get(term, "")) for term, row in rows.items()]
        self.often = Counter(word for each in self.described for word in each.words)
        self.known = sorted(self.often)

    def choices(
        self, printed: str, token: str = "", context: str = "", shown: int = SHOWN
    ) -> list[Choice]:
        """The measures that fit printed words best; a sign in the token's print says the unit.
        Words of the context, such as the headings above, count less.
        """
        words = frozenset(self.nearest(word) for word in stems(printed))
        around = frozenset(self.nearest(word) for word in stems(context)) - words
        unit = unit_of(token)
        fits = [
            Choice(
                each.term,
                self.fit(each, words, unit) + CONTEXT_WEIGHT * self.fit(each, around, unit),
            )
            for each in self.described
        ]
        best = sorted(fits, key=lambda choice: (-choice.fit, choice.term))
        return [choice for choice in best[:shown] if choice.fit > 0]

    def fit(self, each: Described, words: frozenset[str], unit: str) -> float:
        titled = self.weight(words & each.title)
        other = self.weight(words & (each.words - each.title))
        before = self.weight(words & (each.remembered - each.words))
        fit = TITLE_WEIGHT * titled / math.sqrt(3 + self.weight(each.title))
        fit += (other + MEMORY_WEIGHT * before) / math.sqrt(3 + self.weight(each.words))
        signed = each.unit in SIGNS.values()
        return fit * OTHER_UNIT if unit != (each.unit if unit or signed else "") else fit

    def weight(self, words: frozenset[str]) -> float:
        """The rarer a word among the measures, the more it weighs."""
        number = len(self.described)
        return sum(math.log(number / (1 + self.often[word])) + LEAST for word in sorted(words))

    @lru_cache(maxsize=20_000)  # noqa: B019, one suggester lives as long as the program
    def nearest(self, word: str) -> str:
        """The word itself if a measure uses it, else the one it is nearly."""
        if word in self.often:
            return word
        found = process.extractOne(word, self.known, scorer=fuzz.ratio, score_cutoff=NEARLY)
        return found[0] if found else word


def described(term: str, row: Mapping[str, str], remembered: str = "") -> Described:
    title = frozenset(stems(row["title"]))
    words = title | frozenset(stems(row["definition"]))
    return Described(term, title, words, row["unit"], frozenset(stems(remembered)))


def stems(text: str) -> list[str]:
    """Words of three letters or more, as they are and without their commonest endings."""
    words = WORD.findall(text.lower())
    return [*words, *(ENDING.sub("", word) for word in words if ENDING.search(word))]


def unit_of(token: str) -> str:
    return next((unit for sign, unit in SIGNS.items() if sign in token), "")


def marked(choices: Iterable[Choice]) -> str:
    """Suggestions as a cell: `?first ?second`. A lone `?` where there is none."""
    return " ".join(f"{MARK}{choice.term}" for choice in choices) or MARK
