"""What axe cannot see by itself: the drawer and the search results open, focus that shows, headings
in order, no keyboard trap.
"""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import reader
from tests.publishing.test_browser import PAGES, served  # noqa: F401 (a fixture)

WIDTHS = [320, 1280]


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


def opened(browser, address, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address)
    return page


def violations(page):
    page.wait_for_timeout(400)  # what slides in must have come to rest, or its colours are mixed
    page.wait_for_function(
        "() => document.getAnimations().every((each) => each.playState !== 'running')"
    )
    return [
        (fault["id"], fault["nodes"][0]["html"][:200])
        for fault in Axe().run(page).response["violations"]
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_search_results_open(browser, served, scheme, width):  # noqa: F811
    page = opened(browser, f"{served}/index.html", width, scheme)
    if width == 320:
        page.locator("label.md-header__button[for=__search]").click()
    reader.search(page, "assessments")
    page.locator(reader.RESULT).first.wait_for()
    assert violations(page) == []
    page.close()


def test_axe_finds_nothing_with_the_drawer_open(browser, served, scheme):  # noqa: F811
    page = opened(browser, f"{served}/documents/north-town-reply/cases.html", 320, scheme)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.wait_for_function(
        "() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0"
    )
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_headings_stand_in_order(browser, served, path):  # noqa: F811
    page = opened(browser, f"{served}/{path}", 1280, "light")
    levels = page.evaluate(
        "[...document.querySelectorAll('main h1, main h2, main h3, main h4, main "
        "h5')].map((each) => Number(each.tagName[1]))"
    )
    page.close()
    assert levels[0] == 1 and levels.count(1) == 1, levels
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def test_focus_shows_and_is_never_trapped(browser, served, scheme):  # noqa: F811
    page = opened(browser, f"{served}/documents/north-town-reply/cases.html", 1280, scheme)
    last = page.locator("footer a").last
    reached = False
    for _ in range(200):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "(() => { const own = getComputedStyle(document.activeElement); return "
            "[own.outlineStyle, own.outlineWidth, own.boxShadow, "
            "document.activeElement.outerHTML.slice(0, 120)] })()"
        )
        assert (shown[0] != "none" and shown[1] != "0px") or shown[2] != "none", shown
        reached = last.evaluate("(each) => each === document.activeElement")
        if reached:
            break
    page.close()
    assert reached
