"""Search finds figures, measures, documents and words, by what people type: served, and from a
folder.
"""

import json
import re

import pytest

from scripts.asking import bundles
from scripts.model.package import Package
from scripts.pages import search_words
from scripts.pages.rendering import Page
from scripts.publishing.search_index import COMMON, WORDS_BYTES, Entry, Index, base_36, listed
from scripts.publishing.search_tokens import key, singular, words
from scripts.publishing.sections import Section, sections
from tests import reader
from tests.naughty import NAUGHTY

FIRST_SEARCH = 150_000  # bytes
MOST_HEIGHT = 130  # pixels: a title and three lines
# what somebody types, and the page that must be first, or the pages that must be the first in any
# order
TYPED = [
    ("CSE", "glossary.html topics/exploitation.html"),
    ("LADO", "glossary.html topics/allegations.html"),
    ("neglect", "measures/children_on_protection_plans_percent.html"),
    ("grooming", "topics/exploitation.html"),
    ("looked after", "topics/children_in_care.html"),
    ("children in care", "topics/children_in_care.html"),
    ("section 47", "glossary.html measures/people_trained.html"),
    ("social worker numbers", "measures/front_line_social_workers.html"),
    ("how many kids", "measures/population.html"),
    ("leicster", "areas/leicester.html"),
    ("excluded", "topics/education.html"),
    ("funding", "topics/money.html"),
    ("who pays", "questions/who-pays-for-the-partnership.html"),
    ("training cost", "measures/training_cost_per_session.html"),
    ("domestic abuse", "measures/people_trained.html"),
    ("child protection plan September 2015", "questions/children-on-plans-september-2015.html"),
    ("attendance", "measures/board_attendance_percent.html measures/pupil_absence_percent.html"),
    ("FOI", "compare/foi.html"),
    ("2019", "measures/assessments_with_factor.html"),
    ("2018/19", "measures/assessments_with_factor.html"),
    ("71894", "measures/population.html"),
    ("345,300", "measures/population.html"),
    ("£1200", "measures/training_cost_per_day.html"),
    ("E08000026", "areas/coventry.html"),
    ("REQ07955", "documents/coventry-foi-req07955.html"),
    ("download csv", "download.html"),
    ("excel", "download.html"),
    ("licence", "about/reuse.html"),
    ("GDPR", "documents/coventry-foi-req07955/mandatory-training.html"),
    ("cite", "about/cite.html"),
    ("how reliable", "about/quality.html"),
    ("poverty", "measures/children_in_relative_poverty.html"),
    ("compare England", "documents/coventry-lscb-2014-15/education-answers.html"),
]
FIRST_VALUE = {"neglect": "43.3%", "71894": "71,894", "345,300": "345,300", "£1200": "£1,200"}


@pytest.fixture(scope="module", params=["served", "from a folder"])
def opened(request, browser, whole):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    site = whole / "site"
    with reader.served(site) as address:
        page.base = address if request.param == "served" else site.as_uri()
        page.goto(f"{page.base}/about/privacy.html")
        yield page
    page.close()


def test_what_people_type_brings_what_they_mean_first(opened):
    for typed, wanted in TYPED:
        found = [link.partition("#")[0] for link in reader.search(opened, typed)]
        pages = list(dict.fromkeys(link.removeprefix(f"{opened.base}/") for link in found))
        assert pages[: len(wanted.split())] == wanted.split(), (typed, pages[:4])
        if typed in FIRST_VALUE:
            shown = opened.locator(reader.ITEM).first.inner_text()
            assert FIRST_VALUE[typed] in shown, (typed, shown)


def test_a_first_search_takes_few_bytes(browser, whole):
    page = browser.new_page()
    sizes = []
    page.on("response", lambda one: sizes.append(len(one.body())) if "search" in one.url else 0)
    with reader.served(whole / "site") as address:
        page.goto(f"{address}/about/privacy.html", wait_until="networkidle")
        assert sum(sizes) < 5_000  # the script that waits
        reader.search(page, "children in care leicster")
        page.wait_for_load_state("networkidle")
    assert sum(sizes) < FIRST_SEARCH
    page.close()


def test_no_two_results_read_alike_and_none_is_long(opened):
    for typed in ("children", "training", "2015"):
        reader.search(opened, typed)
        texts = opened.locator(f"{reader.RESULT} article").all_text_contents()
        assert len(texts) == len(set(texts)) > 5, typed
        heights = opened.eval_on_selector_all(
            f"{reader.RESULT} article",
            "(all) => all.map((each) => each.getBoundingClientRect().height)",
        )
        assert max(heights) < MOST_HEIGHT, typed


def test_nothing_of_the_search_is_loaded_before_somebody_searches(browser, published):
    page = browser.new_page()
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    with reader.served(published / "site") as address:
        page.goto(f"{address}/index.html", wait_until="networkidle")
        assert not [url for url in asked if "/search/" in url or url.endswith("search.js")]
        assert reader.search(page, "cases")
        assert [url for url in asked if url.endswith("search/start.js")]
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


ENTRIES = [
    Entry(
        "topics/a.html",
        "Exploitation and missing children",
        "A topic.",
        "topic",
        [("Exploitation and missing children", 9)],
    ),
    Entry("areas/l.html", "Leicester", "A city.", "area", [("Leicester", 15), ("E06000016", 15)]),
    Entry("measures/c.html", "Cases", "A measure.", "measure", [("Cases of policies", 10)]),
    Entry(
        "f.html#1",
        "71,894 – Cases",
        "2018.",
        "figure",
        [("71894", 15), ("cases", 8), ("2018/19", 8)],
        "measures/c.html",
    ),
    Entry(
        "f.html#2",
        "1,280 – Cases",
        "2019.",
        "figure",
        [("1280", 15), ("cases", 8), ("2019/20", 8)],
        "measures/c.html",
    ),
    Entry("b.html", "<b>Bold</b> & co", "x", "page", [("bold", 9), ("constructor", 3)]),
]


def index():
    made = Index(
        {"grooming": ["exploitation and missing children"], "kid": ["missing children"]},
        {"topic": 1.5, "area": 1.5, "measure": 1.2, "figure": 1, "page": 1},
    )
    for entry in ENTRIES:
        made.add(entry)
    return made


@pytest.fixture(scope="module")
def asking(browser, tmp_path_factory):
    """A page from a folder that has the search and a small index: a function from what is typed to
    the results.
    """
    folder = tmp_path_factory.mktemp("search")
    (folder / "search").mkdir()
    (folder / "assets").mkdir()
    for path, text in index().files():
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "assets/search.js").write_text(bundles.bundle("search.js"), encoding="utf-8")
    (folder / "index.html").write_text('<!doctype html><script src="assets/search.js"></script>')
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    yield lambda typed: page.evaluate("(typed) => searchSite(typed)", typed)
    page.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("leicester", "areas/l.html"),
        ("leicster", "areas/l.html"),
        ("leicesterr", "areas/l.html"),
        ("liecester", "areas/l.html"),
        ("keicester", "areas/l.html"),
        ("leic", "areas/l.html"),
        ("e06000016", "areas/l.html"),
        ("grooming", "topics/a.html"),
        ("kids", "topics/a.html"),
        ("case", "measures/c.html"),
        ("policy", "measures/c.html"),
        ("1,280", "f.html#2"),
        ("1280", "f.html#2"),
        ("£1,280", "f.html#2"),
        ("2018/19", "f.html#1"),
        ("constructor", "b.html"),
    ],
)
def test_words_are_found_as_people_type_them(asking, typed, first):
    groups = asking(typed)
    best = max((item for item in groups[0]), key=lambda item: item["score"])
    assert best["location"] == first


@pytest.mark.parametrize("typed", ["zebra", "1,281", "", "?", "__proto__", "toString"])
def test_what_is_not_there_is_not_found(asking, typed):
    assert asking(typed) == []


def test_results_of_one_page_stand_together_below_it(asking):
    groups = asking("cases")
    assert [item["location"] for item in groups[0]] == ["measures/c.html", "f.html#1", "f.html#2"]
    assert asking("71894")[0][0]["location"] == "measures/c.html"


def test_titles_are_escaped_and_marks_never_break_what_is_escaped(asking):
    item = asking("bold")[0][0]
    assert item["title"] == "&lt;b&gt;<mark>Bold</mark>&lt;/b&gt; &amp; co"


def test_hostile_words_do_nothing(asking):
    for naughty in NAUGHTY:
        assert isinstance(asking(naughty), list)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Cases of 2018/19", ["case", "2018/19", "2018", "2019"]),
        ("£1,280.50 and 43.3%", ["#1280.50", "#43.3"]),
        ("section 47", ["section", "#47", "47"]),
        ("REQ07955 children's policies", ["req07955", "children", "policy"]),
        ("Café, 1,280", ["cafe", "#1280"]),
        ("", []),
    ],
)
def test_texts_are_cut_into_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("many", "one"),
    [("cases", "case"), ("boxes", "box"), ("abuse", "abuse"), ("status", "status"), ("gas", "gas")],
)
def test_plurals(many, one):
    assert singular(many) == one


def test_a_phrase_keeps_its_little_words():
    assert key("How many Kids?") == "how many kid"


def test_lists_are_deltas_and_a_common_word_keeps_those_that_say_most():
    assert listed([3 * 16 + 2, 40 * 16 + 15]) == "3C11P"
    assert (base_36(0), base_36(35), base_36(36)) == ("", "z", "10")
    many = [number * 16 + (9 if number > 5 else 1) for number in range(COMMON + 6)]
    assert listed(many).startswith("*6J")


def test_pieces_are_small_and_have_names_for_every_system():
    files = dict(index().files())
    assert all(
        re.fullmatch(r"search/[a-z]+[-_][\w]+\.(js|json)|search/start\.js", path) for path in files
    )
    assert all(len(text) < WORDS_BYTES + 1_000 for text in files.values())


def test_what_reads_alike_is_added_once_and_a_page_says_its_address():
    made = index()
    before = len(made)
    made.add(ENTRIES[3])
    assert len(made) == before
    made.add(ENTRIES[1]._replace(address="areas/other.html"))
    assert "A city. areas/other.html" in dict(made.files())["search/shown-0.js"]


def test_sections_have_an_address_and_leave_out_tables_and_code():
    html = (
        "<p>before</p><section id='_a'><h2>A "
        "<b>b</b></h2><p>one</p><table><td>no</td></table></section>"
        "<h3 id='x'>X</h3>two<section data-search-exclude id='_n'><h2>No</h2>no</section>"
    )
    assert sections(html) == [Section("_a", "A b", "one"), Section("x", "X", "two")]


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
    acronyms = search_words.Acronyms(
        {"local authority": "LA", "local authority designated officer": "LADO"}
    )
    assert acronyms.of("the local authority designated officer") == ["LADO"]
    assert acronyms.of("local authority designated officers of a local authority") == ["LADO", "LA"]


def test_pages_figures_answers_and_words_are_in_the_index(published):
    found = {
        row[0]
        for path in (published / "site/search").glob("shown-*.js")
        for row in json.loads(path.read_text(encoding="utf-8").partition(",")[2].strip()[:-1])
    }
    assert {
        "topics/exploitation.html",
        "measures/cases.html",
        "documents/north-town-reply/cases.html",
        "figures/north-town-reply/cases.html#total.cases",
        "glossary.html#cwf",
        "how-it-is-made.html",
    } <= found
