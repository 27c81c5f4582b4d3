"""The glossary: words of the project and acronyms from docs/glossary.csv, measures and categories
from the vocabulary.
"""

import json
from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.pages import acronyms, addresses
from scripts.pages.rendering import Page, page

WORDS_FILE = "assets/glossary-words.js"


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.GLOSSARY]


def pages(package: Package) -> Iterator[Page]:
    words = entries(package)
    measures = [
        measure
        for measure in package["measures"]
        if package.group("figures", "measure_id", measure["measure_id"])
    ]
    yield page(
        "glossary/glossary.html",
        addresses.GLOSSARY,
        "Glossary",
        (
            "Every word and acronym of this site in plain English: measures, categories, "
            "and the words we use for them."
        ),
        package,
        words_of_ours=of_kind("word", words),
        acronyms=of_kind("acronym", words),
        letters=letters(of_kind("acronym", words)),
        measures=sorted(measures, key=lambda row: row["title"].lower()),
        categories=categories(package),
    )


def entries(package: Package) -> list[dict[str, Any]]:
    """Every word that people explained; none where there is no list."""
    return [{**row, "anchor": anchor(row["term"])} for row in acronyms.rows(package)]


def words_script(package: Package) -> str:
    """A script with what each acronym means and its anchor in the glossary: pages explain it where
    it stands.
    """
    found = {
        row["term"]: [f"{row['stands_for']}. {row['meaning']}".lstrip(". "), row["anchor"]]
        for row in of_kind(acronyms.ACRONYM, entries(package))
    }
    listed = json.dumps(found, indent=0)
    return f"window.glossaryWords = {listed};\n"


def of_kind(kind: str, found: list[dict[str, Any]]) -> list[dict[str, str]]:
    return sorted(
        (row for row in found if row["kind"] == kind), key=lambda row: row["term"].lower()
    )


def letters(rows: list[dict[str, str]]) -> dict[str, str]:
    """The anchor of the first term of each letter."""
    return {row["term"][0].upper(): row["anchor"] for row in reversed(rows)}


def anchor(term: str) -> str:
    return term.lower().replace(" ", "-")


def categories(package: Package) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """Each dimension with those of its categories that have a definition."""
    found = [
        (
            dimension,
            [
                row
                for row in package.group("categories", "dimension_id", dimension["dimension_id"])
                if row["definition"]
            ],
        )
        for dimension in package["dimensions"]
    ]
    return [entry for entry in found if entry[1]]
