"""Gives every mark of a panel its place, so that a drawing needs no measuring of text: the same
bytes on every machine.
"""

import textwrap
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from scripts.charts.points import Panel, Point
from scripts.pages.rendering import CONTROL

FONT, LINE = 14, 17  # the height of letters and of a line of text
LETTER = 7.6  # a letter's width, on the safe side
TALL = 170  # the height of columns and lines
SIGN = "≠"


class Mark(NamedTuple):
    """One point with its place along the axis, its label in lines, and the part of the line that it
    belongs to.
    """

    at: float
    size: float | None
    said: str
    lines: list[str]
    exact: bool
    differs: bool
    part: int
    low: bool  # whether it lies lower than its neighbours, so that its value has room only below it
    lean: int  # to which side of a falling or rising line its value has room
    look: str  # of its line, in a chart of several


class Layout(NamedTuple):
    """A panel ready to draw, as a chart of its kind."""

    kind: str
    marks: list[Mark]
    width: float
    height: float
    left: float  # what labels need beside the axis
    right: float  # what values need beyond the longest bar
    below: float  # what labels need under the axis
    names: dict[str, list[str]] = {}  # of its lines, by look, in a chart of several


Laid = list[Layout] | None
Places = Callable[[list[Point], float], list[float]]


def upright(kind: str, panels: list[Panel], width: int, places: Places, aside: int = 0) -> Laid:
    """Panels of marks that stand side by side; nothing where values or labels of neighbours would
    touch.

    `places` says where along the axis the points of a panel stand, and `aside` how far a value
    moves from its mark.
    """
    if not all(has_room(panel, places(panel.points, width), width, aside) for panel in panels):
        return None
    return [standing(kind, panel, places(panel.points, width), width) for panel in panels]


def has_room(panel: Panel, places: list[float], width: int, aside: int) -> bool:
    """Whether neither values nor labels of neighbours touch; two values for one day have no room on
    a line.
    """
    room = apart(places, width)
    longest = max(len(text(point)) for point in panel.points) * LETTER * 0.9
    needed = longest + (aside if len(places) > 1 else 0)
    return room >= needed and room >= widest_word(panel) * LETTER * 0.85


def apart(places: list[float], width: int) -> float:
    """How far neighbours are apart at least."""
    return min([width, *(after - before for before, after in pairwise(places))])


def standing(kind: str, panel: Panel, places: list[float], width: int) -> Layout:
    room = apart(places, width)
    lines = [
        wrapped(point.tick, int(min(room, 2 * place, 2 * (width - place)) / (LETTER * 0.85)))
        for point, place in zip(panel.points, places, strict=True)
    ]
    marks = [
        mark(panel.points, number, places[number], lines[number]) for number in range(len(places))
    ]
    return Layout(kind, marks, width, TALL, 0, 0, LINE * max(len(label) for label in lines) + 6)


def widest_word(panel: Panel) -> int:
    return max(len(word) for point in panel.points for word in point.tick.split() or [""])


def mark(points: list[Point], number: int, at: float, lines: list[str]) -> Mark:
    point = points[number]
    dated = bool(point.figure["period_start"]) or not any(
        each.figure["period_start"] for each in points
    )
    return Mark(
        at,
        point.size,
        text(point),
        lines,
        not point.figure["qualifier"] and dated,
        point.differs,
        parts(points)[number],
        *slope(points, number),
        point.look,
    )


def slope(points: list[Point], number: int) -> tuple[bool, int]:
    """Whether the lines at a point come from above on all sides, and to which side of them there is
    room.
    """
    joined = parts(points)
    same = [place for place, part in enumerate(joined) if part == joined[number]]
    before, after = (
        next((points[place].size for place in side), None)
        for side in (
            [place for place in reversed(same) if place < number],
            [place for place in same if place > number],
        )
    )
    own = points[number].size
    higher = [side is not None and own is not None and side > own for side in (before, after)]
    lower = [side is not None and own is not None and side < own for side in (before, after)]
    return any(higher) and not any(lower), int(higher[0] and lower[1]) - int(lower[0] and higher[1])


def text(point: Point) -> str:
    return clean(f"{point.said} {SIGN}" if point.differs else point.said)


def clean(words: str) -> str:
    """Without what may not stand in XML."""
    return "".join(
        letter
        for letter in CONTROL.sub("", words)
        if letter not in "\ufffe\uffff" and not "\ud800" <= letter <= "\udfff"
    )


def wrapped(name: str, letters: int) -> list[str]:
    return textwrap.wrap(clean(name), max(letters, 4)) or [""]


def parts(points: list[Point]) -> list[int]:
    """Which points a line joins: exact numbers of one series, up to a period without a number.
    Every other point stands alone.
    """
    going: dict[str, int] = {}
    found = []
    for number, point in enumerate(points):
        series = point.figure["series_id"]
        if not point.figure["value"]:
            going.pop(series, None)
        found.append(going.setdefault(series, number) if point.exact else number)
    return found


def evenly(count: int, width: float) -> list[float]:
    return [width * (place + 0.5) / count for place in range(count)]
