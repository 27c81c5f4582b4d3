"""A source folder as one workbook to fill in, and back: a sheet of the descriptor's words, and one
for each CSV.

Every cell is text, so that no program changes what was printed. Columns have notes; those with a
vocabulary have lists.
"""

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import python_calamine
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scripts.importing.extraction import Unreadable
from scripts.model.files import csv_text, read_json, read_rows
from scripts.model.terms import Vocabulary
from scripts.reading.sources import DESCRIPTOR, NUMBERS

COLUMNS = Path(__file__).with_name("form_columns.csv")
ABOUT, CHOICES = "about", "choices"
ABOUT_COLUMNS = ["word", "value"]
SPARE_ROWS = 200  # rows below the last that have lists too
WIDEST = 60
Sheets = dict[str, list[list[str]]]


class Help(NamedTuple):
    """What is said of a column, and the vocabulary table to choose from; empty where there is
    none.
    """

    note: str
    choices: str


def helps() -> dict[str, Help]:
    return {row["word"]: Help(row["note"], row["choices"]) for row in read_rows(COLUMNS)}


def sheet_names(descriptor: Mapping[str, Any]) -> dict[str, str]:
    """The file of each sheet. Sheets are numbered: a workbook has no room for long names."""
    files = [table["path"] for table in descriptor["resources"]] + [NUMBERS]
    return {f"{number} {file[:20]}": file for number, file in enumerate(files, start=1)}


def words_of(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text and number of a descriptor with its path, such as `resources/0/title`."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        at = f"{place}/{key}".lstrip("/")
        if isinstance(inner, dict | list):
            yield from words_of(inner, at)
        else:
            yield at, str(inner)


def sheets_of(folder: Path) -> Sheets:
    """The cells of each sheet, the header first."""
    descriptor = read_json(folder / DESCRIPTOR)
    found: Sheets = {ABOUT: [ABOUT_COLUMNS, *map(list, words_of(descriptor))]}
    for sheet, file in sheet_names(descriptor).items():
        rows = read_rows(folder / file) if (folder / file).is_file() else []
        if rows:
            found[sheet] = [list(rows[0]), *(list(row.values()) for row in rows)]
    return found


def write(folder: Path, path: Path, vocabulary: Vocabulary) -> None:
    """The workbook of a source folder."""
    known = helps()
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as workbook:
        text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        heading = workbook.add_format({"num_format": "@", "bold": True})
        lists = choices_sheet(workbook, vocabulary, known)
        for name, rows in sheets_of(folder).items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            fill(sheet, rows, text, heading)
            add_help(sheet, name, rows, known, lists)
        workbook.get_worksheet_by_name(ABOUT).activate()


def choices_sheet(
    workbook: xlsxwriter.Workbook, vocabulary: Vocabulary, known: Mapping[str, Help]
) -> dict[str, str]:
    """A hidden sheet with the terms of each vocabulary table that a column chooses from; its cells
    by table.
    """
    sheet = workbook.add_worksheet(CHOICES)
    sheet.hide()
    places = {}
    tables = sorted({each.choices for each in known.values() if each.choices})
    for column, table in enumerate(tables):
        terms = list(vocabulary.get(table, {}))
        for row, term in enumerate(terms):
            sheet.write_string(row, column, term)
        letter = xl_col_to_name(column)
        places[table] = f"={CHOICES}!${letter}$1:${letter}${max(1, len(terms))}"
    return places


def fill(sheet: Worksheet, rows: Sequence[Sequence[str]], text: Format, heading: Format) -> None:
    """The cells as text; empty ones are formatted too, so that what is typed there stays text."""
    widths = [min(WIDEST, 2 + max(len(row[each]) for row in rows)) for each in range(len(rows[0]))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, text)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, text if number else heading)


def add_help(
    sheet: Worksheet,
    name: str,
    rows: Sequence[Sequence[str]],
    known: Mapping[str, Help],
    lists: Mapping[str, str],
) -> None:
    """A note on each column and, where there is a vocabulary, a list to choose from."""
    if name == ABOUT:
        for number, (word, _) in enumerate(rows):
            if word in known:
                sheet.write_comment(number, 1, known[word].note)
                offer(sheet, number, number, 1, known[word], lists)
        return
    for column, word in enumerate(rows[0]):
        said = known.get(word, Help("As printed. Copy, don't correct.", ""))
        sheet.write_comment(0, column, said.note)
        offer(sheet, 1, len(rows) + SPARE_ROWS, column, said, lists)


def offer(
    sheet: Worksheet, first: int, last: int, column: int, said: Help, lists: Mapping[str, str]
) -> None:
    """A list for some cells. Another word is possible, after a warning: new terms are written first
    and explained later.
    """
    if said.choices:
        rule = {"validate": "list", "source": lists[said.choices], "error_type": "warning"}
        sheet.data_validation(first, column, last, column, rule)


def read(path: Path, folder: Path) -> dict[str, str]:
    """The files of the folder as the workbook says them, by name; only those that differ from what
    is there.

    Unreadable where a sheet or a column is missing, or a cell is no text.
    """
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    except (python_calamine.CalamineError, python_calamine.PasswordError, OSError):
        raise Unreadable("is no workbook that can be read", "Save it as .xlsx") from None
    before = sheets_of(folder)
    missing = [name for name in before if name not in workbook.sheet_names]
    if missing:
        raise Unreadable(f"has no sheet {missing[0]!r}", "Put it back, or write the form anew")
    after = {name: cells(name, workbook.get_sheet_by_name(name).to_python()) for name in before}
    files = sheet_names(read_json(folder / DESCRIPTOR))
    changed = {}
    for name, rows in after.items():
        if rows[0] != before[name][0]:
            what = f"sheet {name!r} has not the columns {', '.join(before[name][0])}"
            raise Unreadable(what, "Leave the first row as it was")
        if rows != before[name] and name == ABOUT:
            descriptor = with_words(read_json(folder / DESCRIPTOR), rows[1:])
            changed[DESCRIPTOR] = json.dumps(descriptor, indent=1, ensure_ascii=False) + "\n"
        elif rows != before[name]:
            changed[files[name]] = csv_text(rows[0], map(tuple, rows[1:]))
    return changed


def cells(name: str, rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """The rows of a sheet without empty ones. A cell that a program turned into a number or a date
    is refused.
    """
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if not isinstance(cell, str):
                place = f"{xl_col_to_name(column)}{number}"
                what = f"sheet {name!r}, cell {place}: {cell} is no text, so its print may be lost"
                raise Unreadable(what, "Format the cell as text and type it again")
    return [list(map(str, row)) for row in rows if any(row)]


def with_words(descriptor: dict[str, Any], words: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The descriptor with the values of the sheet; whole numbers stay numbers."""
    made = copy.deepcopy(descriptor)
    for path, value in words:
        *steps, last = path.split("/")
        inner: Any = made
        try:
            for step in steps:
                inner = inner[int(step) if isinstance(inner, list) else step]
            key = int(last) if isinstance(inner, list) else last
            inner[key] = type(inner[key])(value)
        except (KeyError, IndexError, ValueError):
            what = f"sheet {ABOUT!r}: {path} can't be {value[:40]!r}"
            raise Unreadable(what, "Leave the first column as it was") from None
    return made
