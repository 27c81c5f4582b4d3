"""Several lines in one panel, told apart by dash, by the shape of their dots and by name.

Colour alone tells nothing: what documents print is a full line with full dots, and each official
line has a dash and a shape of its own, with its name at its end.
"""

from datetime import date
from typing import Any, NamedTuple

from scripts.charts.encodings import INK, QUIET, SIGNAL, TEXT, place
from scripts.charts.free_places import Box, covered, first_free, spots
from scripts.charts.kind import Kind, Layers
from scripts.charts.layout import FONT, LETTER, LINE, Laid, Layout, mark, wrapped
from scripts.charts.points import OURS, Panel, Point

OFFICIAL = "#5A2F86"
TALL = 210
EDGE = 16  # between the ends of the axis and the first and last dot
ROOM = 150  # for names at the ends of lines
NARROW = 400  # in less than this, names have less room
SMALL_ROOM = 100
ASIDE = 12  # between the last dot and the name
SHORT = {OURS: "Printed"}  # names where there is little room


class Look(NamedTuple):
    """How a line is drawn: its colour, how wide it is, its dash, and the shape of its dots."""

    colour: str
    wide: float
    dash: list[int]
    shape: str
    size: int
    full: bool


LOOKS = {
    "country": Look(QUIET, 1.5, [2, 3], "triangle-up", 30, False),
    "region": Look(QUIET, 1.5, [8, 3], "square", 30, False),
    "neighbours": Look(QUIET, 1.5, [8, 3, 2, 3], "cross", 30, False),
    OURS: Look(INK, 2.5, [1, 0], "circle", 60, True),
    "official": Look(OFFICIAL, 2, [6, 4], "diamond", 170, False),
}


def lay_out(panels: list[Panel], width: int) -> Laid:
    """All panels share one axis of time."""
    days = [ordinal(point) for panel in panels for point in panel.points]
    right = ROOM if width >= NARROW else SMALL_ROOM
    ends = (min(days), max(days))
    return [standing(panel, width, right, ends) for panel in panels]


def ordinal(point: Point) -> int:
    return date.fromisoformat(point.day).toordinal()


def standing(panel: Panel, width: int, right: int, ends: tuple[int, int]) -> Layout:
    room = width - right - 2 * EDGE
    length = max(ends[1] - ends[0], 1)
    places = [EDGE + room * (ordinal(point) - ends[0]) / length for point in panel.points]
    ticks = ticked(panel.points, places)
    marks = [
        mark(panel.points, number, places[number], ticks[number]) for number in range(len(places))
    ]
    letters = int((right - ASIDE) / LETTER)
    names = {look: wrapped(name, letters) for look, name in called(panel, width).items()}
    return Layout("several_lines", marks, width, TALL, 0, right, LINE + 6, names)


def called(panel: Panel, width: int) -> dict[str, str]:
    """The names of lines; where there is room, each official one with its last number."""
    last = {point.look: point.said for point in panel.points if point.figure["value"]}
    if width < NARROW:
        return panel.names | {look: SHORT[look] for look in SHORT if look in panel.names}
    return {
        look: name if look == OURS else f"{name} {last[look]}" for look, name in panel.names.items()
    }


def ticked(points: list[Point], places: list[float]) -> list[list[str]]:
    """The names under the axis: of official years, from the newest back, where they have room."""
    found: list[list[str]] = [[] for _ in points]
    free = float("inf")
    years = sorted({(at, point.tick) for at, point in zip(places, points, strict=True)})
    shown = set()
    for at, tick in reversed(years):
        half = len(tick) * LETTER / 2
        if tick and at + half < free:
            shown.add(at)
            free = at - half - 4
    for number, at in enumerate(places):
        if at in shown and points[number].tick:
            found[number] = [points[number].tick]
            shown.discard(at)
    return found


def layers(layout: Layout, scale: dict[str, Any]) -> Layers:
    y = {"field": "size", "type": "quantitative", "scale": scale}
    used = [look for look in LOOKS if any(each.look == look for each in layout.marks)]
    drawn = [layer for look in used for layer in line(look, y)]
    return [axis(layout), *drawn, *said(layout, scale), *named(layout, scale), below()]


def line(look: str, y: dict[str, Any]) -> Layers:
    drawn = LOOKS[look]
    only = {"filter": f"datum.look === '{look}' && datum.said[0] !== '['"}
    at = {"x": place("at"), "y": y}
    stroke: dict[str, Any] = {"type": "line", "color": drawn.colour, "strokeWidth": drawn.wide}
    stroke |= {"strokeDash": drawn.dash}
    dot: dict[str, Any] = {"type": "point", "shape": drawn.shape, "size": drawn.size}
    dot |= {"stroke": drawn.colour, "strokeWidth": 1.5, "opacity": 1}
    joined = {"transform": [only], "encoding": {**at, "detail": {"field": "part"}}}
    found: Layers = [{"mark": stroke, **joined}]
    for exact in (True, False):
        alike = {"filter": f"datum.exact === {str(exact).lower()}"}
        mark_of: dict[str, Any] = dot | filled(drawn, exact)
        found.append({"mark": mark_of, "transform": [only, alike], "encoding": at})
    return found


def filled(drawn: Look, exact: bool) -> dict[str, Any]:
    """A dot of a document is full; open where it prints about or almost."""
    if drawn.full:
        return {"filled": exact, "fill": drawn.colour if exact else "#ffffff"}
    return {"filled": False, "fill": "transparent"}


def named(layout: Layout, scale: dict[str, Any]) -> Layers:
    """The name of each official line at its end, moved apart where names would touch."""
    last = {each.look: each.size for each in layout.marks if each.size is not None}
    wanted = sorted(
        (height(size, scale), look)
        for look, size in last.items()
        if look in layout.names and look != OURS
    )
    left = layout.width - layout.right + ASIDE - EDGE + 8
    tops = apart([(y, len(layout.names[look]) * LINE) for y, look in wanted], TALL)
    found: Layers = []
    for (_, look), top in zip(wanted, tops, strict=True):
        for number, words in enumerate(layout.names[look]):
            box = Box(left, top + number * LINE, layout.width, top + (number + 1) * LINE)
            found.append(written(words, box, LOOKS[look].colour, look == "official"))
    return found


def apart(wanted: list[tuple[float, float]], tall: float) -> list[float]:
    """The tops of names: each beside the end of its line, none over another, all in the picture.

    `wanted` has the middle and the height of each, from the top down.
    """
    tops: list[float] = []
    lowest = float(-LINE)
    for middle, size in wanted:
        lowest = max(lowest, middle - size / 2)
        tops.append(lowest)
        lowest += size + 3
    end = tall + LINE / 2
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], end - wanted[number][1])
        end = tops[number] - 3
    return tops


def height(value: float, scale: dict[str, Any]) -> float:
    """How far below the top of the panel a value stands."""
    (low, high), (bottom, top) = scale["domain"], scale["range"]
    return float(bottom + (value - low) / (high - low) * (top - bottom))


def said(layout: Layout, scale: dict[str, Any]) -> Layers:
    """The printed values beside their dots, and what they are called, where there is room."""
    dots = [(each, height(each.size, scale)) for each in layout.marks if each.size is not None]
    taken = covered(dots)
    ours = [(each, y) for each, y in dots if each.look == OURS]
    found: Layers = []
    for each, y in ours:
        box = first_free(spots(each.at, y, each.said, each.low), taken, layout.width)
        taken.append(box)
        found.append(written(each.said, box, SIGNAL if each.differs else TEXT, True))
    name = " ".join(layout.names.get(OURS, []))
    if not name or not ours:
        return found
    wanted = [
        box
        for more in range(4)
        for each, y in ours
        for box in spots(each.at, y, name, each.low, more * LINE)
    ]
    return [*found, written(name, first_free(wanted, taken, layout.width), INK, True)]


def written(words: str, box: Box, colour: str, bold: bool) -> dict[str, Any]:
    look = {"type": "text", "align": "left", "baseline": "top", "color": colour}
    weight = {"fontSize": FONT - 1, "fontWeight": "bold" if bold else "normal"}
    spot = {"x": {"value": round(box.left, 1)}, "y": {"value": round(box.top, 1)}}
    return {
        "data": {"values": [{"words": words}]},
        "mark": {**look, **weight},
        "encoding": {**spot, "text": {"field": "words"}},
    }


def axis(layout: Layout) -> dict[str, Any]:
    ends = {"x": {"value": 0}, "x2": {"value": layout.width - layout.right}}
    return {
        "mark": {"type": "rule", "color": TEXT},
        "encoding": {**ends, "y": {"value": layout.height}},
    }


def below() -> dict[str, Any]:
    """The years under the axis."""
    return {
        "mark": {"type": "text", "baseline": "top", "color": QUIET, "fontSize": FONT - 1},
        "transform": [{"filter": "datum.lines.length > 0"}],
        "encoding": {"x": place("at"), "y": {"value": TALL + 7}, "text": {"field": "lines"}},
    }


KIND = Kind("Line chart", in_time=True, lies=False, lay_out=lay_out, layers=layers, in_pairs=False)
