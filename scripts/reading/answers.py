"""Answers: one row for each printed cell that holds a fact that is no number."""

from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import areas, own_addresses, statements, times
from scripts.reading.melting import Cells
from scripts.reading.statements import Statement
from scripts.reading.times import Times

Column = list[str]


class Answer(NamedTuple):
    """One printed fact that is no number."""

    answer_id: str
    document_id: str
    table_id: str
    source_row: str
    address_row: str
    address_column: str
    question_id: str
    topic_id: str
    subject: str
    answer: str
    answer_as_published: str
    measure_id: str
    direction: str
    comparator_area_id: str
    withheld_reason: str
    area_id: str
    time_period: str
    time_identifier: str
    period_start: str
    period_end: str
    period_kind: str
    period_months: str
    period_as_published: str
    locator: str
    line: str
    note: str


class Answers(NamedTuple):
    """The rows, one a cell, with what each says besides its words, and its time."""

    rows: list[Answer]
    cells: Cells
    statements: list[Statement]
    times: Times


def read(cells: Cells, vocabulary: Vocabulary) -> Answers:
    """The answers of a document's cells: as given, else what the printed words mean, else the words
    themselves.
    """
    given = _given(cells)
    said = _statements(cells, given, vocabulary)
    dates = _date_periods(cells, given, vocabulary)
    time = times.of_codes([code for code, _ in dates])
    columns = {
        **own_addresses.columns(cells, "answer_id"),
        "question_id": cells.column("question"),
        "subject": cells.column("subject"),
        "answer": given,
        "answer_as_published": cells.tokens,
        **{name: [getattr(one, name) for one in said] for name in Statement._fields},
        "area_id": areas.of(vocabulary).ids(cells.column("area")),
        **times.columns(time.periods),
        "period_as_published": [words for _, words in dates],
        "note": cells.column("note"),
    }
    in_order = zip(*(columns[name] for name in Answer._fields), strict=True)
    return Answers(list(map(Answer._make, in_order)), cells, said, time)


def _given(cells: Cells) -> Column:
    return [
        said or field.means.get(token, token)
        for said, field, token in zip(
            cells.column("answer"), cells.fields, cells.tokens, strict=True
        )
    ]


def _statements(cells: Cells, given: Column, vocabulary: Vocabulary) -> list[Statement]:
    """What each answer says besides its words; what is the same in all that matters is read
    once.
    """
    words = ("question", "topic", "measure", "withheld_reason")
    comparators = areas.of(vocabulary).ids(cells.column("comparator"))
    keys = list(zip(given, comparators, *map(cells.column, words), strict=True))
    read_once = {
        key: statements.read(
            {"comparator": key[1], **dict(zip(words, key[2:], strict=True))}, key[0], vocabulary
        )
        for key in set(keys)
    }
    return [read_once[key] for key in keys]


def _date_periods(cells: Cells, given: Column, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The code and the printed words of each period: those that are given, or of an answer that is
    a date the answer.
    """
    words = ("question", "period", "period_as_published")
    keys = list(zip(given, cells.tokens, *map(cells.column, words), strict=True))
    read_once = {}
    for key in set(keys):
        holds = dict(zip(words, key[2:], strict=True))
        dated = statements.with_date(holds, key[0], key[1], vocabulary)
        read_once[key] = dated["period"], dated["period_as_published"]
    return [read_once[key] for key in keys]
