"""Web pages saved as HTML: the text and tables of the body. Scripts, styles and forms are left out;
nothing is loaded.
"""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from scripts.importing.extraction import Extraction, Unreadable, Writer

SUFFIXES = (".html", ".htm")
LEFT_OUT = ["script", "style", "noscript", "template", "form", "nav", "iframe", "svg", "head"]
BLOCKS = {
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "section",
    "article",
    "td",
    "th",
    "dt",
    "dd",
    "br",
    "header",
    "footer",
    "main",
    "blockquote",
    "figcaption",
    "caption",
    "ul",
    "ol",
    "body",
}


def extract(path: Path) -> Extraction:
    soup = BeautifulSoup(path.read_bytes(), "html5lib")
    for tag in soup.find_all(LEFT_OUT):
        tag.decompose()
    body = soup.body
    if body is None or not body.get_text(strip=True):
        raise Unreadable("has no text in it", "Save the page again once it is fully shown")
    writer = Writer()
    for part in parts(body):
        if isinstance(part, Tag):
            writer.grid(cells(part), title=caption(part))
        else:
            writer.line(part)
    return writer.done()


def parts(tag: Tag) -> Iterator[str | Tag]:
    """The text of the blocks and the tables, in order."""
    words: list[str] = []
    for child in tag.children:
        is_block = isinstance(child, Tag) and (child.name in BLOCKS or child.name == "table")
        if is_block and words:
            yield from joined(words)
            words = []
        if isinstance(child, Tag) and child.name == "table":
            yield child
        elif isinstance(child, Tag) and is_block:
            yield from parts(child)
        elif isinstance(child, Tag):
            words.append(child.get_text())
        elif type(child) is NavigableString:
            words.append(str(child))
    yield from joined(words)


def joined(words: list[str]) -> Iterator[str]:
    text = " ".join("".join(words).split())
    if text:
        yield text


def cells(table: Tag) -> list[list[str]]:
    """Rows of cells; a cell over several columns is followed by empty ones."""
    rows = []
    for row in table.find_all("tr"):
        texts = []
        for cell in row.find_all(["td", "th"], recursive=False):
            texts.append(cell.get_text(" "))
            texts += [""] * (span(cell) - 1)
        rows.append(texts)
    return rows


def span(cell: Tag) -> int:
    written = str(cell.get("colspan", "1"))
    return min(int(written), 100) if written.isdecimal() and int(written) else 1


def caption(table: Tag) -> str:
    found = table.find("caption")
    return found.get_text(" ", strip=True) if found else ""
