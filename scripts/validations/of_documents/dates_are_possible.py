"""The date and the period of a document lie in years that the vocabulary calls possible, so that a
mistyped year is noticed. Without such years nothing is asked.

Figures need no law of their own: their periods lie within the document's, or have a flag.
"""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import periods
from scripts.reading.facts import Facts
from scripts.reading.sources import DESCRIPTOR
from scripts.validations.refusal import NORTHBRIDGE, SOUTHMERE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/{DESCRIPTOR}",
        '"date": "2021-05-14"',
        '"date": "3021-05-14"',
        "document/date: 3021 lies outside the years from 1900 to 2100",
    ),
    Refusal(
        f"{SOUTHMERE}/{DESCRIPTOR}",
        '"period": "2021-04/2022-03"',
        '"period": "1021-04/2022-03"',
        "document/period: 1021 lies outside the years from 1900 to 2100",
    ),
]
YEAR = "year"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    possible = vocabulary["units"].get(YEAR)
    about = facts.document.descriptor["document"]
    if not possible:
        return
    least, most = int(possible["min"]), int(possible["max"])
    for word in ("date", "period"):
        for year in years_of(about[word]):
            if not least <= year <= most:
                place = f"{facts.document.folder}/{DESCRIPTOR}"
                what = f"{year} lies outside the years from {least} to {most}"
                cure = f"Correct the year; what is possible stands in units.csv under {YEAR}"
                yield Problem(place, f"document/{word}", what, cure)


def years_of(code: str) -> list[int]:
    """The years in which a day or a period begins and ends, each once."""
    read = periods.parse(code)
    return sorted({int(day[:4]) for day in (read.start, read.end) if day})
