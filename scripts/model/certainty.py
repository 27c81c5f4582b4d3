"""Says of each table of a data package whether it is certainly valid, by looking at its distinct
values only.

Frictionless looks at every cell and is right about all of them, at about 90 µs a row. Most tables
can be proved valid much sooner: a type, a pattern or a list holds for a column if it holds for the
column's distinct values. Where anything is unusual the answer is "not certain", never "valid": then
frictionless decides, and explains.

Reads a descriptor and the CSV files beside it. Writes nothing.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from scripts.model import own_terms

INTEGER = re.compile(r"(?!-0$)-?(0|[1-9][0-9]{0,17})", re.ASCII)
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", re.ASCII)
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", re.ASCII)
YEAR = re.compile(r"[1-9][0-9]{3}", re.ASCII)
BOOLEAN = re.compile(r"true|false")
ANY = re.compile(r".*", re.DOTALL)
SHAPES = {
    "string": ANY,
    "integer": INTEGER,
    "number": NUMBER,
    "date": DATE,
    "year": YEAR,
    "boolean": BOOLEAN,
}
BOUNDED = {"integer", "number", "year"}
LAST_DAYS = re.compile(r"[0-9]{4}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)", re.ASCII)
OURS_OF_FIELD = {
    "gives",
    "means",
    "note",
}  # words of our source descriptors, which frictionless leaves alone
OURS_OF_TABLE = {"locator", "lines", "rows", "control", "counts", "every_figure", "every_answer"}
KNOWN_OF_FIELD = {
    "name",
    "title",
    "description",
    "type",
    "format",
    "constraints",
    "example",
    *OURS_OF_FIELD,
}
KNOWN_OF_SCHEMA = {"fields", "missingValues", "primaryKey", "foreignKeys"}
KNOWN_OF_TABLE = {
    "name",
    "path",
    "title",
    "description",
    "profile",
    "scheme",
    "format",
    "mediatype",
    "encoding",
    "schema",
    "sources",
    "licenses",
    "type",
    *OURS_OF_TABLE,
}
FIXED = {
    "type": {"table"},
    "profile": {"tabular-data-resource", "data-resource"},
    "scheme": {"file"},
    "format": {"csv"},
    "mediatype": {"text/csv"},
    "encoding": {"utf-8"},
}
PLAIN_PATH = re.compile(r"[a-z0-9_./-]+\.csv", re.ASCII)

Columns = dict[str, tuple[str, ...]]
Key = tuple[str, ...]


class Reading(NamedTuple):
    """The columns of a table by name, in the order of the file, and the number of its rows."""

    columns: Columns
    rows: int


def uncertain(descriptor: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """The tables that are not certainly valid, each with what was unusual. Empty: all are valid.

    `descriptor` is a data package that is valid as a descriptor; its files lie in `folder`.
    """
    tables = {table["name"]: table for table in descriptor["resources"]}
    readings: dict[str, Reading] = {}
    doubts: dict[str, str] = {}
    for name, table in tables.items():
        reading = read(folder, table) if is_known(table) else None
        doubt = table_doubt(table, reading) if reading else "it is not a plain CSV table"
        if reading:
            readings[name] = reading
        if doubt:
            doubts[name] = doubt
    for name, doubt in key_doubts(tables, readings):
        doubts.setdefault(name, doubt)
    return doubts


def is_known(table: Mapping[str, Any]) -> bool:
    """Whether every word of the table's description is one that this module understands."""
    words = table.keys() <= KNOWN_OF_TABLE and "path" in table
    fixed = all(table.get(word) in {*allowed, None} for word, allowed in FIXED.items())
    schema = table.get("schema")
    return (
        words
        and fixed
        and isinstance(schema, Mapping)
        and schema.keys() <= KNOWN_OF_SCHEMA
        and schema.get("missingValues", [""]) == [""]
        and all(map(is_known_field, schema["fields"]))
    )


def is_known_field(field: Mapping[str, Any]) -> bool:
    known = field.keys() <= KNOWN_OF_FIELD and field.get("format", "default") == "default"
    return known and field.get("type") in SHAPES


def read(folder: Path, table: Mapping[str, Any]) -> Reading | None:
    """The table's columns; None where the file is not the plain CSV that the description
    promises.
    """
    if not PLAIN_PATH.fullmatch(table["path"]) or ".." in table["path"]:
        return None
    names = [field["name"] for field in table["schema"]["fields"]]
    try:
        return columns_of(own_terms.lines(folder / table["path"]), names)
    except (OSError, UnicodeDecodeError, csv.Error):
        return None


def columns_of(lines: Iterator[list[str]], names: Sequence[str]) -> Reading | None:
    """The rows turned into columns; None unless the header is the names, and each row is as wide
    and not blank.
    """
    if next(lines, None) != list(names) or len(set(names)) < len(names):
        return None
    rows = list(lines)
    if not rows:
        return Reading(dict.fromkeys(names, ()), 0)
    if set(map(len, rows)) != {len(names)}:
        return None
    columns = dict(zip(names, map(tuple, zip(*rows, strict=True)), strict=True))
    may_be_blank = "" in next(iter(columns.values()))
    return None if may_be_blank and not all(map(any, rows)) else Reading(columns, len(rows))


def table_doubt(table: Mapping[str, Any], reading: Reading) -> str:
    """What is unusual about the values of a table; empty if nothing is."""
    for field in table["schema"]["fields"]:
        cells = reading.columns[field["name"]]
        doubt = unique_doubt(field, cells) or column_doubt(field, set(cells))
        if doubt:
            return f"column {field['name']}: {doubt}"
    return primary_key_doubt(table["schema"], reading)


def unique_doubt(field: Mapping[str, Any], cells: Sequence[str]) -> str:
    """Whether a cell stands twice in a column that has each once; empty ones count too."""
    twice = is_once_each(field) and len(set(cells)) < len(cells)
    return "a value may stand twice" if twice else ""


def is_once_each(field: Mapping[str, Any]) -> bool:
    """Whether a column of text has each cell once; numbers may be written in two ways."""
    return field["type"] == "string" and field.get("constraints", {}).get("unique") is True


def column_doubt(field: Mapping[str, Any], values: set[str]) -> str:
    """What is unusual about a column's distinct values; empty if nothing is."""
    constraints = dict(field.get("constraints", {}))
    given = values - {""}
    if is_once_each(field):
        del constraints["unique"]  # that is looked at cell by cell
    if constraints.pop("required", False) and given != values:
        return "a value is missing"
    shape = SHAPES[field["type"]]
    if not all(map(shape.fullmatch, given)) and not all(map(is_late_date(field["type"]), given)):
        return f"a value is not plainly a {field['type']}"
    for word, wanted in constraints.items():
        holds = constraint(word, wanted, field["type"])
        if holds is None:
            return f"the constraint {word} is not one this proof knows"
        if not all(map(holds, given)):
            return f"a value may break the constraint {word}"
    return ""


def is_late_date(kind: str) -> Callable[[str], bool]:
    """For a date column: whether a value is a plain date, the 29th to 31st of its month
    included.
    """

    def holds(value: str) -> bool:
        return bool(DATE.fullmatch(value) or LAST_DAYS.fullmatch(value))

    return holds if kind == "date" else lambda value: False


def constraint(word: str, wanted: Any, kind: str) -> Callable[[str], bool] | None:
    """A function that says whether a value keeps a constraint; None where the proof does not know
    it.
    """
    if word == "enum" and kind == "string" and isinstance(wanted, list):
        return set(filter(is_text, wanted)).__contains__
    if word == "pattern" and kind == "string" and isinstance(wanted, str):
        return pattern(wanted)
    if word in ("minimum", "maximum") and kind in BOUNDED and is_whole(wanted):
        bound = Decimal(wanted)
        return (
            (lambda value: Decimal(value) >= bound)
            if word == "minimum"
            else (lambda value: Decimal(value) <= bound)
        )
    if word in ("minLength", "maxLength") and kind == "string" and is_whole(wanted):
        length = int(wanted)
        return (
            (lambda value: len(value) >= length)
            if word == "minLength"
            else (lambda value: len(value) <= length)
        )
    return None


def pattern(wanted: str) -> Callable[[str], bool] | None:
    """Whether a value matches from start to end. Line ends are left to frictionless: `$` allows
    one.
    """
    try:
        compiled = re.compile(wanted, re.ASCII)
        frictionless_form = re.compile(f"^{wanted}$")
    except re.error:
        return None

    def holds(value: str) -> bool:
        return bool(compiled.fullmatch(value) and frictionless_form.match(value))

    return holds


def is_text(value: object) -> bool:
    return isinstance(value, str)


def is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def primary_key_doubt(schema: Mapping[str, Any], reading: Reading) -> str:
    """A key that is not in the columns, has an empty part, or stands twice."""
    key = names_of(schema.get("primaryKey", []))
    if not key:
        return ""
    if not set(key) <= reading.columns.keys():
        return "the primary key is not among the columns"
    if any("" in reading.columns[name] for name in key):
        return "a part of the primary key is empty"
    if "number" in types({"schema": schema}, key):
        return "the primary key has a number, which can be written in several ways"
    distinct = set(keys(reading, key))
    return "" if len(distinct) == reading.rows else "a primary key stands twice"


def names_of(word: str | Sequence[str]) -> Key:
    return (word,) if isinstance(word, str) else tuple(word)


def keys(reading: Reading, names: Key) -> Iterator[tuple[str, ...]]:
    return zip(*(reading.columns[name] for name in names), strict=True)


def key_doubts(
    tables: Mapping[str, Mapping[str, Any]], readings: Mapping[str, Reading]
) -> Iterator[tuple[str, str]]:
    """Table and doubt for each foreign key that is not certainly kept. A table that could not be
    read keeps none.
    """
    there: dict[tuple[str, Key], set[tuple[str, ...]]] = {}
    for name, table in tables.items():
        for foreign in table.get("schema", {}).get("foreignKeys", []):
            if name not in readings:
                continue
            doubt = foreign_key_doubt(name, foreign, tables, readings, there)
            if doubt:
                yield name, doubt


def foreign_key_doubt(
    name: str,
    foreign: Mapping[str, Any],
    tables: Mapping[str, Mapping[str, Any]],
    readings: Mapping[str, Reading],
    there: dict[tuple[str, Key], set[tuple[str, ...]]],
) -> str:
    """What is unusual about one foreign key. `there` keeps the keys of the tables referred to, made
    once.
    """
    mine, theirs = names_of(foreign["fields"]), names_of(foreign["reference"]["fields"])
    other = foreign["reference"]["resource"] or name
    if other not in readings or not set(theirs) <= readings[other].columns.keys():
        return f"the foreign key to {other} leads to a table that could not be read"
    if not set(mine) <= readings[name].columns.keys() or len(mine) != len(theirs):
        return f"the foreign key to {other} names columns that are not there"
    if types(tables[name], mine) != types(tables[other], theirs):
        return f"the foreign key to {other} joins columns of different types"
    known = there.setdefault((other, theirs), set())
    if not known:
        known.update(keys(readings[other], theirs))
    missing = set(keys(readings[name], mine)) - known
    missing.discard(("",) * len(mine))
    return f"a value of the foreign key to {other} is not there" if missing else ""


def types(table: Mapping[str, Any], names: Key) -> list[str]:
    by_name = {field["name"]: field["type"] for field in table["schema"]["fields"]}
    return [by_name[name] for name in names]
