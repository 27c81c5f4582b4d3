"""Everything the site holds: the pages of every kind, and the files that go with them."""

from collections.abc import Iterator

from scripts.ground.files import csv_text
from scripts.website import about, addresses, areas, checks, comparison, corrections, dictionary, documents, figures, glossary, home, measures, questions, search, tables, topics
from scripts.website.package import Package
from scripts.website.pages import Page

KINDS = (home, questions, documents, areas, tables, figures, topics, measures, comparison, checks, dictionary, glossary, about)


def pages(package: Package) -> Iterator[Page]:
    """Every generated page, with the words it is found by, and a notice where a figure on it was corrected."""
    corrected = corrections.all_of(package)
    found = search.with_keywords([made for kind in KINDS for made in kind.pages(package)], package)
    yield from (corrections.with_notice(made, corrections=corrected, package=package) for made in found)


def files(package: Package) -> Iterator[tuple[str, str]]:
    """Every generated file that is not a page: tidy rows table by table, and each table's figures as JSON."""
    for table in package["tables"]:
        table_id = table["table_id"]
        for kind in ("figures", "answers"):
            if rows := package.group(kind, "table_id", table_id):
                yield addresses.table_csv(table_id, kind), csv_text(list(rows[0]), rows)
        if rows := package.group("figures", "table_id", table_id):
            yield addresses.figures_json(table_id), figures.json_text(rows, package)

