"""Printed forms: each is read as what it says, and its neighbour that says something else is
not.
"""

from fractions import Fraction

import pytest

from scripts.reading import printed

WORDS = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
WORDS |= {"eleven": 11, "twenty": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
WORDS = {word: str(value) for word, value in WORDS.items()} | {"third": "", "without any": "0"}

ONE_NUMBER = [
    # digits and separators
    ("115", "115", ""),
    ("0", "0", ""),
    (" 42 ", "42", ""),
    ("1,280", "1280", ""),
    ("1,234,567", "1234567", ""),
    ("1\u00a0280", "1280", ""),
    ("1\u202f280", "1280", ""),
    ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827", ""),
    ("123456789012345678901234567890", "123456789012345678901234567890", ""),
    # pounds and percentages
    ("£1200", "1200", "pounds"),
    ("£267, 940", "267940", "pounds"),
    ("£37.50", "37.50", "pounds"),
    ("-£37.50", "-37.50", "pounds"),
    ("93%", "93", "percent"),
    ("16.6 %", "16.6", "percent"),
    ("89.0 per cent", "89.0", "percent"),
    ("89.0 percent", "89.0", "percent"),
    # signs
    ("-3", "-3", ""),
    ("\u22125", "-5", ""),
    ("\u20135", "-5", ""),
    ("\u22121,280", "-1280", ""),
    ("+2.0%", "2.0", "percent"),
    ("+£5", "5", "pounds"),
    # scales
    ("205k", "205000", ""),
    ("£1.2m", "1200000", "pounds"),
    ("£1.25 million", "1250000", "pounds"),
    ("3 million", "3000000", ""),
    ("£2bn", "2000000000", "pounds"),
    # fractions
    ("4½", "4.5", ""),
    ("4 ½", "4.5", ""),
    ("½", "0.5", "fraction"),
    ("1/2", "0.5", "fraction"),
    ("3/4", "0.75", "fraction"),
    # lengths of time
    ("2 yrs 1mth", "25", "months"),
    ("2 years and 1 month", "25", "months"),
    ("18 months", "18", "months"),
    ("4½ years", "4.5", "years"),
    ("1 year", "1", "years"),
    ("6 weeks", "42", "days"),
    ("1 week, 2 days", "9", "days"),
    # shares, ratios and rates
    ("1 in 4", "0.25", "share"),
    ("one in four", "0.25", "share"),
    ("12.5:1", "12.5", "ratio"),
    ("1:4", "0.25", "ratio"),
    ("34.1 per 10,000", "34.1", "rate_per_10000"),
    ("34.1 per 10k", "34.1", "rate_per_10000"),
    ("3 per 1,000", "3", "rate_per_1000"),
    ("12.5 FTE", "12.5", "fte"),
    ("64th", "64", "ordinal"),
    # marks after the number
    ("46%↑", "46", "percent"),
    ("46% ▲", "46", "percent"),
    ("46% (G)", "46", "percent"),
    ("46 amber", "46", ""),
    ("12*", "12", ""),
    ("12†", "12", ""),
    ("12²", "12", ""),
    ("12[1]", "12", ""),
    ("12 [note 3]", "12", ""),
    ("22 (total number across all categories)", "22", ""),
    # words
    ("eleven", "11", ""),
    (" Three ", "3", ""),
    ("without any", "0", ""),
    ("twenty-two", "22", ""),
    ("twenty two per cent", "22", "percent"),
    ("twenty-two per cent", "22", "percent"),
    ("one hundred and five", "105", ""),
    ("a hundred", "100", ""),
    ("two thousand three hundred", "2300", ""),
    ("three million", "3000000", ""),
]
NOTHING = [
    "",
    " ",
    "-",
    "–",
    "*",
    "*†",
    "↑",
    "n/k",
    "No data",
    "9O",
    "l0",
    "1.2.3",
    "12,34",
    "007",
    "-0",
    "- 5",
    "+ 5",
    "--5",
    "-+5",
    "(5)",
    "12 (of 30)",
    "12 (thousands)",
    "12 (per cent)",
    "12 (months)",
    "%09",
    "%17",
    "670/",
    "5£",
    "£5 per cent",
    "2015/16",
    "15/16",
    "7/5",
    "1e5",
    "0x10",
    "nan",
    "inf",
    "٣",
    "²",
    "dozen",
    "third",
    "eleven or so",
    "two twenty",
    "twenty-eleven",
    "twenty hundred thousand hundred",
    "one-two-three",
    "4 in 1",
    "1 in 0",
    "1:0",
    "1 month 2 years",
    "1 year 2 weeks",
    "205 kg",
    "183 - s31 74 - s38",
    "6-5",
    "5-5",
    "2015-16",
    "1-2m",
    "1 to 2 weeks",
    "£3-5%",
]
QUALIFIED = [
    ("<5", "under", "5"),
    ("< 5%", "under", "5"),
    ("fewer than 5", "under", "5"),
    ("Fewer than five", "under", "5"),
    ("less than 1 year", "under", "1"),
    ("under 5", "under", "5"),
    ("<=5", "up_to", "5"),
    ("≤5", "up_to", "5"),
    ("five or less", "up_to", "5"),
    ("5 or fewer", "up_to", "5"),
    ("up to 12", "up_to", "12"),
    ("no more than 12", "up_to", "12"),
    (">200", "over", "200"),
    ("over 200", "over", "200"),
    ("more than £1.2m", "over", "1200000"),
    ("≥ 90%", "at_least", "90"),
    ("at least 90%", "at_least", "90"),
    ("no less than 90%", "at_least", "90"),
    ("90%+", "at_least", "90"),
    ("5 or more", "at_least", "5"),
    ("about 300", "about", "300"),
    ("c. 300", "about", "300"),
    ("almost 4,000", "almost", "4000"),
]
RANGES = [
    ("0-4", "0", "4", ""),
    ("340-365", "340", "365", ""),
    ("340 – 365", "340", "365", ""),
    ("3 to 61", "3", "61", ""),
    ("3 to 61 days", "3", "61", "days"),
    ("from three to five", "3", "5", ""),
    ("between 3 and 5", "3", "5", ""),
    ("twenty-two to a hundred", "22", "100", ""),
    ("\u22125 to \u22123", "-5", "-3", ""),
    ("3-5%", "3", "5", "percent"),
    ("3%-5%", "3", "5", "percent"),
    ("£3-5", "3", "5", "pounds"),
    ("1 week to 2 weeks", "7", "14", "days"),
]
KINDS = [
    ("142 (not finalised)", "142", "provisional"),
    ("142 (provisional)", "142", "provisional"),
    ("142 [p]", "142", "provisional"),
    ("142p", "142", "provisional"),
    ("142 r", "142", "revised"),
    ("142 (revised)", "142", "revised"),
    ("142 (est.)", "142", "estimate"),
    ("est. 142", "142", "estimate"),
    ("an estimated 142", "142", "estimate"),
    ("target 95%", "95", "target"),
    ("Target: 95%", "95", "target"),
    ("95% target", "95", "target"),
    ("forecast 95%", "95", "forecast"),
    ("142 (R)", "142", ""),
    ("142 (girls)", "142", ""),
]


@pytest.mark.parametrize(("token", "digits", "unit"), ONE_NUMBER)
def test_one_number_is_read_digit_by_digit_with_the_unit_that_is_printed(token, digits, unit):
    said = printed.read(token, WORDS)
    assert said is not None and said.end is None and said.qualifier == said.kind == ""
    assert (said.amount.digits, said.amount.unit) == (digits, unit)
    assert said.amount.exact == Fraction(digits)
    assert printed.number(token, WORDS) == digits


@pytest.mark.parametrize("token", NOTHING)
def test_what_does_not_certainly_say_a_number_says_nothing(token):
    assert printed.read(token, WORDS) is None


@pytest.mark.parametrize(("token", "qualifier", "digits"), QUALIFIED)
def test_a_limit_is_a_number_with_its_qualifier(token, qualifier, digits):
    said = printed.read(token, WORDS)
    assert said is not None
    assert (said.qualifier, said.amount.digits, said.end) == (qualifier, digits, None)
    assert printed.number(token, WORDS) is None


@pytest.mark.parametrize(("token", "low", "high", "unit"), RANGES)
def test_a_range_has_two_ends_of_one_unit(token, low, high, unit):
    said = printed.read(token, WORDS)
    assert said is not None and said.end is not None
    assert (said.amount.digits, said.end.digits) == (low, high)
    assert said.amount.unit == said.end.unit == unit


@pytest.mark.parametrize(("token", "digits", "kind"), KINDS)
def test_a_remark_at_a_number_names_its_kind(token, digits, kind):
    said = printed.read(token, WORDS)
    assert said is not None
    assert (said.amount.digits, said.kind) == (digits, kind)


@pytest.mark.parametrize("token", ["1 in 3", "⅓", "4⅔", "1/3", "1:3"])
def test_a_number_without_a_last_digit_keeps_its_exact_fraction_and_no_digits(token):
    said = printed.read(token, WORDS)
    assert said is not None
    assert (said.amount.digits, said.amount.exact.denominator) == ("", 3)


@pytest.mark.parametrize(
    ("exact", "digits"),
    [("1/2", "0.5"), ("-1/8", "-0.125"), ("3", "3"), ("1/100", "0.01"), ("1/3", ""), ("1/6", "")],
)
def test_digits_of_a_fraction_are_all_of_them_or_none(exact, digits):
    assert printed.digits_of(Fraction(exact)) == digits


@pytest.mark.parametrize(
    ("token", "says"),
    [
        ("%09", True),
        ("4 Ω", True),
        ("two in all", True),
        ("-", False),
        ("n/k", False),
        ("third", False),
    ],
)
def test_a_token_says_a_number_if_a_digit_or_a_number_word_stands_in_it(token, says):
    assert printed.says_a_number(token, WORDS) is says


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
