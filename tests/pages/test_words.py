"""How numbers, periods and comparisons are said."""

from types import SimpleNamespace

import pytest

from scripts.pages import comparability, words


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("1200", "1,200"),
        ("999", "999"),
        ("1234567.50", "1,234,567.50"),
        ("-5102", "-5,102"),
        ("0", "0"),
        ("", ""),
        ("0.10", "0.10"),
    ],
)
def test_numbers_keep_their_digits(digits, said):
    assert words.number(digits) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("", "", "not stated"),
        ("2015-09-30", "2015-09-30", "30 September 2015"),
        ("2015-09-01", "2015-09-30", "September 2015"),
        ("2015-01-01", "2015-12-31", "2015"),
        ("2015-04-01", "2016-03-31", "April 2015 to March 2016"),
        ("2015-04-01", "2015-09-30", "April to September 2015"),
        ("2015-04-02", "2016-03-31", "2 April 2015 to 31 March 2016"),
        ("2016-01-01", "2020-12-31", "2016 to 2020"),
        ("2016-01-01", "2016-02-29", "January to February 2016"),
    ],
)
def test_periods_are_said_as_short_as_they_can_be(start, end, said):
    assert words.period(start, end) == said


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("1", "1st"),
        ("2", "2nd"),
        ("3", "3rd"),
        ("11", "11th"),
        ("46", "46th"),
        ("113", "113th"),
        ("122", "122nd"),
    ],
)
def test_places_in_an_order_are_said_as_such(digits, said):
    assert words.ordinal(digits) == said


def test_a_document_for_two_years_is_one_document():
    document = {
        "publisher_id": "north",
        "date": "",
        "period_start": "2014-04-01",
        "period_end": "2015-03-31",
    }
    package = SimpleNamespace(term=lambda *_: document, title=lambda *_: "North-Town Council")
    assert words.short_document("reply", package) == "North-Town Council, 2014 to 2015"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2017-04-10", "10 April 2017"),
        ("2024-12", "December 2024"),
        ("2014", "2014"),
        ("2014-15", "2014-15"),
        ("2011-12", "December 2011"),
        ("2014-30-12", "2014-30-12"),
        ("Early in 2025-26.", "Early in 2025-26."),
        ("Continuous", "Continuous"),
        ("In 2013-14 and later.", "In 2013-14 and later."),
        ("", ""),
    ],
)
def test_an_answer_that_is_a_date_is_said_as_a_date_and_nothing_else_is_changed(written, said):
    asked = {"when": {"answer_type": "date"}, "what": {"answer_type": "text"}}
    package = SimpleNamespace(term=lambda table, key: asked[key])
    assert words.answer({"question_id": "when", "answer": written}, package) == said
    assert words.answer({"question_id": "what", "answer": written}, package) == written


FIGURE = {
    "figure_id": "d/t/one",
    "measure_id": "m",
    "unit": "count",
    "geographic_level": "Local authority",
    "value": "3",
    "value_kind": "actual",
    "qualifier": "",
    "time_identifier": "Financial year",
    "period_start": "2019-04-01",
    "period_end": "2020-03-31",
    "breakdown_1_dimension": "part",
    "breakdown_1_category": "north",
    "breakdown_2_dimension": "",
    "breakdown_2_category": "",
}


def test_figures_alike_in_everything_may_be_compared(package):
    earlier = {**FIGURE, "period_start": "2018-04-01", "period_end": "2019-03-31"}
    assert comparability.reasons_against(FIGURE, earlier, package) == []


def test_kinds_of_one_series_may_be_compared_with_care(package):
    estimate = {**FIGURE, "value_kind": "estimate"}
    assert comparability.reasons_against(FIGURE, estimate, package) == []
    kinds = package.terms["value_kinds"]
    assert kinds["estimate"]["care"] == "one of them is an estimate"
    assert comparability.says_what_was(estimate, package)
    assert not comparability.says_what_was({**FIGURE, "value_kind": "target"}, package)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"unit": "percent"}, "units"),
        ({"breakdown_1_category": "south"}, "groups"),
        ({"value": ""}, "no number"),
        ({"value_kind": "target"}, "a target"),
    ],
)
def test_one_difference_is_a_reason_not_to_compare(change, reason, package):
    (found,) = comparability.reasons_against(FIGURE, {**FIGURE, **change}, package)
    assert reason in found


@pytest.mark.parametrize(
    ("kind", "flags", "care"),
    [
        ("actual", ["in_discrepancy"], "sum that differs"),
        ("provisional", [], "provisional"),
        ("estimate", [], "estimate"),
    ],
)
def test_a_flag_or_a_kind_of_value_is_a_reason_for_care(kind, flags, care):
    other = {**FIGURE, "figure_id": "d/t/other", "value_kind": kind}
    care_of = {"actual": "", "provisional": "one is provisional", "estimate": "one is an estimate"}
    flagged = SimpleNamespace(
        flags=lambda figure: flags if figure is other else [],
        term=lambda table, key: {"care": care_of[key]},
    )
    (found,) = comparability.reasons_for_care(FIGURE, other, flagged)
    assert care in found
    assert comparability.reasons_for_care(FIGURE, FIGURE, flagged) == []
