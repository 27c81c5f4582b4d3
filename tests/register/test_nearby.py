"""Shares, rates and costs of one are found where their parts stand nearby under related measures,
and never by chance.
"""

import pytest

from scripts.reading import tidy
from scripts.reading.sources import Document
from scripts.register import recomputing
from scripts.register.related import related
from scripts.register.unclaimed import found, known, repeated
from tests.dataset.spoil import NORTHBRIDGE, describe, descriptor, edit


def measure(base="", variant="people"):
    return {"base_measure_id": base, "variant": variant}


MEASURES = related(
    {
        "population": measure(),
        "pupils": measure(),
        "pupils_late": measure("pupils", "part"),
        "pupils_late_percent": measure("pupils_late", "share"),
        "pupils_percent": measure("pupils", "share"),
        "pupils_rate": measure("pupils", "rate"),
        "course_cost": measure("", "amount"),
        "course_places": measure("course_cost", "places"),
        "course_cost_each": measure("course_cost", "cost_each"),
        "visitors": measure(),
    }
)


def fact(measure_id, value, unit="count", line="1", **more):
    return {
        "figure_id": f"d/prose/{measure_id}-{value}-{line}",
        "address_row": f"{measure_id}-{value}-{line}",
        "address_column": "",
        "document_id": "d",
        "table_id": "d/prose",
        "source_row": line,
        "measure_id": measure_id,
        "value": value,
        "value_low": "",
        "value_high": "",
        "unit": unit,
        "line": line,
        "area_id": "a",
        "period_start": "",
        "period_end": "",
        "value_kind": "actual",
        "value_marker": "",
        "qualifier": "",
        "is_total": "no",
        "breakdown_1_dimension": "",
        "breakdown_1_category": "",
        "breakdown_2_dimension": "",
        "breakdown_2_category": "",
    } | more


def by(dimension, category):
    return {"breakdown_1_dimension": dimension, "breakdown_1_category": category}


def verdicts(*figures):
    """The rule and the verdict of each share, rate and cost of one that is found."""
    source = Document("d", "data/sources/d", {"resources": [{"name": "prose"}]}, {}, [])
    claims = found(source, list(figures), repeated(figures), known([]), MEASURES)
    rows, _ = recomputing.recomputed(claims, {})
    return [(row["rule"], row["verdict"]) for row in rows if row["rule"] != "same"]


LATE = fact("pupils_late", "19", line="1")
ALL = fact("pupils", "132", line="2")
PERCENT = fact("pupils_late_percent", "13", "percent", line="3")


def test_a_share_is_found_in_another_sentence_than_its_parts():
    assert verdicts(LATE, ALL, PERCENT) == [("share", "discrepancy")]
    assert verdicts(LATE, ALL, {**PERCENT, "value": "14"}) == [("share", "holds")]


@pytest.mark.parametrize(
    "other",
    [
        {"table_id": "d/elsewhere"},
        {"measure_id": "visitors"},
        {"area_id": "b"},
        {"period_end": "2020-12-31"},
        {"value_kind": "target"},
        {"value": "18"},  # a part cannot be more than its whole
        by("sex", "girls"),
    ],
    ids=str,
)
def test_a_number_that_is_not_related_is_never_its_whole(other):
    assert verdicts(LATE, {**ALL, **other}, PERCENT) == []


def test_a_share_of_one_group_is_of_the_number_for_all():
    girls, boys = by("sex", "girls"), by("sex", "boys")
    part = fact("pupils", "60", **girls)
    other = fact("pupils", "72", line="2", **boys)
    share = fact("pupils_percent", "50", "percent", line="3", **girls)
    assert verdicts(part, other, ALL, share) == [("share", "discrepancy")]
    assert verdicts(part, other, {**ALL, **by("sex", "total")}, share) == [("share", "discrepancy")]
    assert verdicts(part, other, share) == []
    assert verdicts(part, other, {**ALL, **by("age", "total")}, share) == []


def test_of_two_wholes_the_nearer_is_meant_and_of_two_as_near_none():
    further = fact("pupils", "200", line="9")
    assert verdicts(LATE, ALL, further, {**PERCENT, "value": "14"}) == [("share", "holds")]
    as_near = fact("pupils", "200", line="4")
    assert verdicts(fact("pupils_late", "19", line="3"), ALL, as_near, PERCENT) == []


def test_a_rate_is_found_where_people_and_number_stand_near():
    count, people = fact("pupils", "293"), fact("population", "60000", line="2")
    rate = fact("pupils_rate", "4.9", "rate_per_1000", line="2")
    assert verdicts(count, people, rate) == [("rate", "holds")]
    assert verdicts(count, people, {**rate, "value": "5.9"}) == [("rate", "discrepancy")]
    assert verdicts(count, people, {**rate, "value": "48.8", "unit": "rate_per_10000"}) == [
        ("rate", "holds")
    ]
    assert verdicts(count, people, {**rate, "unit": "rate"}) == []  # among how many is not said
    assert verdicts(count, fact("visitors", "60000", line="2"), rate) == []
    children = fact("population", "9000", line="2", **by("age", "0_17"))
    grown_up = fact("population", "51000", line="2", **by("age", "18_plus"))
    assert verdicts(count, children, grown_up, rate) == []


def test_a_cost_of_one_is_found_where_cost_and_number_stand_near():
    cost = fact("course_cost", "480", "gbp", **by("course", "neglect"))
    places = fact("course_places", "12", **by("course", "neglect"))
    each = fact("course_cost_each", "40.00", "gbp", line="2", **by("course", "neglect"))
    assert verdicts(cost, places, each) == [("unit_cost", "holds")]
    assert verdicts(cost, {**places, "value": "15"}, each) == [("unit_cost", "discrepancy")]
    assert verdicts(cost, {**places, "measure_id": "visitors"}, each) == []
    assert verdicts(cost, {**places, **by("course", "first-aid")}, each) == []


def test_a_cost_of_one_is_found_in_the_project_in_small_when_nobody_claims_it(miniature):
    claims = descriptor(miniature / NORTHBRIDGE)["claims"]
    without = [claim for claim in claims if claim["rule"] != "unit_cost"]
    describe(miniature / NORTHBRIDGE, claims=without)
    name = "northbridge-foi-1234/unit-cost/found-prose-cost-each"

    def verdict():
        rows = {row["check_id"]: row for row in tidy.make(miniature).tables["checks"]}
        return rows[name]["verdict"]

    assert verdict() == "may_hold"  # up to 12 people
    edit(miniature / NORTHBRIDGE / "prose.csv", "£40.00", "£39.00")
    assert verdict() == "discrepancy"


def test_a_range_is_not_a_contradiction():
    limits = {"value": "", "value_low": "340", "value_high": "365"}
    spread = fact("pupils", "350", line="2") | limits | {"period_start": "2020-01-01"}
    exact = fact("pupils", "350", period_start="2020-01-01")
    assert verdicts(exact, spread) == []
    assert recomputing.recomputed(found_same(exact, spread), {})[0] == []
    ends = [fact("pupils", value, period_start="2020-01-01") for value in ("340", "365")]
    assert found_same(*ends) == []


def found_same(*figures):
    source = Document("d", "data/sources/d", {"resources": [{"name": "prose"}]}, {}, [])
    return found(source, list(figures), repeated(figures), known([]), MEASURES)
