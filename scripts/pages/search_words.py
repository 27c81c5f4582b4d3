"""What people type and no page prints: acronyms for the words of a page, the years and the codes of
its area. Search finds pages by them too.
"""

import re
from collections.abc import Iterable, Iterator

from scripts.model.package import Package
from scripts.pages import addresses
from scripts.pages.glossary import glossary_page
from scripts.pages.rendering import Page

YEAR = re.compile(r"\d{4}")


class Acronyms:
    """What a text may spell out, in lower case, with the acronym for it: of two that begin alike,
    the longer counts.
    """

    def __init__(self, by_words: dict[str, str]):
        self._by_words = by_words
        longest = sorted(map(re.escape, by_words), key=len, reverse=True)
        self._spelt = re.compile(rf"\b({'|'.join(longest)})s?\b") if longest else None

    def of(self, text: str) -> list[str]:
        """The acronyms for what the text spells out, in its order."""
        found = self._spelt.findall(text) if self._spelt else []
        return list(dict.fromkeys(self._by_words[words] for words in found))


def with_keywords(pages: Iterable[Page], package: Package) -> Iterator[Page]:
    """The pages, each that search shows with the words it should be found by, one at a time."""
    spelt = Acronyms(
        {
            row["stands_for"].lower(): row["term"]
            for row in glossary_page.of_kind("acronym", glossary_page.entries(package))
        }
    )
    figures, codes = figures_of(package), codes_of(package)
    for page in pages:
        if page.found:
            own, known_by = figures.get(page.path, []), codes.get(page.path, [])
            page = page._replace(keywords=tuple(keywords(page, own, known_by, spelt, package)))
        yield page


def figures_of(package: Package) -> dict[str, list[dict[str, str]]]:
    """The figures that stand on the page of each table and each measure."""
    tables = {
        addresses.table(row["table_id"]): package.group("figures", "table_id", row["table_id"])
        for row in package["tables"]
    }
    measures = {
        addresses.measure(row["measure_id"]): package.group(
            "figures", "measure_id", row["measure_id"]
        )
        for row in package["measures"]
    }
    return {path: rows for path, rows in (tables | measures).items() if rows}


def codes_of(package: Package) -> dict[str, list[str]]:
    """The codes of each area, and the reference of each document."""
    areas = {
        addresses.area(row["area_id"]): [row["gss_code"], row["old_la_code"]]
        for row in package["areas"]
    }
    documents = {
        addresses.document(row["document_id"]): [row["reference"]] for row in package["documents"]
    }
    return {path: [code for code in codes if code] for path, codes in (areas | documents).items()}


def keywords(
    page: Page,
    figures: list[dict[str, str]],
    codes: list[str],
    acronyms: Acronyms,
    package: Package,
) -> list[str]:
    found = acronyms.of(
        f"{page.title} {page.description} {' '.join(sorted(terms(figures, package)))}".lower()
    )
    found += sorted({year for row in figures for year in years(row)})
    return list(dict.fromkeys([*found, *codes, *page.keywords]))


def terms(figures: list[dict[str, str]], package: Package) -> set[str]:
    """What the figures count: their measures, categories and areas."""
    pairs = {
        (row[f"breakdown_{i}_dimension"], row[f"breakdown_{i}_category"])
        for row in figures
        for i in (1, 2)
    }
    return {
        *(package.title("measures", row["measure_id"]) for row in figures),
        *(package.title("categories", pair) for pair in pairs if pair[0]),
        *(package.title("areas", row["area_id"]) for row in figures),
    }


def years(figure: dict[str, str]) -> list[str]:
    """The years in which the period begins and ends."""
    return YEAR.findall(f"{figure['period_start'][:4]} {figure['period_end'][:4]}")
