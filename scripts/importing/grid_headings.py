"""Where the headings of a table are: below notes that stand above it, and in several rows where
headings are merged.
"""

import re
from collections.abc import Sequence

from scripts.importing.extraction import Grid

DIGIT = re.compile(r"\d")
TIME = re.compile(
    r"(?:(?:Q[1-4]|[A-Z][a-z]{2,8})[ -])?(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?|\d\d/\d\d"
)


def without_notes(grid: Grid) -> Grid:
    """The table without the rows above it that have one cell only: they are notes, and the last of
    them is its title.
    """
    notes = 0
    while notes < len(grid.rows) - 1 and sum(map(bool, grid.rows[notes])) < 2:
        notes += 1
    if not notes or len(grid.rows[0]) < 2:
        return grid
    title = next(filter(None, grid.rows[0]), grid.title)
    return Grid(grid.rows[notes:], grid.lines[notes:], title)


def one_heading_row(grid: Grid) -> Grid:
    """The table with the rows of headings above its numbers made one: where both have words, the
    lower are kept last.

    A merged heading stands over the columns up to the next one.
    """
    depth = 1
    while depth < len(grid.rows) - 1 and is_under_merged(grid.rows[depth - 1], grid.rows[depth]):
        depth += 1
    if depth == 1:
        return grid
    layers = [*map(spread, grid.rows[: depth - 1]), grid.rows[depth - 1]]
    width = max(map(len, layers))
    padded = [(*layer, *("",) * (width - len(layer))) for layer in layers]
    headings = tuple(joined(parts) for parts in zip(*padded, strict=True))
    span = grid.lines[0][0], grid.lines[depth - 1][1]
    return Grid((headings, *grid.rows[depth:]), (span, *grid.lines[depth:]), grid.title)


def over_pages(grids: Sequence[Grid]) -> list[Grid]:
    """Tables that go on with the same headings, on the next page, as one."""
    whole: list[Grid] = []
    for grid in grids:
        if whole and grid.rows[0] == whole[-1].rows[0] and any(grid.rows[0]) and not grid.title:
            rows, lines = whole[-1].rows + grid.rows[1:], whole[-1].lines + grid.lines[1:]
            whole[-1] = Grid(rows, lines, whole[-1].title)
        else:
            whole.append(grid)
    return whole


def is_under_merged(above: Sequence[str], row: Sequence[str]) -> bool:
    """A row under one with merged cells, which are followed by empty ones, that has no number but
    years.
    """
    cells = [cell for cell in row[1:] if cell]
    no_number = bool(cells) and all(
        not DIGIT.search(cell) or TIME.fullmatch(cell) for cell in cells
    )
    return no_number and "" in above[1:]


def spread(row: Sequence[str]) -> tuple[str, ...]:
    """A merged heading over each column that it covers. The first column, of labels, is never
    covered.
    """
    cells, last = [row[0]], ""
    for cell in row[1:]:
        last = cell or last
        cells.append(last)
    return tuple(cells)


def joined(parts: Sequence[str]) -> str:
    """The headings of one column from top to bottom, each once."""
    return " ".join(dict.fromkeys(part for part in parts if part))


def lowest(parts: str, printed: str) -> str:
    """Of a joined heading, the end that is printed on one line."""
    words = parts.split()
    for start in range(len(words)):
        if " ".join(words[start:]) in printed:
            return " ".join(words[start:])
    return ""
