"""Bars that lie one below the other, their labels beside them where there is room, else above
them.
"""

from typing import Any

from scripts.charts.encodings import TEXT, only, place, shape, values
from scripts.charts.kind import Kind, Layers
from scripts.charts.layout import LETTER, LINE, Laid, Layout, mark, text, wrapped
from scripts.charts.points import Panel

BAR, GAP = 18, 9


def lay_out(panels: list[Panel], width: int) -> Laid:
    left, right = beside(panels, width), beyond(panels)
    return [lying(panel, width, left, right) for panel in panels]


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


def layers(layout: Layout, scale: dict[str, Any]) -> Layers:
    x = {"field": "size", "type": "quantitative", "scale": scale}
    labels = [label_beside(many) for many in counts(layout)] if layout.left else [label_above()]
    shapes = [
        {
            "mark": shape(exact),
            **only("exact", exact),
            "encoding": {"x": x, "x2": {"datum": 0}, "y": place("start"), "y2": {"field": "end"}},
        }
        for exact in (True, False)
    ]
    more = (
        [
            {"calculate": f"datum.start - {GAP / 2}", "as": "start"},
            {"calculate": f"datum.end + {GAP / 2}", "as": "end"},
        ]
        if layout.left
        else []
    )
    axis = {
        "mark": {"type": "rule", "color": TEXT},
        "transform": more,
        "encoding": {
            "x": {"datum": 0, "type": "quantitative", "scale": scale},
            "y": place("start"),
            "y2": {"field": "end"},
        },
    }
    return [
        *shapes,
        axis,
        *values({"x": x, "y": place("at")}, {"align": "left", "baseline": "middle", "dx": 6}),
        *labels,
    ]


def counts(layout: Layout) -> list[int]:
    return sorted({len(each.lines) for each in layout.marks})


def label_beside(many: int) -> dict[str, Any]:
    middle = {
        "type": "text",
        "align": "right",
        "baseline": "middle",
        "dx": -8,
        "dy": -(many - 1) * LINE / 2,
    }
    return {
        "mark": middle,
        "transform": [{"filter": f"datum.many === {many}"}],
        "encoding": {"x": {"value": 0}, "y": place("at"), "text": {"field": "lines"}},
    }


def label_above() -> dict[str, Any]:
    top = [{"calculate": f"datum.start - {LINE} * (datum.many - 1) - 5", "as": "top"}]
    return {
        "mark": {"type": "text", "align": "left", "baseline": "alphabetic"},
        "transform": top,
        "encoding": {"x": {"value": 0}, "y": place("top"), "text": {"field": "lines"}},
    }


KIND = Kind("Bar chart", in_time=False, lies=True, lay_out=lay_out, layers=layers)
