"""Which official number stands beside a figure, whether they agree, and what speaks to a claim."""

from decimal import Decimal

import pandas as pd
import pytest

from scripts.official import (
    agreeing,
    by_hand,
    claimed,
    copied,
    matching,
    series,
    spans,
    totals,
    year_ends,
)
from scripts.official.open_data import Wanted
from scripts.official.year_ends import Span
from scripts.verbs import build

YEAR = Span("2018-01-01", "2018-12-31")
DAY = Span("2021-01-26", "2021-01-26")


@pytest.mark.parametrize(
    ("period", "ends", "counted", "expected"),
    [
        ("2019", "03-31", "in_year", ("2018-04-01", "2019-03-31")),
        ("2019", "03-31", "on_date", ("2019-03-31", "2019-03-31")),
        ("201819", "08-31", "in_year", ("2018-09-01", "2019-08-31")),
        ("199900", "08-31", "on_date", ("2000-08-31", "2000-08-31")),
    ],
)
def test_a_year_of_the_tables_is_a_day_or_twelve_months(period, ends, counted, expected):
    assert year_ends.span(period, ends, counted) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (YEAR, Span("2018-01-01", "2018-12-31"), "same"),
        (YEAR, Span("2017-04-01", "2018-03-31"), "overlaps"),
        (YEAR, Span("2019-04-01", "2020-03-31"), ""),
        (DAY, Span("2020-09-30", "2020-09-30"), "before"),
        (DAY, Span("2021-09-30", "2021-09-30"), "after"),
        (DAY, Span("2022-09-30", "2022-09-30"), ""),
        (DAY, Span("2019-09-30", "2019-09-30"), ""),
        (Span("2016-01-01", "2020-12-31"), Span("2017-04-01", "2018-03-31"), ""),
        (Span("2016-01-01", "2020-12-31"), Span("2018-03-31", "2018-03-31"), "overlaps"),
    ],
)
def test_how_two_times_lie_to_each_other(ours, theirs, expected):
    assert spans.relation(ours, theirs) == expected


LIMITS = [
    agreeing.Limit("agrees", Decimal(0), Decimal(0)),
    agreeing.Limit("differs_slightly", Decimal(2), Decimal(2)),
]


@pytest.mark.parametrize(
    ("ours", "official", "step", "verdict", "difference"),
    [
        ("326", "326", "0", "agrees", "0"),
        ("160", "159", "0", "differs_slightly", "1"),
        ("1000", "1015", "0", "differs_slightly", "-15"),
        ("148", "119", "0", "differs", "29"),
        ("104", "100", "10", "agrees", "4"),
        ("16", "15.6", "0", "agrees", "0.4"),
        ("15.1", "14.4", "0", "differs_slightly", "0.7"),
        ("3", "0", "0", "differs", "3"),
    ],
)
def test_two_numbers_agree_or_differ(ours, official, step, verdict, difference):
    found = agreeing.compared(ours, official, Decimal(step), LIMITS)
    assert found == {"agreement_verdict_id": verdict, "difference": difference}


COMPARABLE = {
    "value": "3",
    "dated_by": "figure",
    "time_relation": "same",
    "unit": "count",
    "official_unit": "count",
    "qualifier": "",
    "official_value": "3",
}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"value": ""}, "no_number"),
        ({"dated_by": "document"}, "no_date"),
        ({"time_relation": "before"}, "other_date"),
        ({"official_unit": "fte"}, "other_unit"),
        ({"qualifier": "about"}, "not_exact"),
        ({"official_value": ""}, "withheld"),
    ],
)
def test_why_two_numbers_cannot_be_compared(changed, reason):
    assert agreeing.not_comparable(COMPARABLE | changed) == reason


@pytest.mark.parametrize(
    ("value", "plus", "base", "expected"),
    [
        ("100", "463", "615", "91.5"),
        ("100", "", "400", "25.0"),
        ("1", "1", "0", ""),
        ("", "1", "2", ""),
    ],
)
def test_a_share_is_worked_out_of_printed_counts(value, plus, base, expected):
    assert series.share(value, plus, base) == expected


@pytest.fixture
def project(miniature):
    assert build.main(miniature) == 0
    return miniature


def rows(root, name):
    return by_hand.records(by_hand.frame(root / f"data/official/{name}.csv"))


def test_every_figure_has_counterparts_or_a_reason(project):
    figures = by_hand.frame(project / "data/tidy/figures.csv")["figure_id"]
    found = [row["figure_id"] for row in rows(project, "counterparts")]
    without = [row["figure_id"] for row in rows(project, "without_counterpart")]
    assert {*found} | {*without} == {*figures}
    assert not {*found} & {*without}
    assert len(without) == len({*without})


def test_why_a_figure_has_no_counterpart(project):
    found = {row["figure_id"]: row["reason_id"] for row in rows(project, "without_counterpart")}
    assert found["northbridge-foi-1234/prose/group-size"] == "not_collected"
    assert found["northbridge-foi-1234/prose/cost-of-a-day"] == "not_looked_at"
    assert found["northbridge-foi-1234/referrals-by-source/police/y2020-21"] == "other_breakdown"
    assert found["southmere-report-2021-22/plans-by-age/under-5/boys"] == "not_at_hand"


def test_a_withheld_part_makes_no_share_and_no_rate(project):
    hand = by_hand.read(project)
    official = by_hand.frame(project / "data/official/official_figures.csv")
    found = by_hand.records(series.values(hand.mapping, official))
    by_key = {(row["mapping_id"], row["area_code"], row["time_period"]): row for row in found}
    assert by_key["quick_referrals", "E99000001", "2020"]["value"] == "50.0"
    assert by_key["quick_referrals", "E99000003", "2020"]["value"] == ""
    assert by_key["quick_referrals", "E99000003", "2020"]["value_marker"] == "c"
    assert by_key["plans", "E99000002", "2022"]["rate"] == "50.0"
    assert by_key["plans", "E99000003", "2021"]["rate"] == ""


def test_an_undated_figure_has_the_time_of_its_document():
    cells = {name: [""] for name in ("geographic_level", "new_la_code", "region_code")}
    figures = pd.DataFrame(
        {"document_id": ["d"], "period_start": [""], "period_end": [""], "country_code": [""]}
        | cells
    )
    documents = pd.DataFrame(
        {"document_id": ["d"], "period_start": ["2014-09-01"], "period_end": ["2015-09-30"]}
    )
    found = matching.dated(figures, documents)
    assert by_hand.records(found[["dated_by", "from_day", "to_day"]]) == [
        {"dated_by": "document", "from_day": "2014-09-01", "to_day": "2015-09-30"}
    ]


PLACES = claimed.Places({"a": "X"}, {"X": ["Y", "Z"]}, {"X": "R"}, "E")
KNOWN = {
    ("m", "X", "2015"): Decimal("14.4"),
    ("m", "X", "2016"): Decimal("19.9"),
    ("m", "E", "2015"): Decimal("16.6"),
    ("m", "E", "2016"): Decimal("17.9"),
    ("m", "Y", "2015"): Decimal(10),
    ("m", "R", "2015"): Decimal(11),
    ("m", "Z", "2015"): Decimal(12),
}


@pytest.mark.parametrize(
    ("compared_with", "direction", "first", "last", "verdict", "years"),
    [
        ("country", "down", "2015", "2015", "holds", 1),
        ("country", "up", "2015", "2015", "does_not_hold", 1),
        ("country", "down", "2015", "2016", "cannot_tell", 2),
        ("neighbours", "up", "2015", "2015", "holds", 1),
        ("region", "up", "2015", "2015", "holds", 1),
        ("year_before", "up", "2016", "2016", "holds", 1),
        ("country", "down", "2017", "2018", "cannot_tell", 0),
        ("country", "level", "2015", "2016", "cannot_tell", 0),
    ],
)
def test_what_the_series_says_to_a_claim(compared_with, direction, first, last, verdict, years):
    claim = {
        "answer_id": "a",
        "mapping_id": "m",
        "compared_with": compared_with,
        "direction": direction,
        "first_time_period": first,
        "last_time_period": last,
    }
    found = claimed.years_of(claim, KNOWN, PLACES)
    assert len(found) == years
    assert claimed.together([row["verdict"] for row in found]) == verdict


def england_and_regions(england):
    levels = ["National", "Regional", "Regional"]
    return pd.DataFrame(
        {
            "geographic_level": levels,
            "region_code": ["", "E12000001", "E12000002"],
            "time_period": ["2020"] * 3,
            "Count": [england, "50", "60"],
        },
        index=[2, 3, 4],
    )


@pytest.mark.parametrize(("england", "told"), [("110", 0), ("120", 0), ("140", 1), ("c", 0)])
def test_the_regions_add_up_to_england_but_for_rounding(england, told):
    wanted = Wanted("f.csv", "Reporting year", [], ["Count"], [], {"c"})
    found = list(totals.problems(england_and_regions(england), wanted, 10, ["Count"]))
    assert len(found) == told


def test_a_file_that_has_not_changed_keeps_its_date():
    old = pd.DataFrame({"sha256": ["a"], "copied": ["2025-01-01"]})
    new = pd.DataFrame({"sha256": ["a", "b"], "copied": ["2026-01-01", "2026-01-01"]})
    assert [*copied.dated_as_before(new, old)["copied"]] == ["2025-01-01", "2026-01-01"]
