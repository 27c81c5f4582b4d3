"""Draws one panel as SVG with Vega-Lite: a specification from a layout, rendered by vl-convert without a browser."""

import json
from typing import Any

import vl_convert

from scripts.charts.drawings import kept
from scripts.charts.layout import ASIDE, BAR, FONT, GAP, LINE, Layout

VERSION = "6.4"
INK, TEXT, QUIET, SIGNAL = "#12436D", "#17212b", "#5b6874", "#801650"
FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
TOP = 26  # above columns and lines, for values
COLUMN = 46
NEAR = 0.15  # so near the axis nothing is written below a point


def draw(layout: Layout, largest: float, smallest: float) -> str:
    """SVG text of a panel. `largest` and `smallest` are those of all panels of the chart, so that panels have one scale."""
    given = json.dumps(specification(layout, largest, smallest))
    return kept("svg", given, lambda: _svg(given)).decode()


def _svg(given: str) -> bytes:
    return vl_convert.vegalite_to_svg(json.loads(given), vl_version=VERSION).encode()


def specification(layout: Layout, largest: float, smallest: float) -> dict[str, Any]:
    lying = layout.kind == "bars"
    width = layout.width - layout.left - layout.right
    ends = [min(smallest, 0), max(largest, 0) or 1]
    scale = {
        "domain": ends,
        "range": [0, width] if lying else [layout.height, 0],
        "nice": False,
        "zero": True,
    }
    layers = (
        bars(layout, scale)
        if lying
        else line(layout, scale)
        if layout.kind == "line"
        else columns(layout, scale)
    )
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": layout.height,
        "padding": {
            "left": layout.left,
            "right": layout.right,
            "top": 0 if lying else TOP,
            "bottom": layout.below,
        },
        "autosize": "none",
        "data": {"values": rows(layout, ends[1])},
        "layer": layers,
        "config": {
            "font": FONTS,
            "aria": False,
            "axis": {"disable": True},
            "background": None,
            "view": {"stroke": None},
            "text": {"fontSize": FONT, "color": TEXT, "lineHeight": LINE},
        },
    }


def rows(layout: Layout, largest: float) -> list[dict[str, Any]]:
    """Data for the marks. Labels keep their lines."""
    found = []
    for mark in layout.marks:
        found.append(
            {
                **mark._asdict(),
                "many": len(mark.lines),
                "start": mark.at - BAR / 2,
                "end": mark.at + BAR / 2,
                "size": mark.size or 0,
            }
        )
        found[-1] |= {
            "low": mark.low and found[-1]["size"] > largest * NEAR,
            "spot": mark.at + mark.lean * ASIDE,
        }
    return found


def bars(layout: Layout, scale: dict[str, Any]) -> list[dict[str, str]]:
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


def columns(layout: Layout, scale: dict[str, Any]) -> list[dict[str, str]]:
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


def line(layout: Layout, scale: dict[str, Any]) -> list[dict[str, str]]:
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


def values(
    encoding: dict[str, Any], more: dict[str, Any], which: str = "true"
) -> list[dict[str, Any]]:
    """The printed values; those that take part in a sum that differs in the colour of the sign."""
    look = {"type": "text", "fontWeight": "bold", **more}
    return [
        {
            "mark": {**look, "color": colour},
            "transform": [{"filter": f"{which} && {test}"}],
            "encoding": {**encoding, "text": {"field": "said"}},
        }
        for test, colour in (("!datum.differs", TEXT), ("datum.differs", SIGNAL))
    ]


def shape(exact: bool) -> dict[str, Any]:
    """Exact numbers are full; those printed with about, over or almost, or without a period, are drawn as an outline."""
    return (
        {"type": "rect", "fill": INK}
        if exact
        else {"type": "rect", "fill": INK, "fillOpacity": 0.12, "stroke": INK, "strokeWidth": 1.5}
    )


def place(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None}


def only(field: str, value: bool) -> dict[str, Any]:
    return {"transform": [{"filter": f"datum.{field} === {str(value).lower()}"}]}


def counts(layout: Layout) -> list[int]:
    return sorted({len(mark.lines) for mark in layout.marks})


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


def label_below(layout: Layout) -> dict[str, Any]:
    return {
        "mark": {"type": "text", "baseline": "top", "color": QUIET, "fontSize": FONT - 1},
        "encoding": {
            "x": place("at"),
            "y": {"value": layout.height + 7},
            "text": {"field": "lines"},
        },
    }


def floor(layout: Layout) -> dict[str, Any]:
    return {
        "mark": {"type": "rule", "color": TEXT},
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": layout.width},
            "y": {"value": layout.height},
        },
    }
