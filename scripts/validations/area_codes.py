"""The law of areas: an area has a code of its own or none, and what it refers to is there.

Reads the tables of areas of the vocabulary, as rows. Each fault is told at the cell that is wrong.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from scripts.model.problems import Problem

Row = dict[str, str]
Tables = Mapping[str, list[Row]]
FOLDER = "data/vocabulary"
# the column that holds the code of the area itself, at each level that official statistics know
OWN_CODE = {
    "National": "country_code",
    "Regional": "region_code",
    "Local authority": "new_la_code",
    "Local authority district": "new_la_code",
}
PAIRS = {"country_code": "country_name", "region_code": "region_name", "new_la_code": "la_name"}
COLUMNS = ("country_code", "country_name", "region_code", "region_name")
COLUMNS_OF_LEVELS = (*COLUMNS, "old_la_code", "new_la_code", "la_name")
LOOK_UP = (
    "Look it up in the register of geographic codes, or leave it empty: a code is never guessed"
)


REFERENCES = (
    ("area_names", "area_id"),
    ("area_codes", "area_id"),
    ("area_members", "area_id"),
    ("area_members", "member_area_id"),
    ("area_successors", "area_id"),
    ("area_successors", "replaced_by"),
)


def problems(tables: Tables) -> Iterator[Problem]:
    """Everything that is wrong with the tables of areas, by table name."""
    areas = {row["area_id"]: row for row in tables["areas"]}
    types = {row["area_type_id"]: row for row in tables["area_types"]}
    for number, row in enumerate(tables["areas"], start=1):
        kind = types.get(row["area_type"])
        if kind is None:
            yield _fault(
                "areas", number, "area_type", row, "is not in area_types.csv", "Use one that is"
            )
            continue
        yield from _code(number, row, kind)
        yield from _level(number, row, kind)
        yield from _nation(number, row, areas)
        yield from _dates(number, row)
    yield from _doubles(tables)
    for name, column in REFERENCES:
        yield from _strangers(tables, name, column, areas)
    yield from _selves(tables)
    yield from _successions(tables, areas)


def _code(number: int, row: Row, kind: Row) -> Iterator[Problem]:
    """A code has the pattern of its kind of area; a group has none; what exists has one."""
    code, pattern = row["gss_code"], kind["code_pattern"]
    if code and not pattern:
        what = f"is a code, and {kind['title'].lower()} has none of its own"
        yield _fault("areas", number, "gss_code", row, what, "Leave it empty")
    elif code and not re.fullmatch(pattern, code):
        what = f"is not a code of the kind {kind['title']!r} ({pattern})"
        yield _fault("areas", number, "gss_code", row, what, LOOK_UP)
    elif not code and kind["geographic_level"] and not row["end_date"]:
        what = f"is empty: {row['title']!r} has no gss_code"
        yield _fault("areas", number, "gss_code", row, what, LOOK_UP)


def _level(number: int, row: Row, kind: Row) -> Iterator[Problem]:
    """The level is that of the kind of area; without one, no column of a level is filled."""
    level = kind["geographic_level"]
    if row["geographic_level"] != level:
        what = f"is not {level!r}, the level of {kind['title']!r}"
        yield _fault("areas", number, "geographic_level", row, what, "Write the level of its kind")
    elif not level:
        for column in filter(row.get, COLUMNS_OF_LEVELS):
            what = "would be the code or name of something else: the area has no geographic level"
            yield _fault("areas", number, column, row, what, "Leave it empty")
    else:
        yield from _places(number, row, OWN_CODE[level])


def _places(number: int, row: Row, own: str) -> Iterator[Problem]:
    """Its own code stands in the column of its level, each code has its name, none is lower."""
    if row[own] != row["gss_code"] and (row["gss_code"] or row["end_date"]):
        what = f"is not the area's own code, {row['gss_code']!r}"
        yield _fault("areas", number, own, row, what, "Write its own code in both columns")
    for code, name in PAIRS.items():
        if row[code] and not row[name]:
            yield _fault("areas", number, name, row, f"is empty beside {code}", "Write the name")
    lower = COLUMNS_OF_LEVELS[COLUMNS_OF_LEVELS.index(PAIRS[own]) + 1 :]
    for column in filter(row.get, lower):
        what = "belongs to something smaller than the area"
        yield _fault("areas", number, column, row, what, "Leave it empty")


def _nation(number: int, row: Row, areas: Mapping[str, Row]) -> Iterator[Problem]:
    """The nation is one that is its own nation, and the country's code is the nation's."""
    nation = row["nation"]
    if not nation:
        return
    if areas.get(nation, {}).get("nation") != nation:
        yield _fault("areas", number, "nation", row, "is not the id of a nation", "Write its id")
    elif row["country_code"] not in ("", areas[nation]["country_code"]):
        what = f"is not the code of {nation!r}, its nation"
        yield _fault("areas", number, "country_code", row, what, "Correct one of the two")


def _dates(number: int, row: Row) -> Iterator[Problem]:
    """The first day comes before the last. Dates are written 2023-03-31, so text sorts as time."""
    if row["start_date"] and row["end_date"] and row["end_date"] < row["start_date"]:
        what = f"is before the first day, {row['start_date']}"
        yield _fault("areas", number, "end_date", row, what, "Correct one of the two")


def _doubles(tables: Tables) -> Iterator[Problem]:
    """No code is that of two areas, today or with other boundaries."""
    seen: dict[str, str] = {}
    for name in ("areas", "area_codes"):
        for number, row in enumerate(tables[name], start=1):
            code = row["gss_code"]
            if code and code in seen:
                what = f"is a code of {seen[code]!r} too"
                yield _fault(name, number, "gss_code", row, what, "Correct one of the two")
            seen.setdefault(code, row["area_id"])


def _strangers(
    tables: Tables, name: str, column: str, areas: Mapping[str, Row]
) -> Iterator[Problem]:
    """Rows about an area that is not in the table of areas."""
    for number, row in enumerate(tables[name], start=1):
        if row[column] not in areas:
            yield _fault(
                name, number, column, row, "is not in areas.csv", "Use an id that is there"
            )


def _selves(tables: Tables) -> Iterator[Problem]:
    """An area that is part of itself or succeeds itself, and a successor of one that exists."""
    ended = {row["area_id"] for row in tables["areas"] if row["end_date"]}
    for name, column in (("area_members", "member_area_id"), ("area_successors", "replaced_by")):
        for number, row in enumerate(tables[name], start=1):
            if row[column] == row["area_id"]:
                yield _fault(name, number, column, row, "is the area itself", "Remove the row")
    for number, row in enumerate(tables["area_successors"], start=1):
        if row["area_id"] not in ended:
            what = "has a successor and no last day in areas.csv"
            yield _fault(
                "area_successors", number, "area_id", row, what, "Write its end_date there"
            )


def _successions(tables: Tables, areas: Mapping[str, Row]) -> Iterator[Problem]:
    """A successor begins on the day after the last day of the one that it replaces."""
    for number, row in enumerate(tables["area_successors"], start=1):
        old, new = areas.get(row["area_id"]), areas.get(row["replaced_by"])
        if old and new and old["end_date"] and new["start_date"] != _day_after(old["end_date"]):
            begins = new["start_date"] or "a day that is not given"
            what = f"begins on {begins}, and {row['area_id']!r} ended on {old['end_date']}"
            cure = f"Correct the days in areas.csv: the first follows the last, {old['end_date']}"
            yield _fault("area_successors", number, "replaced_by", row, what, cure)


def _day_after(day: str) -> str:
    """Empty for what is no day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return ""


def _fault(name: str, number: int, column: str, row: Row, what: str, cure: str) -> Problem:
    place = f"row {number}, column {column!r}"
    return Problem(f"{FOLDER}/{name}.csv", place, f"{row[column]!r} {what}", cure)
