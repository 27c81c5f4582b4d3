"""The sections of a finished page: each heading that has an address, with the text below it. Reads
HTML that the site itself made.
"""

from html.parser import HTMLParser
from typing import NamedTuple

SILENT = {"script", "style", "svg", "pre", "nav", "table", "button", "form"}


class Section(NamedTuple):
    """`anchor` is the id of the heading or of the section it stands in."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """The sections of a page in order; what is marked as not to be searched, tables and code are
    left out.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.done()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[str, list[str], list[str]]] = []
        self._anchor, self._in_heading = "", ""
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._silent:
            self._silent += [tag] if tag == self._silent[0] else []
        elif tag in SILENT or "data-search-exclude" in given:
            self._silent = [tag]
        elif tag == "section":
            self._anchor = given.get("id") or ""
        elif tag in ("h2", "h3", "h4"):
            self._begin(tag, given.get("id") or (self._anchor if tag == "h2" else ""))
        self._say(" ")

    def _begin(self, tag: str, anchor: str) -> None:
        if anchor:
            self._found.append((anchor, [], []))
            self._in_heading = tag

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[0]:
            self._silent.pop()
        if tag == self._in_heading:
            self._in_heading = ""

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, text: str) -> None:
        if self._found and not self._silent:
            _, heading, below = self._found[-1]
            (heading if self._in_heading else below).append(text)

    def done(self) -> list[Section]:
        return [
            Section(anchor, " ".join("".join(heading).split()), " ".join("".join(text).split()))
            for anchor, heading, text in self._found
        ]
