"""What people type and no page prints: acronyms for the words of a page, the years and the codes of its area. Search finds pages by them too."""

import re

from scripts.website import addresses, glossary
from scripts.website.package import Package
from scripts.website.pages import Page

YEAR = re.compile(r"\d{4}")


def with_keywords(pages: list[Page], package: Package) -> list[Page]:
    """The pages, each with the words it should be found by."""
    acronyms = {row["stands_for"].lower(): row["term"] for row in glossary.of_kind("acronym", glossary.entries(package))}
    figures, areas = figures_of(package), {addresses.area(row["area_id"]): row for row in package["areas"]}
    return [page._replace(keywords=tuple(keywords(page, figures.get(page.path, []), areas.get(page.path), acronyms, package))) if page.found else page for page in pages]


def figures_of(package: Package) -> dict[str, list[dict]]:
    """The figures that stand on the page of each table and each measure."""
    tables = {addresses.table(row["table_id"]): package.group("figures", "table_id", row["table_id"]) for row in package["tables"]}
    measures = {addresses.measure(row["measure_id"]): package.group("figures", "measure_id", row["measure_id"]) for row in package["measures"]}
    return {path: rows for path, rows in (tables | measures).items() if rows}


def keywords(page: Page, figures: list[dict], area: dict | None, acronyms: dict[str, str], package: Package) -> list[str]:
    spoken = f"{page.title} {page.description} {' '.join(terms(figures, package))}".lower()
    found = [short for words, short in acronyms.items() if words in spoken]
    found += sorted({year for row in figures for year in years(row)})
    found += [area[column] for column in ("new_la_code", "old_la_code") if area and area[column]]
    return list(dict.fromkeys(found))


def terms(figures: list[dict], package: Package) -> set[str]:
    """What the figures count: their measures, categories and areas."""
    pairs = {(row[f"breakdown_{i}_dimension"], row[f"breakdown_{i}_category"]) for row in figures for i in (1, 2)}
    return {
        *(package.title("measures", row["measure_id"]) for row in figures),
        *(package.title("categories", pair) for pair in pairs if pair[0]),
        *(package.title("areas", row["area_id"]) for row in figures),
    }


def years(figure: dict) -> list[str]:
    """The years in which the period begins and ends."""
    return YEAR.findall(f"{figure['period_start'][:4]} {figure['period_end'][:4]}")
