"""A reply to a request that several bodies got: its questions are known, so that only the answers
have to be filled in.
"""

import re
from collections.abc import Iterator
from typing import Any

from scripts.importing.drafting import Draft, Rows
from scripts.importing.extraction import Extraction
from scripts.model.terms import MARK, Vocabulary
from scripts.reading import printed

ANSWERS = "answers"
COLUMNS = [
    "line",
    "row",
    "question",
    "subject",
    "answer",
    "answer_as_published",
    "withheld_reason",
]


def with_answers(
    made: Draft, request: str, extraction: Extraction, vocabulary: Vocabulary
) -> Draft:
    """The draft with a row for each question of the request, on the line below where the reply
    prints its number.
    """
    rows = sorted(answers(request, extraction, vocabulary), key=lambda row: int(row["line"]))
    descriptor = dict(made.descriptor)
    descriptor["document"] = {**descriptor["document"], "request": request}
    descriptor["resources"] = [*descriptor["resources"], described(rows, extraction)]
    return made._replace(descriptor=descriptor, tables={**made.tables, ANSWERS: (COLUMNS, rows)})


def answers(
    request: str, extraction: Extraction, vocabulary: Vocabulary
) -> Iterator[dict[str, str]]:
    for question in vocabulary["request_questions"].values():
        if question["request_id"] == request:
            words = filter(None, (question["question_id"], question["subject"]))
            yield {
                "line": str(line_of(question["number"], extraction)),
                "row": printed.slug("-".join(words).replace("_", "-")),
                "question": question["question_id"],
                "subject": question["subject"],
                "answer": MARK,
                "answer_as_published": MARK,
                "withheld_reason": "",
            }


def line_of(number: str, extraction: Extraction) -> int:
    """The line below the one that begins with the question's number; the first where there is
    none.
    """
    begins = re.compile(
        rf"[\s*#>(-]*(?:Q(?:uestion)?\s?)?{re.escape(number)}[.):\s]", re.IGNORECASE
    )
    for line, words in enumerate(extraction.lines[:-1], start=1):
        if begins.match(words.text):
            return line + 1
    return 1


def described(rows: Rows, extraction: Extraction) -> dict[str, Any]:
    return {
        "name": ANSWERS,
        "path": f"{ANSWERS}.csv",
        "title": "Answers to the request",
        "description": "",
        "locator": "The reply",
        "lines": [1, len(extraction.lines)],
        "rows": len(rows),
    }
