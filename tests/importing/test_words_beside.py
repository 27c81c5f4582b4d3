"""Qualifiers, countries and breakdowns are drafted where words beside the number say them."""

import pytest

from scripts.importing import about_document
from scripts.importing.extraction import Line
from scripts.importing.words_beside import breakdown, country, qualifier
from scripts.model.terms import Vocabulary

VOCABULARY = Vocabulary(
    categories={
        ("source", "total"): {"title": "All"},
        ("source", "schools"): {"title": "Schools"},
        ("source", "police"): {"title": "Police"},
        ("body", "police"): {"title": "Police"},
    }
)


@pytest.mark.parametrize(
    ("before", "said"),
    [("In 2020 about", "about"), ("There were more than", "over"), ("There were", ""), ("", "")],
)
def test_the_words_before_a_number_qualify_it(before, said):
    assert qualifier(before, "45") == said


@pytest.mark.parametrize(
    ("text", "token", "said"),
    [
        ("It is 12%, compared with 15% in England.", "15", "?england"),
        ("It is 12%, compared with 15% in England.", "12", ""),
        ("The national average is 15%.", "15", "?england"),
        ("They came from Wales, 15 of them.", "15", ""),
    ],
)
def test_a_country_is_that_of_its_clause(text, token, said):
    start = text.index(token)
    assert country(text, start, start + len(token)) == said


def test_labels_are_categories_of_the_dimension_that_has_most_of_them():
    given, means = breakdown(["Schools", "Police", "Scouts", "TOTAL"], VOCABULARY)
    assert given == "?source"
    assert means == {"Schools": "schools", "Police": "police", "TOTAL": "total"}


def test_labels_that_nobody_knows_stay_labels():
    assert breakdown(["Scouts", "Others", "Police"], VOCABULARY) == ("label", {})


def test_labels_that_are_times_give_the_period():
    given, means = breakdown(["2018/19", "2019/20"], VOCABULARY)
    assert given == "?period"
    assert means["2018/19"] == "2018-04/2019-03"


def test_a_reply_is_described_from_what_it_says_of_itself():
    texts = ("Northbridge Council", "Our reference: 1234", "14 May 2021", "Freedom of Information")
    about = about_document.about([Line(text, 1) for text in texts], {})
    said = about_document.described(about, "Northbridge Council")
    assert said.title == "Northbridge Council: reply 1234 to a freedom of information request"
    assert said.attribution.endswith("request, 14 May 2021.")
