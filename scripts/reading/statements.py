"""What an answer says besides its words: its topic, what it compares, why it is withheld, and when.

Pure functions of the properties that hold for the answer. A fault is what is wrong and its cure,
without a place.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import periods

# the vocabulary table of each property of an answer that is a term
TERMS = {
    "question": "questions",
    "topic": "topics",
    "measure": "measures",
    "withheld_reason": "withheld_reasons",
}


class Statement(NamedTuple):
    """The columns of an answer that other tables have keys for; empty where it says nothing of the
    kind.
    """

    topic_id: str
    measure_id: str
    direction: str
    comparator_area_id: str
    withheld_reason: str


class Fault(NamedTuple):
    what: str
    cure: str


def read(holds: Mapping[str, str], answer: str, vocabulary: Vocabulary) -> Statement:
    """What the properties say; the topic of the question where they name none."""
    question = vocabulary["questions"].get(holds["question"], {})
    is_code = question.get("answer_type") == "code"
    code = vocabulary["answer_codes"].get(answer, {}) if is_code else {}
    return Statement(
        topic_id=holds.get("topic") or question.get("topic_id", ""),
        measure_id=holds.get("measure", ""),
        direction=code.get("direction", ""),
        comparator_area_id=holds.get("comparator", ""),
        withheld_reason=holds.get("withheld_reason", ""),
    )


def faults(statement: Statement) -> Iterator[Fault]:
    """What an answer must say and does not."""
    if not statement.topic_id:
        yield Fault(
            "is about no topic, and its question can be about any",
            "Say the `topic` in `every_answer` of the table, or in a column",
        )
    if statement.comparator_area_id and not statement.measure_id:
        yield Fault(
            f"is compared with {statement.comparator_area_id!r}, and names no measure",
            "Say in a column `measure` what is compared",
        )
    if statement.comparator_area_id and not statement.direction:
        yield Fault(
            f"is compared with {statement.comparator_area_id!r}, and its answer says no direction",
            "Answer with a code that has one, such as `higher`; or leave `comparator` empty",
        )


def with_date(
    holds: Mapping[str, str], answer: str, printed: str, vocabulary: Vocabulary
) -> Mapping[str, str]:
    """An answer that is a date has that date as its period, unless it has one of its own."""
    question = vocabulary["questions"].get(holds["question"], {})
    if question.get("answer_type") != "date" or holds.get("period") or not _is_period(answer):
        return holds
    return {**holds, "period": answer, "period_as_published": printed}


def _is_period(answer: str) -> bool:
    try:
        return bool(periods.parse(answer).start)
    except ValueError:
        return False
