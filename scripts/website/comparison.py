"""The councils' FOI answers side by side, and other documents where they speak to the same question. Absence is an answer too."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from scripts.website import addresses
from scripts.website.package import Package
from scripts.website.pages import Page, page

FOI = "foi_response"
LONG_WORD = 3


class Row(NamedTuple):
    """One subject of a question or one group of a measure: for each document of the page, its facts."""

    name: str
    facts: list[list[dict]]


def pages(package: Package) -> Iterator[Page]:
    documents = package.group("documents", "document_type_id", FOI)
    if documents:
        ids = [document["document_id"] for document in documents]
        numbers = measures(ids, package)
        found = {"documents": documents, "questions": questions(ids, package), "measures": numbers, "alike": alike(numbers), "gaps": gaps(ids, package)}
        yield page("foi.html", addresses.FOI, "Two replies side by side" if len(ids) == 2 else "FOI replies side by side",
                   "What councils answered to the same freedom of information questions, and what keeps the answers from being compared.", package, **found)  # fmt: skip


def questions(ids: list[str], package: Package) -> list[tuple[dict, list[Row], list[dict]]]:
    """Each question that an FOI reply answers: its subjects with each reply's answers, and what other documents say to it."""
    found = []
    for question in package["questions"]:
        answers = package.group("answers", "question_id", question["question_id"])
        own = [row for row in answers if row["document_id"] in ids]
        if own:
            others = [row for row in answers if row["document_id"] not in ids]
            found.append((question, side_by_side(own, ids, "subject"), others))
    return found


def measures(ids: list[str], package: Package) -> list[tuple[dict, list[list[dict]]]]:
    """Each measure that an FOI reply has figures of, with each reply's figures."""
    found = []
    for measure in package["measures"]:
        figures = [row for row in package.group("figures", "measure_id", measure["measure_id"]) if row["document_id"] in ids]
        if figures:
            found.append((measure, [[row for row in figures if row["document_id"] == document_id] for document_id in ids]))
    return found


def alike(measures: list[tuple[dict, list[list[dict]]]]) -> list[tuple[dict, dict]]:
    """Pairs of measures that a reader could take for the same: one topic and unit, each in other replies than the other."""
    where = [(measure, frozenset(place for place, figures in enumerate(columns) if figures)) for measure, columns in measures]
    return [(one, other) for (one, here), (other, there) in combinations(where, 2) if not here & there and could_be_mistaken(one, other)]


def could_be_mistaken(one: dict, other: dict) -> bool:
    """The same topic and unit, and a word in common in their names."""
    names = [{word for word in measure["title"].lower().replace("-", " ").split() if len(word) > LONG_WORD} for measure in (one, other)]
    return (one["topic_id"], one["unit"]) == (other["topic_id"], other["unit"]) and bool(names[0] & names[1])


def side_by_side(facts: list[dict], ids: list[str], column: str) -> list[Row]:
    """The facts by the value of a column; those that more documents speak to come first."""
    rows = [Row(name, [[fact for fact in facts if fact[column] == name and fact["document_id"] == document_id] for document_id in ids]) for name in dict.fromkeys(fact[column] for fact in facts)]
    return sorted(rows, key=lambda row: sum(not found for found in row.facts))


def gaps(ids: list[str], package: Package) -> list[list[dict]]:
    """For each reply, what could not be had."""
    return [[table for table in package.group("tables", "document_id", document_id) if table["kind"] == "gap"] for document_id in ids]
