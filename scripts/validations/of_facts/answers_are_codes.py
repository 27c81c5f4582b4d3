"""Where a question asks for a code, its answer is one of the vocabulary."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.known_terms import unknown
from scripts.validations.places import of_token, of_word
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/answers.csv",
        "once,once",
        "sometimes,once",
        "row 3, column 'answer': 'sometimes' is not in data/vocabulary/answer_codes.csv",
    )
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells, questions = facts.of_answers.cells, vocabulary["questions"]
    given = cells.column("answer")
    for cell, answer in enumerate(facts.answers):
        asks_for = questions.get(answer.question_id, {}).get("answer_type")
        wrong = unknown(answer.answer, "answer_codes", vocabulary) if asks_for == "code" else None
        if wrong:
            place = of_word(cells, cell, "answer") if given[cell] else of_token(cells, cell)
            yield Problem(*place, *wrong)
