"""PDF files: pdfplumber gives each line of text with its place, and the tables that are drawn with
lines.

Chosen over pypdf, which finds no tables, and over tools that need Java or a browser.
"""

from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from scripts.importing.extraction import Extraction, Grid, Line, Unreadable, plain

SUFFIXES = (".pdf",)
MANY_PAGES = 600
SCAN = (
    "has no text: it is a scan, or its letters are drawn as pictures",
    (
        "Ask the publisher for the file it was made from, or have the text recognised and check "
        "every number by eye"
    ),
)


def extract(path: Path) -> Extraction:
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MANY_PAGES:
                raise Unreadable(f"has more than {MANY_PAGES} pages", "Keep the pages with figures")
            return of_pages(pdf.pages)
    except PdfminerException as fault:
        locked = isinstance(fault.args[0] if fault.args else None, PDFPasswordIncorrect)
        what = "is locked with a password" if locked else "is damaged, or is no PDF"
        raise Unreadable(
            what, "Open it in a PDF reader and save or print it to a new PDF"
        ) from None


def of_pages(pages: list[Page]) -> Extraction:
    lines: list[Line] = []
    grids: list[Grid] = []
    for number, page in enumerate(map(upright, pages), start=1):
        found = page.extract_text_lines(return_chars=False)
        first = len(lines) + 1
        lines += [Line(plain(line["text"]), number) for line in found]
        places = [(line["top"], line["bottom"]) for line in found]
        for table in page.find_tables():
            grid = grid_of(table, places, first)
            grids += [grid] if grid else []
        page.close()
    if not any(line.text for line in lines):
        raise Unreadable(*SCAN)
    return Extraction(tuple(lines), tuple(grids))


def upright(page: Page) -> Page:
    """The page, turned if most of its letters lie on their side, as those of a wide table often
    do.
    """
    sideways = [letter for letter in page.chars if not letter["upright"]]
    if len(sideways) * 2 <= len(page.chars):
        return page
    upwards = sum(letter["matrix"][1] > 0 for letter in sideways) * 2 > len(sideways)
    page.page_obj.rotate = (page.page_obj.rotate + (90 if upwards else 270)) % 360
    return Page(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def grid_of(table: object, places: list[tuple[float, float]], first: int) -> Grid | None:
    """A drawn table, each row with the lines of text it covers; None if it has no text."""
    rows, spans = [], []
    for cells, row in zip(table.extract(), table.rows, strict=True):  # type: ignore[attr-defined]
        covered = [
            first + index
            for index, (top, bottom) in enumerate(places)
            if row.bbox[1] <= (top + bottom) / 2 <= row.bbox[3]
        ]
        if covered and any(cells):
            rows.append(tuple(plain(cell or "") for cell in cells))
            spans.append((covered[0], covered[-1]))
    return Grid(tuple(rows), tuple(spans)) if len(rows) > 1 else None
