"""The main facts of an area with their trend, what publishers say in words, and what is missing."""

import pytest

from scripts.model.package import Package
from scripts.pages import absences, addresses, profile, said_beside, words
from scripts.pages.missing import missing_page
from tests import sample


@pytest.fixture
def package(tmp_path):
    return Package(sample.write(tmp_path))


def later(row, **more):
    return {
        **row,
        "figure_id": f"{row['figure_id']}-later",
        "period_start": "2030-01-01",
        "period_end": "2030-12-31",
        **more,
    }


@pytest.mark.parametrize(
    ("before", "after", "way"), [("9", "10", 1), ("10", "9", -1), ("5.0", "5", 0), ("-3", "2", 1)]
)
def test_numbers_are_compared_as_numbers(before, after, way):
    assert profile.way(before, after) == way


def test_a_trend_needs_two_numbers_of_one_series_and_one_length(package):
    row = next(row for row in package["figures"] if row["value"] and row["period_end"])
    first = {**row, "period_start": "2020-01-01", "period_end": "2020-12-31"}
    for change, word in [
        ({"value": "999999"}, "Risen"),
        ({"value": "0"}, "Fallen"),
        ({"value": "0", "period_start": "2030-06-01"}, ""),
        ({"value": "0", "series_id": "another"}, ""),
        ({"value": "0", "qualifier": "about"}, ""),
    ]:
        now = later(first, **change)
        fresh = Package(package.root, {**package.rows, "figures": [first, now]}, package)
        assert profile.fact(now, fresh).trend == word


def test_a_target_is_no_main_fact(package):
    row = next(row for row in package["figures"] if row["value"])
    rows = [{**row, "breakdown_1_dimension": "", "value_kind": "target"}]
    fresh = Package(package.root, {**package.rows, "figures": rows}, package)
    assert profile.unnamed(row["area_id"], fresh) == []


def test_a_statement_says_with_what_it_compares(package):
    answer = {**package["answers"][0], "direction": "up", "comparator_area_id": ""}
    alone = said_beside.statement(answer, package)
    area = package["areas"][0]
    other = said_beside.statement({**answer, "comparator_area_id": area["area_id"]}, package)
    assert other == f"{alone}, compared with {area['title']}"
    assert not said_beside.said([{**answer, "direction": ""}], package)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [("", "", ""), ("0", "4", "from 0 to 4"), ("201", "", "201 or more"), ("", "5", "5 or less")],
)
def test_a_limit_or_a_range_is_said_in_words(package, low, high, said):
    row = {**package["figures"][0], "value_low": low, "value_high": high, "unit": "count"}
    assert words.limits(row, package) == said


def test_everything_missing_is_on_one_page(package):
    (page,) = missing_page.pages(package)
    assert page.path == "missing.html"
    assert "A lost diagram" in page.body
    found = absences.of_topics(package)
    assert all(each.amount for each in found)
    blank = [one for each in found for one in each.blanks]
    assert sum(number for one in blank for _, number in one.markers) == sum(
        bool(row["value_marker"]) for row in package["figures"]
    )


def test_each_gap_is_listed_once_under_its_document(package):
    (page,) = missing_page.pages(package)
    gaps = [row for row in package["tables"] if row["kind"] == "gap"]
    assert gaps
    for gap in gaps:
        assert page.body.count(f'href="{addresses.table(gap["table_id"])}"') == 1
        of_document = page.body.partition(f'<section id="{gap["document_id"]}">')[2]
        assert addresses.table(gap["table_id"]) in of_document.partition("</section>")[0]


def test_a_document_without_figures_still_shows_its_gaps(package):
    gap = next(row for row in package["tables"] if row["kind"] == "gap")
    alone = {**gap, "document_id": package["documents"][-1]["document_id"], "table_id": "x/alone"}
    package["tables"].append(alone)
    assert alone in dict_of(absences.of_documents(package))[alone["document_id"]]


def dict_of(found):
    return {document["document_id"]: gaps for document, gaps in found}
