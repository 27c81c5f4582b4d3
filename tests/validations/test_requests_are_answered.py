"""A reply that leaves a question of its request without an answer is refused; one not asked is not
missed.
"""

from scripts.verbs import build
from tests.dataset.spoil import NORTHBRIDGE, edit

ASKED = "data/vocabulary/request_questions.csv"
LAST = "training_request_2,training_request,1,2,training_frequency,,"


def test_a_reply_that_answers_all_that_was_asked_is_right(miniature):
    assert build.main(miniature) == 0


def test_a_question_without_an_answer_is_told(miniature, capsys):
    edit(
        miniature / ASKED,
        LAST,
        "training_request_3,training_request,2,3,training_audience,staff,Who?\n" + LAST,
    )
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert f"{NORTHBRIDGE}/datapackage.json: document/request: question 3 of the request" in told
    assert "training_audience and staff" in told


def test_a_question_about_another_subject_is_not_an_answer(miniature, capsys):
    edit(miniature / ASKED, LAST, LAST.replace("frequency,,", "frequency,cooking,"))
    assert build.main(miniature) == 1
    assert "has no answer" in capsys.readouterr().err


def test_an_unknown_request_is_told(miniature, capsys):
    edit(
        miniature / NORTHBRIDGE / "datapackage.json",
        '"request": "training_request"',
        '"request": "other"',
    )
    assert build.main(miniature) == 1
    assert "document/request: 'other' is not in data/vocabulary/requests.csv" in (
        capsys.readouterr().err
    )
