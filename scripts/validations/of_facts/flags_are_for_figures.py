"""Flags are for figures: an answer has none."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        '"locator": "Question 2", "lines": [14, 21], "rows": 3',
        (
            '"locator": "Question 2", "lines": [14, 21], "rows": 3, "every_answer": {"flags": '
            '"heading_lost"}'
        ),
        "is an answer, and has flags",
    )
]
WRONG = Wrong("is an answer, and has flags", "Say it in `note`: flags are for figures")


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_answers.cells
    flagged = (cell for cell, flags in enumerate(cells.given("flags")) if flags is not None)
    yield from told_tokens(cells, dict.fromkeys(flagged, WRONG))
