"""A fact of a check is all that its row says: each column of the tidy tables reaches it."""

from datetime import date
from decimal import Decimal

import pytest

from scripts.checks.reckoning.interval import point
from scripts.checks.reckoning.members import Answer, Number, answer_of, literal, number_of

FIGURE = {
    "figure_id": "d/t/a/x",
    "value": "12.5",
    "value_low": "",
    "value_high": "",
    "unit": "percent",
    "qualifier": "",
    "value_kind": "target",
    "value_marker": "",
    "is_total": "yes",
    "period_start": "2021-04-01",
    "period_end": "2022-03-31",
}
ANSWER = {
    "answer_id": "d/t/a/q",
    "answer": "quarterly",
    "period_start": "2021-04-01",
    "period_end": "2022-03-31",
    "subject": "The board",
    "direction": "up",
}
START, END = date(2021, 4, 1), date(2022, 3, 31)


def test_a_number_has_everything_that_its_row_says():
    assert number_of(FIGURE) == Number(
        "d/t/a/x",
        Decimal("12.5"),
        point(Decimal("12.5")),
        "percent",
        kind="target",
        is_total=True,
        start=START,
        end=END,
    )
    assert number_of(FIGURE | {"qualifier": "over"}).qualifier == "over"
    assert number_of(FIGURE | {"value": "", "value_marker": "c"}).marker == "c"


@pytest.mark.parametrize("said", ["no", ""])
def test_a_number_is_a_total_only_where_its_row_says_so(said):
    assert number_of(FIGURE | {"is_total": said}).is_total is False


def test_an_answer_has_everything_that_its_row_says():
    assert answer_of(ANSWER) == Answer("d/t/a/q", "quarterly", START, END, "The board", "up")


def test_what_a_row_does_not_say_is_not_known():
    short = {"figure_id": "d/t/a/x", "unit": "count"}
    number = number_of(short)
    assert (number.value, number.known.says_nothing) == (None, True)
    assert number[4:] == ("", "", "", False, None, None)
    assert answer_of({"answer_id": "q", "answer": "yes"}) == Answer("q", "yes")


def test_a_number_that_a_claim_brings_is_a_count_of_no_figure():
    assert literal(12) == Number("", Decimal(12), point(12), "count")
