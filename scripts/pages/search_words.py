"""What people type and no page prints: acronyms for the words of a page, the years and the codes of its area. Search finds pages by them too."""

import re

from scripts.model.package import Package
from scripts.pages import addresses
from scripts.pages.glossary import glossary_page
from scripts.pages.rendering import Page

YEAR = re.compile(r"\d{4}")
WEIGHTS = {
    "topics/": 6,
    "areas/": 4,
    addresses.GLOSSARY: 10,
    "questions/": 4,
    "measures/": 2,
    addresses.REUSE: 20,
    addresses.DICTIONARY: 0.2,
}


def with_keywords(pages: list[Page], package: Package) -> list[Page]:
    """The pages that search shows, each with the words it should be found by, and the weight of its kind."""
    acronyms = {
        row["stands_for"].lower(): row["term"]
        for row in glossary_page.of_kind("acronym", glossary_page.entries(package))
    }
    figures, codes = figures_of(package), codes_of(package)
    return [
        page._replace(
            keywords=tuple(
                keywords(
                    page, figures.get(page.path, []), codes.get(page.path, []), acronyms, package
                )
            ),
            weight=weight(page.path),
        )
        if page.found
        else page
        for page in pages
    ]


def weight(path: str) -> float:
    """Pages that explain and lead on come before those that they lead to."""
    return next((heavier for start, heavier in WEIGHTS.items() if path.startswith(start)), 1)


def figures_of(package: Package) -> dict[str, list[dict]]:
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
    page: Page, figures: list[dict], codes: list[str], acronyms: dict[str, str], package: Package
) -> list[str]:
    found = shortened(
        f"{page.title} {page.description} {' '.join(terms(figures, package))}".lower(), acronyms
    )
    found += sorted({year for row in figures for year in years(row)})
    return list(dict.fromkeys(found + codes))


def shortened(text: str, acronyms: dict[str, str]) -> list[str]:
    """The acronyms for what the text spells out; the longest first, so that no part of it counts as another."""
    found = []
    for spelt in sorted(acronyms, key=len, reverse=True):
        text, times = re.subn(rf"\b{re.escape(spelt)}s?\b", " ", text)
        found += [acronyms[spelt]] if times else []
    return found


def terms(figures: list[dict], package: Package) -> set[str]:
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


def years(figure: dict) -> list[str]:
    """The years in which the period begins and ends."""
    return YEAR.findall(f"{figure['period_start'][:4]} {figure['period_end'][:4]}")
