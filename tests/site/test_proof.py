"""The page on how the proof works: every count on it follows from the data of today."""

import pytest

from scripts import build
from scripts.website import proof
from scripts.website.package import Package
from tests.conftest import copy_miniature


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    root = copy_miniature(tmp_path_factory.mktemp("proof") / "miniature")
    assert build.main(root) == 0
    return Package(root)


@pytest.mark.parametrize(("part", "whole", "said"), [(1, 1, "100%"), (999, 1000, "99.9%"), (99_999, 100_000, "99.9%"), (0, 7, "0.0%"), (2, 3, "66.6%"), (0, 0, "0.0%")])
def test_a_share_is_cut_off_so_that_100_means_all(part, whole, said):
    assert proof.share(part, whole) == said


def test_every_figure_is_printed_or_blank_and_every_numeral_used_or_explained(package):
    found = proof.proven(package)
    assert [one.document["document_id"] for one in found] == [row["document_id"] for row in package["documents"]]
    assert sum(one.printed + one.blank for one in found) == len(package["figures"])
    assert sum(one.numerals for one in found) == len(package["numbers"])
    assert all(one.numerals == one.used + one.explained for one in found)


def test_a_numeral_that_is_neither_used_nor_explained_would_show(package):
    package["numbers"].append({"document_id": "southmere-report-2021-22", "line": "1", "token": "9", "used_as": "", "reason": ""})
    fresh = Package(package.root)
    fresh.rows["numbers"] = package["numbers"]
    (page,) = proof.pages(fresh)
    assert '<td class="num">1</td></tr>' in page.body
    package["numbers"].pop()


def test_the_corruption_test_adds_up_by_document(package):
    assert package["mutation"]
    for whole, tables in proof.corrupted(package):
        assert whole.tried == sum(table.tried for table in tables)
        assert whole.tried >= whole.with_text >= whole.without_text


def test_every_survivor_stands_on_the_page_with_its_reason(package):
    (page,) = proof.pages(package)
    rows = [row for _, rows in proof.survivors(package) for row in rows]
    assert len(rows) == len(package["survivors"])
    assert all(row["reason"].split("'")[0] in page.body for row in rows)


def test_the_second_reading_is_counted_from_the_sources(package):
    second = proof.second_reading(package)
    assert second["counted"] == second["tables"] == 5
    assert (second["added_tables"], second["added_columns"]) == (1, 2)


def test_a_package_without_a_corruption_test_says_so(package):
    fresh = Package(package.root)
    fresh.rows["mutation"], fresh.rows["survivors"] = [], []
    (page,) = proof.pages(fresh)
    assert "has not been run" in page.body
