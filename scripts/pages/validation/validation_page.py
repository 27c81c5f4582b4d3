"""The validation page: every standard that the files keep, by what each is checked, and how many files there are of each."""

import re
from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import downloads
from scripts.offering.standards import STANDARDS, Standard
from scripts.pages import addresses, words
from scripts.pages.rendering import Page, page

LEAD = "Which standards the files keep, and by which validators that are not ours they are held to them."


def pages(package: Package) -> Iterator[Page]:
    found = [(standard, amount(standard, package)) for standard in STANDARDS]
    yield page(
        "validation/validation.html",
        addresses.VALIDATION,
        "How the files are checked",
        LEAD,
        package,
        standards=found,
        tables=len(package.contract["resources"]),
        rows=sum(len(rows) for rows in package.rows.values()),
        released=words.day(package.contract["created"][:10]),
    )


def amount(standard: Standard, package: Package) -> str:
    """How many files, or pages, of today's site are held to the standard."""
    paths = ["datapackage.json", *(file.path for file in package.once(downloads.make).files)]
    number = sum(bool(re.search(standard.pattern, path)) for path in paths)
    return words.counted(
        number or 2 + len(package["documents"]) + len(package["tables"]),
        "file" if number else "page",
    )
