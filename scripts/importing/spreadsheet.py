"""Workbooks of Excel and LibreOffice. calamine reads all their kinds; it runs no macro and follows
no link.
"""

from pathlib import Path

import python_calamine

from scripts.importing.extraction import Extraction, Unreadable, Writer

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
MANY_ROWS = 50_000


def extract(path: Path) -> Extraction:
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(str(path))
        sheets = {
            name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names
        }
    except (python_calamine.CalamineError, python_calamine.PasswordError, OSError) as fault:
        raise Unreadable(
            f"can't be read as a workbook ({fault})",
            "Open it in a spreadsheet program, take off any password and save it again",
        ) from None
    if sum(map(len, sheets.values())) > MANY_ROWS:
        raise Unreadable(f"has more than {MANY_ROWS:,} rows", "Keep only the sheets with figures")
    writer = Writer()
    for page, (name, rows) in enumerate(sheets.items(), start=1):
        writer.line(name, page)
        writer.grid([[shown(cell) for cell in row] for row in rows], page, name)
    return writer.done()


def shown(cell: object) -> str:
    """A cell as a spreadsheet shows it without a format: 12 and not 12.0, a date as
    year-month-day.
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
