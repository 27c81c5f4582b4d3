"""The page of a table says first how many of its cells can be read, and counts them itself; a phone
shows each value.
"""

import pytest
from markupsafe import escape

from scripts.model.package import Package
from scripts.pages import addresses, as_printed, words
from scripts.pages.rendering import environment
from scripts.pages.table import table_page
from scripts.verbs import build
from tests.conftest import copy_miniature

PLANS, REFERRALS = (
    "southmere-report-2021-22/plans-by-age",
    "northbridge-foi-1234/referrals-by-source",
)


@pytest.fixture
def package(tmp_path):
    root = copy_miniature(tmp_path / "miniature")
    assert build.main(root) == 0
    return Package(root)


def told(package, table_id=REFERRALS):
    return table_page.readable(package.term("tables", table_id), package)


def test_a_table_whose_measures_can_all_be_read_says_nothing_of_it(package):
    assert told(package) == []


def test_cells_that_cannot_be_read_are_counted(package):
    cells = package.group("figures", "table_id", REFERRALS)
    for row in cells[:2]:
        row["value_marker"] = "n"
    assert told(package)[0].startswith(
        f"Of {len(cells)} cells, {len(cells) - 2} can be read and 2 cannot."
    )
    assert told(package)[0] in table_page.know(package.term("tables", REFERRALS), cells, package)


def test_marks_that_cannot_be_read_are_counted_like_numbers(package):
    mark = package["answers"][0] | {"table_id": REFERRALS, "answer": "unreadable"}
    package["answers"].append(mark)
    assert "1 cannot" in told(package)[0]


def test_a_table_that_can_be_read_says_so_where_another_of_the_same_measure_cannot(package):
    row = next(row for row in package["figures"] if row["table_id"] == REFERRALS)
    package["figures"].append(row | {"table_id": "elsewhere", "value_marker": "n"})
    assert told(package) == [
        f"All {len(package.group('figures', 'table_id', REFERRALS))} cells can be read."
    ]


def test_a_phone_shows_the_value_of_every_row_without_scrolling(browser, small_site):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    seen = 0
    for path in sorted((small_site / "site").rglob("*.html")):
        if "data tidy" in path.read_text(encoding="utf-8"):
            page.goto(path.as_uri())
            page.evaluate(
                "document.querySelectorAll('details').forEach((each) => { each.open = true })"
            )
            ends = page.evaluate(
                "[...document.querySelectorAll('.tidy td.num:nth-child(2)')].map((cell) => "
                "cell.getBoundingClientRect().right)"
            )
            assert ends and max(ends) <= 320, path
            seen += len(ends)
    page.close()
    assert seen >= len(Package(small_site)["figures"])


def test_a_column_for_groups_stands_only_where_something_is_broken_down(package):
    alone = [
        row | {"breakdown_1_dimension": "", "breakdown_1_category": ""}
        for row in package["figures"][:2]
    ]
    assert "Not broken down" not in of_figures(alone, package)
    assert "Not broken down" in of_figures(
        [alone[0], package.group("figures", "table_id", REFERRALS)[0]], package
    )


def of_figures(rows, package):
    """The table of these figures as a page has it."""
    macro = (
        environment()
        .get_template("parts/parts.html")
        .make_module({"link": str, "at": addresses, "words": words, "package": package})
        .figures_table
    )
    return macro(rows, "figures")


def test_each_check_of_a_table_names_the_number_it_is_about(package):
    figures = package.group("figures", "table_id", PLANS)
    found = table_page.checks(figures, package)
    assert {check["check_id"] for check, *_ in found} == {
        check["check_id"]
        for row in figures
        for check in package.checks_of.get(row["figure_id"], [])
    }
    (page,) = [
        page.body for page in table_page.pages(package) if page.path == addresses.table(PLANS)
    ]
    listed = page.partition('id="_checks"')[2].partition("</section>")[0]
    assert [subject for _, subject, _ in found if f">{escape(subject)}</a>" not in listed] == []
    assert [said for *_, said in found if escape(said) not in listed] == []


def test_an_answer_says_what_was_checked_about_it(package):
    table = package.term("tables", "northbridge-foi-1234/answers")
    page = next(
        page
        for page in table_page.pages(package)
        if page.path == addresses.table(table["table_id"])
    )
    for answer in package.group("answers", "table_id", table["table_id"]):
        checked = package.checks_of[answer["answer_id"]]
        assert checked
        assert all(
            addresses.relative(page.path, addresses.check(check)) in page.body for check in checked
        )
    assert {check["check_id"] for check, *_ in table_page.facts(table, package)["checks"]} >= {
        check["check_id"] for check in checked
    }


def test_an_answer_that_a_claim_would_count_says_that_it_cannot_be_recomputed(package):
    fresh = Package(package.root)
    answer = fresh["answers"][0]
    fresh.rows["checks"], fresh.rows["check_members"] = [], []
    member = {
        **fresh["not_recomputed_members"][0],
        "answer_id": answer["answer_id"],
        "figure_id": "",
    }
    fresh.rows["not_recomputed_members"] = [{**member, "part": "rows"}]
    page = next(
        page for page in table_page.pages(fresh) if page.path == addresses.table(answer["table_id"])
    )
    claim = fresh["not_recomputed"][0]
    said = (
        f'<span class="vh">{fresh.title("check_rules", claim["rule"])}: </span>not recomputed</a>'
    )
    assert f'{addresses.relative(page.path, addresses.check(claim))}">{said}' in page.body


def test_an_answer_in_a_check_that_differs_is_marked_as_a_figure_is(package):
    answer = package["answers"][0]
    assert table_page.differing([answer], package) == {}
    differing = {**package.checks_of[answer["answer_id"]][0], "verdict": "discrepancy"}
    package.checks_of[answer["answer_id"]].append(differing)
    assert table_page.differing([answer], package) == {answer["answer_id"]: differing}


def test_a_phone_shows_each_answer_without_scrolling(browser, small_site):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    seen = 0
    for table in Package(small_site)["tables"]:
        page.goto((small_site / "site" / addresses.table(table["table_id"])).as_uri())
        ends = page.evaluate(
            "[...document.querySelectorAll('#_answers td')].map((cell) => "
            "cell.getBoundingClientRect().right)"
        )
        assert max(ends, default=0) <= 320, table["table_id"]
        seen += len(ends)
    page.close()
    assert seen


FIELDS = [
    {"name": "role", "title": "Role"},
    {"name": "d1", "gives": {"period": "2014-07-31"}, "note": "Lost."},
    {"name": "d2", "gives": {"period": "2014-10-09"}, "note": "Lost."},
]


def test_a_column_without_a_heading_is_called_by_the_day_it_is_for():
    assert [heading.ours for heading in as_printed.headings(FIELDS, set())] == [
        "",
        "31 July 2014",
        "9 October 2014",
    ]
    assert [
        heading.ours
        for heading in as_printed.headings([*FIELDS, {**FIELDS[1], "name": "late_mark"}], set())
    ] == ["", "d1", "9 October 2014", "late mark"]
    assert [
        heading.ours
        for heading in as_printed.headings(
            [
                {"name": "row_name", "gives": "part"},
                {"name": "y", "gives": {"period": "2014/2015"}},
            ],
            set(),
        )
    ] == ["row name", "y"]


def test_a_note_on_several_columns_is_said_once():
    table = as_printed.PrintedTable(
        as_printed.headings([*FIELDS, {"name": "cost", "title": "Role", "note": "Twice."}], set()),
        [],
    )
    assert table.notes == [("31 July 2014 and 9 October 2014", "Lost."), ("Role [cost]", "Twice.")]
