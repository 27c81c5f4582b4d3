"""Two pages or files at one address are told, with what to rename."""

import pytest

from scripts.model.package import Package
from scripts.publishing import addresses_once, before_pages


def told(package):
    return [(problem.file, problem.what) for problem in addresses_once.problems(package)]


def test_every_page_and_file_of_the_project_in_small_has_its_own_address(project):
    assert told(Package(project)) == []


@pytest.mark.parametrize(
    ("table", "column", "address"),
    [
        ("documents", "document_id", "documents/index.html"),
        ("figures", "measure_id", "measures/index.html"),
        ("checks", "document_id", "checks/index.html"),
    ],
)
def test_what_has_the_name_of_a_list_is_told(project, table, column, address):
    package = Package(project)
    package.rows[table] = [{**row, column: "index"} for row in package[table][:1]]
    assert (address, "2 pages or files would stand here") in told(package)


def test_a_table_whose_figures_stand_where_another_s_answers_do_is_told(project):
    package = Package(project)
    one = {**package["tables"][0], "table_id": "a/b", "figures": "1", "answers": "1"}
    other = {**one, "table_id": "a/b-answers", "answers": "0"}
    package.rows["tables"] = [one, other]
    assert ("data/by-table/a/b-answers.csv", "2 pages or files would stand here") in told(package)


def test_build_asks(project, monkeypatch):
    asked = []
    monkeypatch.setattr(addresses_once, "problems", lambda package: asked.append(package) or [])
    (project / "docs").mkdir(exist_ok=True)
    before_pages.problems(Package(project))
    assert len(asked) == 1
