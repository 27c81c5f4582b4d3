"""Draws one panel as SVG with Vega-Lite: a specification from a layout, rendered by vl-convert
without a browser.
"""

import json
from typing import Any

import vl_convert

from scripts.charts.drawings import kept
from scripts.charts.encodings import TEXT
from scripts.charts.kinds import KINDS
from scripts.charts.kinds.bars import BAR
from scripts.charts.kinds.line import ASIDE
from scripts.charts.layout import FONT, LINE, Layout

VERSION = "6.4"
FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
TOP = 26  # above columns and lines, for values
NEAR = 0.15  # so near the axis nothing is written below a point


def draw(layout: Layout, largest: float, smallest: float) -> str:
    """SVG text of a panel. `largest` and `smallest` are those of all panels of the chart, so that
    panels have one scale.
    """
    given = json.dumps(specification(layout, largest, smallest))
    return kept("svg", given, lambda: _svg(given)).decode()


def _svg(given: str) -> bytes:
    return vl_convert.vegalite_to_svg(json.loads(given), vl_version=VERSION).encode()


def specification(layout: Layout, largest: float, smallest: float) -> dict[str, Any]:
    kind = KINDS[layout.kind]
    width = layout.width - layout.left - layout.right
    ends = [min(smallest, 0), max(largest, 0) or 1]
    scale = {
        "domain": ends,
        "range": [0, width] if kind.lies else [layout.height, 0],
        "nice": False,
        "zero": True,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": layout.height,
        "padding": {
            "left": layout.left,
            "right": layout.right,
            "top": 0 if kind.lies else TOP,
            "bottom": layout.below,
        },
        "autosize": "none",
        "data": {"values": rows(layout, ends[1])},
        "layer": kind.layers(layout, scale),
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
