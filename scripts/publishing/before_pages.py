"""What people wrote round the data that its pages could not show: told before any page is made, so
that build can tell it.

Reads docs/ and the package; writes nothing. Looked at are the prose, the list of corrections, words
in capitals that nobody explained, links, worked queries, what charts are made of, the pairs of
files in DfE's layout, and addresses that two pages would have. A project without docs/ has no site,
and nothing to tell.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from scripts.asking import worked_queries
from scripts.charts import definition_problems
from scripts.formats import sqlite
from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages import acronyms, corrections, prose
from scripts.pages.about import about_page
from scripts.pages.how_to_use import how_to_use_page
from scripts.pages.question import question_page
from scripts.pages.topic import topic_page
from scripts.publishing import addresses_once, fit_to_publish, pairs, prose_links


def problems(package: Package) -> list[Problem]:
    """Everything that is wrong, of a package whose tables may not be written yet."""
    if not (package.root / prose.FOLDER).is_dir():
        return []
    return fit_to_publish.problems(package.root) or [
        *prose.guide_problems(package),
        *refused(spoken(package)),
        *corrections.problems(package),
        *prose_links.problems(package),
        *acronyms.problems(package),
        *worked_queries.problems(package.root, empty_database(package)),
        *definition_problems.problems(package),
        *pairs.problems(package),
        *addresses_once.problems(package),
    ]


def spoken(package: Package) -> Iterator[Callable[[], object]]:
    """All prose that says facts, page by page."""
    yield partial(question_page.all_of, package)
    if how_to_use_page.stands_at(package):
        yield partial(how_to_use_page.written, package)
    for path in prose.pages_in(about_page.FOLDER, package):
        yield partial(about_page.written, path, package)
    for path in prose.pages_in(topic_page.FOLDER, package):
        yield partial(topic_page.written, path, package)


def refused(pieces: Iterable[Callable[[], object]]) -> Iterator[Problem]:
    """What keeps pieces of prose from being said."""
    for piece in pieces:
        try:
            piece()
        except prose.Broken as broken:
            yield from broken.problems


def empty_database(package: Package) -> bytes:
    """The database that queries are asked of, with its columns and without its rows."""
    return sqlite.database(Package(package.root, {name: [] for name in package.rows}))


def of_files(root: Path, made: dict[str, str]) -> list[Problem]:
    """The same of a project where the files of `made`, text by path, will stand."""
    return problems(Package.with_files(root, made))
