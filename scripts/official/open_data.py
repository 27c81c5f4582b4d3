"""One file in the department's open-data format, read in pieces, and all that is wrong with it.

Rows are numbered as a spreadsheet shows them: the heads are row 1.
"""

import difflib
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from scripts.model.dfe_columns import AREA, TIME
from scripts.model.problems import Problem

ROWS_AT_ONCE = 50_000
LEVELS = {"National", "Regional", "Local authority"}
CODES = {
    "National": ("country_code", r"[A-Z]\d{8}"),
    "Regional": ("region_code", r"[A-Z]\d{8}"),
    "Local authority": ("new_la_code", r"[A-Z]\d{8}(?: / [A-Z]\d{8})*"),
}
# the letter k was written as the word low until 2025
OLD_MARKERS = {"low": "k", ":": "x"}
PAIR = frozenset("/")  # two councils that answer together have both codes
HALF_OF_LONDON = "E13"  # Inner and Outer London are no regions of their own
NUMBER = r"-?\d+(?:\.\d+)?"
WHOLE = r"\d+"
SHOWN = 20


class Wanted(NamedTuple):
    """What is read of a file: its value columns, groups (filter column and value), kind of year,
    and the letters that its cells may hold."""

    file: str
    time_identifier: str
    groups: list[tuple[str, str]]
    counts: list[str]
    others: list[str]
    markers: set[str]

    @property
    def filters(self) -> list[str]:
        return list(dict.fromkeys(name for name, _ in self.groups))

    @property
    def values(self) -> list[str]:
        return self.counts + self.others

    @property
    def columns(self) -> list[str]:
        return [*TIME, *AREA, *self.filters, *self.values]


def heads(path: Path) -> list[str]:
    """The column heads of a file; a byte-order mark is no part of them."""
    first = pd.read_csv(path, header=None, nrows=1, dtype=str, encoding="utf-8-sig")
    return [str(name) for name in first.iloc[0]]


def head_problems(path: Path, wanted: Wanted) -> Iterator[Problem]:
    """Columns that are missing, renamed or there twice; a file that is not UTF-8 text."""
    try:
        there = heads(path)
    except UnicodeDecodeError:
        yield _not_text(wanted.file)
        return
    except pd.errors.EmptyDataError:
        yield Problem(wanted.file, "file", "is empty", "Download it again")
        return
    for name in dict.fromkeys(wanted.columns):
        if there.count(name) > 1:
            yield Problem(wanted.file, f"row 1, column {name}", "stands twice", "Keep one of them")
        elif name not in there:
            yield Problem(wanted.file, f"row 1, column {name}", "is missing", _cure(name, there))


def _cure(name: str, there: list[str]) -> str:
    near = difflib.get_close_matches(name.lower(), [head.lower() for head in there], n=1)
    if not near:
        return "Download the file again, or change the column in the mapping"
    head = next(head for head in there if head.lower() == near[0])
    return f"If {head!r} is its new name, write that in the mapping"


def _not_text(file: str) -> Problem:
    cure = "Save it as UTF-8, with or without a byte-order mark"
    return Problem(file, "file", "is not text in UTF-8", cure)


def pieces(path: Path, columns: list[str]) -> Iterator[pd.DataFrame]:
    """The file piece by piece, as text; the index of each row is its number, from 2."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        with pd.read_csv(
            path,
            dtype=str,
            keep_default_na=False,
            encoding="utf-8-sig",
            chunksize=ROWS_AT_ONCE,
            index_col=False,
            skip_blank_lines=False,
        ) as reader:
            for piece in reader:  # every column is read: otherwise a row too long is not noticed
                piece.index += 2
                yield piece[list(dict.fromkeys(columns))]


def unreadable(error: Exception, file: str) -> Problem:
    """A row with more cells than heads, or quotes that never close, as a problem."""
    if isinstance(error, UnicodeDecodeError):
        return _not_text(file)
    found = re.search(r"line (\d+)", str(error))
    place = f"row {found[1]}" if found else "file"
    return Problem(file, place, "cannot be read as rows and columns", "Download the file again")


def cell_problems(piece: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    """All that is wrong in the cells of a piece, one line a cell."""
    yield from _years(piece, wanted)
    yield from _areas(piece, wanted)
    for column in wanted.values:
        yield from _values(piece, column, wanted)


def _years(piece: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    years = piece["time_period"]
    floats = years.str.fullmatch(r"\d{4}(?:\d\d)?\.0+")
    digits = years.str.fullmatch(r"\d{4}(?:\d\d)?")
    yield from _told(
        piece, "time_period", floats, wanted, "is a year with a decimal point", "Write digits only"
    )
    cure = "Write a year of 4 digits, or 6 for two years such as 202425"
    yield from _told(piece, "time_period", ~floats & ~digits, wanted, "is no year", cure)
    six = years.where(years.str.fullmatch(r"\d{6}"), "")
    second = (pd.to_numeric(six.str[2:4], errors="coerce") + 1) % 100
    apart = (six != "") & (second != pd.to_numeric(six.str[4:6], errors="coerce"))
    cure = "Write two years that follow each other"
    yield from _told(piece, "time_period", apart, wanted, "is not two years in a row", cure)
    other = piece["time_identifier"] != wanted.time_identifier
    what = f"is not {wanted.time_identifier!r}"
    cure = "Change it, or the table's row in official_tables.csv"
    yield from _told(piece, "time_identifier", other, wanted, what, cure)


def _areas(piece: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    levels = piece["geographic_level"]
    cure = "Use National, Regional or Local authority"
    yield from _told(
        piece, "geographic_level", ~levels.isin(LEVELS), wanted, "is no level of areas", cure
    )
    for level, (column, shape) in CODES.items():
        wrong = (levels == level) & ~piece[column].str.fullmatch(shape)
        cure = "Write the code of nine characters"
        yield from _told(piece, column, wrong, wanted, "is no code of an area", cure)


def _values(piece: pd.DataFrame, column: str, wanted: Wanted) -> Iterator[Problem]:
    cells = piece[column]
    marked = cells.isin(wanted.markers | OLD_MARKERS.keys())
    number = cells.str.fullmatch(NUMBER)
    blank = cells == ""
    percent = cells.str.contains("%", regex=False)
    commas = cells.str.fullmatch(r"\d{1,3}(?:,\d{3})+")
    yield from _told(
        piece, column, blank, wanted, "is empty", "Write the number, or x for not available"
    )
    cure = "Write the number without the sign, in a column of percentages"
    yield from _told(piece, column, percent, wanted, "has a percent sign", cure)
    yield from _told(piece, column, commas, wanted, "has commas", "Write digits only")
    known = ", ".join(sorted(wanted.markers))
    strange = ~(marked | number | blank | percent | commas)
    cure = f"Write a number, or one of {known}"
    yield from _told(piece, column, strange, wanted, "is no number and no known letter", cure)
    if column in wanted.counts:
        parts = number & ~cells.str.fullmatch(WHOLE)
        cure = "If the column holds percentages, say so in the mapping"
        yield from _told(piece, column, parts, wanted, "is no whole number, in a count", cure)


def _told(
    piece: pd.DataFrame, column: str, wrong: pd.Series, wanted: Wanted, what: str, cure: str
) -> Iterator[Problem]:
    for row, cell in piece[column][wrong.astype(bool)].head(SHOWN).items():
        yield Problem(wanted.file, f"row {row}, column {column}", f"{cell!r} {what}", cure)


def area_code(piece: pd.DataFrame) -> pd.Series:
    """The code of each row's own area: its council's, region's or country's."""
    code = piece["new_la_code"]
    code = code.where(code != "", piece["region_code"])
    return code.where(code != "", piece["country_code"])


def area_name(piece: pd.DataFrame) -> pd.Series:
    name = piece["la_name"]
    name = name.where(name != "", piece["region_name"])
    return name.where(name != "", piece["country_name"])


def repeated(keys: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    """Rows for the same year, area and filter; `keys` has these of the whole file."""
    for row in keys.index[keys.duplicated()][:SHOWN]:
        said = ", ".join(cell for cell in keys.loc[row] if cell)
        cure = "Keep one of the rows; if they are for different groups, name a filter"
        yield Problem(wanted.file, f"row {row}", f"{said} stands twice", cure)


def area_problems(areas: pd.DataFrame, known: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    """Areas that the vocabulary does not know, or knows by another name.

    `areas`: area_code, area_name, old_la_code by row; `known`: the areas of the vocabulary. A
    council whose boundary changed has a new code and its old three digits.
    """
    codes = {*known["new_la_code"], *known["region_code"], *known["country_code"]}
    by_code = dict(zip(known["new_la_code"], known["la_name"], strict=True))
    by_old = dict(zip(known["old_la_code"], known["la_name"], strict=True))
    distinct = areas.drop_duplicates(["area_code", "area_name", "old_la_code"])
    cells = distinct[["area_code", "area_name", "old_la_code"]]
    for row, code, name, old in cells.itertuples(name=None):
        both = not PAIR.isdisjoint(code) or code.startswith(HALF_OF_LONDON)
        expected = by_old.get(old) if old else ""
        expected = by_code.get(code) or expected
        if not both and code not in codes and not expected:
            what = f"{name!r} with the code {code} is no area of the vocabulary"
            cure = "Add it to data/vocabulary/areas.csv, or correct the code"
            yield Problem(wanted.file, f"row {row}, column new_la_code", what, cure)
        elif old and not both and expected and _plain(expected) != _plain(name):
            what = f"{name!r} has the code of {expected!r}"
            yield Problem(
                wanted.file, f"row {row}, column la_name", what, "Correct the code or the name"
            )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower().replace("&", "and"))


def no_group(keys: pd.DataFrame, wanted: Wanted) -> Iterator[Problem]:
    """Groups that the mapping names and no row of the file is about."""
    for column, group in wanted.groups:
        if group not in {*keys[column]}:
            cure = "Write the group as the file spells it, in the mapping"
            yield Problem(wanted.file, f"column {column}", f"has no row of {group!r}", cure)


def absent(areas: pd.DataFrame, old_codes: set[str], wanted: Wanted) -> Iterator[Problem]:
    """Councils of our documents that the file does not have."""
    for code in sorted(old_codes - {*areas["old_la_code"]}):
        cure = "Check that the file is whole"
        yield Problem(wanted.file, f"column old_la_code, {code}", "has no row", cure)
