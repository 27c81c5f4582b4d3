"""The validation page: every standard that the files keep, by what each is checked, and how many
files there are of each.
"""

from collections.abc import Iterator

from scripts.formats import discovered
from scripts.model.package import Package
from scripts.offering import downloads, schema_org
from scripts.offering.offered import Standard
from scripts.pages import addresses, words
from scripts.pages.rendering import Page, page

LEAD = (
    "Which standards the files keep, and by which validators that are not ours they are held to "
    "them."
)


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.VALIDATION]


def pages(package: Package) -> Iterator[Page]:
    yield page(
        "validation/validation.html",
        addresses.VALIDATION,
        "How the files are checked",
        LEAD,
        package,
        standards=standards(package),
        tables=len(package.rows),
        rows=sum(len(rows) for rows in package.rows.values()),
        released=words.day(package.released),
    )


def standards(package: Package) -> list[tuple[Standard, str]]:
    """Every standard with how many files, or pages, of today's site are held to it."""
    files = package.once(downloads.make).files
    found = [
        (standard, words.counted(sum(file.label == each.label for file in files), "file"))
        for each in discovered().values()
        for standard in each.standards
    ]
    described = 2 + len(package["documents"]) + len(package["tables"])
    return [*found, (schema_org.STANDARD, words.counted(described, "page"))]
