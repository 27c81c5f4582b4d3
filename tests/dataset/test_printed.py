"""Printed tokens: what number they stand for, digit by digit, and the numerals of a text."""

import pytest

from scripts.reading import printed

WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "eleven": "11", "dozen": ""}
NUMBERS = [
    ("115", "115"),
    ("0", "0"),
    ("1,280", "1280"),
    ("1,234,567", "1234567"),
    ("£1200", "1200"),
    ("£318,000", "318000"),
    ("£267, 940", "267940"),
    ("£37.50", "37.50"),
    ("93%", "93"),
    ("16.6 %", "16.6"),
    (" 42 ", "42"),
    ("-3", "-3"),
    ("eleven", "11"),
    ("Eleven", "11"),
    (" three ", "3"),
    ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
]
NO_NUMBERS = [
    "",
    " ",
    "-",
    "n/k",
    "No data",
    "*",
    "9O",
    "l0",
    "1.2.3",
    "5-6",
    "007",
    "2015/16",
    "1e5",
    "0x10",
    "nan",
    "inf",
    "½",
    "five",
    "dozen",
    "eleven or so",
    "+5",
    "(5)",
]


@pytest.mark.parametrize(("token", "digits"), NUMBERS)
def test_a_printed_number_keeps_exactly_its_digits(token, digits):
    assert printed.number(token, WORDS) == digits


@pytest.mark.parametrize("token", NO_NUMBERS)
def test_what_is_not_certainly_a_number_is_none(token):
    assert printed.number(token, WORDS) is None


def test_numerals_are_digits_with_their_separators_and_number_words_that_stand_alone():
    text = (
        "In 2019/20, two of 1,280 cost £37.50; someone phoned twice on 3.1 (Eleven days). Twofold."
    )
    assert printed.numerals(text, WORDS) == ["2019", "20", "two", "1,280", "37.50", "3.1", "Eleven"]


def test_a_full_stop_or_comma_after_a_numeral_is_not_part_of_it():
    assert printed.numerals("There were 12, then 15.", WORDS) == ["12", "15"]


def test_masking_hides_every_digit_and_nothing_else():
    assert printed.masked("(024) 76-5") == "(###) ##-#"
    assert printed.masked("two") == "two"


def test_a_slug_has_only_small_letters_digits_and_single_hyphens():
    assert printed.slug("  16 & over: Boys/Girls_(all) ") == "16-over-boys-girls-all"
    assert printed.slug("–") == ""
