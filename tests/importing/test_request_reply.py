"""A reply to a known request needs only its answers: its questions are there, and a refusal is a
choice.
"""

import json

import pytest

from scripts.verbs import check, new
from tests.dataset.spoil import edit

NAME = "northbridge-foi-99"
FOLDER = f"data/sources/{NAME}"
REPLY = (
    "Northbridge: reply to a request\n\n1. How often is training repeated?\nWe do not hold this.\n"
)


@pytest.fixture
def reply(miniature):
    edit(
        miniature / "data/vocabulary/request_questions.csv",
        "training_request,1,2,",
        "training_request,1,1,",
    )
    (miniature / "letter.txt").write_text(REPLY, encoding="utf-8")
    arguments = [str(miniature / "letter.txt"), "--name", NAME, "--request", "training_request"]
    assert new.main(miniature, arguments) == 0
    return miniature


def test_each_question_of_the_request_is_a_row_below_its_number(reply):
    text = (reply / FOLDER / "answers.csv").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == ["4,training-frequency,training_frequency,,?,?,"]
    described = json.loads((reply / FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert described["document"]["request"] == "training_request"


def add_code(root):
    """The vocabulary in small has no such answer yet."""
    path = root / "data/vocabulary/answer_codes.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("refused,Refused,,yes,\n")


def test_a_refusal_is_chosen_from_the_reasons_and_nothing_else_has_to_be_written(reply, capsys):
    edit(reply / FOLDER / "answers.csv", ",?,?,", ",refused,not hold,not_held")
    add_code(reply)
    path = reply / FOLDER / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described |= {"title": "Training (made up)", "description": "Made up."}
    described["document"] |= {
        "type": "foi_response",
        "publisher": "northbridge-council",
        "area": "northbridge",
        "licence": "not_stated",
        "licence_basis": "not_stated",
        "attribution": "Northbridge Council.",
    }
    path.write_text(json.dumps(described), encoding="utf-8")
    code = check.main(reply, [NAME])
    assert code == 0, capsys.readouterr().out


def test_a_request_that_is_not_known_is_refused(miniature, capsys):
    (miniature / "letter.txt").write_text(REPLY, encoding="utf-8")
    arguments = [str(miniature / "letter.txt"), "--name", NAME, "--request", "nothing"]
    assert new.main(miniature, arguments) == 1
    assert "is not in data/vocabulary/requests.csv" in capsys.readouterr().err
    assert not (miniature / FOLDER).exists()
