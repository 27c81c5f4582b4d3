"""Pairs of a data file and its meta file in the layout of DfE's open data, one a table, set of
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
from scripts.offering.screener import FOUR, MONTHS, PLACES, REQUIRED_META, SIX

DATA = (*dfe_columns.TIME, *dfe_columns.AREA)
UNITS = {"percent": "%", "gbp": "£"}
NOT_APPLICABLE, NOT_AVAILABLE, TOTAL = "z", "x", "Total"
MARKERS = {"c", "k", "u", "x", "z"}
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
        dict.fromkeys(REQUIRED_META, "")
        | {"col_name": name, "col_type": kind, "label": label}
        | more
    )
