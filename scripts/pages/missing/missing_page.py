"""Everything that the documents don't give, on one page: gaps by document, and by topic cells
without a number and answers that are not there.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.pages import absences, addresses
from scripts.pages.rendering import Page, page

DESCRIPTION = (
    "What the documents don't give: pictures without numbers, blank and damaged cells, questions "
    "without an answer."
)


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.MISSING]


def pages(package: Package) -> Iterator[Page]:
    yield page(
        "missing/missing.html",
        addresses.MISSING,
        "What's missing",
        DESCRIPTION,
        package,
        of_documents=absences.of_documents(package),
        of_topics=absences.of_topics(package),
    )
