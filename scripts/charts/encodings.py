"""What the specifications of all kinds of charts share: colours, values beside marks, labels, and
the axis below.
"""

from typing import Any

from scripts.charts.layout import FONT, Layout

INK, TEXT, QUIET, SIGNAL = "#12436D", "#17212b", "#5b6874", "#801650"


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
    """Exact numbers are full; those printed with about, over or almost, or without a period, are
    drawn as an outline.
    """
    return (
        {"type": "rect", "fill": INK}
        if exact
        else {"type": "rect", "fill": INK, "fillOpacity": 0.12, "stroke": INK, "strokeWidth": 1.5}
    )


def place(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None}


def only(field: str, value: bool) -> dict[str, Any]:
    return {"transform": [{"filter": f"datum.{field} === {str(value).lower()}"}]}


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
