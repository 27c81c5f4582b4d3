"""What the documents don't give: gaps, cells without a number, questions without an answer."""

from collections import Counter
from typing import Any, NamedTuple

from scripts.model.package import Package

Row = dict[str, str]


class Blank(NamedTuple):
    """A table with cells that have no number: why, and how many of them."""

    table: Row
    markers: list[tuple[str, int]]


class Unanswered(NamedTuple):
    """A question with answers that say that something is not there: which, by document, and how
    many.
    """

    question: Row
    documents: list[tuple[str, str, int]]


class Missing(NamedTuple):
    """What is missing of one topic."""

    topic: Row
    gaps: list[Row]
    blanks: list[Blank]
    unanswered: list[Unanswered]

    @property
    def amount(self) -> int:
        return len(self.gaps) + len(self.blanks) + len(self.unanswered)


def of_documents(package: Package) -> list[tuple[Row, list[Row]]]:
    """The documents that leave out something whole, with their gaps in the order of the text."""
    found = [
        (document, [table for table in tables if table["kind"] == "gap"])
        for document in package["documents"]
        for tables in [package.group("tables", "document_id", document["document_id"])]
    ]
    return [(document, left_out) for document, left_out in found if left_out]


def of_topics(package: Package) -> list[Missing]:
    """Each topic with cells or answers that are missing. A gap belongs to its document: only the
    page of a topic shows those that stand closest to its tables.
    """
    found = [of_topic(topic, package)._replace(gaps=[]) for topic in package["topics"]]
    return [each for each in found if each.amount]


def of_topic(topic: Row, package: Package) -> Missing:
    rows = figures(topic, package)
    near = gaps({row["table_id"] for row in rows}, package)
    answers = package.group("answers", "topic_id", topic["topic_id"])
    return Missing(topic, near, blanks(rows, package), unanswered(answers, package))


def blanks(figures: list[Row], package: Package) -> list[Blank]:
    counted: dict[str, Counter[str]] = {}
    for row in figures:
        if row["value_marker"]:
            counted.setdefault(row["table_id"], Counter())[row["value_marker"]] += 1
    return [
        Blank(
            package.term("tables", table_id),
            [(package.title("markers", marker), number) for marker, number in found.items()],
        )
        for table_id, found in counted.items()
    ]


def unanswered(answers: list[Row], package: Package) -> list[Unanswered]:
    counted: dict[str, Counter[tuple[str, str]]] = {}
    for row in answers:
        if is_absent(row, package):
            key = (row["document_id"], row["answer"])
            counted.setdefault(row["question_id"], Counter())[key] += 1
    return [
        Unanswered(
            package.term("questions", question_id),
            [
                (document_id, package.title("answer_codes", code), number)
                for (document_id, code), number in found.items()
            ],
        )
        for question_id, found in counted.items()
    ]


def is_absent(answer: Row, package: Package) -> bool:
    """Whether an answer says that something is not recorded, not stated, refused or cannot be
    read.
    """
    code = package.terms["answer_codes"].get(answer["answer"])
    return code is not None and code["is_absence"] == "yes"


def gaps(tables: set[str], package: Package) -> list[dict[str, Any]]:
    """What's missing next to the topic's tables: each gap counts to the table that stands closest
    to it in its document.
    """
    found = [table for table in package["tables"] if table["kind"] == "gap"]
    return [gap for gap in found if closest(gap, package) in tables]


def closest(gap: dict[str, str], package: Package) -> str:
    others = [
        table
        for table in package.group("tables", "document_id", gap["document_id"])
        if table["figures"] != "0"
    ]
    return min(others, key=lambda table: distance(gap, table))["table_id"] if others else ""


def distance(one: dict[str, str], other: dict[str, str]) -> tuple[int, int]:
    """Lines between two tables, 0 where one stands within the other; then the shorter table
    first.
    """
    first, last, other_first, other_last = (
        int(table[column]) for table in (one, other) for column in ("first_line", "last_line")
    )
    return max(first - other_last, other_first - last, 0), other_last - other_first


def figures(topic: dict[str, Any], package: Package) -> list[dict[str, Any]]:
    measures = package.group("measures", "topic_id", topic["topic_id"])
    return [
        row
        for measure in measures
        for row in package.group("figures", "measure_id", measure["measure_id"])
    ]
