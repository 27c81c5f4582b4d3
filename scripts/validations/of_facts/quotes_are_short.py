"""Answers from sentences keep the few words that carry the fact, and never the sentence."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

MOST_WORDS = 8
REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/answers.csv",
        "neglect,every_year,every year",
        "neglect,every_year,one two three four five six seven eight nine",
        "quotes 9 words of the document",
    )
]
CURE = f"Keep the phrase of at most {MOST_WORDS} words that carries the fact"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_answers.cells
    lengths = [len(token.split()) for token in cells.tokens]
    wrong = {
        cell: Wrong(f"quotes {length} words of the document", CURE)
        for cell, length in enumerate(lengths)
        if length > MOST_WORDS and "schema" not in cells.tables[cell]
    }
    yield from told_tokens(cells, wrong)
