"""Acronyms read as such wherever an id is said in words, and none that a page shows lacks its row
in the glossary.
"""

import pytest

from scripts.model.files import csv_text
from scripts.model.package import Package
from scripts.pages import acronyms, words
from scripts.verbs import publish

LISTED = [
    {"kind": "acronym", "term": "GP"},
    {"kind": "acronym", "term": "Cafcass"},
    {"kind": "acronym", "term": "CC BY"},
    {"kind": "capitals", "term": "TOTAL"},
    {"kind": "word", "term": "area"},
]


@pytest.fixture
def package(project):
    return Package(project)


def explain(root, rows=LISTED):
    (root / acronyms.LIST).write_text(csv_text(["kind", "term"], rows), encoding="utf-8")


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("gp-clinical-lead", "GP clinical lead"),
        ("letters-to-gps", "Letters to GPs"),
        ("cafcass-audits", "Cafcass audits"),
        ("gpsy", "Gpsy"),
        ("total", "Total"),
        ("north_town_police", "North Town police"),
        ("", ""),
        ("south-eastmarsh-trust", "South Eastmarsh trust"),
        ("head-of-north-town-and-eastmarsh", "Head of North Town and Eastmarsh"),
        ("letters-to-hill-council", "Letters to Hill Council"),
        ("hill-path", "Hill path"),
        ("chair-from-september-2014", "Chair from September 2014"),
        ("what-may-change", "What may change"),
        ("forum-2024-05", "Forum 2024-05"),
        ("plan_2014_15", "Plan 2014-15"),
        ("levels-1-2-and-3", "Levels 1 2 and 3"),
        ("child-t-practice-review", "Child T practice review"),
        ("appendix-a", "Appendix A"),
        ("grades-a-to-c", "Grades A to C"),
        ("limits-of-a-board", "Limits of a board"),
        ("a-day-at-work", "A day at work"),
        ("head-of-childrens-homes", "Head of children's homes"),
        ("childrens-homes", "Children's homes"),
        ("councils", "Councils"),
    ],
)
def test_a_subject_is_said_with_the_acronyms_of_the_glossary_and_the_names_of_the_vocabulary(
    project, id_, said
):
    explain(project)
    package = Package(project)
    package["areas"][0]["title"] = "North Town"
    package["areas"][1]["title"] = "North Town and Eastmarsh"
    package["publishers"][0]["title"] = "Hill Council"
    assert words.subject({"subject": id_}, package) == said


def test_a_new_acronym_is_one_row(project):
    explain(project, [*LISTED, {"kind": "acronym", "term": "QXZ"}])
    assert words.subject({"subject": "head-of-qxz"}, Package(project)) == "Head of QXZ"


def missing(package):
    return {problem.place: problem.what for problem in acronyms.problems(package)}


def test_nothing_is_missing_from_the_list_of_a_project_that_is_sound(package):
    assert missing(package) == {}


@pytest.mark.parametrize(
    "text", ["The QXZ meets.", "(QXZ)", "Two QXZs.", "QXZ", "CWF/QXZ", "“QXZ”"]
)
def test_capitals_in_a_cell_that_have_no_row_are_told_with_their_column(package, text):
    package["measures"][0]["definition"] = text
    assert missing(package) == {"QXZ": "has no row, and is in measures, column definition"}


@pytest.mark.parametrize(
    "text",
    ["DfE said so.", "A word.", "QXZQXZQ is too long.", "Cafcass, printed as CAFCASS.", "CWF"],
)
def test_other_words_are_not_told(package, text):
    package["measures"][0]["definition"] = text
    assert missing(package) == {}


def test_what_quotes_the_print_is_not_asked_for(package):
    package["figures"][0]["value_as_published"] = "QXZ"
    assert missing(package) == {}


def test_prose_is_read_without_its_code(project):
    (project / "docs/about/faq.md").write_text(
        '# Questions\n\nThe QXZ. `QXA` {{ figure("QXB") }} [words](QXC)\n\n```\nQXD\n```\n',
        encoding="utf-8",
    )
    assert missing(Package(project)) == {"QXZ": "has no row, and is in docs/about/faq.md"}


def test_without_a_list_nothing_is_asked(project):
    (project / acronyms.LIST).unlink()
    assert acronyms.problems(Package(project)) == []
    assert words.subject({"subject": "gp-lead"}, Package(project)) == "Gp lead"


def test_a_missing_acronym_is_told_and_nothing_is_published(project, capsys):
    with (project / "docs/about/faq.md").open("a", encoding="utf-8") as faq:
        faq.write("\nThe QXZ.\n")
    assert publish.main(project) == 1
    assert "docs/glossary.csv: QXZ: has no row" in capsys.readouterr().err
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("id_", "printed", "said"),
    [
        ("quiet-rooms", "it is called Quiet Rooms by all", "Quiet Rooms"),
        ("all-age-plan", "the All-age Plan", "All age Plan"),
        ("quiet-rooms", "QUIET ROOMS", "Quiet rooms"),
        ("quiet-rooms", "rooms that are quiet", "Quiet rooms"),
        ("quiet-rooms", "", "Quiet rooms"),
    ],
)
def test_a_subject_keeps_the_capitals_of_the_print(package, id_, printed, said):
    row = {"subject": id_, "answer_as_published": printed}
    assert words.subject(row, package) == said
