"""Claims in words are found among the answers of a document, and only where the subject is the
same.
"""

import pytest

from scripts.reading.sources import Document
from scripts.register import recomputing
from scripts.register.claims import Claim, Index, declared
from scripts.register.unclaimed_words import found

YEAR = {"period_start": "2020-01-01", "period_end": "2020-12-31"}


def answer(row, question, subject, **more):
    return {
        "answer_id": f"d/words/{row}",
        "document_id": "d",
        "table_id": "d/words",
        "address_row": row,
        "address_column": "",
        "question_id": question,
        "subject": subject,
        "answer": "said",
        "area_id": "a",
        "direction": "",
        "period_start": "",
        "period_end": "",
    } | more


def document(*claims):
    descriptor = {"claims": list(claims), "resources": [{"name": "words"}]}
    return Document("d", "data/sources/d", descriptor, {}, [])


def verdicts(*answers, claims=()):
    source = document(*claims)
    made, wrong = declared(source, Index(list(answers)))
    assert wrong == []
    checked, _ = recomputing.recomputed(found(source, list(answers), made), {})
    return {row["check_id"].removeprefix("d/"): row["verdict"] for row in checked}


PARTS = [answer("two", "document_part", "section-2"), answer("a", "document_part", "appendix-a")]


def test_a_part_that_is_pointed_to_is_looked_for_among_the_parts():
    there = answer("to-2", "cross_reference", "section-2")
    nowhere = answer("to-2-1", "cross_reference", "section-2-1")
    assert verdicts(there, nowhere, *PARTS) == {
        "leads-somewhere/found-words-to-2": "holds",
        "leads-somewhere/found-words-to-2-1": "discrepancy",
    }
    assert verdicts(nowhere) == {}  # no part is listed, so nobody can tell


def test_names_that_are_nearly_the_same_are_found():
    names = [answer(name, "name_used", name) for name in ("quiet-rooms", "quieter-rooms", "board")]
    assert verdicts(*names) == {"one-name/found-words-quiet-rooms": "discrepancy"}
    assert verdicts(names[0], names[2]) == {}


def test_names_of_other_questions_are_not_compared():
    assert verdicts(answer("a", "aim", "quiet-rooms"), answer("b", "aim", "quieter-rooms")) == {}


def test_words_of_direction_are_compared_for_one_thing_in_one_time():
    up = answer("up", "trend", "plans", direction="up", **YEAR)
    down = answer("down", "trend", "plans", direction="down", **YEAR)
    assert verdicts(up, down) == {"one-direction/found-words-up": "discrepancy"}
    assert verdicts(up, up | {"answer_id": "d/words/again", "address_row": "again"}) == {
        "one-direction/found-words-up": "holds"
    }
    assert verdicts(up, down | {"subject": "referrals"}) == {}
    assert verdicts(up, down | {"period_end": "2021-12-31"}) == {}
    assert verdicts(up, down | {"area_id": "b"}) == {}


def test_fewer_can_be_better_so_the_two_are_not_held_against_each_other():
    down = answer("down", "trend", "plans", direction="down")
    assert verdicts(down, answer("better", "trend", "plans", direction="better")) == {}


def test_a_target_date_is_held_against_the_first_event_of_its_subject():
    due = answer("due", "action_due", "plan", **YEAR)
    late = answer("late", "event_date", "plan", period_start="2021-02-01", period_end="2021-02-28")
    assert verdicts(due, late) == {"kept-target/found-words-due": "discrepancy"}
    early = late | {"answer_id": "d/words/early", "address_row": "early", **YEAR}
    assert verdicts(due, late, early) == {"kept-target/found-words-due": "holds"}
    assert verdicts(due, late | {"subject": "newsletter"}) == {}
    assert verdicts(due, answer("undated", "event_date", "plan")) == {}


def test_how_often_a_group_meets_is_held_against_the_dates_of_its_meetings():
    often = answer("often", "meeting_frequency", "forum", answer="quarterly")
    days = [
        answer(month, "event_date", "forum", period_start=f"{month}-01", period_end=f"{month}-28")
        for month in ("2020-02", "2020-05", "2020-11")
    ]
    assert verdicts(often, *days) == {"once-each/found-words-often": "discrepancy"}
    assert verdicts(often, *days[:2]) == {"once-each/found-words-often": "holds"}
    assert verdicts(often, days[0]) == {}


def test_what_is_declared_is_not_found_again():
    names = [answer(name, "name_used", name) for name in ("quiet-rooms", "quieter-rooms")]
    claim = {"rule": "one_name", "id": "rooms", "answers": ["words/*"]}
    assert verdicts(*names, claims=[claim]) == {}
    made, _ = declared(document(claim), Index(names))
    other = [one._replace(document_id="e") for one in made]
    assert isinstance(other[0], Claim) and len(found(document(), names, other)) == 1


@pytest.mark.parametrize(
    ("often", "subject", "found"),
    [
        ("monthly", "staff", {"said-alike/found-words-one": "discrepancy"}),
        ("annually", "staff", {"said-alike/found-words-one": "holds"}),
        ("monthly", "managers", {}),
    ],
)
def test_how_often_one_thing_happens_is_the_same_in_every_place(often, subject, found):
    one = answer("one", "training_frequency", "staff", answer="annually")
    other = answer("other", "training_frequency", subject, answer=often)
    assert verdicts(one, other) == found
