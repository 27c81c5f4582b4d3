"""The proof of one document against its text: every fault, and what was proven."""

from typing import NamedTuple

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.proof import accounts, against_text, near_misses, printed_kinds
from scripts.proof.against_text import Text
from scripts.reading import facts
from scripts.reading.facts import Facts
from scripts.reading.sources import Document


class Proof(NamedTuple):
    """What differs from the text, and how many tokens, blank cells and numerals were held against
    it.
    """

    problems: list[Problem]
    counts: dict[str, int]


def prove(document: Document, source: Text, vocabulary: Vocabulary) -> Proof:
    """Holds a document against its text. Rows on a wrong line are told, and then proven where they
    stand.
    """
    misses: list[Problem] = []
    if not against_text.wrong_text(document, source):
        document, misses = near_misses.mended(document, source)
    return proven(document, facts.read(document, vocabulary), misses, source, vocabulary)


def proven(
    document: Document,
    read: Facts,
    misses: list[Problem],
    source: Text,
    vocabulary: Vocabulary,
) -> Proof:
    """The same of a document whose rows stand where they are printed, and whose facts are read.
    `misses` tell of the rows that stood elsewhere.
    """
    words = vocabulary.numeral_words()
    numbers = accounts.numbers(document, read.printed, words)
    found = against_text.faults(document, read, numbers, source, words)
    lines = dict(enumerate(source.plain, start=1))
    kinds = printed_kinds.faults(document, read.all, lines)
    return Proof([*misses, *found, *kinds], against_text.counts(read.all, numbers))
