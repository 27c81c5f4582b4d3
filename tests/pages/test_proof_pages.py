"""The page on how the proof works: every count on it follows from the data of today."""

import re

import pytest

from scripts.model.package import Package
from scripts.pages.proven import proven_page


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1, 1, "100%"),
        (999, 1000, "99.9%"),
        (99_999, 100_000, "99.9%"),
        (0, 7, "0.0%"),
        (2, 3, "66.6%"),
        (0, 0, "0.0%"),
    ],
)
def test_a_share_is_cut_off_so_that_100_means_all(part, whole, said):
    assert proven_page.share(part, whole) == said


def test_every_figure_is_printed_or_blank_and_every_numeral_used_or_explained(package):
    found = proven_page.proven(package)
    assert [one.document["document_id"] for one in found] == [
        row["document_id"] for row in package["documents"]
    ]
    assert sum(one.printed + one.blank for one in found) == len(package["figures"])
    assert sum(one.numerals for one in found) == len(package["numbers"])
    assert all(one.numerals == one.used + one.explained for one in found)


def test_a_numeral_that_is_neither_used_nor_explained_would_show(package):
    (before,) = proven_page.pages(package)
    fresh = Package(package.root)
    fresh.rows["numbers"] = [
        *package["numbers"],
        {
            "document_id": "southmere-report-2021-22",
            "line": "1",
            "token": "9",
            "used_as": "",
            "reason": "",
        },
    ]
    (after,) = proven_page.pages(fresh)
    assert [unaccounted(page.body) for page in (before, after)] == [
        ["0", "0", "0"],
        ["0", "1", "1"],
    ]


def unaccounted(body: str) -> list[str]:
    """The last column of the account: one cell a document, then all of them."""
    section = body.partition('id="_numerals"')[2].partition("</table>")[0]
    return re.findall(r'<td class="num">(\d+)</td></tr>', section)


def test_the_corruption_test_adds_up_by_document(package):
    assert package["mutation"]
    for whole, tables in proven_page.corrupted(package):
        assert whole.tried == sum(table.tried for table in tables)
        assert whole.tried >= whole.with_text >= whole.without_text


def test_every_survivor_stands_on_the_page_with_its_reason(package):
    fresh = Package(package.root)
    fresh.rows["survivors"] = [
        {
            "table_id": row["table_id"],
            "source_row": "2",
            "source_column": "age",
            "swapped_with": "",
            "kind": "off by one",
            "reason": f"Nothing tells {row['table_id']}.",
        }
        for row in package["mutation"]
    ]
    (page,) = proven_page.pages(fresh)
    assert fresh["survivors"]
    assert all(row["reason"] in page.body for row in fresh["survivors"])


def test_the_second_reading_is_counted_from_the_sources(package):
    second = proven_page.second_reading(package)
    assert second["counted"] == second["tables"] == 5
    assert (second["added_tables"], second["added_columns"]) == (2, 5)


def test_a_package_without_a_corruption_test_says_so(package):
    fresh = Package(package.root)
    fresh.rows["mutation"], fresh.rows["survivors"] = [], []
    (page,) = proven_page.pages(fresh)
    assert "has not been run" in page.body


def test_the_corruption_test_is_shown_by_kind_with_its_sum(package):
    page = next(iter(proven_page.pages(package)))
    assert all(
        f"{row['kind'].capitalize()}</th>" in page.body for row in package["mutation_by_kind"]
    )
    whole = proven_page.added({}, package["mutation_by_kind"])
    assert f">{whole.tried:,}<" in page.body and whole.tried == sum(
        int(row["corruptions"]) + int(row["headings_corruptions"]) for row in package["mutation"]
    )


def test_what_was_corrupted_is_named_by_its_printed_heading_or_period(package):
    table = "northbridge-foi-1234/referrals-by-source"
    named = {
        "referred_by": "Referred by",
        "y2019_20 y2020_21": "2019/20 and 2020/21",
        "line": "Line",
        "": "the whole row",
    }
    for columns, said in named.items():
        column, _, other = columns.partition(" ")
        row = {"table_id": table, "source_column": column, "swapped_with": other}
        assert proven_page.columns(row, package) == said
    assert (
        proven_page.heading({"gives": {"period": "2015", "period_as_published": "this year"}}, "x")
        == "this year"
    )
    assert proven_page.heading({"gives": "subject"}, "action_name") == "Action name"
