"""An answer is one date, or none: several dates are several rows, or one period."""

import re
from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import of_word
from scripts.validations.refusal import NORTHBRIDGE, Refusal

DATE = r"[12]\d{3}(-\d\d){0,2}"
DATES = re.compile(rf"{DATE}(\s*([,;&|]|and|or)\s*{DATE})+")
CURE = "Write a row for each, or one period such as 2014-11/2014-12"


REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/answers.csv",
        "training_frequency,private-fostering,once",
        "training_audience,private-fostering,2014-11 and 2014-12",
        "column 'answer': '2014-11 and 2014-12' are several dates",
    )
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_answers.cells
    for cell, answer in enumerate(facts.answers):
        if DATES.fullmatch(answer.answer):
            place = of_word(cells, cell, "answer")
            yield Problem(*place, f"{answer.answer!r} are several dates", CURE)
