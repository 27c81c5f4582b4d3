"""What a printed token stands for in the unit of its measure: each form that is read has a
neighbour that is refused.
"""

import pytest

from scripts.reading import values
from scripts.reading.values import Asked, Unit, Value, Words

COUNT = Unit("count", "0", "", True)
PERCENT = Unit("percent", "0", "100")
CHANGE = Unit("percent")
GBP, THOUSANDS = Unit("gbp"), Unit("gbp_thousand")
YEARS, MONTHS, DAYS = Unit("years", "0"), Unit("months", "0"), Unit("days", "0")
RATIO, RANK, RATE = Unit("ratio", "0"), Unit("rank", "1", "", True), Unit("rate_per_10000", "0")
NUMBERS = {"two": "2", "four": "4", "five": "5", "twenty": "20", "another": "1", "third": ""}
NUMBERS |= {"did not publish any": "0", "half": ""}
MARKERS = frozenset({"c", "x", "z", "n"})
WORDS = Words(NUMBERS, MARKERS)
HALVES = Words(NUMBERS | {"half": "50", "all": "100"}, MARKERS)


def read(token, unit=COUNT, words=WORDS, **said):
    return values.read(Asked(token, **said), unit, words)


def value(token, unit=COUNT, words=WORDS, **said):
    found, faults = read(token, unit, words, **said)
    assert faults == ()
    return found


def fault(token, unit=COUNT, words=WORDS, **said):
    found, faults = read(token, unit, words, **said)
    assert len(faults) == 1
    assert faults[0].what and faults[0].cure
    return faults[0]


EXACT = [
    ("1,280", COUNT, "1280"),
    ("twenty-two", COUNT, "22"),
    ("−5", CHANGE, "-5"),
    ("+2.0%", PERCENT, "2.0"),
    ("twenty-two per cent", PERCENT, "22"),
    ("46%↑", PERCENT, "46"),
    ("1 in 4", PERCENT, "25"),
    ("1 in 4", RATIO, "0.25"),
    ("3/4", PERCENT, "75"),
    ("12.5:1", RATIO, "12.5"),
    ("205k", GBP, "205000"),
    ("£205k", THOUSANDS, "205"),
    ("£205", THOUSANDS, "205"),
    ("2 yrs 1mth", MONTHS, "25"),
    ("18 months", YEARS, "1.5"),
    ("2 years", MONTHS, "24"),
    ("4½", YEARS, "4.5"),
    ("½", YEARS, "0.5"),
    ("6 weeks", DAYS, "42"),
    ("64th", RANK, "64"),
    ("34.1 per 10,000", RATE, "34.1"),
    ("37.50", GBP, "37.50"),
    ("-£3", GBP, "-3"),
]
UNFIT = [
    ("46%", COUNT, "Use a measure whose unit is `percent`."),
    ("£5", COUNT, "Use a measure whose unit is `gbp`."),
    ("5 per cent", GBP, "Use a measure whose unit is `percent`."),
    ("12.5:1", COUNT, "Use a measure whose unit is `ratio`."),
    ("1 in 4", COUNT, "Use a measure whose unit is `percent`."),
    ("2 yrs 1mth", YEARS, "Use a measure whose unit is `months`."),
    ("2 yrs 1mth", COUNT, "Use a measure whose unit is `months`."),
    ("6 weeks", MONTHS, "Use a measure whose unit is `days`."),
    ("64th", COUNT, "Use a measure whose unit is `rank`."),
    ("34.1 per 1,000", RATE, "Use a measure whose unit is `rate_per_1000`."),
]


@pytest.mark.parametrize(("token", "unit", "digits"), EXACT)
def test_one_number_is_read_in_the_unit_of_its_measure(token, unit, digits):
    assert value(token, unit) == Value(digits)


@pytest.mark.parametrize(("token", "unit", "cure"), UNFIT)
def test_a_print_that_does_not_suit_the_measure_is_refused_with_the_unit_that_does(
    token, unit, cure
):
    assert fault(token, unit).cure + "." == cure


def test_a_short_million_is_no_length_of_time_and_a_p_no_penny():
    assert value("3m").number == "3000000"
    assert fault("3m", MONTHS)
    assert value("142p").kind == "provisional"
    assert fault("12p", GBP)


KNOWN = [
    ("<5", COUNT, "", ("", "0", "4", "under")),
    ("fewer than 5", COUNT, "", ("", "0", "4", "under")),
    ("five or less", COUNT, "", ("", "0", "5", "up_to")),
    ("0-4", COUNT, "", ("", "0", "4", "")),
    ("under 5", COUNT, "", ("", "0", "4", "under")),
    ("5", COUNT, "under", ("5", "0", "4", "under")),
    ("over 200", COUNT, "", ("", "201", "", "over")),
    ("200", COUNT, "over", ("200", "201", "", "over")),
    ("200", COUNT, "at_least", ("200", "200", "", "at_least")),
    ("12", COUNT, "up_to", ("12", "0", "12", "up_to")),
    ("4,000", COUNT, "almost", ("4000", "", "3999", "almost")),
    ("300", COUNT, "about", ("300", "", "", "about")),
    ("340-365", COUNT, "", ("", "340", "365", "")),
    ("340-365", COUNT, "about", ("", "340", "365", "about")),
    ("3 to 61", DAYS, "", ("", "3", "61", "")),
    ("1 to 2 years", MONTHS, "", ("", "12", "24", "")),
    ("less than 1 year", YEARS, "", ("", "0", "1", "under")),
    ("<5%", PERCENT, "", ("", "0", "5", "under")),
    ("over 90%", PERCENT, "", ("", "90", "", "over")),
    ("over £200", GBP, "", ("", "200", "", "over")),
    ("under £200", GBP, "", ("", "", "200", "under")),
    ("1 in 3", PERCENT, "", ("", "33.33", "33.34", "")),
]


@pytest.mark.parametrize(("token", "unit", "qualifier", "known"), KNOWN)
def test_what_is_known_of_a_limit_a_range_or_a_qualified_number_is_kept(
    token, unit, qualifier, known
):
    found = value(token, unit, qualifier=qualifier)
    assert (found.number, found.low, found.high, found.qualifier) == known


def test_a_qualifier_that_the_print_contradicts_is_refused():
    assert value("<5", qualifier="under").high == "4"
    assert "says 'under'" in fault("<5", qualifier="over").what
    assert fault("3 to 5", qualifier="over")


@pytest.mark.parametrize(
    ("token", "unit", "base", "low", "high"),
    [
        ("20", COUNT, "5", "18", "22"),
        ("20", COUNT, "10", "15", "25"),
        ("0", COUNT, "5", "0", "2"),
        ("1.2m", COUNT, "100000", "1150000", "1250000"),
        ("20%", PERCENT, "5", "17.5", "22.5"),
        ("100%", PERCENT, "5", "97.5", "100"),
    ],
)
def test_a_rounded_number_keeps_what_it_may_have_been(token, unit, base, low, high):
    found = value(token, unit, rounded_to=base)
    assert (found.low, found.high) == (low, high)
    assert found.number


def test_a_number_that_is_not_a_multiple_of_the_base_is_refused():
    assert fault("23", rounded_to="5").what == "'23' is not rounded to 5"


def test_a_limit_that_is_rounded_is_wider():
    found = value("200", rounded_to="10", qualifier="over")
    assert (found.low, found.high) == ("195", "")


# what stands for a number: the print itself, `value`, or `means`
def test_a_number_given_beside_the_print_is_the_one_that_is_printed():
    assert value("£1.2m", GBP, given="1200000").number == "1200000"
    assert value("1,280", means="1280").number == "1280"
    assert fault("1,956,180", given="1965180").what == "'1,956,180' does not say 1965180"
    assert fault("£1,956,180", GBP, means="1965180")
    assert fault("4", means="40")
    assert fault("340-365", means="352.5")
    assert fault("<5", given="5")
    assert fault("2 yrs 1mth", YEARS, means="25")


def test_words_that_depend_on_the_sentence_may_be_given_any_number():
    assert value("third", given="1").number == "1"
    assert value("half", PERCENT, HALVES).number == "50"
    assert value("half", given="12").number == "12"
    assert fault("another", given="2")
    assert fault("third")


def test_a_dash_or_nil_may_mean_nought_and_no_other_number_and_a_blank_never():
    assert value("-", means="0").number == "0"
    assert fault("-", means="1")
    assert fault("", means="0")
    assert fault("seven of them", means="7")
    assert fault("4 Ω", means="4")


def test_a_printed_number_is_not_turned_into_a_marker():
    assert value("*", means="c s40_personal_data") == Value("", "", "", "c", "s40_personal_data")
    assert value("4 Ω", means="n") == Value("", "", "", "n")
    assert value("", means="z").marker == "z"
    assert fault("4", means="c s40_personal_data")


def test_a_limit_may_be_withheld_and_keeps_what_is_known():
    assert value("fewer than 5", given="c") == Value("", "0", "4", "c", "", "under")


def test_damaged_print_is_read_as_it_is_said_to_be_and_only_if_it_is_damaged():
    assert value("%001", PERCENT, means="100", damaged=True) == Value("100")
    assert value("9", means="6", damaged=True).number == "6"
    assert value("5", means="n", damaged=True) == Value("", "", "", "n")
    assert fault("%001", PERCENT, means="100")
    assert fault("9", means="9", damaged=True)
    assert fault("9", damaged=True)
    assert fault("%001", PERCENT, means="a hundred or so", damaged=True)


def test_a_token_that_is_not_a_number_is_refused_with_a_cure_that_works():
    assert "`means`" in fault("n/k").cure
    assert "damaged" in fault("%09", PERCENT).cure
    assert "number_words.csv" in fault("any of them", given="3").cure


@pytest.mark.parametrize(
    ("token", "told", "kind"),
    [
        ("142", "", "actual"),
        ("142", "target", "target"),
        ("142 (not finalised)", "", "provisional"),
        ("142 (provisional)", "provisional", "provisional"),
        ("target 95", "", "target"),
    ],
)
def test_the_kind_is_what_the_print_or_the_source_says(token, told, kind):
    assert value(token, kind=told).kind == kind


def test_a_kind_that_the_print_contradicts_is_refused():
    assert "says 'target'" in fault("target 95", kind="actual").what
    assert fault("142 (provisional)", kind="target")


@pytest.mark.parametrize(
    ("token", "unit"),
    [
        ("-3", COUNT),
        ("4.5", COUNT),
        ("4½", COUNT),
        ("140%", PERCENT),
        ("-2%", PERCENT),
        ("0th", RANK),
    ],
)
def test_a_number_that_is_not_possible_in_its_unit_needs_a_flag(token, unit):
    assert "not a number that is possible" in fault(token, unit).what
    assert value(token, unit, unusual=True).number


def test_the_flag_for_an_unusual_number_stands_only_at_one():
    assert "is possible" in fault("5", unusual=True).what


def test_a_change_may_be_negative_and_more_than_all():
    row = {"unit_id": "percent", "min": "0", "max": "100", "decimals": ""}
    assert values.unit(row) == PERCENT
    assert value("-140%", values.unit(row, is_change=True)).number == "-140"
