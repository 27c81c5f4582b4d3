"""Our port of the rules of DfE's data screener (eesyscreener) that apply to files like ours. One
rule, one function, one message.

Each rule takes a data file and its meta file as rows of strings, and tells what is wrong. Left out:
rules about schools, providers, zips and the API, which no file of ours can break; and look-ups of
every place in England, which the areas table stands for.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Rows = list[dict[str, Any]]
REQUIRED_DATA = [
    "geographic_level",
    "time_period",
    "time_identifier",
    "country_code",
    "country_name",
]
REQUIRED_META = [
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
]
PLACES = {
    "National": ["country_code", "country_name"],
    "Regional": ["region_code", "region_name"],
    "Local authority": ["old_la_code", "new_la_code", "la_name"],
}
OBSERVED = {*REQUIRED_DATA, *(column for columns in PLACES.values() for column in columns)}
MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
}
WEEKS = {f"Week {number}" for number in range(1, 53)}
FOUR = {"Calendar year", "Reporting year", *MONTHS, *WEEKS}
SIX = {
    "Academic year",
    "Financial year",
    "Tax year",
    "Spring term",
    "Autumn term",
    "Summer term",
    "Autumn and spring term",
    "Part 1 (April to September)",
    "Part 2 (October to March)",
    *(f"Financial year Q{quarter}" for quarter in range(1, 5)),
}
UNITS = {"", "%", "pp", "£", "£m"}
OBSOLETE = {"", "~", ":", ".", "..", "-"}
SYMBOLS = {"c", "k", "u", "x", "z", "low"}
PATTERNS = {
    "new_la_code": r"E\d{8}",
    "old_la_code": r"\d{3}",
    "region_code": r"E\d{8}",
    "country_code": r"[A-Z]\d{8}",
}


class Failure(NamedTuple):
    """A rule that a file breaks, and what breaks it."""

    rule: str
    what: str


def screen(data: Rows, meta: Rows) -> list[Failure]:
    """All that is wrong with a pair, rule by rule; without the needed columns nothing else can be
    told.
    """
    return next(
        filter(None, ([*_told(rules, data, meta)] for rules in (NEEDED, PRECHECKS, RULES))), []
    )


def _told(rules: list[Callable[..., Any]], data: Rows, meta: Rows) -> Iterator[Failure]:
    for rule in rules:
        for what in rule(data, meta):
            yield Failure(rule.__name__, what)


def rows_exist(data: Rows, meta: Rows) -> Iterator[str]:
    if not data or not meta:
        yield "a file has no rows"


def required_columns_are_there(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (f"the data has no column {name}" for name in REQUIRED_DATA if name not in data[0])
    yield from (f"the meta has no column {name}" for name in REQUIRED_META if name not in meta[0])


def meta_has_no_other_columns(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (f"the meta has a column {name}" for name in meta[0] if name not in REQUIRED_META)


def column_names_are_snake_case(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (f"column {name!r}" for name in data[0] if not re.fullmatch("[a-z][a-z0-9_]*", name))


def data_columns_are_in_the_meta(data: Rows, meta: Rows) -> Iterator[str]:
    described = {row["col_name"] for row in meta} | {row["filter_grouping_column"] for row in meta}
    yield from (
        f"column {name} is not in the meta" for name in data[0] if name not in described | OBSERVED
    )


def meta_columns_are_in_the_data(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"{row['col_name']} is not in the data" for row in meta if row["col_name"] not in data[0]
    )
    yield from (
        f"{row['col_name']} is always there and needs no meta"
        for row in meta
        if row["col_name"] in OBSERVED
    )


def col_names_and_labels_are_unique(data: Rows, meta: Rows) -> Iterator[str]:
    for column in ("col_name", "label"):
        yield from (
            f"{column} {value!r} stands {count} times"
            for value, count in Counter(row[column] for row in meta).items()
            if count > 1
        )
        yield from (f"a {column} is blank" for row in meta if not row[column].strip())


def col_types_are_known(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"col_type {row['col_type']!r}"
        for row in meta
        if row["col_type"] not in ("Filter", "Indicator")
    )
    if not any(row["col_type"] == "Indicator" for row in meta):
        yield "there is no indicator"


def indicator_meta_is_for_indicators(data: Rows, meta: Rows) -> Iterator[str]:
    for row in _of(meta, "Filter"):
        yield from (
            f"filter {row['col_name']} has {name}"
            for name in ("indicator_grouping", "indicator_unit", "indicator_dp")
            if row[name]
        )


def filter_meta_is_for_filters(data: Rows, meta: Rows) -> Iterator[str]:
    for row in _of(meta, "Indicator"):
        yield from (
            f"indicator {row['col_name']} has {name}"
            for name in ("filter_hint", "filter_grouping_column")
            if row[name]
        )


def indicator_units_are_known(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"indicator_unit {row['indicator_unit']!r}"
        for row in _of(meta, "Indicator")
        if row["indicator_unit"] not in UNITS
    )


def indicator_dp_is_a_whole_number(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"indicator_dp {row['indicator_dp']!r}"
        for row in _of(meta, "Indicator")
        if not re.fullmatch(r"\d*", row["indicator_dp"])
    )


def indicators_have_no_blank_or_obsolete_cells(data: Rows, meta: Rows) -> Iterator[str]:
    for name in _names(meta, "Indicator"):
        yield from (
            f"{name}: {value!r}" for value in sorted({row[name] for row in data} & OBSOLETE)
        )


def indicators_are_numbers_or_symbols(data: Rows, meta: Rows) -> Iterator[str]:
    for name in _names(meta, "Indicator"):
        wrong = (
            {row[name] for row in data if not re.fullmatch(r"-?\d+(\.\d+)?", row[name])}
            - SYMBOLS
            - OBSOLETE
        )
        yield from (f"{name}: {value!r}" for value in sorted(wrong))


def filters_have_no_blank_cells(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"{name} has a blank cell"
        for name in _names(meta, "Filter")
        if any(not row[name] for row in data)
    )


def filters_have_two_levels(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"{name} has one level only"
        for name in _names(meta, "Filter")
        if len({row[name] for row in data}) < 2
    )


def no_cell_starts_or_ends_with_space(data: Rows, meta: Rows) -> Iterator[str]:
    for name in data[0]:
        yield from (
            f"{name}: {value!r}"
            for value in sorted({row[name] for row in data})
            if value != value.strip()
        )


def rows_are_unique(data: Rows, meta: Rows) -> Iterator[str]:
    columns = [name for name in data[0] if name not in _names(meta, "Indicator")]
    counts = Counter(tuple(row[name] for name in columns) for row in data)
    yield from (
        f"{count} rows for {' '.join(filter(None, place))}"
        for place, count in counts.items()
        if count > 1
    )


def time_identifiers_are_known(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"time_identifier {one!r}"
        for one in sorted({row["time_identifier"] for row in data} - FOUR - SIX)
    )


def time_identifiers_are_not_mixed(data: Rows, meta: Rows) -> Iterator[str]:
    there = {row["time_identifier"] for row in data}
    if len(there) > 1 and not (there <= MONTHS or there <= WEEKS or _halves_or_quarters(there)):
        yield f"{', '.join(sorted(there))} in one file"


def time_periods_fit_their_identifiers(data: Rows, meta: Rows) -> Iterator[str]:
    for period, identifier in sorted(
        {(row["time_period"], row["time_identifier"]) for row in data}
    ):
        digits = 4 if identifier in FOUR else 6
        if not re.fullmatch(rf"\d{{{digits}}}", period):
            yield f"{period!r} is not {digits} digits, as {identifier} asks"


def six_digit_periods_are_consecutive_years(data: Rows, meta: Rows) -> Iterator[str]:
    periods = {row["time_period"] for row in data if re.fullmatch(r"\d{6}", row["time_period"])}
    yield from (
        f"{period}" for period in sorted(periods) if (int(period[2:4]) + 1) % 100 != int(period[4:])
    )


def geographic_levels_are_known(data: Rows, meta: Rows) -> Iterator[str]:
    yield from (
        f"geographic_level {one!r}"
        for one in sorted({row["geographic_level"] for row in data} - PLACES.keys())
    )


def places_are_complete(data: Rows, meta: Rows) -> Iterator[str]:
    for row in data:
        wanted = PLACES.get(row["geographic_level"], []) + PLACES["National"]
        yield from (
            f"{row['geographic_level']} row without {name}" for name in wanted if not row.get(name)
        )


def places_are_not_too_complete(data: Rows, meta: Rows) -> Iterator[str]:
    """A national row has no region, a regional row no local authority."""
    levels = list(PLACES)
    for row in data:
        below = (
            levels[levels.index(row["geographic_level"]) + 1 :]
            if row["geographic_level"] in PLACES
            else []
        )
        yield from (
            f"{row['geographic_level']} row with {name}"
            for level in below
            for name in PLACES[level]
            if row.get(name)
        )


def codes_look_like_codes(data: Rows, meta: Rows) -> Iterator[str]:
    for name, pattern in PATTERNS.items():
        yield from (
            f"{name} {one!r}"
            for one in sorted({row.get(name, "") for row in data} - {""})
            if not re.fullmatch(pattern, one)
        )


def a_code_has_one_name(data: Rows, meta: Rows) -> Iterator[str]:
    for code, name in (
        ("country_code", "country_name"),
        ("region_code", "region_name"),
        ("new_la_code", "la_name"),
    ):
        pairs = {(row.get(code, ""), row.get(name, "")) for row in data}
        yield from (
            f"{one} has several names"
            for one, count in Counter(one for one, _ in pairs).items()
            if count > 1
        )


def observed_columns_have_no_totals(data: Rows, meta: Rows) -> Iterator[str]:
    for name in sorted(OBSERVED & data[0].keys()):
        yield from (f"{name}: {row[name]}" for row in data if row[name].lower() in ("total", "all"))


def _halves_or_quarters(there: set[str]) -> bool:
    return all(one.startswith("Part ") for one in there) or all(
        one.startswith("Financial year Q") for one in there
    )


def _of(meta: Rows, kind: str) -> Rows:
    return [row for row in meta if row["col_type"] == kind]


def _names(meta: Rows, kind: str) -> list[str]:
    return [row["col_name"] for row in _of(meta, kind)]


NEEDED = [rows_exist]
PRECHECKS = [required_columns_are_there, meta_has_no_other_columns, meta_columns_are_in_the_data]
RULES = [
    column_names_are_snake_case,
    data_columns_are_in_the_meta,
    col_names_and_labels_are_unique,
    col_types_are_known,
    indicator_meta_is_for_indicators,
    filter_meta_is_for_filters,
    indicator_units_are_known,
    indicator_dp_is_a_whole_number,
    indicators_have_no_blank_or_obsolete_cells,
    indicators_are_numbers_or_symbols,
    filters_have_no_blank_cells,
    filters_have_two_levels,
    no_cell_starts_or_ends_with_space,
    rows_are_unique,
    time_identifiers_are_known,
    time_identifiers_are_not_mixed,
    time_periods_fit_their_identifiers,
    six_digit_periods_are_consecutive_years,
    geographic_levels_are_known,
    places_are_complete,
    places_are_not_too_complete,
    codes_look_like_codes,
    a_code_has_one_name,
    observed_columns_have_no_totals,
]
