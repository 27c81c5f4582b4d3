"""Names of people without a title are learnt from the documents' texts, and then found in ours."""

import random

import pytest

from scripts.privacy import people

FIRST = ["Anneke", "Bashir", "Ciara", "Devraj", "Élodie", "Femi", "Greta", "Hamza"]
LAST = ["Ashby", "Begum", "O’Connor", "McLeod", "Okafor", "Patel", "Quillon", "Rowe"]
POSTS = ["Director of Services", "Independent Chair", "Head of Nursing", "Team Manager"]
TRIED = 900
FOUND = 0.99


def in_document(dice, first, last):
    """How a document prints a name."""
    post = dice.choice(POSTS)
    return dice.choice(
        [
            f"The chair of the board is {first} {last}, who came in May.",
            f"{post}\t{first} {last}\tATT\tATT",
            f"{first} {last}, {post}",
            f"Written by {first} J. {last}",
            f"Ask {first.lower()}.{last.lower()}@northbridge.example",
        ]
    )


def in_ours(dice, first, last):
    """How a name can get into a cell, a note or an id."""
    name = f"{first} {last}"
    return dice.choice(
        [
            name,
            f"Told by {name} in June",
            f"{last}, {first}",
            f"{first} K. {last}",
            f"table-of-{first.lower()}-{last.lower()}",
            name.upper(),
            name.lower(),
            f"{name}’s team",
            f"{first.lower()}_{last.lower()}",
        ]
    )


def planted():
    dice = random.Random(4)
    for _ in range(TRIED):
        first, last = dice.choice(FIRST), dice.choice(LAST)
        yield in_document(dice, first, last), in_ours(dice, first, last)


@pytest.mark.promise("Names of people in the documents are found in what we write")
def test_nearly_all_planted_names_are_found(record_property):
    missed = [
        (text, ours)
        for text, ours in planted()
        if not list(people.names([text], [], []).stand_in(ours))
    ]
    record_property("tried", TRIED)
    record_property("held", TRIED - len(missed))
    assert len(missed) <= TRIED * (1 - FOUND), missed


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("The Market Hall is the market hall", "Market Hall"),
        ("Public Health\tIndependent Chair", "Public Health"),
        ("Anneke Rowe came", "Anneke came, and Rowe did"),
        ("Anneke Rowe came", "Rowe Anneke"),
        ("Anneke Rowe came", "Anneke and Rowe"),
        ("Anneke\tRowe came", "Anneke Rowe"),
    ],
)
def test_other_words_are_no_names(text, ours):
    found = people.names([text], [], ["Public Health"])
    assert list(found.stand_in(ours)) == []


def test_words_that_we_write_small_are_no_names():
    text = "Working Together came"
    assert list(people.names([text], [], []).stand_in(text)) == [("working", "together")]
    assert list(people.names([text], ["working together"], []).stand_in(text)) == []


def test_a_name_is_turned_round_only_with_a_comma():
    assert list(people.names(["By Anneke Rowe."], [], []).stand_in("Rowe, Anneke")) == [
        ("rowe", "anneke")
    ]
