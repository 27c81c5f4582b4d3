"""Pages with official statistics in a browser: a journalist's path, and nothing that axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import reader

PAGES = [
    "official/index.html",
    "official/why.html",
    "official/mapping.html",
    "official/southmere.html",
    "measures/children_with_a_plan.html",
    "areas/southmere.html",
    "topics/help.html",
    "proof.html",
]
TARGETS = {"rules": {"target-size": {"enabled": True}}}
OPEN = "document.querySelectorAll('details').forEach((each) => { each.open = true })"


@pytest.fixture(scope="module")
def served(small_site):
    with reader.served(small_site / "site") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, served, path, scheme):
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto(f"{served}/{path}")
        page.evaluate(OPEN)
        found = Axe().run(page, options=TARGETS).response["violations"]
        sideways = page.evaluate("document.documentElement.scrollWidth")
        page.close()
        assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found] == [], width
        assert sideways <= width


def test_a_journalist_walks_from_the_home_page_to_where_the_numbers_differ(browser, served):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{served}/index.html")
    reader.follow(page, "Our figures beside the official statistics")
    assert page.locator("#main h1").inner_text() == "Beside the official statistics"
    reader.follow(page, "Where Southmere's numbers differ")
    differing = page.locator("#_differs table")
    row = differing.get_by_role("row").filter(has_text="103")
    assert "Official 101" in " ".join(row.inner_text().split())
    assert "Our guess: The official count leaves out unborn children." in row.inner_text()
    reader.go(page, row.get_by_role("link").first)
    said = " ".join(page.locator("#main").inner_text().split())
    assert "Ours less the official one: 2." in said
    page.close()


def test_who_asks_why_finds_real_pairs(browser, served):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{served}/official/index.html")
    reader.follow(page, "Why don't these match the official statistics?")
    said = page.locator("#main").inner_text()
    assert "Both count the same, and the numbers still differ" in said
    assert page.locator("#main table td.official").count() > 0
    page.close()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_an_official_line_differs_from_ours_without_colour(browser, served, media):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{served}/measures/children_with_a_plan.html")
    page.emulate_media(media=media)
    picture = page.locator("#official-plans-southmere .picture.wide svg")
    assert picture.is_visible()
    assert picture.locator("path[stroke-dasharray^='6']").count() > 0
    assert "Official: Southmere" in " ".join(picture.locator("text").all_text_contents())
    assert page.locator("#official-plans-southmere .official-word").first.is_visible()
    page.close()
