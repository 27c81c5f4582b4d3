"""Topic pages say what to know before any number, key numbers with links, charts with all that
belongs to them; measures over time.
"""

import json
import re
from pathlib import Path

import pytest
from markupsafe import Markup

from scripts.charts import sentences
from scripts.model.package import Package
from scripts.pages.measure import measure_page
from scripts.pages.topic import topic_page
from scripts.verbs import publish
from tests import sample
from tests.charts.test_charts import with_charts


@pytest.fixture
def package(tmp_path):
    return Package(with_charts(sample.write(tmp_path)))


@pytest.fixture
def body(package):
    return next(
        page.body for page in topic_page.pages(package) if page.path == "topics/exploitation.html"
    )


def test_numbers_come_first_and_a_chart_s_caveat_before_the_chart(body):
    order = [
        body.index(part)
        for part in (
            "In short",
            "What you should know",
            ">Charts<",
            "Cases, not children.",
            "<svg",
            ">Tables<",
            "What's missing",
            ">Download<",
        )
    ]
    assert order == sorted(order)


def test_a_key_number_is_said_for_the_area_and_leads_to_its_figure(package):
    said = sentences.said("exploitation", "topics/exploitation.html", package)
    assert [str(each.text) for each in said] == [
        (
            '<a class="fig" href="../figures/north-town-reply/cases.html#north.cases">1,200</a> '
            "cases in North-Town in April 2019 to March 2020."
        )
    ]


def test_a_sentence_that_the_facts_cannot_fill_is_not_said(package):
    assert (
        sentences.filled(
            ["{before} before {value}."],
            {"measure": "Cases", "value": "3", "area": "North", "when_or_not": "2019"},
        )
        == "Cases: 3 (North, 2019)."
    )


def test_a_sentence_begins_with_a_capital_letter_also_where_a_link_does():
    link = Markup('<a class="fig" href="x.html">over 600</a>')
    assert (
        str(sentences.filled(["{value} families."], {"value": link}))
        == '<a class="fig" href="x.html">Over 600</a> families.'
    )


def test_an_estimate_is_said_to_be_one(package):
    row = next(row for row in package["figures"] if row["measure_id"] == "cases" and row["value"])
    assert "estimate" not in sentences.facts(row, [], "topics/x.html", package)
    assert "estimate" in sentences.facts(
        {**row, "value_kind": "estimate"}, [], "topics/x.html", package
    )


@pytest.mark.parametrize(
    "path", sorted(Path("docs/charts").glob("*.json")), ids=lambda path: path.stem
)
def test_every_key_number_says_its_time_or_that_none_is_printed(path, repository):
    for number in json.loads((repository / path).read_text(encoding="utf-8"))["numbers"]:
        assert all(
            re.search(r"\{when(_or_not)?\}|document does not", said) for said in number["says"]
        ), number["says"]


def test_the_table_of_a_chart_has_a_link_for_each_number_and_files_to_take_away(body):
    chart = body[
        body.index('<figure class="chart" data-entry id="cases">') : body.index("</figure>")
    ]
    assert (
        '<a class="fig" href="../figures/north-town-reply/cases.html#north.cases">1,200</a>'
        in chart
    )
    assert (
        '<a class="fig" href="../figures/north-town-reply/cases.html#south.cases">[x]</a>' in chart
    )
    assert re.findall(r'href="(\.\./charts/[^"]+)"', chart) == [
        f"../charts/exploitation/cases.{ending}" for ending in ("svg", "png", "csv")
    ]
    assert "&lt;img src=" in chart


def test_the_sign_on_a_chart_leads_to_the_check(body):
    chart = body[body.index("<figure") : body.index("</figure>")]
    assert 'href="../checks/north-town-reply.html#north-town-reply.total.cases"' in chart


def test_gaps_stand_with_the_topic_whose_table_is_closest(body):
    assert "A lost diagram" in body[body.index(">What's missing<") :]


def test_prose_of_people_stands_in_its_place(tmp_path):
    root = with_charts(sample.write(tmp_path))
    (root / "docs/topics/exploitation.md").write_text(
        "# E\n\n## What you should know\n\nMind this.\n\n## What was left out\n\nStories.\n",
        encoding="utf-8",
    )
    body = next(
        page.body
        for page in topic_page.pages(Package(root))
        if page.path == "topics/exploitation.html"
    )
    assert body.index("Mind this.") < body.index("In short") < body.index("Stories.")


def test_a_topic_without_prose_still_has_a_page(tmp_path):
    root = with_charts(sample.write(tmp_path))
    (root / "docs/topics/exploitation.md").unlink()
    assert any(page.path == "topics/exploitation.html" for page in topic_page.pages(Package(root)))


def in_years(rows, second="2020"):
    """The figures of north-town once more, a year later."""
    return list(rows) + [
        {
            **row,
            "figure_id": row["figure_id"].replace("/cases/", "/later/", 1),
            "table_id": "north-town-reply/cases",
            "value": row["value"] and "1100",
            "qualifier": "",
            "period_start": f"{second}-04-01",
            "period_end": f"{int(second) + 1}-03-31",
        }
        for row in rows
    ]


def test_a_measure_is_followed_over_time_with_what_changed_stated(package):
    own = [row for row in package["figures"] if row["measure_id"] == "cases"]
    package.rows["figures"] = [
        {**row, "series_id": f"s/{row['breakdown_1_category']}"} for row in in_years(own)
    ]
    series = package.term("series", own[0]["series_id"])
    names = dict.fromkeys(row["series_id"] for row in package["figures"])
    package.rows["series"] = [{**series, "series_id": name} for name in names]
    del package.terms
    body = next(
        page.body for page in measure_page.pages(package) if page.path == "measures/cases.html"
    )
    assert "Over time" in body
    assert re.search(
        "Where the line is broken.*North-Town Council.*One of them is approximate",
        body,
        re.DOTALL,
    )
    assert (
        ", printed for more than one time" in body
    )  # the total of the first year is printed as about, so no change is told


def test_growth_over_years_and_growth_by_a_year_are_not_drawn_together(package):
    row = {**package["figures"][0], "breakdown_1_dimension": "", "breakdown_1_category": ""}
    decade, year = (
        {**row, "period_start": "2011-01-01", "period_end": "2021-12-31"},
        {
            **row,
            "figure_id": "north-town-reply/cases/later/cases",
            "period_start": "2026-01-01",
            "period_end": "2026-12-31",
        },
    )
    package.rows["figures"] = [decade, year]
    body = next(
        page.body for page in measure_page.pages(package) if page.path == "measures/cases.html"
    )
    assert "Over time" not in body
    assert "Their periods have different lengths: a year and 11 years." in body


def test_the_lengths_of_periods_are_those_that_are_there_and_the_shortest_comes_first(package):
    spans = [
        ("2015-01-01", "2015-12-31"),
        ("2015-09-30", "2015-09-30"),
        ("2015-04-01", "2015-09-30"),
        ("2015-09-01", "2015-09-30"),
        ("2010-01-01", "2019-12-31"),
        ("2015-01-02", "2015-01-08"),
        ("", ""),
    ]
    rows = [
        {**package["figures"][0], "period_start": start, "period_end": end} for start, end in spans
    ]
    assert measure_page.lengths(rows) == [
        "a day",
        "7 days",
        "a month",
        "6 months",
        "a year",
        "10 years",
    ]
    assert not any(
        "equally long" in said for said in measure_page.mixed(rows[:1] + rows[-1:], package)
    )


def test_an_estimate_among_other_numbers_is_named_with_its_period(package):
    rows = [
        {
            **package["figures"][0],
            "value_kind": "estimate",
            "note": "If it goes on.",
            "period_start": "2026-01-01",
            "period_end": "2026-12-31",
        },
        package["figures"][1],
    ]
    assert "1 figure, 2026: An estimate. If it goes on." in measure_page.mixed(rows, package)
    assert not any("An estimate." in said for said in measure_page.mixed(rows[:1], package))


def test_a_measure_of_one_period_has_no_line(package):
    assert "Over time" not in next(
        page.body for page in measure_page.pages(package) if page.path == "measures/cases.html"
    )


SHOWN = (
    "[...document.querySelectorAll('.picture')].filter(each => each.offsetParent).map(each => "
    "each.className)"
)
SIZES = (
    "[...document.querySelectorAll('.picture text')].filter(each => "
    "each.getClientRects().length).map(each => parseFloat(getComputedStyle(each).fontSize) * "
    "each.getScreenCTM().a)"
)
INSIDE = """[...document.querySelectorAll('.picture text')]
.filter(each => each.getClientRects().length)
.every(each => {
  const own = each.getBoundingClientRect(), around = each.closest('svg').getBoundingClientRect()
  return own.left >= around.left - 1 && own.right <= around.right + 1
    && own.top >= around.top - 1 && own.bottom <= around.bottom + 1
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = with_charts(sample.write(tmp_path_factory.mktemp("charts")))
    assert publish.main(root) == 0
    return (root / "site/topics/exploitation.html").as_uri()


@pytest.mark.parametrize(("width", "shown"), [(320, "picture narrow"), (1280, "picture wide")])
def test_one_drawing_is_shown_legible_and_named_without_a_script(browser, address, width, shown):
    page = browser.new_context(
        java_script_enabled=True, viewport={"width": width, "height": 900}
    ).new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address)
    assert page.evaluate(SHOWN) == [shown]
    assert min(page.evaluate(SIZES)) >= 12.5
    assert page.evaluate(INSIDE)
    assert page.get_by_role("img", name="North: 1,200").count() == 1
    page.context.close()


@pytest.mark.parametrize(
    ("known", "caveat"),
    [
        ("<ul><li>Count once. And again.</li><li>More.</li></ul>", "Count once."),
        ("<ul><li>One.</li><li><strong>Do not compare.</strong> Why.</li></ul>", "Do not compare."),
        ("<p>Mind this.</p>", "Mind this."),
        ("", ""),
    ],
)
def test_the_caveat_that_matters_most_is_the_bold_one_or_the_first(known, caveat):
    assert topic_page.caveat(Markup(known)) == caveat


def test_of_many_areas_none_is_picked_out_by_the_alphabet(tmp_path):
    towns = {f"{name}-town": "cases" for name in ("ash", "birch", "elm", "oak", "yew")}
    package = Package(with_charts(sample.write(tmp_path, documents=towns)))
    said = sentences.said("exploitation", "topics/exploitation.html", package)
    assert [str(each.text) for each in said] == [
        '<a class="fig" href="../measures/cases.html">Cases with a factor</a>: numbers for 5 areas.'
    ]
    (body,) = [
        page.body for page in topic_page.pages(package) if page.path == "topics/exploitation.html"
    ]
    assert "numbers for 5 areas" in body
