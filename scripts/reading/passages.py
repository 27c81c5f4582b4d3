"""The rows of a document that come from its descriptor: the document itself, its tables and gaps,
and what was left out.
"""

from collections import Counter
from typing import Any, NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import areas, periods
from scripts.reading.facts import Facts
from scripts.reading.sources import Document


class LeftOut(NamedTuple):
    """A passage of which nothing is taken."""

    document_id: str
    first_line: str
    last_line: str
    reason: str
    note: str


class TableRow(NamedTuple):
    """A printed table, group of sentences or set of answers; or a gap that is known."""

    table_id: str
    document_id: str
    title: str
    kind: str
    locator: str
    first_line: str
    last_line: str
    recoverable: str
    description: str
    figures: str
    answers: str


class DocumentRow(NamedTuple):
    """A source document."""

    document_id: str
    title: str
    description: str
    document_type_id: str
    publisher_id: str
    area_id: str
    reference: str
    request_id: str
    date_as_published: str
    date: str
    period_start: str
    period_end: str
    period_kind: str
    period_months: str
    period_as_published: str
    url: str
    licence_id: str
    licence_basis: str
    licence_line: str
    attribution: str
    text_sha256: str
    text_lines: str


def document_row(document: Document, vocabulary: Vocabulary) -> DocumentRow:
    about = document.descriptor["document"]
    period = periods.parse(about["period"])
    return DocumentRow(
        document_id=document.id,
        title=document.descriptor["title"],
        description=document.descriptor["description"],
        document_type_id=about["type"],
        publisher_id=about["publisher"],
        area_id=areas.of(vocabulary).ids([about["area"]])[0],
        reference=about["reference"],
        request_id=about.get("request", ""),
        date_as_published=about["date_as_published"],
        date=about["date"],
        period_start=period.start,
        period_end=period.end,
        period_kind=period.kind,
        period_months=period.months,
        period_as_published=about["period_as_published"],
        url=about["url"],
        licence_id=about["licence"],
        licence_basis=about["licence_basis"],
        licence_line=about["licence_line"],
        attribution=about["attribution"],
        text_sha256=about["text_sha256"],
        text_lines=str(about["text_lines"]),
    )


def table_rows(facts: Facts) -> list[TableRow]:
    """One row per table or gap, with how many figures and answers it has."""
    document = facts.document
    figures = Counter(figure.table_id for figure in facts.figures)
    answers = Counter(answer.table_id for answer in facts.answers)
    rows = []
    for table in document.descriptor["resources"] + document.descriptor.get("gaps", []):
        table_id = f"{document.id}/{table['name']}"
        rows.append(
            TableRow(
                table_id=table_id,
                document_id=document.id,
                title=table["title"],
                kind=_kind(table, figures[table_id]),
                locator=table["locator"],
                first_line=str(table["lines"][0]),
                last_line=str(table["lines"][1]),
                recoverable=table.get("recoverable", "yes"),
                description=table["description"],
                figures=str(figures[table_id]),
                answers=str(answers[table_id]),
            )
        )
    return rows


def _kind(table: dict[str, Any], figures: int) -> str:
    if "path" not in table:
        return "gap"
    if "schema" in table:
        return "table"
    return "prose" if figures else "answers"


def left_out_rows(document: Document) -> list[LeftOut]:
    return [
        LeftOut(
            document_id=document.id,
            first_line=str(passage["lines"][0]),
            last_line=str(passage["lines"][1]),
            reason=passage["reason"],
            note=passage.get("note", ""),
        )
        for passage in document.descriptor.get("left_out", [])
    ]
