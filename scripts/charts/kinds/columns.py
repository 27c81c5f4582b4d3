"""Columns that stand side by side."""

from typing import Any

from scripts.charts.encodings import floor, label_below, place, shape, values
from scripts.charts.kind import Kind, Layers
from scripts.charts.layout import Laid, Layout, evenly, upright
from scripts.charts.points import Panel

COLUMN = 46


def lay_out(panels: list[Panel], width: int) -> Laid:
    return upright("columns", panels, width, lambda points, wide: evenly(len(points), wide))


def layers(layout: Layout, scale: dict[str, Any]) -> Layers:
    half = min(COLUMN, layout.width / max(len(layout.marks), 1) * 0.7) / 2
    y = {"field": "size", "type": "quantitative", "scale": scale}
    edges = [
        {"calculate": f"datum.at - {half}", "as": "start"},
        {"calculate": f"datum.at + {half}", "as": "end"},
    ]
    shapes = [
        {
            "mark": shape(exact),
            "transform": [*edges, {"filter": f"datum.exact === {str(exact).lower()}"}],
            "encoding": {"x": place("start"), "x2": {"field": "end"}, "y": y, "y2": {"datum": 0}},
        }
        for exact in (True, False)
    ]
    return [
        *shapes,
        floor(layout),
        *values({"x": place("at"), "y": y}, {"baseline": "bottom", "dy": -4}),
        label_below(layout),
    ]


KIND = Kind("Column chart", in_time=False, lies=False, lay_out=lay_out, layers=layers)
