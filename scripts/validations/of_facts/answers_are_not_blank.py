"""An answer has printed words, or says what the blank stands for."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [Refusal(f"{NORTHBRIDGE}/answers.csv", "once,once,", "once,,", "is blank")]
WRONG = Wrong("is blank", "Copy the printed words, or say in `means` what the blank stands for")


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_answers.cells
    blank = (
        cell
        for cell, token in enumerate(cells.tokens)
        if not token and "" not in cells.fields[cell].means
    )
    yield from told_tokens(cells, dict.fromkeys(blank, WRONG))
