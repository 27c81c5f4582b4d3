"""The number that a printed cell stands for, or the marker and reason where it has none."""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import printed
from scripts.reading.sources import Document

SIGNS = {"%": ("percent",), "per cent": ("percent",), "£": ("gbp", "gbp_thousand")}


class Value(NamedTuple):
    """A number as exact digits; or none, with a marker and, where it was withheld, the reason."""

    number: str
    marker: str = ""
    reason: str = ""


def read(cell: dict, given: str, unit: str, vocabulary: Vocabulary) -> tuple[Value, list[Problem]]:
    """What a cell's token stands for: by itself, by `means` of its column, or by a number or marker `given` beside it."""
    words = vocabulary.number_words(unit)
    meant = cell["means"].get(cell["token"], given or cell["token"])
    marker, _, reason = meant.partition(" ")
    if marker in vocabulary["markers"] and (given or cell["token"] in cell["means"]):
        return Value("", marker, reason), []
    number = printed.number(meant, words)
    problems = [*_unit_problems(cell, unit), *_given_problems(cell, given, words)]
    if number is None:
        how = "Say in `means`, or in a column `value`, which number or marker it stands for"
        problems.append(
            Problem(cell["file"], cell["place"], f"{cell['token']!r} is not a number", how)
        )
    return Value(number or ""), problems


def _unit_problems(cell: dict, unit: str) -> Iterator[Problem]:
    for sign, units in SIGNS.items():
        if sign in cell["token"] and unit and unit not in units:
            what = f"{cell['token']!r} is printed with {sign}, but the measure's unit is {unit!r}"
            yield Problem(cell["file"], cell["place"], what, "Use a measure with the printed unit")


def _given_problems(cell: dict, given: str, words: dict[str, str]) -> Iterator[Problem]:
    """A number given beside the printed words is the one that they say; words that depend on the sentence may stand for any."""
    if (
        given
        and given != printed.number(cell["token"], words)
        and words.get(cell["token"].strip().lower()) != ""
    ):
        how = "Correct the cell; or, if these words do stand for a number, add them to data/vocabulary/number_words.csv with `numeral` no"
        yield Problem(cell["file"], cell["place"], f"{cell['token']!r} does not say {given}", how)


def separator_problems(document: Document) -> Iterator[Problem]:
    """Numbers of a printed column without the thousands separator that others of the column have."""
    for table in document.descriptor["resources"]:
        for field in table.get("schema", {}).get("fields", []):
            tokens = (
                [row[field["name"]] for row in document.rows[table["name"]]]
                if isinstance(field.get("gives"), dict)
                else []
            )
            if not any(printed.THOUSANDS.search(token) for token in tokens):
                continue
            for number, token in enumerate(tokens, start=1):
                if printed.NO_SEPARATOR.fullmatch(token) and token not in field.get("means", {}):
                    what = f"{token!r} has no thousands separator, and other numbers of the column have one"
                    how = "Copy the number as printed; if it is printed so, say in `means` which number it stands for"
                    yield Problem(
                        document.file(table["name"]),
                        f"row {number}, column {field['name']!r}",
                        what,
                        how,
                    )
