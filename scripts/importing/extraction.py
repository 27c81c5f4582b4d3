"""What is taken out of a publisher's file: its lines as text, with their pages, and the tables
among them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BETWEEN_CELLS = " | "


class Line(NamedTuple):
    """One line of the text, as it will be proven against. `page` counts pages or sheets from 1."""

    text: str
    page: int


class Grid(NamedTuple):
    """A table: its rows of cells, and for each row the first and last line of the text it is on,
    counted from 1.
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[int, int], ...]
    title: str = ""


class Extraction(NamedTuple):
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]

    @property
    def text(self) -> str:
        return "".join(f"{line.text}\n" for line in self.lines)


class Unreadable(Exception):
    """A file that can't be imported; the words say why and what to do."""

    def __init__(self, what: str, cure: str):
        super().__init__(what)
        self.what, self.cure = what, cure


class Writer:
    """Collects lines and tables in the order of the file."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.grids: list[Grid] = []

    def line(self, text: str, page: int = 1) -> int:
        """Add the text, one line for each of its lines; the number of the last one."""
        for each in text.splitlines() or [""]:
            self.lines.append(Line(plain(each), page))
        return len(self.lines)

    def grid(self, rows: Iterable[Sequence[str]], page: int = 1, title: str = "") -> None:
        """Add a table, one line a row, the cells in order."""
        cells = [tuple(plain(cell) for cell in row) for row in rows]
        kept = [row for row in cells if any(row)]
        numbers = [self.line(BETWEEN_CELLS.join(row), page) for row in kept]
        if kept:
            spans = tuple((number, number) for number in numbers)
            self.grids.append(Grid(tuple(kept), spans, title))

    def done(self) -> Extraction:
        return Extraction(tuple(self.lines), tuple(self.grids))


def plain(text: str) -> str:
    """One line with single spaces, and no character that can't be seen."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
