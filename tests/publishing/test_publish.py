"""Publishing the small package: what the site holds, that it is the package, and that a failing run
changes nothing.
"""

import hashlib
from pathlib import Path

import frictionless
import pytest

from scripts.model.package import Package
from scripts.publishing import contents
from scripts.verbs import publish
from tests import sample


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "documents/index.html",
        "documents/north-town-reply.html",
        "documents/north-town-reply/cases.html",
        "documents/north-town-reply/lost.html",
        "figures/north-town-reply/cases.html",
        "api/v1/tables/north-town-reply/cases.json",
        "topics/exploitation.html",
        "measures/cases.html",
        "compare/foi.html",
        "checks/index.html",
        "checks/north-town-reply.html",
        "dictionary.html",
        "download.html",
        "how-to-use.html",
        "how-it-is-made.html",
        "404.html",
        "datapackage.json",
        "data/tidy/figures.csv",
        "data/by-table/north-town-reply/cases.csv",
        "data/sources/north-town-reply/cases.csv",
    ],
)
def test_every_kind_of_address_exists(published, address):
    assert (published / "site" / address).is_file()


def test_every_figure_and_check_has_its_address(published):
    site = published / "site"
    assert 'id="total.cases"' in (site / "figures/north-town-reply/cases.html").read_text()
    assert (
        'id="north-town-reply.total.cases"' in (site / "checks/north-town-reply.html").read_text()
    )


def test_the_site_is_the_package(published):
    report = frictionless.Package(str(published / "site/datapackage.json")).validate()
    assert not report.errors
    assert {task.name for task in report.tasks} == {
        table["name"] for table in Package(published).contract["resources"]
    }


def test_the_first_thing_to_know_stands_before_the_numbers_and_the_others_follow(published):
    page = (published / "site/documents/north-town-reply/cases.html").read_text()
    first = page.index('<p class="first-caveat">')
    assert first < page.index("<h2>As printed") < page.index("<h2>What you should know")


def test_a_printed_blank_shows_its_marker_and_a_difference_its_check(published):
    page = (published / "site/documents/north-town-reply/cases.html").read_text()
    assert "[x]" in page
    assert "../../checks/north-town-reply.html#north-town-reply.total.cases" in page


def test_two_runs_give_the_same_bytes(project):
    assert publish.main(project) == 0
    first = hashes(project / "site")
    assert publish.main(project) == 0
    assert hashes(project / "site") == first


def test_a_third_document_brings_its_pages_and_nothing_else_changes(tmp_path, published):
    root = sample.write(
        tmp_path,
        documents={"north-town": "cases", "south-town": "assessments", "west-town": "cases"},
    )
    before, after = (
        {page.path for page in contents.pages(Package(folder))} for folder in (published, root)
    )
    assert after - before == {
        "documents/west-town-reply.html",
        "documents/west-town-reply/cases.html",
        "documents/west-town-reply/answers.html",
        "documents/west-town-reply/lost.html",
        "figures/west-town-reply/cases.html",
        "checks/west-town-reply.html",
        "areas/west-town.html",
    }
    assert (root / "mkdocs.yml").read_bytes() == (published / "mkdocs.yml").read_bytes()


@pytest.mark.parametrize(
    "prose",
    [
        "[nowhere](nowhere.md)\n",
        '<a href="nowhere.html">nowhere</a>\n',
        '<img src="https://example.org/pixel.png" alt="">\n',
        '<a href="dictionary.html#nothing">nothing</a>\n',
    ],
)
def test_a_page_unfit_to_show_leaves_the_site_as_it_was(project, capsys, prose):
    (project / "site").mkdir()
    (project / "site/index.html").write_text("before")
    (project / "docs/how-to-use.md").write_text(f"# How to use\n\n{prose}")
    assert publish.main(project) == 1
    assert hashes(project / "site") == {"index.html": hashlib.sha256(b"before").hexdigest()}
    assert "site/ is as it was" in capsys.readouterr().err
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == []


def test_without_a_finished_package_publishing_says_what_to_do(tmp_path, capsys):
    assert publish.main(tmp_path) == 1
    assert "make build" in capsys.readouterr().err
