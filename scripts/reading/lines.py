"""On which line of the text a printed cell stands, where a row of a table runs over several lines.
Pure.
"""

from collections.abc import Iterable, Sequence

LAST = -1


def span(line: str) -> range:
    """The lines of a row such as `93` or `1020-1021`."""
    first, _, last = line.partition("-")
    return range(int(first), int(last or first) + 1)


def line_of(line: str, place: int) -> str:
    """The line of a cell: the first of its row is place 1, the last is place -1. ValueError if the
    row has no such line.
    """
    rows = span(line)
    at = place - 1 if place > 0 else place
    if not place or not -len(rows) <= at < len(rows):
        count = f"{len(rows)} lines" if len(rows) > 1 else "one line"
        raise ValueError(f"the row stands on {count}, and the column on line {place} of it")
    return str(rows[at])


def places(
    printed: Sequence[str], declared: dict[str, int], lines: Iterable[str]
) -> dict[str, int]:
    """The place of each printed column, in the order of the print: as declared, or as the rows
    show.

    Where each row has as many lines as printed cells, each cell has a line of its own. Otherwise
    cells stand on the last line.
    """
    lengths = {len(span(line)) for line in lines}
    one_each = len(printed) > 1 and lengths == {len(printed)}
    usual = {column: at if one_each else LAST for at, column in enumerate(printed, start=1)}
    return usual | declared
