"""CSV files: each row becomes one line of the text, and the whole is one table."""

import csv
import io
from pathlib import Path

from scripts.importing.extraction import Extraction, Unreadable, Writer

SUFFIXES = (".csv",)
DELIMITERS = ",;\t|"


def extract(path: Path) -> Extraction:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("isn't UTF-8 text", "Save it as CSV in UTF-8") from None
    try:
        lines = io.StringIO(text, newline="")  # a line end within a cell parts its words
        rows = list(csv.reader(lines, delimiter=delimiter(text), strict=True))
    except csv.Error as fault:
        raise Unreadable(f"isn't CSV ({fault})", "Save it again from the spreadsheet") from None
    writer = Writer()
    writer.grid(rows)
    return writer.done()


def delimiter(text: str) -> str:
    """The sign that separates most cells of the first lines."""
    head = "\n".join(text.splitlines()[:20])
    return max(DELIMITERS, key=head.count)
