"""The pages about the site: each is there and can be reached, says what the data says, and has
words for when there is nothing.
"""

import json

import pytest
from markupsafe import escape

from scripts.model.package import Package
from scripts.pages import corrections
from scripts.pages.about import about_page
from scripts.pages.area import area_page
from scripts.pages.comparison import comparison_page
from scripts.pages.download import download_page
from scripts.pages.glossary import glossary_page
from scripts.pages.home import home_page
from scripts.publishing import contents
from scripts.verbs import publish
from tests import reader, sample

EXPECTED = [
    "index",
    "accessibility",
    "cite",
    "contact",
    "corrections",
    "faq",
    "privacy",
    "quality",
    "reuse",
    "whats-new",
]
CORRECTION = (
    "date,version,figure_id,was,now,reason\n"
    "2027-03-01,1.0.1,north-town-reply/cases/north/cases,1100,1200,A digit was misread.\n"
)


def pages(root, kind=contents):
    return {page.path: page for page in kind.pages(Package(root))}


def with_second_council(root, kind="council_report"):
    """The second document becomes a report: it was not asked anything."""
    path = root / "data/tidy/documents.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(
            line.replace("foi_response", kind) if "south-town-reply" in line else line
            for line in lines
        ),
        encoding="utf-8",
    )
    return root


def test_every_page_that_people_expect_is_there_and_is_reached_from_the_foot_of_each_page(
    published,
):
    assert set(pages(published, about_page)) >= {f"about/{name}.html" for name in EXPECTED}
    foot = (published / "site/index.html").read_text(encoding="utf-8").partition('class="foot"')[2]
    assert [name for name in EXPECTED if f'href="about/{name}.html"' not in foot] == []
    assert 'href="glossary.html"' in foot


def test_a_page_that_is_not_there_leads_on(published):
    lost = (
        (published / "site/404.html")
        .read_text(encoding="utf-8")
        .partition('id="main"')[2]
        .partition('class="foot"')[0]
    )
    assert all(
        f"{way}.html" in lost
        for way in ("index", "topics/index", "documents/index", "glossary", "about/contact")
    )


def test_without_a_correction_the_page_says_so_in_words_and_no_page_has_a_notice(published):
    found = pages(published)
    assert (
        "None. No number on this site has had to be corrected"
        in found["about/corrections.html"].body
    )
    assert not [path for path, page in found.items() if 'aria-label="Corrected"' in page.body]


def test_a_correction_stands_on_every_page_that_shows_its_figure_and_on_no_other(project):
    (project / "docs/corrections.csv").write_text(CORRECTION)
    noticed = {
        path for path, page in pages(project).items() if 'aria-label="Corrected"' in page.body
    }
    assert {
        "documents/north-town-reply/cases.html",
        "figures/north-town-reply/cases.html",
        "compare/foi.html",
        "measures/cases.html",
    } <= noticed
    assert not noticed & {
        "index.html",
        "documents/south-town-reply/cases.html",
        "about/corrections.html",
        "glossary.html",
    }
    body = pages(project, about_page)["about/corrections.html"].body
    assert "1 March 2027" in body
    assert "A digit was misread." in body
    assert publish.main(project) == 0


def test_a_correction_of_a_figure_that_is_not_there_is_told_and_nothing_is_published(
    project, capsys
):
    (project / "docs/corrections.csv").write_text(CORRECTION.replace("north/cases", "none/cases"))
    assert publish.main(project) == 1
    told = "row 1, column 'figure_id': 'north-town-reply/cases/none/cases' is not a figure"
    assert f"docs/corrections.csv: {told}" in capsys.readouterr().err


def test_a_correction_that_the_figure_does_not_bear_out_is_refused(project, capsys):
    (project / "docs/corrections.csv").write_text(CORRECTION.replace(",1200,", ",1250,"))
    assert publish.main(project) == 1
    assert "says that it is '1250' now, and the figure says" in capsys.readouterr().err


def test_an_older_correction_agrees_with_what_the_next_one_says_it_was(project):
    older = CORRECTION.replace(",1200,", ",1250,")
    newer = "2028-01-01,1.0.2,north-town-reply/cases/north/cases,1250,1200,Other.\n"
    (project / "docs/corrections.csv").write_text(older + newer)
    assert [one.row["now"] for one in corrections.all_of(Package(project))] == ["1200", "1250"]


def test_the_newest_correction_comes_first(project):
    (project / "docs/corrections.csv").write_text(
        CORRECTION + "2028-01-01,1.0.2,north-town-reply/cases/total/cases,1,1300,Other.\n"
    )
    assert [one.row["date"] for one in corrections.all_of(Package(project))] == [
        "2028-01-01",
        "2027-03-01",
    ]


def test_one_setting_says_where_to_report(project):
    assert "no address for reports yet" in pages(project, about_page)["about/contact.html"].body
    contract = json.loads((project / "datapackage.json").read_text())
    contract["contributors"][0]["path"] = "https://figures.example/reports"
    (project / "datapackage.json").write_text(json.dumps(contract))
    assert (
        'href="https://figures.example/reports"'
        in pages(project, about_page)["about/contact.html"].body
    )


def test_terms_of_re_use_stand_by_document_with_basis_and_the_line_to_copy(published):
    body = pages(published, about_page)["about/reuse.html"].body
    for place in ("North-Town", "South-Town"):
        assert f"{place} Council, a reply." in body
    assert body.count("Ask first.") == 2


def test_every_word_of_the_glossary_has_its_place_and_every_measure_and_category_is_in_it(
    published,
):
    body = pages(published, glossary_page)["glossary.html"].body
    assert all(f'id="{anchor}"' in body for anchor in ("cwf", "figure", "part"))
    assert "measures/cases.html" in body


def test_without_a_list_of_words_there_is_still_a_glossary(project):
    (project / "docs/glossary.csv").unlink()
    assert "Acronyms" not in pages(project, glossary_page)["glossary.html"].body


def test_an_area_has_its_codes_its_documents_and_its_topics(published):
    body = pages(published, area_page)["areas/north-town.html"].body
    assert all(
        each in body
        for each in ("E08000026", "documents/north-town-reply.html", "topics/exploitation.html")
    )
    assert "areas/west-town.html" not in pages(published, area_page)


def test_the_home_page_has_search_questions_topics_and_councils_before_its_promises(published):
    body = pages(published, home_page)["index.html"].body
    places = [
        body.index(mark)
        for mark in (
            'id="ask"',
            "What matters most",
            "how-many-cases.html",
            "topics/exploitation.html",
            "areas/north-town.html",
            "Three promises",
        )
    ]
    assert places == sorted(places)


def test_what_must_not_be_compared_is_said_before_the_numbers_with_its_reason(published):
    body = pages(published, comparison_page)["compare/foi.html"].body
    block = body[body.index('class="block"') :]
    assert body.index("must not be compared") < body.index("<h2>Numbers</h2>")
    assert block.index("One counts cases, the other assessments.") < block.index("1,200")


def test_a_document_is_listed_with_its_area_once(project):
    body = pages(project, comparison_page)["compare/foi.html"].body
    assert "North-Town: a reply" in body and "<b>North-Town:</b>" not in body
    path = project / "data/tidy/documents.csv"
    path.write_text(path.read_text().replace("North-Town: a reply", "A reply"))
    assert "<b>North-Town:</b>" in pages(project, comparison_page)["compare/foi.html"].body


def test_measures_of_which_something_is_stated_stand_together_and_others_alone():
    stated = [
        {"measure_id": "a", "other_measure_id": "b"},
        {"measure_id": "c", "other_measure_id": "b"},
    ]
    assert comparison_page.groups(["a", "b", "c", "d"], stated) == [{"a", "b", "c"}, {"d"}]


@pytest.mark.parametrize(("asked_both", "words"), [(True, "Not stated"), (False, "Not asked")])
def test_a_reply_that_is_silent_does_not_state_it_and_a_report_was_not_asked(
    project, asked_both, words
):
    root = project if asked_both else with_second_council(project)
    path = root / "data/tidy/answers.csv"
    path.write_text(
        "".join(
            line
            for line in path.read_text().splitlines(keepends=True)
            if "south-town" not in line or not asked_both
        )
    )
    package = Package(root)
    shown = comparison_page.columns(package)
    rows = comparison_page.questions(shown, package)[0][1]
    north, south = rows[0].cells
    assert (bool(north[0]), shown[1].asked) == (True, asked_both)
    assert (south[1], bool(south[0])) == (words, not asked_both)


def test_a_subject_that_only_a_report_has_was_asked_of_nobody():
    shown = [
        comparison_page.Column({"document_id": name}, name, name, asked)
        for name, asked in (("reply", True), ("report", False))
    ]
    only_report = comparison_page.subject("s", [{"document_id": "report", "subject": "s"}], shown)
    assert [word for found, word in only_report.cells if not found] == ["Not asked"]


def test_a_third_council_appears_by_itself(tmp_path):
    root = sample.write(
        tmp_path,
        documents={"north-town": "cases", "south-town": "assessments", "west-town": "cases"},
    )
    body = pages(root, comparison_page)["compare/foi.html"].body
    assert body.count('scope="col">West-Town') == body.count('scope="col">North-Town') > 1


def test_without_a_reply_there_is_nothing_to_put_side_by_side(project):
    path = project / "data/tidy/documents.csv"
    path.write_text(path.read_text().replace("foi_response", "council_report"))
    (only,) = pages(project, comparison_page).values()
    assert "There is nothing to compare yet" in only.body


def test_nothing_is_kept_on_the_device_but_the_colours_that_the_reader_chose(browser, published):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    with reader.served(published / "site") as address:
        page.goto(f"{address}/index.html", wait_until="networkidle")
        reader.search(page, "cases")
        page.goto(f"{address}/topics/exploitation.html", wait_until="networkidle")
        assert page.locator("body").get_attribute("data-md-color-scheme")
        kept = "[Object.keys(localStorage), Object.keys(sessionStorage)].flat()"
        before = page.evaluate(kept)
        page.locator("label[for^=__palette]:visible").click()
        assert (before, [key.split(".")[-1] for key in page.evaluate(kept)], context.cookies()) == (
            [],
            ["__palette"],
            [],
        )
        colours = page.locator("body").get_attribute("data-md-color-media")
        page.reload(wait_until="networkidle")
        assert page.locator("body").get_attribute("data-md-color-media") == colours
    context.close()


def test_the_letters_of_the_glossary_lead_to_the_first_acronym_of_each():
    rows = [{"term": term, "anchor": term.lower()} for term in ("CAF", "Cafcass", "GP")]
    assert glossary_page.letters(rows) == {"C": "caf", "G": "gp"}


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (1280, 2)])
def test_the_glossary_is_as_many_columns_as_there_is_room_for(browser, published, width, columns):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((published / "site/glossary.html").as_uri())
    assert (
        len(
            set(
                page.evaluate(
                    "[...document.querySelectorAll('#acronyms ~ .beside > div')].map((each) "
                    "=> each.getBoundingClientRect().left)"
                )
            )
        )
        == columns
    )
    page.close()


def test_the_download_page_says_what_the_files_of_topics_and_documents_are_once(small_site):
    body = pages(small_site, download_page)["download.html"].body
    for section in ("_topics", "_documents"):
        listed = body.partition(f'id="{section}"')[2].partition("</section>")[0]
        whats = {each.what for each in listed_in(section, small_site)}
        assert len(listed_in(section, small_site)) > len(whats) > 0
        assert {what: listed.count(escape(what)) for what in whats} == dict.fromkeys(whats, 1)


def listed_in(section, root):
    """The files of all topics, or of all documents."""
    package = Package(root)
    return (
        download_page.by_topic(package)
        if section == "_topics"
        else [each for _, own, _ in download_page.by_document(package) for each in own.files]
    )
