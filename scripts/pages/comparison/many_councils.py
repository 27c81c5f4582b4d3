"""Many councils compared: one table for each measure and each question of one request, with a row
for each council that was asked.

Where few councils replied, they stand side by side on one page instead.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.pages import addresses, comparability, words
from scripts.pages.rendering import Page, page

FOI = "foi_response"
NOT_STATED = "Not stated"
NAMED_PAIRS = 12  # a reason names so many pairs of councils, and counts the others

Fact = dict[str, Any]


class Line(NamedTuple):
    """What one council said. `fact` is a figure or an answer, or nothing; `more` is how many
    further figures it printed.
    """

    area: str
    document: Fact
    fact: Fact | None
    about: str = ""
    more: int = 0

    @property
    def order(self) -> str:
        """What the row is sorted by: the number as it is, or the word."""
        if not self.fact:
            return ""
        return str(self.fact["value"] if "figure_id" in self.fact else self.fact["answer"])


class Reason(NamedTuple):
    """Why numbers of pairs of councils may not be compared, or with care: each pair as two
    names.
    """

    may: str
    text: str
    pairs: list[tuple[str, str]]


class Compared(NamedTuple):
    """A page: its address, what it compares, and a row for each council."""

    path: str
    anchor: str
    title: str
    definition: str
    lines: list[Line]
    reasons: list[Reason]
    others: list[Fact]

    @property
    def stated(self) -> int:
        return sum(line.fact is not None for line in self.lines)


class Request(NamedTuple):
    """A request with those who replied, and what of their replies can be compared."""

    title: str
    description: str
    asked: list[Fact]
    measures: list[Compared]
    questions: list[Compared]


def pages(package: Package) -> Iterator[Page]:
    requests = [request(request_id, asked, package) for request_id, asked in replies(package)]
    yield page(
        "comparison/requests.html",
        addresses.FOI,
        "Compare councils",
        (
            "What councils answered to the same questions: a table for each measure and each "
            "question, with a row for each council."
        ),
        package,
        requests=requests,
        answered=answered,
    )
    for each in requests:
        for compared in [*each.measures, *each.questions]:
            yield page(
                "comparison/councils.html",
                compared.path,
                compared.title,
                compared.definition or compared.title,
                package,
                request=each,
                compared=compared,
                named_pairs=NAMED_PAIRS,
                not_stated=NOT_STATED,
            )


def replies(package: Package) -> list[tuple[str, list[Fact]]]:
    """The documents that reply to each request, by the name of their area; those of no known
    request together at the end.
    """
    found: dict[str, list[Fact]] = {row["request_id"]: [] for row in package["requests"]}
    for document in package["documents"]:
        if document["request_id"] or document["document_type_id"] == FOI:
            found.setdefault(document["request_id"], []).append(document)
    return [
        (request_id, sorted(rows, key=lambda row: package.title("areas", row["area_id"])))
        for request_id, rows in found.items()
        if rows
    ]


def request(request_id: str, asked: list[Fact], package: Package) -> Request:
    row = package.terms["requests"].get(request_id, {})
    folder = f"compare/{request_id or 'other-requests'}"
    return Request(
        row.get("title", "Replies to other requests"),
        row.get("description", ""),
        asked,
        list(of_measures(folder, asked, package)),
        list(of_questions(folder, request_id, asked, package)),
    )


def of_measures(folder: str, asked: list[Fact], package: Package) -> Iterator[Compared]:
    """A table for each group of each measure: the councils of one table answer one question."""
    ids = {document["document_id"] for document in asked}
    for measure in package["measures"]:
        figures = package.group("figures", "measure_id", measure["measure_id"])
        found = groups([row for row in figures if row["document_id"] in ids], package)
        for number, (group, rows) in enumerate(found):
            yield Compared(
                f"{folder}/{address(measure['measure_id'], rows[0], number)}.html",
                "" if number else measure["measure_id"],
                f"{measure['title']}: {group}" if group else measure["title"],
                f"{measure['definition']} {measure['is_not']}".strip(),
                lines(rows, asked, package),
                reasons(measure["measure_id"], ids, package),
                [],
            )


def address(measure_id: str, figure: Fact, number: int) -> str:
    """The first group of a measure stands at the measure's own address, the others below it."""
    named = "-".join(filter(None, (figure[f"breakdown_{n}_category"] for n in (1, 2))))
    return f"{measure_id}/{named or 'all'}" if number else measure_id


def groups(figures: list[Fact], package: Package) -> list[tuple[str, list[Fact]]]:
    """The figures by what they are broken down by, first those of a whole."""
    found: dict[str, list[Fact]] = {}
    for row in sorted(figures, key=lambda row: row["is_total"] != "yes"):
        found.setdefault(words.categories(row, package), []).append(row)
    return list(found.items())


def lines(figures: list[Fact], asked: list[Fact], package: Package) -> list[Line]:
    """The newest figure of each council that was asked."""
    by_document: dict[str, list[Fact]] = {}
    for row in figures:
        by_document.setdefault(row["document_id"], []).append(row)
    made = []
    for document in asked:
        own = by_document.get(document["document_id"], [])
        newest = max(own, key=lambda row: row["period_end"], default=None)
        area = package.title("areas", document["area_id"])
        made.append(Line(area, document, newest, more=max(len(own) - 1, 0)))
    return made


def reasons(measure_id: str, ids: set[str], package: Package) -> list[Reason]:
    """Each reason once, with the pairs of councils that it keeps apart."""
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for row in comparability.said_between(ids, package, measure_id):
        pair = [package.title("areas", row[name]) for name in ("area_id", "other_area_id")]
        if pair[0] != pair[1]:
            found.setdefault((row["may_compare"], row["reason"]), {})[pair[0], pair[1]] = None
    return [Reason(may, text, list(pairs)) for (may, text), pairs in found.items()]


def of_questions(
    folder: str, request_id: str, asked: list[Fact], package: Package
) -> Iterator[Compared]:
    """The questions of the request in their order, then what was said besides."""
    ids = {document["document_id"]: document for document in asked}
    put = package.group("request_questions", "request_id", request_id) if request_id else []
    of_request = {(row["question_id"], row["subject"]) for row in put}
    for row in put:
        answers = package.group("answers", "question_id", row["question_id"])
        own = [each for each in answers if each["subject"] == row["subject"]]
        replied = {each["document_id"]: each for each in reversed(own)}
        yield Compared(
            f"{folder}/{row['request_question_id']}.html",
            row["request_question_id"],
            row["title"],
            package.term("questions", row["question_id"])["definition"],
            [line(document, replied, package) for document in asked],
            [],
            [each for each in answers if each["document_id"] not in ids],
        )
    for question in package["questions"]:
        answers = package.group("answers", "question_id", question["question_id"])
        besides = [
            Line(
                package.title("areas", ids[each["document_id"]]["area_id"]),
                ids[each["document_id"]],
                each,
                words.subject(each, package),
            )
            for each in answers
            if each["document_id"] in ids
            and (each["question_id"], each["subject"]) not in of_request
        ]
        if besides:
            yield Compared(
                f"{folder}/{question['question_id']}.html",
                question["question_id"],
                question["title"],
                question["definition"],
                sorted(besides, key=lambda each: (each.area, each.about)),
                [],
                [each for each in answers if each["document_id"] not in ids],
            )


def line(document: Fact, replied: dict[str, Fact], package: Package) -> Line:
    area = package.title("areas", document["area_id"])
    return Line(area, document, replied.get(document["document_id"]))


def answered(compared: Compared, package: Package) -> list[tuple[str, int]]:
    """How many councils gave each answer, the most first."""
    said = Counter(
        words.answer(line.fact, package) if line.fact else NOT_STATED for line in compared.lines
    )
    return said.most_common()
