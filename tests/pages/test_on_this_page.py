"""The list of sections beside the text, the words explained in place, and the day of the next
update.
"""

import json

import pytest

from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.pages import on_this_page, words
from scripts.pages.glossary import glossary_page
from scripts.pages.rendering import Page
from scripts.publishing import fit_to_publish

SECTION = '<section id="{0}"><h2>About {0} <span class="quiet">12</span></h2></section>'


def page(amount, head="<header><h1>Numbers</h1></header>"):
    sections = "".join(SECTION.format(f"part-{number}") for number in range(amount))
    return Page("a.html", "Numbers", "", head + sections)


def test_a_page_of_several_sections_lists_them_behind_its_head():
    body = on_this_page.with_contents(page(4)).body
    head, _, rest = body.partition('<nav class="contents"')
    assert head.startswith("<header>")
    assert "<section" not in head
    listed = rest.partition("</nav>")[0]
    assert '<a href="#part-3">About part-3</a>' in listed
    assert "12" not in listed
    assert type(body) is str


@pytest.mark.parametrize("given", [page(2), page(5, head="")])
def test_a_short_page_or_one_without_a_head_stays_as_it_is(given):
    assert on_this_page.with_contents(given) == given


def test_the_script_of_acronyms_says_what_each_means_and_where_it_stands_in_the_glossary(package):
    script = glossary_page.words_script(package)
    found = json.loads(script.removeprefix("window.glossaryWords = ").removesuffix(";\n"))
    listed = glossary_page.of_kind("acronym", glossary_page.entries(package))
    assert list(found) == [row["term"] for row in listed]
    assert script.isascii()


@pytest.mark.parametrize("place", [".lead", ".ways span"])
def test_an_acronym_is_explained_where_it_stands_by_key_and_by_touch(place, browser, published):
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((published / "site/index.html").as_uri())
    page.evaluate(
        """place => {
            window.glossaryWords = { ZZZ: ["Made up for this test.", "zzz"] };
            const said = document.querySelector(`#main .sf ${place}`);
            said.textContent = "What ZZZ counts. ZZZ again.";
        }""",
        place,
    )
    page.add_script_tag(url=(published / "site/assets/words-in-place.js").as_uri())
    word = page.locator("button.word", has_text="ZZZ")
    assert word.count() == 1
    meaning = page.locator(".meaning", has_text="Made up for this test.")
    assert not meaning.is_visible()
    word.focus()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    word.click()
    assert meaning.get_by_role("link").get_attribute("href").endswith("glossary.html#zzz")
    page.close()


def test_pages_say_when_the_next_update_is_planned_and_nothing_where_the_contract_does_not(project):
    package = Package(project)
    package.contract["next_update"] = "2031-05-31"
    assert words.next_update(package) == "The next update is planned by 31 May 2031."
    del package.contract["next_update"]
    assert words.next_update(package) == ""


@pytest.mark.parametrize(
    ("planned", "fits"),
    [
        ("2999-05-31", True),
        ("", True),
        ("May", False),
        ("2000-01-01", False),
        ("2999-02-40", False),
    ],
)
def test_a_planned_update_is_a_day_after_the_release(project, planned, fits):
    described = {**read_json(project / "datapackage.json"), "next_update": planned}
    assert (fit_to_publish.date_problems(described) == []) is fits
