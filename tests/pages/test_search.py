"""Search finds figures, measures, documents and words, by what people type: served, and from a folder."""

import json

import pytest

from scripts.model.package import Package
from scripts.pages import search_words
from scripts.pages.rendering import Page
from tests import reader

# what somebody types, and what must be among the first three results
TYPED = [
    ("LADO", {"topics/allegations.html", "glossary.html"}),
    ("CSE 2019", {"measures/exploitation_cases.html", "measures/assessments_with_factor.html"}),
    ("E08000026", {"areas/coventry.html"}),
    ("NEET", {"measures/neet_percent.html", "glossary.html"}),
    ("REQ07955", {"documents/coventry-foi-req07955.html"}),
    ("Scouts", {"documents/coventry-lscb-2014-15/lado-referrals-by-source.html"}),
    ("budget", {"measures/expenditure_budget.html"}),
    ("532", {"questions/children-on-plans-september-2015.html"}),
    ("unsubstantiated", {"topics/allegations.html", "glossary.html"}),
    ("licence", {"glossary.html", "about/reuse.html"}),
    ("common assessment", {"glossary.html", "measures/caf_outcomes.html"}),
]


@pytest.fixture(scope="module", params=["served", "from a folder"])
def opened(request, browser, whole):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.asked = []
    page.on("request", lambda one: page.asked.append(one.url))
    site = whole / "site"
    with reader.served(site) as address:
        page.base = address if request.param == "served" else site.as_uri()
        yield page
    page.close()


def test_what_people_type_finds_what_they_mean(opened):
    opened.goto(f"{opened.base}/index.html")
    for typed, wanted in TYPED:
        pages = dict.fromkeys(
            link.removeprefix(f"{opened.base}/").partition("#")[0]
            for link in reader.search(opened, typed)
        )
        assert wanted <= set(list(pages)[:3]), (typed, list(pages)[:5])


def test_the_index_is_fetched_when_somebody_searches_and_not_before(browser, published):
    page = browser.new_page()
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    with reader.served(published / "site") as address:
        page.goto(f"{address}/index.html", wait_until="networkidle")
        assert not [url for url in asked if "search_index" in url]
        assert reader.search(page, "cases")
        assert [url for url in asked if "search_index" in url]
    page.close()


def test_the_box_on_the_home_page_searches(browser, published):
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((published / "site/index.html").as_uri())
    page.locator("#ask").fill("cases")
    page.locator("#ask").press("Enter")
    assert reader.results(page)
    page.close()


def test_without_javascript_there_is_no_box_that_does_nothing(browser, published):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((published / "site/index.html").as_uri())
    assert not page.locator("#ask").is_visible()
    context.close()


def test_a_page_is_found_by_the_acronym_of_what_it_spells_out_its_years_and_codes(published):
    package = Package(published)
    made = [
        Page("measures/cases.html", "Cases", "x", ""),
        Page("areas/north-town.html", "North-Town", "x", ""),
        Page("documents/north-town-reply.html", "A reply on cases with a factor", "x", ""),
        Page("other.html", "Cases with a factored thing", "x", ""),
        Page("hidden.html", "Cases with a factor", "x", "", found=False),
    ]
    assert [page.keywords for page in search_words.with_keywords(made, package)] == [
        ("CWF", "2019", "2020"),
        ("E08000026",),
        ("CWF", "R1"),
        (),
        (),
    ]


def test_what_a_longer_name_holds_is_not_taken_for_another():
    acronyms = {"local authority": "LA", "local authority designated officer": "LADO"}
    assert search_words.shortened("the local authority designated officer", acronyms) == ["LADO"]
    assert search_words.shortened(
        "local authority designated officers of a local authority", acronyms
    ) == ["LADO", "LA"]


def test_what_stands_on_another_page_is_not_indexed_again(published):
    found = json.loads((published / "site/search/search_index.json").read_text(encoding="utf-8"))[
        "docs"
    ]
    assert not [entry["location"] for entry in found if entry["location"].startswith("figures/")]
    assert {
        "topics/exploitation.html",
        "measures/cases.html",
        "documents/north-town-reply/cases.html",
        "glossary.html#cwf",
    } <= {entry["location"] for entry in found}
