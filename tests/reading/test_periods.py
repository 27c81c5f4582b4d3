"""Period codes: the dates, kinds and DfE's time columns that they stand for, and the printed words
that they must agree with.
"""

import pytest

from scripts.reading import periods, time_words

CODES = [
    ("2015", "2015-01-01", "2015-12-31", "2015", "Calendar year", "calendar_year", "12"),
    ("2015-09", "2015-09-01", "2015-09-30", "2015", "September", "month", "1"),
    ("2016-02", "2016-02-01", "2016-02-29", "2016", "February", "month", "1"),
    ("2015-09-30", "2015-09-30", "2015-09-30", "", "", "day", ""),
    (
        "2015-04/2016-03",
        "2015-04-01",
        "2016-03-31",
        "201516",
        "Financial year",
        "financial_year",
        "12",
    ),
    (
        "1999-04/2000-03",
        "1999-04-01",
        "2000-03-31",
        "199900",
        "Financial year",
        "financial_year",
        "12",
    ),
    (
        "2015-04-01/2016-03-31",
        "2015-04-01",
        "2016-03-31",
        "201516",
        "Financial year",
        "financial_year",
        "12",
    ),
    ("2015-04-02/2016-03-31", "2015-04-02", "2016-03-31", "", "", "other", ""),
    ("2015-04-06/2016-04-05", "2015-04-06", "2016-04-05", "201516", "Tax year", "tax_year", ""),
    (
        "2015-04/2016-03 Reporting year",
        "2015-04-01",
        "2016-03-31",
        "2016",
        "Reporting year",
        "reporting_year",
        "12",
    ),
    ("2014-09/2015-08", "2014-09-01", "2015-08-31", "", "", "other", "12"),
    (
        "2014-09/2015-08 Academic year",
        "2014-09-01",
        "2015-08-31",
        "201415",
        "Academic year",
        "school_year",
        "12",
    ),
    ("2016-07/2017-06", "2016-07-01", "2017-06-30", "", "", "other", "12"),
    ("2016/2020", "2016-01-01", "2020-12-31", "", "", "other", "60"),
    ("2016-01/2020-12", "2016-01-01", "2020-12-31", "", "", "other", "60"),
    # halves
    (
        "2014-04/2014-09",
        "2014-04-01",
        "2014-09-30",
        "201415",
        "Part 1 (April to September)",
        "half_year",
        "6",
    ),
    (
        "2014-10/2015-03",
        "2014-10-01",
        "2015-03-31",
        "201415",
        "Part 2 (October to March)",
        "half_year",
        "6",
    ),
    ("2014-01/2014-06", "2014-01-01", "2014-06-30", "", "", "calendar_half_year", "6"),
    ("2014-02/2014-07", "2014-02-01", "2014-07-31", "", "", "other", "6"),
    # quarters
    (
        "2018-04/2018-06",
        "2018-04-01",
        "2018-06-30",
        "201819",
        "Financial year Q1",
        "financial_quarter",
        "3",
    ),
    (
        "2018-07/2018-09",
        "2018-07-01",
        "2018-09-30",
        "201819",
        "Financial year Q2",
        "financial_quarter",
        "3",
    ),
    (
        "2018-10/2018-12",
        "2018-10-01",
        "2018-12-31",
        "201819",
        "Financial year Q3",
        "financial_quarter",
        "3",
    ),
    (
        "2019-01/2019-03",
        "2019-01-01",
        "2019-03-31",
        "201819",
        "Financial year Q4",
        "financial_quarter",
        "3",
    ),
    (
        "2018-07/2018-09 Calendar year Q3",
        "2018-07-01",
        "2018-09-30",
        "2018",
        "Calendar year Q3",
        "calendar_quarter",
        "3",
    ),
    ("2018-02/2018-04", "2018-02-01", "2018-04-30", "", "", "other", "3"),
    # terms
    ("2018-09/2018-12", "2018-09-01", "2018-12-31", "201819", "Autumn term", "school_term", "4"),
    ("2019-01/2019-04", "2019-01-01", "2019-04-30", "201819", "Spring term", "school_term", "4"),
    (
        "2019-01/2019-03 Spring term",
        "2019-01-01",
        "2019-03-31",
        "201819",
        "Spring term",
        "school_term",
        "3",
    ),
    ("2019-05/2019-08", "2019-05-01", "2019-08-31", "201819", "Summer term", "school_term", "4"),
    ("2019-04/2019-07", "2019-04-01", "2019-07-31", "", "", "other", "4"),
    (
        "2019-04/2019-07 Summer term",
        "2019-04-01",
        "2019-07-31",
        "201819",
        "Summer term",
        "school_term",
        "4",
    ),
    (
        "2018-09/2019-04",
        "2018-09-01",
        "2019-04-30",
        "201819",
        "Autumn and spring term",
        "other",
        "8",
    ),
    # weeks
    ("2019-01-07/2019-01-13", "2019-01-07", "2019-01-13", "2019", "Week 2", "week", ""),
    ("2018-12-31/2019-01-06", "2018-12-31", "2019-01-06", "2019", "Week 1", "week", ""),
    ("2019-01-08/2019-01-14", "2019-01-08", "2019-01-14", "", "", "other", ""),
    ("", "", "", "", "", "", ""),
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
    "2015 Leap year",
    "2015-04/2016-03 Academic year",
    "2015-04/2016-03 Calendar year",
    "2018-07/2018-09 Calendar year Q2",
    "2018-07/2018-09 Financial year Q3",
    "2018-07/2018-09 Autumn term",
    "2018-04/2018-12 Reporting year",
    "٢٠١٥",
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
    # quarters
    ("2018-07/2018-09", "Q2 18/19", True),
    ("2018-04/2018-06", "Q2 18/19", False),
    ("2018-04/2019-03", "Q2 18/19", False),
    ("2018-07/2018-09", "second quarter of 2018/19", True),
    ("2018-04/2018-06", "second quarter of 2018/19", False),
    ("2018-07/2018-09 Calendar year Q3", "second quarter of 2018/19", False),
    ("2020-01/2020-03", "Quarter 4 (January to March) 2019/20", True),
    ("2019-10/2019-12", "Quarter 4 (January to March) 2019/20", False),
    ("2019-04/2020-03", "Quarter 4 (January to March) 2019/20", False),
    ("2025-01/2025-03", "during the last quarter of 2024/25", True),
    ("2024-10/2024-12", "during the last quarter of 2024/25", False),
    ("2024-10/2024-12", "during the last quarter", True),
    ("2018-07/2018-09 Calendar year Q3", "Q3 2018", True),
    ("2018-07/2018-09 Calendar year Q3", "Q2 2018", False),
    ("2018-07/2018-09", "Q2 2018", True),
    ("2018-07/2018-09", "Q3 2018", False),
    ("2015-07/2015-09", "Q2", True),
    ("2015-10/2015-12", "Q2", False),
    ("2015-09-30", "the end of quarter 2", True),
    ("2015-12-31", "the end of quarter 2", False),
    ("2019-04/2019-12", "Q1-Q3 2019/20", True),
    ("2019-04/2020-03", "Q1-Q3 2019/20", False),
    ("2019-04/2019-12", "quarters 1 to 3 2019/20", True),
    ("2015-09", "YTD for 15/16 (Q2 September 2015", True),
    ("2015-04/2015-09", "YTD Q2 15/16", True),
    # terms
    ("2018-09/2018-12", "autumn term 2018", True),
    ("2018-09/2018-12", "spring term 2018", False),
    ("2019-01/2019-04", "spring term 2018/19", True),
    ("2018-01/2018-04", "spring term 2018/19", False),
    ("2019-01/2019-03 Spring term", "spring term 2019", True),
    ("2019-01/2019-03", "spring term 2019", False),
    ("2018-09/2019-04", "autumn and spring terms 2018/19", True),
    ("2018-09/2018-12", "autumn and spring terms 2018/19", True),
    ("2018-09/2019-08", "autumn and spring terms 2018/19", False),
    ("2019-05/2019-08", "Summer Term", True),
    ("2019-09/2019-12", "Summer Term", False),
    # halves
    ("2018-04/2018-09", "first half of 2018/19", True),
    ("2018-10/2019-03", "first half of 2018/19", False),
    ("2018-01/2018-06", "first half of 2018", True),
    ("2018-07/2018-12", "first half of 2018", False),
    ("2018-10/2019-03", "H2 2018/19", True),
    ("2018-04/2018-09", "H2 2018/19", False),
    # short years
    ("2016-04/2017-03", "16-17", True),
    ("2015-04/2016-03", "16-17", False),
    ("1998-04/1999-03", "98/99", True),
    ("1999-04/2000-03", "98/99", False),
    ("1999-04/2000-03", "99/00", True),
    ("2015-03-13", "12-13 March 2015", True),
    ("2023-04/2024-03", "April 2023-2024", True),
    ("2023-05/2024-03", "April 2023-2024", False),
    # days
    ("2013-03-31", "31 March 13", True),
    ("2013-03-30", "31 March 13", False),
    ("1998-03-31", "31 March 98", True),
    ("2016-03-31", "at 31 March", True),
    ("2016-03-30", "at 31 March", False),
    ("1998-03-31", "31/03/98", True),
    # months without a year
    ("2015-09", "last September", True),
    ("2015-10", "last September", False),
    ("2015-04/2016-03", "April to March", True),
    ("2015-04/2015-09", "April to March", False),
    ("2016", "2016 - JAN-DEC", True),
    ("2015-05", "in May", True),
    ("2015-06", "in May", False),
    ("2015-06", "it may be", True),
    # lengths
    ("2016-07/2017-06", "year ending June 2017", True),
    ("2017-06", "year ending June 2017", False),
    ("2017-04/2017-06", "year ending June 2017", False),
    ("2017-04/2018-03", "year to date", True),
    ("2017-06", "year to date", True),
    ("2018-04/2018-09", "six months to September 2018", True),
    ("2018-07/2018-09", "six months to September 2018", False),
    ("2018-04/2019-03", "the 12 month period", True),
    ("2018-04/2018-09", "the 12 month period", False),
    ("2018-04/2020-03", "three years to 2019/20", False),
    # years of a kind
    ("2014-09/2015-08 Academic year", "academic year 2014 -15", True),
    ("2014-04/2015-03", "academic year 2014 -15", False),
    ("2014-04/2015-03", "financial year 2014/15", True),
    ("2014-09/2015-08 Academic year", "financial year 2014/15", False),
]


@pytest.mark.parametrize(("code", *periods.Period._fields), CODES)
def test_a_code_stands_for_dates_a_kind_and_dfes_columns(
    code, start, end, time_period, time_identifier, kind, months
):
    assert periods.parse(code) == (start, end, time_period, time_identifier, kind, months)


@pytest.mark.parametrize("code", NO_CODES)
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError):
        periods.parse(code)


@pytest.mark.parametrize(("code", "words", "agrees"), AGREE)
def test_a_period_starts_or_ends_in_the_printed_years_months_and_dates(code, words, agrees):
    assert time_words.agrees(periods.parse(code), words) is agrees


def test_every_time_period_is_digits_as_dfe_spells_it():
    assert all(
        len(period[3]) in {0, 4, 6} and not period[3].strip("0123456789") for period in CODES
    )


@pytest.mark.parametrize(
    ("code", "alike"),
    [
        ("", "not_stated"),
        ("2015-09-30", "day"),
        ("2015-08", "month"),
        ("2015-04/2016-03", "financial_year"),
        ("2017-07/2017-09", "financial_quarter"),
        ("2013-04/2018-03", "other_60_months"),
        ("2016-07/2017-06", "other_12_months"),
        ("2014-07-31/2015-07-24", "other_359_days"),
    ],
)
def test_periods_are_compared_by_kind_and_those_of_no_kind_by_their_length(code, alike):
    period = periods.parse(code)
    found = periods.comparable(period.kind, period.months, period.start, period.end)
    assert found == alike


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("2014/15", True),
        ("Sep 14", True),
        ("7/31/14", True),
        ("1.4.19", True),
        ("19/20", True),
        ("Sept ’19", True),
        ("16-17", True),
        ("Q2", False),
        ("this year", False),
        ("", False),
        ("within 15 days", False),
    ],
)
def test_words_name_a_time_or_leave_it_to_the_reader(words, named):
    assert time_words.name_a_time(words) is named
