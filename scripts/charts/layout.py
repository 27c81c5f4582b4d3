"""Gives every mark of a panel its place, so that a drawing needs no measuring of text: the same bytes on every machine."""

import textwrap
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from scripts.charts.selection import Panel, Point
from scripts.pages.rendering import CONTROL

FONT, LINE = 14, 17  # the height of letters and of a line of text
LETTER = 7.6  # a letter's width, on the safe side
BAR, GAP = 18, 9
TALL = 170  # the height of columns and lines
ASIDE = 12  # so far a value stands aside of a steep line
SIGN = "≠"


class Mark(NamedTuple):
    """One point with its place along the axis, its label in lines, and the part of the line that it belongs to."""

    at: float
    size: float | None
    said: str
    lines: list[str]
    exact: bool
    differs: bool
    part: int
    low: bool  # whether it lies lower than its neighbours, so that its value has room only below it
    lean: int  # to which side of a falling or rising line its value has room


class Layout(NamedTuple):
    """A panel ready to draw: `across` for bars that lie, else columns or a line."""

    kind: str
    marks: list[Mark]
    width: float
    height: float
    left: float  # what labels need beside the axis
    right: float  # what values need beyond the longest bar
    below: float  # what labels need under the axis


def lay_out(panels: list[Panel], kind: str, width: int) -> list[Layout]:
    """Columns and lines where all labels of all panels have room, else bars.

    Panels of one chart are laid out alike, so that a length means the same number in each of them.
    """
    if kind != "bars" and all(has_room(panel, kind, width) for panel in panels):
        return [upright(panel, kind, width) for panel in panels]
    left, right = beside(panels, width), beyond(panels)
    return [lying(panel, width, left, right) for panel in panels]


def has_room(panel: Panel, kind: str, width: int) -> bool:
    """Whether neither values nor labels of neighbours touch; two values for one day have no room on a line."""
    places = placed(panel, kind, width)
    room = min([width, *(after - before for before, after in pairwise(places))])
    aside = ASIDE if kind == "line" and len(places) > 1 else 0
    return (
        room >= max(len(text(point)) for point in panel.points) * LETTER * 0.9 + aside
        and room >= widest_word(panel) * LETTER * 0.85
    )


def placed(panel: Panel, kind: str, width: int) -> list[float]:
    return by_time(panel.points, width) if kind == "line" else evenly(len(panel.points), width)


def widest_word(panel: Panel) -> int:
    return max(len(word) for point in panel.points for word in point.tick.split() or [""])


def upright(panel: Panel, kind: str, width: int) -> Layout:
    places = placed(panel, kind, width)
    room = min([width, *(after - before for before, after in pairwise(places))])
    lines = [
        wrapped(point.tick, int(min(room, 2 * place, 2 * (width - place)) / (LETTER * 0.85)))
        for point, place in zip(panel.points, places, strict=True)
    ]
    marks = [
        mark(panel.points, number, places[number], lines[number]) for number in range(len(places))
    ]
    return Layout(kind, marks, width, TALL, 0, 0, LINE * max(len(label) for label in lines) + 6)


def beside(panels: list[Panel], width: int) -> float:
    """The room for labels beside the bars of all panels; 0 where they stand above the bars."""
    longest = max(len(point.name) for panel in panels for point in panel.points) * LETTER
    return min(longest + 4, width * 0.42) if longest < width * 0.3 or width > 480 else 0


def beyond(panels: list[Panel]) -> float:
    """The room for the longest value of all panels, beyond the longest bar."""
    return max(len(text(point)) for panel in panels for point in panel.points) * LETTER + 12


def lying(panel: Panel, width: int, left: float, right: float) -> Layout:
    """Bars one below the other, their labels beside them where there is room, else above them."""
    letters = int((left or width) / (LETTER * 0.9)) + 1
    marks, top = [], 0.0
    for number, point in enumerate(panel.points):
        lines = wrapped(point.name, letters)
        tall = max(BAR, LINE * len(lines)) if left else BAR + LINE * len(lines)
        marks.append(
            mark(panel.points, number, top + (tall / 2 if left else tall - BAR / 2), lines)
        )
        top += tall + GAP
    return Layout("bars", marks, width, top, left + 8 if left else 0, right, 0)


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
    )


def slope(points: list[Point], number: int) -> tuple[bool, int]:
    """Whether the lines at a point come from above on all sides, and to which side of them there is room."""
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
    """Which points a line joins: exact numbers of one series, up to a period without a number. Every other point stands alone."""
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


def by_time(points: list[Point], width: float) -> list[float]:
    """Places in proportion to time, moved apart where labels would touch; one place for one day."""
    days = [date.fromisoformat(point.day).toordinal() if point.day else 0 for point in points]
    even = evenly(len(points), width)
    if not all(days) or len(set(days)) < 2:
        return even
    edge, apart = even[0], (even[1] - even[0]) * 0.85
    places = [edge + (day - days[0]) / (days[-1] - days[0]) * (width - 2 * edge) for day in days]
    for number in range(1, len(places)):
        near = 0 if days[number] == days[number - 1] else apart
        places[number] = max(places[number], places[number - 1] + near)
    places[-1] = min(places[-1], width - edge)
    for number in range(len(places) - 2, 0, -1):
        near = 0 if days[number] == days[number + 1] else apart
        places[number] = min(places[number], places[number + 1] - near)
    return places
