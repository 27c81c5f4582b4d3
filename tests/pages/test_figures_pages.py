"""Each figure has an address: from any cell one click leads to it, and a second to what was checked
and where it is printed.
"""

from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from scripts.model.package import Package
from scripts.pages import addresses, comparability, words
from scripts.pages.figure import figure_page
from tests.taking_part import ids, instead

PLANS, REFERRALS = (
    "southmere-report-2021-22/plans-by-age",
    "northbridge-foi-1234/referrals-by-source",
)


@pytest.fixture(scope="module")
def pages(package):
    return {page.path: page.body for page in figure_page.pages(package)}


def section(body: str, anchor: str) -> str:
    return body.partition(f'id="{anchor}"')[2].partition("</section>")[0]


def test_every_figure_has_its_place_on_the_page_of_its_table(package, pages):
    for row in package["figures"]:
        path, _, anchor = addresses.figure(row).partition("#")
        assert f'id="{anchor}"' in pages[path]


@pytest.mark.parametrize(
    "what",
    [
        "“103”",
        "Table 1",
        "line 11",
        "4b2be803",
        "2022-03-31",
        "printed as “31 March 2022”",
        "southmere-report-2021-22/plans-by-age/total/children</a>",
        "api/v1/tables/southmere-report-2021-22/plans-by-age.json",
        "Its 2 parts add up to 102.",
        "[Data set]",
    ],
)
def test_a_figure_says_all_that_is_known_about_it(pages, what):
    assert what in section(pages[f"figures/{PLANS}.html"], "total.children")


def test_a_figure_printed_with_a_word_before_it_says_what_the_word_means(package):
    fresh = Package(package.root)
    row = next(row for row in fresh["figures"] if row["qualifier"])
    fresh.term("qualifiers", row["qualifier"])["definition"] = "More than this many."
    path, _, anchor = addresses.figure(row).partition("#")
    assert "More than this many." in section(
        {page.path: page.body for page in figure_page.pages(fresh)}[path], anchor
    )


def test_a_figure_that_no_sum_takes_in_says_so_and_is_still_proven(package, pages):
    row = next(
        row
        for row in package["figures"]
        if row["figure_id"] not in {**package.checks_of, **package.not_recomputed_of}
    )
    path, _, anchor = addresses.figure(row).partition("#")
    assert "No check uses it" in section(pages[path], anchor)
    assert "proof.html#_lines" in section(pages[path], anchor)


def test_a_figure_in_a_claim_that_cannot_be_recomputed_says_so_and_not_that_no_sum_takes_it_in(
    package, pages
):
    for figure_id, (claim,) in package.not_recomputed_of.items():
        path, _, anchor = addresses.figure(package.term("figures", figure_id)).partition("#")
        said = section(pages[path], anchor)
        assert (
            f"{package.title('check_rules', claim['rule'])}: not recomputed.</a> It needs a "
            "cell that has no number, or one that cannot be read."
        ) in said
        assert addresses.relative(path, addresses.check(claim)) in said
        assert "No check uses it" not in said
    assert package.not_recomputed_of


def test_a_figure_without_a_number_or_printed_twice_is_told_as_what_it_is(package):
    fresh = Package(package.root)
    row = {**next(row for row in package["figures"] if not row["value"]), "value_as_published": ""}
    fresh.rows["figures"] = [
        row,
        {**row, "figure_id": f"{row['figure_id']}-2", "value": "3", "value_as_published": "three"},
    ]
    give_flags(fresh, fresh["figures"][1], "printed_twice")
    fresh.rows["checks"], fresh.rows["not_recomputed"] = [], []
    blank, twice = (
        section(next(figure_page.pages(fresh)).body, addresses.anchor(row)),
        next(figure_page.pages(fresh)).body.rpartition("<section")[2],
    )
    assert (
        "There is no number here to check." in blank
        and "The cell is blank, so there is nothing to find on the line." in blank
    )
    assert "No check uses it" in twice and "proven on its line" in twice
    assert (
        "The document prints it in more than one place: see the checks." in twice
        and "Not repeated in other documents." not in twice
    )


def test_two_checks_that_say_the_same_are_told_with_what_they_are_about(package):
    share = package.term("checks", "northbridge-foi-1234/share/share/schools")
    same = [(part, *ids(package, share, part)) for part in ("part", "whole")]
    assert [said for _, said in figure_page.said_apart([share], package)] == [
        "50.0% is printed. 150 of 300 is 50%."
    ]
    fresh = Package(package.root)
    police = "northbridge-foi-1234/referrals-by-source/police/share"
    fresh.terms["figures"][police] = {**fresh.term("figures", police), "value": "50.0"}
    other = instead(fresh, share, ("percent", police), *same)
    first, second = [said for _, said in figure_page.said_apart([share, other], fresh)]
    assert (first, second) == (
        (
            f"{words.figure_name(fresh.term('figures', ids(package, share)[0]), fresh)}. 50.0% "
            "is printed. 150 of 300 is 50%."
        ),
        (
            f"{words.figure_name(fresh.term('figures', police), fresh)}. 50.0% is printed. 150 "
            "of 300 is 50%."
        ),
    )


def give_flags(package, figure, *flags):
    """Let a figure have these flags and no others."""
    own = [{"figure_id": figure["figure_id"], "flag_id": flag} for flag in flags]
    others = [row for row in package["figure_flags"] if row["figure_id"] != figure["figure_id"]]
    package.rows["figure_flags"] = own + others
    package._groups.clear()


def pair(package):
    """Two figures of one measure and breakdown, in different documents; the first has no flags."""
    one = package.term("figures", f"{REFERRALS}/total/y2020-21")
    give_flags(package, one)
    return one, package.term("figures", "southmere-report-2021-22/prose/neighbour")


def said(package, may, reason):
    """The package, with one row that says of the two figures' kinds whether they may be
    compared.
    """
    fresh = Package(package.root)
    one, other = pair(fresh)
    sides = (("", one), ("other_", other))
    kinds = {
        f"{side}{column}": comparability.series(figure, fresh)[column]
        for side, figure in sides
        for column in comparability.KIND
    }
    said_of = {"documents": "any", "areas": "any", "may_compare": may, "reason": reason}
    fresh.rows["comparisons"] = [kinds | said_of]
    return fresh, one, other


@pytest.mark.parametrize("may", comparability.ORDER)
def test_whether_figures_may_be_compared_is_what_the_data_says(package, may):
    fresh, one, other = said(package, may, "As written down.")
    for first, second in ((one, other), (other, one)):
        other_side = {
            **second,
            "breakdown_1_category": first["breakdown_1_category"],
            "breakdown_1_dimension": first["breakdown_1_dimension"],
        }
        found = comparability.verdict(first, other_side, fresh)
        assert found.may == may
        assert "As written down." in found.reason
        give_flags(fresh, other_side, "in_discrepancy")
        narrowed = comparability.verdict(first, other_side, fresh)
        assert narrowed.may == ("no" if may == "no" else "with_care")
        give_flags(fresh, other_side)


def test_what_nobody_has_said_may_not_be_compared(package):
    fresh, one, other = said(package, "yes", "")
    fresh.rows["comparisons"] = []
    assert comparability.of_groups(one, other, fresh).may == "no"
    assert comparability.of_groups(one, one, fresh).may == "yes"


@pytest.mark.parametrize(
    ("change", "may", "reason"),
    [
        ({"unit": "percent"}, "no", "different units"),
        (
            {"breakdown_2_dimension": "sex", "breakdown_2_category": "boys"},
            "no",
            "different groups",
        ),
        ({"value": ""}, "no", "no number"),
        ({"period_start": "2020-07-01"}, "no", "not equally long"),
        ({"qualifier": "about"}, "with_care", "such as about, over or up to"),
        ({"period_start": "", "period_end": ""}, "with_care", "not stated"),
    ],
)
def test_the_figures_own_rows_can_only_narrow_what_the_data_says(package, change, may, reason):
    one, _ = pair(package)
    found = comparability.verdict(one, {**one, **change}, package)
    assert (found.may, reason in found.reason) == (may, True)


def with_lookalike(package):
    """The package, where one row says of two measures that they are not to be compared; and a
    figure of each.
    """
    fresh, one, _ = said(package, "no", "One counts referrals, the other children.")
    other = fresh.group("figures", "measure_id", "children_with_a_plan")[0]
    theirs = comparability.series(other, fresh)
    row = fresh.rows["comparisons"][0]
    row |= {f"other_{column}": theirs[column] for column in comparability.KIND}
    fresh.rows["series"] = [comparability.series(one, fresh), theirs]
    fresh._groups.clear()
    return fresh, one, other


def test_measures_that_look_alike_are_named_from_both_sides(package):
    fresh, one, other = with_lookalike(package)
    for figure, named in ((one, other), (other, one)):
        (row,) = comparability.lookalikes(figure, fresh)
        assert row["other_measure_id"] == named["measure_id"]
        assert row["other_area_id"] == named["area_id"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, 1),
        ({"area_id": "england"}, 2),
        ({"may_compare": "with_care"}, 2),
        ({"reason": "Another reason."}, 2),
    ],
)
def test_a_measure_that_looks_alike_in_several_documents_is_named_once_for_all_told_alike(
    package, change, told
):
    fresh, one, other = with_lookalike(package)
    theirs = comparability.series(other, fresh)
    month = {"document_id": "another-report", "period_kind": "month", "series_id": "another"}
    fresh.rows["series"].append(theirs | month | change)
    first = fresh.rows["comparisons"][0]
    fresh.rows["comparisons"] = [first, {**first, "other_period_kind": "month", **change}]
    assert len(comparability.lookalikes(one, fresh)) == told


def test_a_row_about_other_documents_or_areas_says_nothing_of_the_same(package):
    fresh, one, other = said(package, "with_care", "Of others.")
    first, second = (comparability.series(figure, fresh) for figure in (one, other))
    series_of = [first, {**second, "area_id": "elsewhere"}]
    for column, word in (("document_id", "documents"), ("area_id", "areas")):
        assert series_of[0][column] != series_of[1][column]
        fresh.rows["comparisons"][0][word] = "other"
        assert comparability.of_series(*series_of, fresh).may == "with_care"
        fresh.rows["comparisons"][0][word] = "same"
        assert comparability.of_series(*series_of, fresh).may == "no"
        fresh.rows["comparisons"][0][word] = "any"


def test_what_is_said_of_groups_is_derived_from_their_kinds(package):
    fresh, one, other = said(package, "with_care", "As written down.")
    found = comparability.said_between(set(fresh.documents), fresh)
    documents = {(row["document_id"], row["other_document_id"]) for row in found}
    assert tuple(sorted((one["document_id"], other["document_id"]))) in documents
    assert {row["reason"] for row in found} == {"As written down."}
    assert comparability.said_between({one["document_id"]}, fresh) == []


# what a reader meets on the finished site


def table_cells(path: Path, site: Path):
    """(cell, [addresses of figures that it links to]) of every table cell of a page."""
    here = path.relative_to(site).as_posix()
    for cell in html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False).iter(
        "td"
    ):
        links = [
            urljoin(here, a.attrib["href"])
            for a in cell.iter("a")
            if a.attrib.get("class") == "fig"
        ]
        if found := [link for link in links if link.startswith("figures/")]:
            yield cell, found


def test_every_cell_in_a_discrepancy_is_marked_in_every_table_that_shows_it(small_site):
    package, site, seen = Package(small_site), small_site / "site", set()
    differing = {
        addresses.figure(row)
        for row in package["figures"]
        if "in_discrepancy" in package.flags(row)
    }
    assert differing
    for path in site.rglob("*.html"):
        if path.relative_to(site).parts[0] not in ("checks", "figures"):
            for cell, links in table_cells(path, site):
                marks = [a for a in cell.iter("a") if a.attrib.get("class") == "differs"]
                assert len(marks) == len([link for link in links if link in differing]), path
                seen |= {
                    (path.relative_to(site).parts[0], link) for link in links if link in differing
                }
    assert {kind for kind, _ in seen} >= {"documents", "measures"}
    assert {link for _, link in seen} == differing


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    yield page
    page.close()


def test_from_any_cell_two_clicks_lead_to_the_line_and_to_what_came_out(page, whole):
    """Of all the documents: each fortieth figure, wherever it stands."""
    package = Package(whole)
    for figure in package["figures"][::40]:
        page.goto((whole / "site" / addresses.table(figure["table_id"])).as_uri())
        stands = addresses.figures(figure["table_id"]).removesuffix(".html")
        anchor = addresses.anchor(figure)
        page.locator(f'table.data a.fig[href*="{stands}."][href$="#{anchor}"]').first.click()
        page.wait_for_url(f"**/{stands}*.html#{anchor}")
        place = page.locator(":target")
        place.get_by_text(f"line {figure['line']} of").wait_for()
        checked = package.checks_of.get(figure["figure_id"], [])
        assert place.locator(".verdict").count() == len(checked)
        if checked:
            place.locator("dd:has(.verdict) a").first.click()
            page.wait_for_url("**/checks/**")
            assert page.locator(":target").get_attribute("id") in [
                addresses.check_anchor(check["check_id"]) for check in checked
            ]


def test_an_answer_says_its_line_and_one_click_leads_to_what_was_checked(page, whole):
    """Of all the documents: each hundredth answer, and of those that a check counts each
    twentieth.
    """
    package = Package(whole)
    counted = [answer for answer in package["answers"] if answer["answer_id"] in package.checks_of]
    for answer in [*package["answers"][::100], *counted[::20]]:
        page.goto(f"{(whole / 'site').as_uri()}/{addresses.answer(answer)}")
        row = page.locator("tr:target")
        assert f"line\u00a0{answer['line']}" in row.inner_text()
        checked = package.checks_of.get(answer["answer_id"], [])
        assert row.locator(".verdict").count() == len(checked)
        if checked:
            row.locator(".verdict").first.click()
            page.wait_for_url("**/checks/**")
            assert page.locator(":target").get_attribute("id") == addresses.check_anchor(
                checked[0]["check_id"]
            )
        elif answer["answer_as_published"]:
            row.get_by_role("link", name="on its line").click()
            page.wait_for_url(f"**/{addresses.PROOF}#_lines")


def test_every_cell_as_printed_leads_to_its_figure(small_site):
    package, site = Package(small_site), small_site / "site"
    for table in package["tables"]:
        path = site / addresses.table(table["table_id"])
        reached = {link for _, links in table_cells(path, site) for link in links}
        assert reached >= {
            addresses.figure(row) for row in package.group("figures", "table_id", table["table_id"])
        }
