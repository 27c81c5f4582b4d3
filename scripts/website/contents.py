"""Everything the site holds: the pages of every kind, and the files that go with them."""

from collections.abc import Iterator

from scripts.website import about, areas, checks, comparison, corrections, dictionary, documents, figures, glossary, home, measures, proof, questions, search, tables, topics
from scripts.website.charts import made
from scripts.website.package import Package
from scripts.website.pages import Page

KINDS = (home, questions, documents, areas, tables, figures, topics, measures, comparison, checks, proof, dictionary, glossary, about)


def pages(package: Package) -> Iterator[Page]:
    """Every generated page, with the words it is found by, and a notice where a figure on it was corrected."""
    corrected = corrections.all_of(package)
    found = search.with_keywords([each for kind in KINDS for each in kind.pages(package)], package)
    yield from (corrections.with_notice(each, corrections=corrected, package=package) for each in found)


def files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file that goes with a page: charts to take away. The downloads are made elsewhere."""
    yield from made.files(package)
