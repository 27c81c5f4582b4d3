"""What the mapping may not say: each law with what it accepts and what it refuses."""

import pandas as pd
import pytest

from scripts.official import by_hand, series, units_fit, used_rows
from scripts.official.by_hand import OURS


@pytest.fixture
def hand(repository):
    return by_hand.read(repository / "tests/miniature")


@pytest.fixture
def official(repository):
    path = repository / "tests/miniature/data/official/official_figures.csv"
    return by_hand.frame(path)


def spoilt(hand, mapping_id, column, cell):
    mapping = hand.mapping.copy()
    mapping.loc[mapping["mapping_id"] == mapping_id, column] = cell
    return hand._replace(mapping=mapping)


def figures(hand):
    """A figure for each measure and group that the mapping names."""
    named = hand.mapping[hand.mapping["measure_id"] != ""][OURS]
    said = {"dimension": "dimension", "category": "category"}
    return named.rename(
        columns={
            f"{word}_{side}": f"breakdown_{side}_{said[word]}" for word in said for side in (1, 2)
        }
    )


NO_ANSWERS = pd.DataFrame({"answer_id": [], "measure_id": []}, dtype=str)


def test_the_mapping_as_it_is_keeps_every_law(hand, official):
    assert not list(units_fit.problems(official, hand))
    assert not list(used_rows.year_problems(hand, official))
    assert not list(used_rows.problems(hand, figures(hand), NO_ANSWERS))
    assert not list(by_hand._alike_to_nothing(hand.mapping))


def test_a_count_has_no_decimals(hand, official):
    broken = official.assign(value=official["value"].where(official["value"] != "302", "302.5"))
    (problem,) = units_fit.problems(broken, hand)
    assert "says count, and referrals/2021/E99000001/Referral_count/ is 302.5" in problem.what
    assert problem.place == "referrals Referral_count, column official_unit"


def test_a_share_is_at_most_a_hundred(hand, official):
    shares = spoilt(hand, "assessments_begun", "official_unit", "percent")
    (problem,) = units_fit.problems(official, shares)
    assert problem.place == "referrals Assessment_count, column official_unit"


@pytest.mark.parametrize("likeness", ["same", "near"])
def test_a_series_that_is_matched_with_nothing_is_like_nothing(hand, likeness):
    alone = spoilt(hand, "all_children", "likeness", likeness)
    (problem,) = by_hand._alike_to_nothing(alone.mapping)
    assert "no measure of ours is named" in problem.what


@pytest.mark.parametrize(
    ("column", "cell"), [("first_time_period", "2019"), ("last_time_period", "2030")]
)
def test_a_line_begins_and_ends_in_its_table(hand, official, column, cell):
    (problem,) = used_rows.year_problems(spoilt(hand, "plans", column, cell), official)
    assert problem.what == f"the table has no row for {cell}"
    assert problem.place == f"row 4, column {column}"


def test_a_group_that_no_document_prints_is_told(hand):
    (problem,) = used_rows.problems(
        spoilt(hand, "plans", "category_1", "under_5"), figures(hand), NO_ANSWERS
    )
    assert problem.what == "no figure is of 'children_with_a_plan age_group under_5 sex total'"


def test_a_claim_is_compared_with_a_series_of_its_own_measure(hand):
    answers = pd.DataFrame({"answer_id": ["a", "b"], "measure_id": ["children_with_a_plan", "x"]})
    claims = pd.DataFrame({"answer_id": ["a", "b"], "mapping_id": ["plans", "plans"]})
    said = hand._replace(comparison_claims=claims)
    (problem,) = used_rows.problems(said, figures(hand), answers)
    assert problem.place == "row 3, column mapping_id"
    assert problem.what == "'plans' is about children_with_a_plan, the answer about x"


def test_a_count_never_stands_in_the_place_of_a_rate(hand, official):
    """Where the base of a rate is not known yet, areas are not compared by their counts."""
    is_base = (official["table_id"] == "children") & (official["time_period"] == "2021")
    values = series.values(hand.mapping, official[~is_base])
    plans = values[values["mapping_id"] == "plans"].set_index(["area_code", "time_period"])
    known, unknown = plans.loc[("E99000002", "2021")], plans.loc[("E99000002", "2022")]
    assert known["compared"] == known["rate"] != ""
    assert unknown["value"] == "101"
    assert unknown["compared"] == unknown["rate"] == ""
    counts = values[values["mapping_id"] == "referrals_total"]
    assert [*counts["compared"]] == [*counts["value"]]
