"""Period codes: the dates and DfE's time columns that they stand for, and the printed words that they must agree with."""

import pytest

from scripts.reading import periods, time_words

CODES = [
    ("2015", "2015-01-01", "2015-12-31", "2015", "Calendar year"),
    ("2015-09", "2015-09-01", "2015-09-30", "2015", "September"),
    ("2016-02", "2016-02-01", "2016-02-29", "2016", "February"),
    ("2015-09-30", "2015-09-30", "2015-09-30", "", ""),
    ("2015-04/2016-03", "2015-04-01", "2016-03-31", "201516", "Financial year"),
    ("1999-04/2000-03", "1999-04-01", "2000-03-31", "199900", "Financial year"),
    ("2014-09/2015-08", "2014-09-01", "2015-08-31", "", ""),
    ("2014-09/2015-08 Academic year", "2014-09-01", "2015-08-31", "201415", "Academic year"),
    ("2014-04/2014-09", "2014-04-01", "2014-09-30", "201415", "Part 1 (April to September)"),
    ("2014-10/2015-03", "2014-10-01", "2015-03-31", "201415", "Part 2 (October to March)"),
    ("2016/2020", "2016-01-01", "2020-12-31", "", ""),
    ("2016-01/2020-12", "2016-01-01", "2020-12-31", "", ""),
    ("2015-04-01/2016-03-31", "2015-04-01", "2016-03-31", "201516", "Financial year"),
    ("2015-04-02/2016-03-31", "2015-04-02", "2016-03-31", "", ""),
    ("", "", "", "", ""),
]
NO_CODES = [
    "2015/16",
    "15",
    "April 2015",
    "2015-4",
    "2015-13",
    "2015-02-30",
    "2016-03/2015-04",
    "2015-04/2016-03/2017",
    "-",
    "2015 ",
]
AGREE = [
    ("2015-04/2016-03", "2015/16", True),
    ("2015-04/2016-03", "2015-16", True),
    ("2015-04/2016-03", "2015 – 16", True),
    ("2015-04/2016-03", "April 2015 to March 2016", True),
    ("2015-04/2016-03", "2014/15", False),
    ("2016", "2015", False),
    ("2015-04/2015-09", "2015-16 (Apr-Sept)", True),
    ("2016-04/2016-09", "2015-16 (Apr-Sept)", False),
    ("2016-06", "2015/16", True),
    ("2016-09", "2015/16", False),
    ("2015-02", "2015/16", False),
    ("2014-04/2016-03", "2014", False),
    ("2016-01/2020-12", "2016 to 2020", True),
    ("2016-01/2020-12", "2017 to 2020", False),
    ("2016-03-31", "31 March 2016", True),
    ("2016-03-31", "all of the above", True),
    ("", "2016", True),
    # months with their year
    ("2015-04/2015-09", "2015-16 (April – September 2015)", True),
    ("2016-04/2016-09", "2015-16 (April – September 2015)", False),
    ("2014-09", "September 2014", True),
    ("2014-10", "September 2014", False),
    ("2014-09/2015-09", "September 2014 to September 2015", True),
    ("", "September 2014", True),
    ("2014-09", "Sep 14", True),
    ("2015-09", "Sep 14", False),
    ("2015-09", "Sep15", True),
    ("2015-09-14", "14 Sep 15", True),
    ("2015-09-14", "Sep 14", True),
    ("2016-03-31", "March 31, 2016", True),
    ("2016-03-31", "March 31 2016", True),
    ("2016-04-30", "March 31", False),
    ("2019-04/2020-03", "Year ending 31 March 2020", True),
    ("2019-04/2020-03", "12 months to March 2020", True),
    ("2019-04/2020-03", "12 months to March 2021", False),
    ("2017-04/2020-03", "three years to 2019/20", True),
    ("2017-04/2020-03", "since April 2017", True),
    ("2017-04/2020-03", "since May 2017", False),
    ("2019-10/2020-03", "Oct 2019 to date", True),
    ("2019-04/2020-03", "1 April 2019 – 31 March 2020", True),
    ("2019-04/2020-03", "1 April 2019-31 March 2020", True),
    ("2019-04/2020-02", "1 April 2019 – 31 March 2020", False),
    ("2020-03-31", "31 March 2020", True),
    ("2020-03-31", "31st March 2020", True),
    ("2020-03-30", "31 March 2020", False),
    ("2020-03-01", "31 March 2020", False),
    ("1999-04/2000-03", "1999/00", True),
    ("2019-04/2020-03", "MARAC 2019/20", True),
    ("2019-04/2020-03", "Decisions 2019/20", True),
    ("2020-01/2020-03", "January to March 2019/20", True),
    ("2019-09", "Sep-19", True),
    ("2020-09", "Sept ’19", False),
    ("2018-04/2019-03", "18/19", True),
    ("2019-04/2020-03", "18/19", False),
    ("2019-04/2019-06", "April 2019, May 2019 and June 2019", True),
    ("2019-04/2019-06", "Q1 2019/20", True),
    ("2019-07/2019-09", "Q1 2019/20", False),
    ("2020-01/2020-03", "Quarter 4, 2019/20", True),
    ("2019-10/2019-12", "Q4 2019/20", False),
    ("2020-04/2020-06", "Q4 2019/20", False),
    ("2019-04/2020-03", "Q1 to Q4 2019/20", True),
    # dates in numbers
    ("2019-04/2020-03", "01/04/2019-31/03/2020", True),
    ("2019-04/2020-03", "01.04.2019 - 31.03.2020", True),
    ("2020-03-31", "as at 31.03.2020", True),
    ("2020-03-31", "31.03.20", True),
    ("2020-03-12", "31.03.20", False),
    ("2020-03", "as at 30.03.2020", False),
    ("2014-07-31", "7/31/14", True),
    ("2014-07-31", "31/07/2014", True),
    ("2015-07-31", "7/31/14", False),
    ("2014-07-30", "7/31/14", False),
    ("2014-07-31", "8/31/14", False),
    ("2014-04/2015-03", "1/4/14 to 31/3/15", True),
    ("", "7/31/14", True),
]


@pytest.mark.parametrize(("code", "start", "end", "time_period", "time_identifier"), CODES)
def test_a_code_stands_for_dates_and_for_dfes_columns(
    code, start, end, time_period, time_identifier
):
    assert periods.parse(code) == (start, end, time_period, time_identifier)


@pytest.mark.parametrize("code", NO_CODES)
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError):
        periods.parse(code)


@pytest.mark.parametrize(("code", "words", "agrees"), AGREE)
def test_a_period_starts_or_ends_in_the_printed_years_months_and_dates(code, words, agrees):
    assert time_words.agrees(periods.parse(code), words) is agrees


def test_every_time_period_is_digits_as_dfe_spells_it():
    assert all(
        len(time_period) in {0, 4, 6} and not time_period.strip("0123456789")
        for _, _, _, time_period, _ in CODES
    )


def test_the_kind_of_a_period_tells_days_months_years_and_unknown_ones_apart():
    kinds = [
        periods.kind(*periods.parse(code)[:2], periods.parse(code).time_identifier)
        for code in ("", "2015-09-30", "2015-08", "2015-09", "2015", "2016/2020")
    ]
    assert kinds == ["Not stated", "Day", "Month", "Month", "Calendar year", "Other period"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("2014/15", True),
        ("Sep 14", True),
        ("7/31/14", True),
        ("1.4.19", True),
        ("19/20", True),
        ("Sept ’19", True),
        ("this year", False),
        ("", False),
        ("within 15 days", False),
    ],
)
def test_words_name_a_time_or_leave_it_to_the_reader(words, named):
    assert time_words.name_a_time(words) is named
