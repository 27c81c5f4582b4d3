"""A date is counted into its month, quarter, half-year or year, across the ends of years too."""

from datetime import date

import pytest

from scripts.checks import once_each
from scripts.checks.reckoning.members import Answer

SPELLS = {1: 2021 * 12, 2: 2021 * 6, 3: 2021 * 4, 6: 2021 * 2, 12: 2021}  # the first of 2021


def spell(day, months):
    return once_each.spell(Answer("q", "yes", date.fromisoformat(day)), months)


def test_a_word_for_how_often_says_how_many_months():
    assert once_each.MONTHS == {
        "monthly": 1,
        "bi_monthly": 2,
        "quarterly": 3,
        "every_six_months": 6,
        "annually": 12,
    }


@pytest.mark.parametrize("months", SPELLS)
def test_a_spell_begins_with_the_year_and_ends_with_it(months):
    assert spell("2021-01-01", months) == SPELLS[months]
    assert spell("2021-12-31", months) == SPELLS[months] + 12 // months - 1
    assert spell("2020-12-31", months) == SPELLS[months] - 1
    assert isinstance(spell("2021-02-01", months), int)


def test_the_months_of_a_quarter_are_one_spell():
    assert len({spell(f"2021-0{month}-15", 3) for month in (4, 5, 6)}) == 1
    assert spell("2021-07-01", 3) == spell("2021-06-30", 3) + 1


def test_an_answer_without_a_day_is_in_no_year():
    assert once_each.spell(Answer("q", "yes"), 3) == 0
