"""An answer is about a topic; one that compares says what is compared, and in which direction."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import statements
from scripts.reading.facts import Facts
from scripts.validations.places import of_token
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/answers.csv",
        "training_frequency,private-fostering,once",
        "trend,private-fostering,once",
        "is about no topic",
    )
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    answers = facts.of_answers
    faults = {said: list(statements.faults(said)) for said in set(answers.statements)}
    for cell, said in enumerate(answers.statements):
        if answers.rows[cell].question_id in vocabulary["questions"]:
            for fault in faults[said]:
                yield Problem(*of_token(answers.cells, cell), *fault)
