"""The list of words that people explained, docs/glossary.csv: names spelt as it spells them, and
acronyms that it lacks.
"""

import calendar
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.model.problems import Problem

LIST = Path("docs/glossary.csv")
ACRONYM = "acronym"
MONTH = re.compile(
    rf"\b({'|'.join(calendar.month_name[1:])})(?= \d{{4}}\b)", re.IGNORECASE
)  # only before its year: may and march are words too
NO_APOSTROPHE = re.compile(
    r"\b(children|women|men)s\b", re.IGNORECASE
)  # they are many already: their s can only say whose
CAPITALS = re.compile(r"(?<![^\s(“‘\"'/])[A-Z]{2,6}(?=s?(?:[\s).,;:?!”’\"'/]|$))")
NOT_PROSE = re.compile(r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)", re.DOTALL)
AS_PRINTED = ("_as_published", "row_label", "column_label")
CURE = "Add a row of kind acronym; or of kind capitals, if the word is only in capitals"


@lru_cache(maxsize=1)
def rows(package: Package) -> list[dict[str, Any]]:
    """Every row of the list; none where there is no list."""
    path = package.root / LIST
    return read_rows(path) if path.is_file() else []


@lru_cache(maxsize=1)
def names(package: Package) -> dict[str, str]:
    """Acronyms, areas, the places that an area is made of, and publishers as they are spelt, by
    their small letters.
    """
    areas = [row["title"] for row in package["areas"] if row["area_id"] in _spoken_of(package)]
    titles = [*areas, *(row["title"] for row in package["publishers"])]
    places = [place for area in areas for place in area.split(" and ")]
    return {
        name.lower(): name
        for name in [
            *titles,
            *places,
            *(row["term"] for row in rows(package) if row["kind"] == ACRONYM),
        ]
    }


def _spoken_of(package: Package) -> set[str]:
    """The areas of documents and facts: not all of the vocabulary, for some towns are words
    (Reading, Bury, Down).
    """
    tables = ("documents", "figures", "answers", "publishers")
    return {row["area_id"] for name in tables for row in package[name]}


def spelt(text: str, package: Package) -> str:
    """The text with each name and month as it is spelt, also where it is one of several: gps
    becomes GPs, childrens children's.
    """
    text = NO_APOSTROPHE.sub(r"\1's", MONTH.sub(lambda month: month[0].capitalize(), text))
    known = names(package)
    pattern = package.once(_spelt)
    return pattern.sub(lambda found: known[found[1].lower()] + found[2], text) if pattern else text


def _spelt(package: Package) -> re.Pattern[str] | None:
    """Any of the names, alone or as one of several: of two that begin alike, the longer."""
    longest_first = sorted(map(re.escape, names(package)), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"\b({'|'.join(longest_first)})(s?)\b", re.IGNORECASE)


def problems(package: Package) -> list[Problem]:
    """Words of 2 to 6 capitals that a page shows and the list does not have. Without a list nothing
    is asked.
    """
    listed = {word for row in rows(package) for word in re.findall(r"[A-Z]+", row["term"].upper())}
    found = (
        {word: place for place, text in shown(package) for word in reversed(CAPITALS.findall(text))}
        if listed
        else {}
    )
    return [
        Problem(str(LIST), word, f"has no row, and is in {place}", CURE)
        for word, place in found.items()
        if word not in listed
    ]


def shown(package: Package) -> Iterator[tuple[str, str]]:
    """What pages say, with where it is written: every cell but those that quote the print, and all
    prose without its code.
    """
    for table, found in package.rows.items():
        for column in found[0] if found else ():
            if not column.endswith(AS_PRINTED):
                distinct = dict.fromkeys(row[column] or "" for row in found)
                yield f"{table}, column {column}", " \n".join(distinct)
    for path in sorted((package.root / "docs").rglob("*.md")):
        yield (
            str(path.relative_to(package.root)),
            NOT_PROSE.sub(" ", path.read_text(encoding="utf-8")),
        )
