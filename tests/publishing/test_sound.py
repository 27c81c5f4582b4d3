"""What the site offers is read as others will read it before the site is put in place: each fault
is seen to be told.
"""

import pytest

from scripts.model.package import Package
from scripts.publishing import pairs, sound


def spoil(root, table, old, new):
    path = root / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_a_sound_package_has_no_problems(project):
    assert list(sound.problems(Package(project))) == []
    assert list(pairs.problems(Package(project))) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("data/vocabulary/licences.csv", ",no,", ",perhaps,"),
        ("data/tidy/checks.csv", "north-town-reply,total,", "nowhere-reply,total,"),
        ("data/tidy/numbers.csv", ",5,", ",five,"),
    ],
)
def test_a_word_a_key_or_a_number_that_the_contract_does_not_allow_is_told(
    project, table, old, new
):
    spoil(project, table, old, new)
    assert list(sound.problems(Package(project)))


def test_a_pair_that_the_screener_would_refuse_is_told(project):
    spoil(project, "data/tidy/figures.csv", ",England,", ",,")
    assert {problem.place for problem in pairs.problems(Package(project))} == {
        "places_are_complete"
    }
