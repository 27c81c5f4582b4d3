"""Everything the site holds: the pages of every kind, and the files that go with them."""

from collections.abc import Iterator

from scripts.website import (
    about,
    areas,
    checks,
    comparison,
    corrections,
    datasets,
    dictionary,
    documents,
    download,
    figures,
    glossary,
    home,
    how_to_use,
    measures,
    proof,
    questions,
    search,
    tables,
    topics,
    validation,
    versions,
)
from scripts.website.charts import made
from scripts.website.downloads import csv_on_the_web
from scripts.website.package import Package
from scripts.website.pages import Page

KINDS = (
    home,
    questions,
    documents,
    areas,
    tables,
    figures,
    topics,
    measures,
    comparison,
    checks,
    proof,
    dictionary,
    glossary,
    about,
    download,
    how_to_use,
    validation,
    versions,
)


def pages(package: Package) -> Iterator[Page]:
    """Every generated page, with the words it is found by, its description for programs, and a notice where a figure on it was corrected."""
    corrected = corrections.all_of(package)
    described = datasets.by_page(package)
    found = search.with_keywords([each for kind in KINDS for each in kind.pages(package)], package)
    yield from (
        datasets.with_dataset(
            corrections.with_notice(each, corrections=corrected, package=package), described
        )
        for each in found
    )


def files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file that goes with a page: charts to take away, and what the columns of each CSV are. The downloads are made elsewhere."""
    for path, content in made.files(package):
        yield path, content
        if path.endswith(".csv"):
            yield (
                f"{path}-metadata.json",
                csv_on_the_web.of_text(package.downloads.package, path, content),
            )
    for path in sorted((package.root / "docs").glob("*.csv")):
        yield (
            f"{path.name}-metadata.json",
            csv_on_the_web.of_text(
                package.downloads.package, f"docs/{path.name}", path.read_text(encoding="utf-8")
            ),
        )
