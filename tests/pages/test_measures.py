"""A measure's page opens with numbers, and has a file of its own."""

import csv
import io

import pytest

from scripts.model.package import Package
from scripts.offering import of_measures
from scripts.offering.resources import RELIED_ON
from scripts.pages.measure import measure_page
from tests import sample


@pytest.fixture
def package(tmp_path):
    return Package(sample.write(tmp_path))


def figures(package, *values, **same):
    """Figures of one breakdown of the sample with these values."""
    first = next(
        row
        for row in package["figures"]
        if row["breakdown_1_dimension"] and row["period_end"] and not row["qualifier"]
    )
    given = {"is_total": "no", "breakdown_2_dimension": "", "breakdown_2_category": ""} | same
    return [first | given | {"value": value} for value in values]


def told(found):
    return [(each.figure["value"], each.among) for each in found]


def test_few_numbers_are_all_shown(package):
    assert told(measure_page.few(figures(package, "3", "1", ""), package)) == [("3", ""), ("1", "")]
    assert measure_page.few(figures(package, "1", "2", "3", "4"), package) == []


def test_a_number_that_is_aimed_at_never_opens_a_page(package):
    measure = next(row for row in package["measures"] if row["measure_id"] == "cases")
    for row in package.group("figures", "measure_id", "cases"):
        row["value_kind"] = "target"
    assert measure_page.facts(measure, package)["short"] == []


def test_only_numbers_of_one_kind_are_set_beside_each_other(package):
    low = figures(package, "1", "2", "3", value_kind="estimate")
    found = measure_page.ends([*low, *figures(package, "9", "10", "8", "7")], package)
    assert told(found) == [("10", "Highest"), ("7", "Lowest")]


def test_of_many_the_highest_and_the_lowest_are_shown(package):
    found = measure_page.ends(figures(package, "9", "10", "2.5", "4"), package)
    assert told(found) == [("10", "Highest"), ("2.5", "Lowest")]


def test_the_only_one_of_the_newest_stands_alone(package):
    old = figures(package, "1", "2", "3", "4", period_end="2001-01-01")
    assert told(measure_page.ends([*old, *figures(package, "9")], package)) == [("9", "")]


def test_where_several_are_the_highest_none_of_them_is_named(package):
    highest, lowest = measure_page.ends(figures(package, "10", "10.0", "2", "4"), package)
    assert highest.of == "2 groups"
    assert lowest.of not in ("", "1 groups")


@pytest.mark.parametrize(
    "change",
    [{"qualifier": "about"}, {"is_total": "yes"}, {"period_end": ""}, {"value": ""}],
)
def test_a_total_or_a_number_that_is_not_exact_is_no_highest(package, change):
    rows = figures(package, "9", "10", "2", "4")
    rows[1] |= change
    assert told(measure_page.ends(rows, package)) == [("9", "Highest"), ("2", "Lowest")]


def test_numbers_of_several_areas_or_all_alike_have_no_highest(package):
    rows = figures(package, "9", "10", "2", "4")
    rows[0] |= {"area_id": "elsewhere"}
    assert measure_page.ends(rows, package) == []
    assert measure_page.ends(figures(package, "9", "9", "9", "9"), package) == []


def test_only_the_newest_are_set_beside_each_other(package):
    old = figures(package, "99", "98", period_end="2001-01-01")
    found = measure_page.ends([*old, *figures(package, "9", "10")], package)
    assert told(found) == [("10", "Highest"), ("9", "Lowest")]


def test_the_file_of_a_measure_has_its_figures_and_their_names(package):
    files = {file.path: file for file in of_measures.files(package)}
    used = {row["measure_id"] for row in package["figures"]}
    assert files.keys() == {f"measures/{measure_id}.csv" for measure_id in used}
    for measure_id in used:
        text = files[f"measures/{measure_id}.csv"].content.decode()
        rows = list(csv.DictReader(io.StringIO(text)))
        own = package.group("figures", "measure_id", measure_id)
        assert [row["figure_id"] for row in rows] == [row["figure_id"] for row in own]
        assert [row["value"] for row in rows] == [row["value"] for row in own]
        assert all(row["area_title"] and row["document_title"] for row in rows)
        empty = {name for name in rows[0] if not any(row[name] for row in rows)}
        assert empty <= RELIED_ON
