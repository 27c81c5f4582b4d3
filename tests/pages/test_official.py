"""Official statistics stand beside our figures, marked as official, and a journalist finds where
they differ.
"""

import html
import re
import shutil

import pytest

from scripts.model.package import Package
from scripts.pages import beside
from scripts.pages.figure import figure_page
from scripts.pages.home import home_page
from scripts.pages.measure import measure_page
from scripts.pages.official import official_page
from scripts.verbs import build

LINK = re.compile(r'<a [^>]*href="([^"#]*)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def text(body):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def bodies(package):
    kinds = (home_page, official_page, figure_page, measure_page)
    return {page.path: page.body for kind in kinds for page in kind.pages(package)}


def follow(path, words, pages):
    """The address behind the link with these words on a page."""
    found = [address for address, said in LINK.findall(pages[path]) if words in text(said)]
    assert found, f"{path} has no link {words!r}"
    folder = path.rpartition("/")[0]
    steps = f"{folder}/{found[0]}".lstrip("/").split("/")
    while ".." in steps:
        place = steps.index("..")
        del steps[max(place - 1, 0) : place + 1]
    return "/".join(steps)


@pytest.fixture(scope="module")
def pages(package):
    return bodies(package)


def test_a_journalist_finds_where_the_numbers_of_a_council_differ(pages):
    register = follow("index.html", "Our figures beside the official statistics", pages)
    area = follow(register, "Where Southmere's numbers differ", pages)
    said = text(pages[area])
    assert "Southmere, 31 March 2022 103" in said
    assert "Official 101" in said
    assert "Differs slightly" in said
    assert "Our guess: The official count leaves out unborn children." in said


def test_the_home_page_has_the_totals_of_the_register(pages):
    assert "1 figure agrees with official statistics" in text(pages["index.html"])
    assert "Of the others 3 differ slightly, none differs more" in text(pages["index.html"])


def test_a_figure_shows_value_period_difference_and_why(pages):
    said = text(pages["figures/northbridge-foi-1234/referrals-by-source.html"])
    assert "Official 302 , Referrals, April 2020 to March 2021 (for the same time)" in said
    assert "Ours less the official one: -2." in said
    assert "Our guess why: The council may have corrected its return." in said


def test_a_figure_without_a_counterpart_says_why(pages):
    said = text(pages["figures/northbridge-foi-1234/prose.html"])
    assert "Official statistics Not collected." in said


def test_a_measure_has_the_official_series_as_a_table_of_its_own(pages):
    body = pages["measures/children_with_a_plan.html"]
    tables = re.findall(r'<table class="data tidy official">.*?</table>', body, re.DOTALL)
    assert len(tables) > 1
    for table in tables:
        assert 'class="official-word">Official<' in table
        assert "Official statistics: " in text(table)
        assert "103" not in text(table)
    assert "Southmere, 31 March 2022 101 50.0" in text(tables[-1])


def test_the_page_why_is_built_from_the_pairs(pages):
    said = text(pages["official/why.html"])
    assert "Both count the same, and the numbers still differ" in said
    assert "They count different things" in said


def test_the_mapping_names_publication_licence_and_copy(pages):
    said = text(pages["official/mapping.html"])
    assert "The children count of Exampleland" in said
    assert "Open Government Licence v3.0" in said
    assert "plans_2021_to_2022.csv, copied on 27 April 2026" in said


def test_every_official_number_is_marked_by_a_word(pages):
    for path, body in pages.items():
        for part in re.findall(r'<(?:ul|td) class="official".*?</(?:ul|td)>', body, re.DOTALL):
            assert "Official" in text(part), path


def test_a_project_without_official_tables_shows_nothing_of_it(miniature):

    shutil.rmtree(miniature / "data/official")
    assert build.main(miniature) == 0
    bare = Package(miniature)
    assert not beside.is_there(bare)
    assert list(official_page.pages(bare)) == []
    assert "Three promises" in bodies(bare)["index.html"]
