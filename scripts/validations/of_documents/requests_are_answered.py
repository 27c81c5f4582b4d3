"""A reply answers every question of its request: with an answer, or with the reason why it has
none.

A question that the request does not have was not asked, and nobody misses its answer.
"""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.reading.sources import DESCRIPTOR
from scripts.validations.refusal import Refusal

REFUSES = [
    Refusal(
        "data/vocabulary/request_questions.csv",
        "training_frequency,,",
        "training_audience,,",
        "has no answer",
    )
]
CURE = "Add an answer; where the reply gives none, one with the reason `not_answered`"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    request = facts.document.descriptor["document"].get("request", "")
    if not request:
        return
    given = {
        (answer.question_id, subject)
        for answer in facts.answers
        for subject in (answer.subject, "")
    }
    for question in vocabulary["request_questions"].values():
        asked = question["question_id"], question["subject"]
        if question["request_id"] == request and asked not in given:
            about = " and ".join(filter(None, asked))
            what = f"question {question['number']} of the request ({about}) has no answer"
            place = f"{facts.document.folder}/{DESCRIPTOR}"
            yield Problem(place, "document/request", what, CURE)
