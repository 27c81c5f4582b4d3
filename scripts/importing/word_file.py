"""Word documents: paragraphs and tables in the order of the document. Those that have macros were
refused before.
"""

import zipfile
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import XMLSyntaxError

from scripts.importing.extraction import Extraction, Unreadable, Writer

SUFFIXES = (".docx", ".docm")


def extract(path: Path) -> Extraction:
    try:
        document = docx.Document(str(path))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        XMLSyntaxError,
        KeyError,
        ValueError,
    ) as fault:
        raise Unreadable(
            f"can't be read as a Word document ({type(fault).__name__})",
            "Open it in Word or LibreOffice, take off any password and save it again as .docx",
        ) from None
    writer = Writer()
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            writer.grid(cells(part))
        elif part.text.strip():
            writer.line(part.text)
    return writer.done()


def cells(table: Table) -> list[list[str]]:
    """The rows of a table. A merged cell is given once, where it begins."""
    rows = []
    for row in table.rows:
        seen: set[int] = set()
        texts = []
        for cell in row.cells:
            first = id(cell._tc) not in seen
            seen.add(id(cell._tc))
            texts.append(cell.text if first else "")
        rows.append(texts)
    return rows
