"""The DfE open-data pair: data/dfe/<name>.csv with <name>.meta.csv, one pair a table, set of
breakdowns and year type.

A figure is in if DfE has a level and codes for its area and a spelling for its period. Rows are
area, period and breakdowns; measures are the columns. A breakdown with one category only is no
filter: it goes into the measure's label. Where a figure has no number the cell has its marker;
where no figure is printed, `z`. Two figures for the same cell cannot both be in: the second is
listed with the others that are left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scripts.model import dfe_columns
from scripts.model.package import Key, Package, Row
from scripts.offering import cut_names
from scripts.offering.offered import TABLE, Format, Standard
from scripts.offering.resources import File, made
from scripts.offering.screener import FOUR, MONTHS, PLACES, SIX

DATA = (*dfe_columns.TIME, *dfe_columns.AREA)
UNITS = {"percent": "%", "gbp": "£"}
NOT_APPLICABLE, NOT_AVAILABLE, TOTAL = "z", "x", "Total"
MARKERS = {"c", "k", "u", "x", "z"}
META_FIELDS = [
    {
        "name": "col_name",
        "type": "string",
        "title": "Column",
        "description": "The name of a column of the data file.",
    },
    {
        "name": "col_type",
        "type": "string",
        "title": "Kind of column",
        "description": "Filter or Indicator.",
    },
    {
        "name": "label",
        "type": "string",
        "title": "Label",
        "description": "What people read for it.",
    },
    {
        "name": "indicator_grouping",
        "type": "string",
        "title": "Group of indicators",
        "description": "Not used.",
    },
    {
        "name": "indicator_unit",
        "type": "string",
        "title": "Unit",
        "description": "The unit of an indicator, empty for a count.",
    },
    {
        "name": "indicator_dp",
        "type": "integer",
        "title": "Decimal places",
        "description": "The decimal places of an indicator.",
    },
    {
        "name": "filter_hint",
        "type": "string",
        "title": "Hint",
        "description": "What a filter is by.",
    },
    {
        "name": "filter_grouping_column",
        "type": "string",
        "title": "Group of filters",
        "description": "Not used.",
    },
]
CUT_FIELDS = [
    {
        "name": "figure_id",
        "type": "string",
        "title": "Figure",
        "description": "The figure's address.",
    },
    {
        "name": "reason",
        "type": "string",
        "title": "Reason",
        "description": "Why it is not in the DfE format.",
    },
]
NO_SPELLING, NOT_STATED = (
    "DfE has no spelling for its period",
    "Its document does not state its period",
)
NO_LEVEL, NO_CODE = (
    "DfE's layout has no level for its area",
    "DfE has no code for its area",
)
LONGEST_NAME = 80
BREAKDOWNS = ("breakdown_1", "breakdown_2")


class Pair(NamedTuple):
    """One data file and its meta file, as rows of strings; `table_id` is where the figures
    stand.
    """

    name: str
    table_id: str
    columns: list[str]
    data: list[dict[str, Any]]
    meta: list[dict[str, Any]]


class Cut(NamedTuple):
    """A figure that is not in the format, and why."""

    figure_id: str
    reason: str


def files(package: Package) -> Iterator[File]:
    """Every pair as two CSV files with their columns described, then the list of what is left
    out.
    """
    tables = package.terms["tables"]
    made_pairs, cuts = pairs(package)
    for pair in made_pairs:
        table = tables[pair.table_id]
        of: dict[str, Any] = {
            "documents": (table["document_id"],),
            "document_id": table["document_id"],
            "table_id": pair.table_id,
        }
        what = (
            f"{pair.data[0]['time_identifier']} figures in the layout of DfE's open data; its "
            f"columns are described in {pair.name}.meta.csv."
        )
        fields = [_field(package, column, pair.meta) for column in pair.columns]
        yield (
            made(
                f"data/dfe/{pair.name}.csv",
                f"{table['title']}, DfE format",
                what,
                fields,
                pair.data,
            )
            ._replace(**of)
            .file
        )
        yield (
            made(
                f"data/dfe/{pair.name}.meta.csv",
                "",
                f"What the columns of {pair.name}.csv are.",
                META_FIELDS,
                pair.meta,
            )
            ._replace(**of)
            .file
        )
    what = "Figures that DfE's format has no place for, each with the reason."
    yield made(
        "data/dfe/left-out.csv",
        "Left out of the DfE format",
        what,
        CUT_FIELDS,
        (cut._asdict() for cut in cuts),
        ("figure_id",),
    ).file


def pairs(package: Package) -> tuple[list[Pair], list[Cut]]:
    groups, cuts = defaultdict(list), []
    for row in package["figures"]:
        reason = _left_out_for(row)
        if reason:
            cuts.append(Cut(row["figure_id"], reason))
        else:
            dimensions = tuple(
                row[f"{one}_dimension"] for one in BREAKDOWNS if row[f"{one}_dimension"]
            )
            groups[row["table_id"], dimensions, _year_type(row)].append(row)
    pairs = []
    for (table_id, dimensions, year_type), rows in groups.items():
        pair, doubled = _pair(package, table_id, dimensions, year_type, rows)
        pairs.append(pair)
        cuts += doubled
    return pairs, cuts


def _left_out_for(row: dict[str, str]) -> str:
    """Why the format can't hold a figure: its area, or its period. Empty if it can."""
    wanted = PLACES.get(row["geographic_level"])
    if wanted is None:
        return NO_LEVEL
    if not all(row[column] for column in wanted):
        return NO_CODE
    if row["time_identifier"] in FOUR | SIX:
        return ""
    return NO_SPELLING if row["period_start"] else NOT_STATED


def _year_type(row: dict[str, str]) -> str:
    """Months may share a file, as all of one kind; other identifiers may not."""
    return "months" if row["time_identifier"] in MONTHS else row["time_identifier"]


def _pair(
    package: Package,
    table_id: str,
    dimensions: tuple[str, ...],
    year_type: str,
    rows: list[dict[str, str]],
) -> tuple[Pair, list[Cut]]:
    filters = [one for one in dimensions if len({_category(row, one) for row in rows}) > 1]
    fixed = [one for one in dimensions if one not in filters]
    indicators = {
        (row["measure_id"], *(_category(row, one) for one in fixed)): None for row in rows
    }
    names = dict(zip(indicators, _column_names(indicators), strict=True))
    cells: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    doubled: list[Cut] = []
    for row in rows:
        place = tuple(row[column] for column in DATA) + tuple(
            _title(package, row, one) for one in filters
        )
        column = names[row["measure_id"], *(_category(row, one) for one in fixed)]
        if column in cells[place]:
            doubled.append(
                Cut(
                    row["figure_id"],
                    "Another figure of its table has the same area, period, breakdowns and measure",
                )
            )
        else:
            cells[place][column] = _value(row)
    columns = [*DATA, *filters, *names.values()]
    data = [
        dict(zip([*DATA, *filters], place, strict=True))
        | {name: row.get(name, NOT_APPLICABLE) for name in names.values()}
        for place, row in cells.items()
    ]
    meta = [
        *(_filter_meta(package, one) for one in filters),
        *_indicators_meta(package, names, fixed, data),
    ]
    return Pair(_name(table_id, dimensions, year_type), table_id, columns, data, meta), doubled


def _column_names(indicators: Iterable[tuple[str, ...]]) -> list[str]:
    """A name for each indicator: its terms, cut where they are long, and numbered where two are cut
    alike.
    """
    names: dict[str, None] = {}
    for key in indicators:
        names[cut_names.free("_".join(key), names, LONGEST_NAME)] = None
    return list(names)


def _name(table_id: str, dimensions: tuple[str, ...], year_type: str) -> str:
    by = ["by", *dimensions] if dimensions else []
    return re.sub("[^a-z0-9]+", "-", "-".join([table_id, *by, year_type]).lower()).strip("-")


def _category(row: dict[str, str], dimension: str) -> str:
    return next(
        row[f"{one}_category"] for one in BREAKDOWNS if row[f"{one}_dimension"] == dimension
    )


def _title(package: Package, row: dict[str, str], dimension: str) -> str:
    category = _category(row, dimension)
    return TOTAL if category == "total" else _categories(package)[dimension, category]["title"]


def _categories(package: Package) -> dict[Key, Row]:
    return package.terms["categories"]


def _value(row: dict[str, str]) -> str:
    marker = row["value_marker"] if row["value_marker"] in MARKERS else NOT_AVAILABLE
    return row["value"] or marker


def _filter_meta(package: Package, dimension: str) -> dict[str, Any]:
    about = package.term("dimensions", dimension)
    return _meta(dimension, "Filter", about["title"], filter_hint=about["definition"])


def _indicators_meta(
    package: Package,
    names: dict[tuple[str, ...], str],
    fixed: list[str],
    data: list[dict[str, Any]],
) -> Iterator[dict[str, Any]]:
    measures, categories = package.terms["measures"], _categories(package)
    for (measure, *held), name in names.items():
        about = measures[measure]
        labels = [
            about["title"],
            *(
                categories[one, category]["title"]
                for one, category in zip(fixed, held, strict=True)
            ),
        ]
        unit = "" if about["unit"] in (*UNITS, "count") else f" ({about['unit'].replace('_', ' ')})"
        places = max(
            (len(row[name].partition(".")[2]) for row in data if row[name] not in MARKERS),
            default=0,
        )
        yield _meta(
            name,
            "Indicator",
            ": ".join(labels) + unit,
            indicator_unit=UNITS.get(about["unit"], ""),
            indicator_dp=str(places),
        )


def _meta(name: str, kind: str, label: str, **more: str) -> dict[str, Any]:
    return (
        dict.fromkeys([field["name"] for field in META_FIELDS], "")
        | {"col_name": name, "col_type": kind, "label": label}
        | more
    )


def _field(package: Package, column: str, meta: list[dict[str, Any]]) -> dict[str, Any]:
    """A column of a data file: the contract's words where it is ours, else the label of the meta
    file. Cells may be markers.
    """
    known = {field["name"]: field for field in package.fields("figures") if field["name"] in DATA}
    if column in known:
        return {name: known[column][name] for name in ("name", "title", "description")} | {
            "type": "string"
        }
    label = next(row["label"] for row in meta if row["col_name"] == column)
    numbers = (
        ""
        if next(row["col_type"] for row in meta if row["col_name"] == column) == "Filter"
        else " A number, or the letter of a marker."
    )
    return {"name": column, "type": "string", "title": label, "description": f"{label}.{numbers}"}


FORMAT = Format(
    label="CSV (DfE)",
    suffix=".csv",
    media_type="text/csv",
    purpose="In the layout of DfE's open data, to use with its files.",
    scope=(TABLE,),
    section="dfe",
    file_type="CSV",
    files=files,
    standards=(
        Standard(
            "DfE open data standards",
            "https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html",
            "data/dfe/",
            "our own port of the rules of DfE's screener that apply",
            "one spoilt pair for each rule",
            "tests/formats/test_dfe.py",
        ),
    ),
)
