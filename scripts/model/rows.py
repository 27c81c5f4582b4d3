"""The rows of data/tidy that reading makes, one class a table, with the contract's columns in the
contract's order.

Every cell is text, exactly as it is written. A test holds these columns to datapackage.json.
"""

from typing import NamedTuple


class Figure(NamedTuple):
    """One printed number."""

    figure_id: str
    document_id: str
    table_id: str
    source_row: str
    source_column: str
    row_label: str
    column_label: str
    measure_id: str
    value: str
    value_low: str
    value_high: str
    value_kind: str
    unit: str
    value_as_published: str
    qualifier: str
    value_marker: str
    withheld_reason: str
    area_id: str
    geographic_level: str
    country_code: str
    country_name: str
    region_code: str
    region_name: str
    old_la_code: str
    new_la_code: str
    la_name: str
    time_period: str
    time_identifier: str
    period_start: str
    period_end: str
    period_kind: str
    period_months: str
    period_as_published: str
    breakdown_1_dimension: str
    breakdown_1_category: str
    breakdown_2_dimension: str
    breakdown_2_category: str
    is_total: str
    series_id: str
    locator: str
    line: str
    note: str


class FigureFlag(NamedTuple):
    """A flag of a figure: what to take care of."""

    figure_id: str
    flag_id: str


class Series(NamedTuple):
    """Figures that a line may join: what all of them have in common."""

    series_id: str
    document_id: str
    measure_id: str
    area_id: str
    area_kind: str
    period_kind: str
    expected: str
    breakdown_1_dimension: str
    breakdown_1_category: str
    breakdown_2_dimension: str
    breakdown_2_category: str


class Comparison(NamedTuple):
    """Whether figures of two kinds may be compared, of the same, of other or of any documents and
    areas.
    """

    measure_id: str
    period_kind: str
    area_kind: str
    other_measure_id: str
    other_period_kind: str
    other_area_kind: str
    documents: str
    areas: str
    may_compare: str
    reason: str


class Answer(NamedTuple):
    """One printed fact that is no number."""

    answer_id: str
    document_id: str
    table_id: str
    source_row: str
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


class Numeral(NamedTuple):
    """One numeral or number word of a document's text: the fact that uses it, or the reason why
    none does.
    """

    document_id: str
    line: str
    token: str
    used_as: str
    reason: str


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


Fact = Figure | Answer

ROWS: dict[str, type[NamedTuple]] = {
    "documents": DocumentRow,
    "tables": TableRow,
    "figures": Figure,
    "figure_flags": FigureFlag,
    "series": Series,
    "comparisons": Comparison,
    "answers": Answer,
    "numbers": Numeral,
    "left_out": LeftOut,
}


def address_of(fact: Fact) -> str:
    """The id of a figure or of an answer."""
    return fact[0]


def token_of(fact: Fact) -> str:
    """The printed token of a figure or an answer."""
    return fact.value_as_published if isinstance(fact, Figure) else fact.answer_as_published
