"""Figures: one row for each printed cell that holds a number. Each distinct token, period, area and
breakdown is read once.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.model import dfe_columns
from scripts.model.terms import Vocabulary
from scripts.reading import areas, own_addresses, periods, printed, times, values
from scripts.reading.melting import Cells
from scripts.reading.times import Times
from scripts.reading.values import DAMAGED, UNUSUAL, Asked, Fault, Value

Column = list[str]
Flags = tuple[str, ...]  # of one cell
NOT_STATED = "period_not_stated"
SHARED = "printed_for_several"
ACTUAL = "actual"  # the kind of a number of which the print says no other
BREAKDOWNS = (
    "breakdown_1_dimension",
    "breakdown_1_category",
    "breakdown_2_dimension",
    "breakdown_2_category",
)


class Figure(NamedTuple):
    """One printed number."""

    figure_id: str
    document_id: str
    table_id: str
    source_row: str
    source_column: str
    address_row: str
    address_column: str
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


class Figures(NamedTuple):
    """The rows, one a cell; the flags of each; and how they were read: the faults of its token, and
    its time.
    """

    rows: list[Figure]
    flags: list[Flags]
    cells: Cells
    value_faults: list[tuple[Fault, ...]]
    times: Times


def read(cells: Cells, vocabulary: Vocabulary) -> Figures:
    """The figures of a document's cells."""
    flags = flags_of(cells)
    read_values, faults = _values(cells, flags, vocabulary)
    area_ids = areas.of(vocabulary).ids(cells.column("area"))
    time = times.of_codes(cells.column("period"))
    breakdowns = _breakdowns(cells, vocabulary)
    columns = {
        **own_addresses.columns(cells, "figure_id"),
        "source_column": [field.name for field in cells.fields],
        "row_label": cells.column("row_label"),
        "column_label": [field.title for field in cells.fields],
        "measure_id": cells.column("measure"),
        "unit": _units(cells.column("measure"), vocabulary),
        "value_as_published": cells.tokens,
        **_value_columns(read_values),
        "area_id": area_ids,
        **_area_columns(area_ids, vocabulary),
        **times.columns(time.periods),
        "period_as_published": cells.column("period_as_published"),
        **breakdowns,
        "is_total": _totals(breakdowns),
        "note": cells.column("note"),
    }
    columns["series_id"] = _series(columns, vocabulary)
    in_order = zip(*(columns[name] for name in Figure._fields), strict=True)
    return Figures(list(map(Figure._make, in_order)), flags, cells, faults, time)


def _units(measures: Column, vocabulary: Vocabulary) -> Column:
    known = vocabulary["measures"]
    return [known[measure]["unit"] if measure in known else "" for measure in measures]


def _values(
    cells: Cells, flags: list[Flags], vocabulary: Vocabulary
) -> tuple[list[Value], list[tuple[Fault, ...]]]:
    """What each token stands for, and its faults. What is the same in all that matters is read
    once.
    """
    reader, measures = values.reader_of(vocabulary), vocabulary["measures"]
    keys = list(zip(_asked(cells, flags), cells.column("measure"), strict=True))
    read_once = {
        (asked, measure): reader.read(asked, measures.get(measure, {}))
        for asked, measure in dict.fromkeys(keys)
    }
    found = [read_once[key] for key in keys]
    return [value for value, _ in found], [faults for _, faults in found]


def _asked(cells: Cells, flags: list[Flags]) -> Iterator[Asked]:
    """What there is to read in each cell."""
    meant = [
        field.damaged.get(token, field.means.get(token))
        for field, token in zip(cells.fields, cells.tokens, strict=True)
    ]
    return map(
        Asked,
        cells.tokens,
        cells.column("value"),
        meant,
        cells.column("qualifier"),
        cells.column("value_kind"),
        cells.column("rounded_to"),
        [DAMAGED in given for given in flags],
        [UNUSUAL in given for given in flags],
    )


def _value_columns(read_values: list[Value]) -> dict[str, Column]:
    return {
        "value": [value.number for value in read_values],
        "value_low": [value.low for value in read_values],
        "value_high": [value.high for value in read_values],
        "value_kind": [value.kind for value in read_values],
        "qualifier": [value.qualifier for value in read_values],
        "value_marker": [value.marker for value in read_values],
        "withheld_reason": [value.reason for value in read_values],
    }


def _area_columns(area_ids: Column, vocabulary: Vocabulary) -> dict[str, Column]:
    """The columns that the Department for Education has for an area; empty for one that isn't
    known.
    """
    known = {area_id: vocabulary["areas"].get(area_id, {}) for area_id in set(area_ids)}
    return {
        name: [known[area_id].get(name, "") for area_id in area_ids] for name in dfe_columns.AREA
    }


def _breakdowns(cells: Cells, vocabulary: Vocabulary) -> dict[str, Column]:
    """The first two breakdowns of each cell, in the order of the dimensions' table."""
    dimensions = [dimension for dimension in vocabulary["dimensions"] if dimension in cells.holds]
    terms = list(zip(*(cells.column(dimension) for dimension in dimensions), strict=True))
    terms = terms or [()] * len(cells.tokens)
    read_once = {each: _two_breakdowns(dimensions, each) for each in set(terms)}
    columns = list(zip(*(read_once[each] for each in terms), strict=True)) or [()] * len(BREAKDOWNS)
    return {name: list(column) for name, column in zip(BREAKDOWNS, columns, strict=True)}


def _two_breakdowns(dimensions: list[str], terms: tuple[str, ...]) -> tuple[str, str, str, str]:
    pairs = [pair for pair in zip(dimensions, terms, strict=True) if pair[1]]
    one, two = (pairs + [("", "")] * 2)[:2]
    return *one, *two


def _totals(breakdowns: dict[str, Column]) -> Column:
    """`yes` where a category, or a dimension, is the total."""
    either = zip(*breakdowns.values(), strict=True)
    return ["yes" if "total" in words else "no" for words in either]


def given_flags(cells: Cells) -> list[Flags]:
    """The flags that the source gives each cell; there they are words with spaces between."""
    said = cells.column("flags")
    read_once = {each: tuple(each.split()) for each in set(said)}
    return [read_once[each] for each in said]


def flags_of(cells: Cells) -> list[Flags]:
    """The flags that the source gives, and those that follow: of damaged print, of one print for
    several numbers, and of a period that is not stated.
    """
    damaged = [
        token in field.damaged for field, token in zip(cells.fields, cells.tokens, strict=True)
    ]
    shared = [
        line in field.printed_with
        for field, line in zip(cells.fields, cells.column("line"), strict=True)
    ]
    undated = [not code for code in cells.column("period")]
    keys = list(zip(given_flags(cells), damaged, shared, undated, strict=True))
    read_once = {key: _flags(*key) for key in set(keys)}
    return [read_once[key] for key in keys]


def _flags(given: Flags, *holds: bool) -> Flags:
    """The flags given, and those that follow where what they say holds."""
    follow = (DAMAGED, SHARED, NOT_STATED)
    found = [flag for flag, does in zip(follow, holds, strict=True) if does]
    return tuple(dict.fromkeys([*given, *found]))


def series_kind(value_kind: str, vocabulary: Vocabulary) -> str:
    """The kind of value in whose series a number stands; empty for that of actual numbers."""
    kind = vocabulary["value_kinds"].get(value_kind, {}).get("series_with", ACTUAL)
    return "" if kind == ACTUAL else str(kind)


def _series(columns: dict[str, Column], vocabulary: Vocabulary) -> Column:
    """Figures of one series may be joined by a line: same document, measure, area, kind of period
    and breakdown.

    Which kinds of value stand in one series, the vocabulary says: what is aimed at or expected
    stands in one of its own.
    """
    time = ("period_kind", "period_months", "period_start", "period_end")
    kinds = map(periods.comparable, *(columns[name] for name in time))
    said = [columns[name] for name in ("document_id", "measure_id", "area_id")]
    categories = columns["breakdown_1_category"], columns["breakdown_2_category"]
    others = [series_kind(kind, vocabulary) for kind in columns["value_kind"]]
    keys = list(zip(*said, kinds, *categories, others, strict=True))
    read_once = {key: "/".join(printed.slug(part) for part in key if part) for key in set(keys)}
    return [read_once[key] for key in keys]
