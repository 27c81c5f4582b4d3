"""What an answer says besides its words."""

import pytest

from scripts.model.terms import Vocabulary
from scripts.reading import statements

VOCABULARY = Vocabulary(
    questions={
        "trend": {"answer_type": "code", "topic_id": ""},
        "training_provided": {"answer_type": "code", "topic_id": "training"},
        "met_on": {"answer_type": "date", "topic_id": "governance"},
        "finding": {"answer_type": "text", "topic_id": ""},
    },
    answer_codes={"risen": {"direction": "up"}, "yes": {"direction": ""}},
)


def read(answer: str, **holds: str) -> statements.Statement:
    return statements.read(holds, answer, VOCABULARY)


def test_the_topic_is_that_of_the_row_before_that_of_the_question():
    assert read("yes", question="training_provided").topic_id == "training"
    assert read("yes", question="training_provided", topic="money").topic_id == "money"


def test_the_direction_is_that_of_the_code():
    assert read("risen", question="trend", topic="money").direction == "up"
    assert read("yes", question="training_provided").direction == ""


def test_words_that_look_like_a_code_have_no_direction():
    assert read("risen", question="finding", topic="money").direction == ""


def test_an_answer_with_a_topic_a_measure_and_a_direction_is_right():
    said = read("risen", question="trend", topic="money", measure="cost", comparator="england")
    assert list(statements.faults(said)) == []


@pytest.mark.parametrize(
    ("holds", "answer", "what"),
    [
        ({"question": "trend"}, "risen", "is about no topic"),
        ({"question": "trend", "topic": "a", "comparator": "b"}, "risen", "names no measure"),
        (
            {"question": "finding", "topic": "a", "comparator": "b", "measure": "c"},
            "More.",
            "says no direction",
        ),
    ],
)
def test_a_fault_says_what_is_missing(holds, answer, what):
    [fault] = statements.faults(statements.read(holds, answer, VOCABULARY))
    assert what in fault.what


def test_a_date_is_its_own_period():
    holds = {"question": "met_on"}
    dated = statements.with_date(holds, "2015-04", "in April 2015", VOCABULARY)
    assert (dated["period"], dated["period_as_published"]) == ("2015-04", "in April 2015")


@pytest.mark.parametrize(
    ("holds", "answer"),
    [
        ({"question": "met_on"}, "Late 2014"),
        ({"question": "met_on", "period": "2014"}, "2015-04"),
        ({"question": "finding"}, "2015-04"),
    ],
)
def test_no_period_is_made_of_other_answers(holds, answer):
    assert statements.with_date(holds, answer, "words", VOCABULARY) == holds
