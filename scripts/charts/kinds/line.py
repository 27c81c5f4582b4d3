"""A line in time: points at their dates, joined where they are exact numbers of one series."""

from datetime import date
from typing import Any

from scripts.charts.encodings import INK, floor, label_below, place, values
from scripts.charts.kind import Kind, Layers
from scripts.charts.layout import Laid, Layout, evenly, upright
from scripts.charts.points import Panel, Point

ASIDE = 12  # so far a value stands aside of a steep line


def lay_out(panels: list[Panel], width: int) -> Laid:
    return upright("line", panels, width, by_time, ASIDE)


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


def layers(layout: Layout, scale: dict[str, Any]) -> Layers:
    y = {"field": "size", "type": "quantitative", "scale": scale}
    number = {"filter": "datum.said[0] !== '['"}
    path = {
        "mark": {"type": "line", "color": INK, "strokeWidth": 2.5},
        "transform": [number],
        "encoding": {"x": place("at"), "y": y, "detail": {"field": "part"}},
    }
    dots = [
        {
            "mark": {
                "type": "point",
                "filled": exact,
                "fill": INK if exact else "#ffffff",
                "stroke": INK,
                "size": 70,
                "strokeWidth": 2,
                "opacity": 1,
            },
            "transform": [number, {"filter": f"datum.exact === {str(exact).lower()}"}],
            "encoding": {"x": place("at"), "y": y},
        }
        for exact in (True, False)
    ]
    spots = {"x": place("spot"), "y": y}
    said = [
        *values(spots, {"baseline": "bottom", "dy": -8}, "!datum.low"),
        *values(spots, {"baseline": "top", "dy": 9}, "datum.low"),
    ]
    return [floor(layout), path, *dots, *said, label_below(layout)]


KIND = Kind("Line chart", in_time=True, lies=False, lay_out=lay_out, layers=layers)
