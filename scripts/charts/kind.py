"""What a kind of chart is. Each file of the folder `kinds` has one, as `KIND`."""

from collections.abc import Callable
from typing import Any, NamedTuple

from scripts.charts.layout import Laid, Layout
from scripts.charts.points import Panel

Layers = list[dict[str, Any]]


class Kind(NamedTuple):
    """How figures are drawn."""

    title: str  # what a listener is told: `Bar chart`
    in_time: bool  # whether points stand at their dates, so that undated figures have no place
    lies: bool  # whether marks lie one below the other, else they stand side by side
    lay_out: Callable[[list[Panel], int], Laid]  # all panels in a width; nothing without room
    layers: Callable[[Layout, dict[str, Any]], Layers]  # of Vega-Lite, from a layout and a scale
    in_pairs: bool = True  # whether two panels may share a row
