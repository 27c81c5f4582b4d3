"""Plain text, as copied from a letter or a web page. Its lines stay as they are, so that they can
be proven against.
"""

from pathlib import Path

from scripts.importing.extraction import Extraction, Line, Unreadable

SUFFIXES = (".txt",)
NEW_PAGE = "\f"


def extract(path: Path) -> Extraction:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("isn't UTF-8 text", "Save it as plain text in UTF-8") from None
    lines, page = [], 1
    for line in text.splitlines():
        page += line.count(NEW_PAGE)
        lines.append(Line(line.replace(NEW_PAGE, ""), page))
    return Extraction(tuple(lines), ())
