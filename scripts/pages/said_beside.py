"""What publishers say about a measure in words: how it compares with another area, and which way it
goes.

Such a statement is the publisher's own. It is shown beside the numbers, and never worked out from
them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.package import Package
from scripts.pages import words

Row = dict[str, str]


class Statement(NamedTuple):
    """What it is about, what is said about it, and the answer that it is."""

    about: str
    said: str
    answer: Row


def of_measure(measure_id: str, package: Package) -> list[Statement]:
    return said(package.group("answers", "measure_id", measure_id), package)


def of_topic(topic_id: str, package: Package) -> list[Statement]:
    return said(package.group("answers", "topic_id", topic_id), package)


def of_area(area_id: str, package: Package) -> list[Statement]:
    return said(package.group("answers", "area_id", area_id), package)


def said(answers: Iterable[Row], package: Package) -> list[Statement]:
    """The answers that have a direction, in words."""
    return [
        Statement(words.subject(row, package), statement(row, package), row)
        for row in answers
        if row["direction"]
    ]


def statement(row: Row, package: Package) -> str:
    """`Higher, compared with England`, or `Risen`."""
    answer = words.answer(row, package)
    other = package.title("areas", row["comparator_area_id"])
    if other:
        return f"{answer}, compared with {other}"
    return answer
