"""Names that may mean one thing are found; names of different things are not."""

import pytest

from scripts.register.alike_names import alike, groups


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quiet-rooms", "quieter-rooms"),
        ("children-and-family-service", "children-and-families-service"),
        ("harbour-programme-board", "harbour-board"),
        ("learning-group", "learning-subgroup"),
    ],
)
def test_names_are_alike_by_nearly_the_same_words_or_one_word_more(one, other):
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lead-partners", "delegated-partners"),
        ("audit-subgroup", "training-subgroup"),
        ("board", "harbour-board"),
        ("quiet-rooms", "quiet-rooms"),
    ],
)
def test_other_names_are_not(one, other):
    assert not alike(one, other)


def test_names_that_are_alike_by_way_of_a_third_stand_in_one_group():
    names = ["harbour-board", "audit-subgroup", "harbour-programme-board", "harbour-boards"]
    assert groups(names) == [["harbour-board", "harbour-programme-board", "harbour-boards"]]
    assert groups(["audit-subgroup", "harbour-board"]) == []
