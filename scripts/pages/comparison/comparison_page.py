"""Councils side by side on the questions of the FOI replies: answers, numbers, and absence as an
answer too.

A council is on the page with its reply, or, if it has none, with what its other documents say: they
were not asked. Where there are more councils than fit side by side, each measure and question has a
table of its own, with a row a council. What may be compared is data: the comparisons table says it
of pairs of measures, and such pairs stand together.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.pages import addresses, comparability, words
from scripts.pages.comparison import many_councils
from scripts.pages.rendering import Page, page

FOI = "foi_response"
NAME = "Councils side by side"
SIDE_BY_SIDE = 6  # more councils than these do not fit beside each other
NOT_STATED, NOT_ASKED = "Not stated", "Not asked"
WORST = ("no", "with_care", "yes")


class Column(NamedTuple):
    """A council on the page: its document, and whether it was asked the questions."""

    document: dict[str, str]
    area: str
    publisher: str
    asked: bool


class Row(NamedTuple):
    """One subject of a question: for each column, the answers, or the word for their absence."""

    subject: str
    cells: list[tuple[list[dict[str, Any]], str]]


class Numbers(NamedTuple):
    """Measures that could be set against each other: for each column, its figures by measure; and
    what speaks against it.
    """

    measures: list[dict[str, Any]]
    cells: list[tuple[list[tuple[dict[str, Any], list[dict[str, Any]]]], str]]
    verdicts: list[dict[str, Any]]
    may: str


def pages(package: Package) -> Iterator[Page]:
    shown = columns(package)
    if len(shown) > SIDE_BY_SIDE:
        yield from many_councils.pages(package)
    elif shown:
        numbers, rows = blocks(shown, package), questions(shown, package)
        yield page(
            "comparison/foi.html",
            addresses.FOI,
            NAME,
            (
                "What councils answered to the same questions, what they do not hold or record, "
                "and which of their numbers may be compared."
            ),
            package,
            columns=shown,
            numbers=numbers,
            questions=rows,
            of_groups=partial(of_groups, package=package),
            gaps=gaps(shown, package),
            absences=absences(rows, package),
            pairs=pairs(numbers),
        )
    else:  # the menu leads here whatever the documents are
        what = "What councils answered to the same questions: nothing yet."
        yield page("comparison/nothing.html", addresses.FOI, NAME, what, package)


def columns(package: Package) -> list[Column]:
    """The replies, then the documents about councils from which there is no reply, if they speak to
    a question of the replies.
    """
    replies = package.group("documents", "document_type_id", FOI)
    asked = {
        row["question_id"]
        for reply in replies
        for row in package.group("answers", "document_id", reply["document_id"])
    }
    areas = {reply["area_id"] for reply in replies}
    others = [
        row
        for row in package["documents"]
        if row["area_id"] not in areas
        and any(
            answer["question_id"] in asked
            for answer in package.group("answers", "document_id", row["document_id"])
        )
    ]
    return [column(row, package) for row in [*replies, *others]]


def column(document: dict[str, str], package: Package) -> Column:
    return Column(
        document,
        package.title("areas", document["area_id"]),
        package.title("publishers", document["publisher_id"]),
        document["document_type_id"] == FOI,
    )


def questions(
    shown: list[Column], package: Package
) -> list[tuple[dict[str, Any], list[Row], list[dict[str, str]]]]:
    """Each question that a reply answers: the subjects with everybody's answers, and what further
    documents say to it.
    """
    ids = [one.document["document_id"] for one in shown]
    replies = {one.document["document_id"] for one in shown if one.asked}
    found = []
    for question in package["questions"]:
        answers = package.group("answers", "question_id", question["question_id"])
        if any(row["document_id"] in replies for row in answers):
            found.append(
                (
                    question,
                    subjects([row for row in answers if row["document_id"] in ids], shown),
                    [row for row in answers if row["document_id"] not in ids],
                )
            )
    return found


def subjects(answers: list[dict[str, str]], shown: list[Column]) -> list[Row]:
    """The answers by subject; those that more councils speak to come first."""
    names = dict.fromkeys(row["subject"] for row in answers)
    rows = [
        subject(name, [row for row in answers if row["subject"] == name], shown) for name in names
    ]
    return sorted(rows, key=lambda row: sum(not found for found, _ in row.cells))


def subject(name: str, answers: list[dict[str, str]], shown: list[Column]) -> Row:
    """A reply that is silent where another speaks does not state it; nobody was asked about a
    subject that only a report has.
    """
    said = [
        [row for row in answers if row["document_id"] == one.document["document_id"]]
        for one in shown
    ]
    was_asked = any(found for one, found in zip(shown, said, strict=True) if one.asked)
    return Row(
        name,
        [
            (found, NOT_STATED if one.asked and was_asked else NOT_ASKED)
            for one, found in zip(shown, said, strict=True)
        ],
    )


def blocks(shown: list[Column], package: Package) -> list[Numbers]:
    """The measures of the replies, those together of which the data says whether they may be
    compared.
    """
    ids = [one.document["document_id"] for one in shown]
    found = {
        measure["measure_id"]: measure
        for measure in package["measures"]
        if any(
            row["document_id"] in ids
            for row in package.group("figures", "measure_id", measure["measure_id"])
        )
    }
    stated = [
        row
        for row in comparability.said_between(ids, package)
        if row["area_id"] != row["other_area_id"]
    ]
    return [
        block([found[name] for name in found if name in together], stated, shown, package)
        for together in groups(list(found), stated)
    ]


def groups(measures: list[str], stated: list[dict[str, Any]]) -> list[set[str]]:
    """The measures in sets, so that measures of which something is stated are in one set."""
    sets = [{measure} for measure in measures]
    for row in stated:
        joined = [one for one in sets if one & {row["measure_id"], row["other_measure_id"]}]
        sets = (
            [
                set().union(*joined) if one is joined[0] else one
                for one in sets
                if one not in joined[1:]
            ]
            if joined
            else sets
        )
    return sets


def block(
    measures: list[dict[str, Any]],
    stated: list[dict[str, Any]],
    shown: list[Column],
    package: Package,
) -> Numbers:
    verdicts = list(
        {
            row["reason"]: row
            for row in stated
            if row["measure_id"] in {measure["measure_id"] for measure in measures}
        }.values()
    )
    may = min((row["may_compare"] for row in verdicts), key=WORST.index, default="")
    return Numbers(
        measures,
        [
            (figures(one, measures, package), NOT_STATED if one.asked else NOT_ASKED)
            for one in shown
        ],
        verdicts,
        may,
    )


def figures(
    one: Column, measures: list[dict[str, Any]], package: Package
) -> list[tuple[dict[str, str], list[dict[str, str]]]]:
    of_measure = [
        (
            measure,
            [
                row
                for row in package.group("figures", "measure_id", measure["measure_id"])
                if row["document_id"] == one.document["document_id"]
            ],
        )
        for measure in measures
    ]
    return [(measure, rows) for measure, rows in of_measure if rows]


def of_groups(
    figures: list[dict[str, str]], package: Package
) -> list[tuple[str, list[dict[str, str]]]]:
    """The figures by what they are broken down by, in the order of the document."""
    names = dict.fromkeys(words.categories(row, package) for row in figures)
    return [
        (name, [row for row in figures if words.categories(row, package) == name]) for name in names
    ]


def pairs(numbers: list[Numbers]) -> dict[str, int]:
    """How many sets of numbers there are for each answer to whether they may be compared."""
    return {may: sum(one.may == may for one in numbers) for may in WORST}


def absences(
    rows: list[tuple[dict[str, str], list[Row], list[dict[str, Any]]]], package: Package
) -> list[dict[str, str]]:
    """The answers used here that say that something is not there, with their definitions."""
    used = {
        answer["answer"]
        for _, found, _ in rows
        for row in found
        for answers, _ in row.cells
        for answer in answers
    }
    return [
        code
        for code in package["answer_codes"]
        if code["is_absence"] == "yes" and code["answer_code_id"] in used
    ]


def gaps(shown: list[Column], package: Package) -> list[tuple[Column, list[dict[str, str]]]]:
    """For each reply, what could not be had."""
    return [
        (
            one,
            [
                table
                for table in package.group("tables", "document_id", one.document["document_id"])
                if table["kind"] == "gap"
            ],
        )
        for one in shown
        if one.asked
    ]
