"""The small package, and the whole one, each published once for all tests that only look at it."""

import shutil

import pytest

from scripts.model.package import Package
from scripts.verbs import build, publish
from tests import sample
from tests.conftest import copy_miniature


@pytest.fixture
def project(tmp_path):
    return sample.write(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """A published project; tests must not change it."""
    root = sample.write(tmp_path_factory.mktemp("published"))
    assert publish.main(root) == 0
    return root


@pytest.fixture(scope="session")
def whole(tmp_path_factory, repository):
    """The project itself, published with all its documents: for what is only true of them. Tests
    must not change it.
    """
    root = tmp_path_factory.mktemp("whole")
    for path in repository.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copyfile(path, root / path.name)
    for folder in ("data", "docs", "scripts/publishing/theme"):
        shutil.copytree(repository / folder, root / folder)
    assert publish.main(root) == 0
    return root


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of the project in small, built: one a module, whose tests leave it as they found
    it.
    """
    root = copy_miniature(tmp_path_factory.mktemp("package") / "miniature")
    assert build.main(root) == 0
    return Package(root)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """The project in small, built and published: checks of every rule and verdict. Tests must not
    change it.
    """
    root = with_docs(copy_miniature(tmp_path_factory.mktemp("small") / "project"))
    assert build.main(root) == 0
    shutil.copyfile(sample.PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(sample.PROJECT / "scripts/publishing/theme", root / "scripts/publishing/theme")
    assert publish.main(root) == 0
    return root


def with_docs(root):
    """The project in small with the guides of the project, and one question of its own."""
    shutil.copytree(
        sample.PROJECT / "docs",
        root / "docs",
        ignore=shutil.ignore_patterns(
            "questions", "charts", "topics", "glossary.csv", "corrections.csv"
        ),
    )
    question = (
        "---\ntopic: help\nknow: Children with a plan.\n---\n# How many children?\n\n**{{ "
        'figure("southmere-report-2021-22/plans-by-age/total/children") }}**.\n'
    )
    (root / "docs/questions").mkdir()
    (root / "docs/questions/how-many-children.md").write_text(question, encoding="utf-8")
    (root / "docs/corrections.csv").write_text(
        "date,version,figure_id,was,now,reason\n", encoding="utf-8"
    )
    return root
