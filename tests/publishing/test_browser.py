"""The published site in a browser: from a folder and served, on a phone, with nothing from anyone
else.
"""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

from scripts.verbs import publish
from tests import reader, sample
from tests.naughty import NAUGHTY

PAGES = [
    "index.html",
    "documents/index.html",
    "documents/north-town-reply.html",
    "documents/north-town-reply/cases.html",
    "documents/north-town-reply/answers.html",
    "documents/north-town-reply/lost.html",
    "figures/north-town-reply/cases.html",
    "topics/exploitation.html",
    "measures/index.html",
    "measures/cases.html",
    "compare/foi.html",
    "checks/index.html",
    "checks/north-town-reply.html",
    "checks/by-rule/total.html",
    "proof.html",
    "figure-addresses.html",
    "dictionary.html",
    "download.html",
    "how-to-use.html",
    "how-it-is-made.html",
    "add-a-document.html",
    "404.html",
    "questions/index.html",
    "questions/how-many-cases.html",
    "areas/north-town.html",
    "glossary.html",
    "about/index.html",
    "about/faq.html",
    "about/cite.html",
    "about/reuse.html",
    "about/whats-new.html",
    "validation.html",
    "hosting.html",
    "topics/index.html",
    "missing.html",
    "about/quality.html",
    "about/corrections.html",
    "about/accessibility.html",
    "about/privacy.html",
    "about/contact.html",
    "ask/index.html",
    "ask/sql.html",
    "from-1-to-2.html",
    "what-moved.html",
    "add-a-chart.html",
]
WITH_NUMBERS = [  # kinds of pages that people open for a number
    "index.html",
    "topics/exploitation.html",
    "measures/index.html",
    "measures/cases.html",
    "areas/north-town.html",
    "documents/north-town-reply.html",
    "documents/north-town-reply/cases.html",
    "figures/north-town-reply/cases.html",
    "questions/how-many-cases.html",
    "compare/foi.html",
    "checks/index.html",
    "checks/north-town-reply.html",
    "checks/by-rule/total.html",
]
FIRST_VISIT = 100_000  # bytes, compressed
SMALLEST = """(least) => [...document.querySelectorAll(
    "main :is(button:not(.word), summary, select, input:not([type=hidden], [type=checkbox], "
    + "[type=radio])), header .md-header__button")]
    .filter((each) => each.checkVisibility({ checkVisibilityCSS: true }))
    .filter((each) => { const { width, height } = each.getBoundingClientRect();
        return width > 1 && height < least; })
    .map((each) => each.outerHTML.slice(0, 120))"""
NUMBER = """() => { const walk = document.createTreeWalker(
        document.querySelector("#main"), NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const holds = text.parentElement, range = document.createRange();
        range.selectNode(text);
        const shown = /[0-9]/.test(text.data) && holds.checkVisibility()
            && !holds.closest(".crumbs, h1, .vh, .meta") && range.getBoundingClientRect().width;
        if (shown) return range.getBoundingClientRect().top;
    }
    return Infinity; }"""
TARGETS = {
    "rules": {"target-size": {"enabled": True}}
}  # 24 pixels for a finger, which axe leaves out


@pytest.fixture(scope="module")
def served(published):
    with reader.served(published / "site") as address:
        yield address


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    page.close()


def elsewhere(page, own):
    return [url for url in page.asked if not url.startswith((own, "data:", "blob:"))]


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_never_scrolls_sideways_and_nothing_is_loaded_from_elsewhere(page, served, path):
    page.goto(f"{served}/{path}", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert elsewhere(page, served) == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", WITH_NUMBERS)
def test_the_first_number_stands_on_the_first_screen_of_a_phone(page, served, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/{path}")
    assert page.evaluate(NUMBER) < 640


@pytest.mark.parametrize("path", PAGES)
def test_main_controls_are_large_enough_for_a_finger(page, served, path):
    page.goto(f"{served}/{path}")
    assert page.evaluate(SMALLEST, 44) == []


@pytest.mark.parametrize("path", [path for path in PAGES if path != "ask/sql.html"])
def test_a_first_visit_is_light(page, served, published, path):
    """All that a page asks for, compressed as hosts do. Only the page that runs SQL is left out: it
    brings the program that computes, and the data.
    """
    page.goto(f"{served}/{path}", wait_until="networkidle")
    asked = {url.partition("#")[0].removeprefix(f"{served}/") for url in page.asked}
    files = [published / "site" / name for name in asked if not name.startswith(("data:", "blob:"))]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= FIRST_VISIT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page_with_all_its_details_open(browser, served, path, scheme):
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto(f"{served}/{path}")
        page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true })"
        )
        found = Axe().run(page, options=TARGETS).response["violations"]
        page.close()
        assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found] == [], width


def test_wide_tables_can_be_reached_by_keyboard(page, served):
    page.goto(f"{served}/documents/north-town-reply/cases.html")
    for region in page.locator(".scroll").all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"
        assert region.get_attribute("aria-label")


def test_search_works_from_a_folder(page, published):
    page.set_viewport_size({"width": 1280, "height": 900})
    folder = (published / "site").as_uri()
    page.goto(f"{folder}/index.html")
    assert f"{folder}/measures/assessments.html" in reader.search(page, "Assessments")
    assert elsewhere(page, folder) == []


def test_hostile_text_does_nothing_in_pages_and_search(page, tmp_path):
    root = sample.write(tmp_path, lambda value: f"{value} {' '.join(NAUGHTY)}")
    assert publish.main(root) == 0
    page.set_viewport_size({"width": 1280, "height": 900})
    folder = (root / "site").as_uri()
    for path in [path for path in PAGES if path != "404.html"]:  # only a server shows that one
        page.goto(f"{folder}/{path}")
        assert page.evaluate("window.hacked") is None, path
    page.goto(f"{folder}/index.html")
    assert reader.search(page, "Exploitation")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert elsewhere(page, folder) == []


@pytest.mark.parametrize("path", ["checks/north-town-reply.html", "topics/exploitation.html"])
def test_with_the_colours_of_the_system_what_can_be_opened_still_shows_its_arrow(
    browser, served, path
):
    page = browser.new_page(forced_colors="active")
    page.goto(f"{served}/{path}")
    arrows = page.evaluate(
        """() => [...document.querySelectorAll("#main summary")].map((each) => {
            const arrow = getComputedStyle(each, "::after");
            return [arrow.backgroundColor, getComputedStyle(document.body).backgroundColor];
        })"""
    )
    page.close()
    assert arrows
    assert all(arrow != ground for arrow, ground in arrows)


@pytest.mark.parametrize("path", PAGES)
def test_at_four_times_the_size_nothing_is_lost_at_the_side(browser, served, path):
    """A window of 1280 by 1024 pixels at 400%: what does not fit scrolls in a place of its own."""
    page = browser.new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page.goto(f"{served}/{path}")
    beyond = page.evaluate(
        """() => [...document.querySelectorAll("#main :is(a, button, p, h1, h2, li)")]
        .filter((each) =>
            each.checkVisibility() && !each.closest(".scroll, .vh, .picture, pre")
            && each.getBoundingClientRect().right > 321
        ).map((each) => each.outerHTML.slice(0, 120))"""
    )
    page.close()
    assert beyond == []
