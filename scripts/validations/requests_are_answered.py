"""A reply answers every question of its request: with an answer, or with the reason why it has none.

A question that the request does not have was not asked, and nobody misses its answer.
"""

from collections.abc import Iterable, Mapping

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.sources import Document


def problems(
    documents: Iterable[Document], answers: Iterable[Mapping[str, str]], vocabulary: Vocabulary
) -> list[Problem]:
    """Questions of a request that a reply to it leaves without an answer."""
    asked = _questions_by_request(vocabulary)
    given = {
        (answer["document_id"], answer["question_id"], subject)
        for answer in answers
        for subject in (answer["subject"], "")
    }
    return [
        _unanswered(document, question)
        for document in documents
        for question in asked.get(document.descriptor["document"].get("request", ""), [])
        if (document.id, question["question_id"], question["subject"]) not in given
    ]


def _questions_by_request(vocabulary: Vocabulary) -> dict[str, list[Mapping[str, str]]]:
    found: dict[str, list[Mapping[str, str]]] = {}
    for question in vocabulary["request_questions"].values():
        found.setdefault(question["request_id"], []).append(question)
    return found


def _unanswered(document: Document, question: Mapping[str, str]) -> Problem:
    about = " and ".join(filter(None, (question["question_id"], question["subject"])))
    return Problem(
        f"data/sources/{document.id}/datapackage.json",
        "document/request",
        f"question {question['number']} of the request ({about}) has no answer",
        "Add an answer; where the reply gives none, one with the reason `not_answered`",
    )
