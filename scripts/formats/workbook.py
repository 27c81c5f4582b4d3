"""data/safeguarding-figures.xlsx, laid out as the Analysis Function asks: a guide, all facts,
contents, notes, one sheet a table.

One table a sheet from column A, its title and a line about it above; codes are text, and no cell is
a formula. Where a figure has no number its value cell has the marker in brackets. The same data
makes the same bytes: the times in the file are the contract's.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

import xlsxwriter

from scripts.model.made_before import made
from scripts.model.package import Package
from scripts.offering import citation, cut_names, flat, reuse, urls, zip_readme
from scripts.offering.offered import Format
from scripts.offering.records import exact
from scripts.offering.resources import File, Resource, of_contract

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDEST, CELL_LIMIT = 40, 32_767
LONGEST = 31  # letters of a sheet's name
NUMBERS = ("number", "integer")


def files(package: Package) -> list[File]:
    contract = package.contract
    what = (
        "Every table as a sheet, with cover sheet, contents and notes. Codes are text, and no "
        "cell is a formula."
    )
    documents = tuple(row["document_id"] for row in package["documents"])
    rows = len(package["figures"])
    return [
        File(
            f"data/{contract['name']}.xlsx",
            workbook(package),
            contract["title"],
            what,
            rows,
            documents,
        )
    ]


class Book(NamedTuple):
    """All that the workbook says, in the order of its sheets but for the two of facts, which come
    after the guide.
    """

    title: str
    properties: dict[str, Any]
    cover: list[str]
    notes: list[list[str]]
    sheets: dict[str, Resource]


def workbook(package: Package) -> bytes:
    """The bytes of the workbook."""
    book = Book(
        package.contract["title"],
        _properties(package),
        cover(package),
        notes(package),
        named(package),
    )
    return made("workbook", given(book), lambda: written(book))


def given(book: Book) -> Iterator[str | bytes]:
    """All that the bytes follow from."""
    yield repr((book.title, book.properties, book.cover, book.notes))
    for name, sheet in book.sheets.items():
        yield repr((name, sheet.title, sheet.description, sheet.fields, sheet.rows))


def written(book: Book) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as file:
        file.set_properties(book.properties)
        styles = {
            "title": file.add_format({"bold": True, "font_size": 16}),
            "head": file.add_format({"bold": True, "text_wrap": True}),
            "wrap": file.add_format({"text_wrap": True, "valign": "top"}),
            "text": file.add_format({"num_format": "@"}),
        }
        _prose(file, styles, "Guide", book.title, book.cover)
        facts = dict(islice(book.sheets.items(), 2))
        for name, resource in facts.items():
            _sheet(file, styles, name, resource)
        _listing(
            file,
            styles,
            "Contents",
            "Contents",
            ["Sheet", "Table", "What it is", "Rows"],
            _contents(book.sheets),
        )
        _listing(file, styles, "Notes", "Notes", ["Note", "What it says"], book.notes)
        for name, resource in book.sheets.items():
            if name not in facts:
                _sheet(file, styles, name, resource)
    return out.getvalue()


def named(package: Package) -> dict[str, Resource]:
    """The tables by the names of their sheets: the flat figures first, for they need nothing
    else.
    """
    sheets = {
        "All_figures": package.once(flat.figures),
        "All_answers": package.once(flat.answers),
    }
    for resource in package.once(of_contract):
        name = resource.path.rsplit("/", 1)[1].removesuffix(".csv").capitalize()
        sheets[cut_names.free(name, sheets, LONGEST)] = resource
    return sheets


def cover(package: Package) -> list[str]:
    return [
        package.contract["description"],
        "Start with All_figures: one row per figure, every name filled in. All_answers has what is "
        "not a number. Contents lists the other sheets, and Notes say what signs and empty cells "
        "mean.",
        f"Version {package.contract['version']}, {package.released}. {urls.site(package)}",
        "How to cite it: " + citation.whole(package).full,
        *zip_readme.KNOW,
        reuse.MIXED,
        *(
            (
                f"{held.document}. Terms: {held.title}. {held.summary} Copy this line: "
                f"{held.attribution}"
            )
            for held in package.once(reuse.terms).values()
        ),
        f"{reuse.OURS} {reuse.OURS_URL}",
    ]


def notes(package: Package) -> list[list[str]]:
    """What the signs and the empty cells mean."""
    markers = [
        [f"[{row['marker_id']}]", f"{row['title']}: {row['definition']}"]
        for row in package["markers"]
    ]
    flags = [[row["flag_id"], f"{row['title']}: {row['definition']}"] for row in package["flags"]]
    empty = [
        "Empty cell",
        (
            "The column says nothing about this row. An empty cell is never zero; a missing "
            "number has a marker."
        ),
    ]
    return [empty, *markers, *flags]


def _properties(package: Package) -> dict[str, Any]:
    contract = package.contract
    created = datetime.fromisoformat(contract["created"]).replace(tzinfo=None)
    comments = f"Version {contract['version']}. {reuse.MIXED}"
    return {
        "title": contract["title"],
        "author": citation.whole_author(package),
        "comments": comments,
        "created": created,
    }


def _contents(sheets: dict[str, Resource]) -> list[list[Any]]:
    return [
        [name, resource.title, resource.description, len(resource.rows)]
        for name, resource in sheets.items()
    ]


def _prose(
    book: xlsxwriter.Workbook, styles: dict[str, Any], name: str, title: str, lines: list[str]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 100, styles["wrap"])
    sheet.write_string(0, 0, title, styles["title"])
    for number, line in enumerate(lines, 1):
        sheet.write_string(number, 0, line, styles["wrap"])


def _listing(
    book: xlsxwriter.Workbook,
    styles: dict[str, Any],
    name: str,
    title: str,
    headings: list[str],
    rows: list[list[Any]],
) -> None:
    """A small table of ours; a first cell that names a sheet links there."""
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, title, styles["title"])
    sheet.write_string(1, 0, "This sheet has one table.")
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, (20, 40, 80, 10)[column], styles["wrap"])
        sheet.write_string(2, column, heading, styles["head"])
        for number, row in enumerate(rows, 3):
            write = sheet.write_number if isinstance(row[column], int) else sheet.write_string
            write(number, column, row[column], styles["wrap"])
    if name == "Contents":
        for number, row in enumerate(rows, 3):
            sheet.write_url(number, 0, f"internal:'{row[0]}'!A1", string=row[0])
    _table(sheet, 2, headings, len(rows), name)


def _sheet(
    book: xlsxwriter.Workbook, styles: dict[str, Any], name: str, resource: Resource
) -> None:
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, resource.title, styles["title"])
    sheet.write_string(
        1,
        0,
        f"{resource.description} This sheet has one table. Notes explain signs and empty cells.",
    )
    headings = [field["name"] for field in resource.fields]
    for column, field in enumerate(resource.fields):
        _column(sheet, styles, column, field, resource.rows)
    _table(sheet, 2, headings, len(resource.rows), name)
    sheet.freeze_panes(3, 1)


def _column(
    sheet: xlsxwriter.worksheet.Worksheet,
    styles: dict[str, Any],
    column: int,
    field: dict[str, Any],
    rows: list[dict[str, str]],
) -> None:
    """One column: numbers as numbers, everything else as text whatever it looks like."""
    name, number = field["name"], field["type"] in NUMBERS
    widest = max([len(name), *(len(row[name]) for row in rows)])
    sheet.set_column(column, column, min(widest + 2, WIDEST), None if number else styles["text"])
    sheet.write_string(2, column, name, styles["head"])
    for place, row in enumerate(rows, 3):
        text = row[name]
        if number and text:
            sheet.write_number(place, column, exact(text))
        elif text or (name == "value" and row.get("value_marker")):
            sheet.write_string(
                place, column, text[:CELL_LIMIT] or f"[{row['value_marker']}]", styles["text"]
            )


def _table(
    sheet: xlsxwriter.worksheet.Worksheet, top: int, headings: list[str], rows: int, name: str
) -> None:
    """Mark the cells as one table, for people who read with a screen reader; a table must have a
    row.
    """
    columns = [{"header": heading} for heading in headings]
    sheet.add_table(
        top,
        0,
        top + max(rows, 1),
        len(headings) - 1,
        {"name": f"table_{name.lower()}", "columns": columns, "style": "Table Style Light 1"},
    )


FORMAT = Format(
    label="Excel workbook (XLSX)",
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    purpose="Opens on a guide; then all figures and all answers, a sheet a table.",
    file_type="XLSX",
    files=files,
)
