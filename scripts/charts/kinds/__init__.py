"""Kinds of charts: one file each, found here. A chart's `kind` in docs/charts is the name of the
file.
"""

from importlib import import_module
from pkgutil import iter_modules

from scripts.charts.kind import Kind
from scripts.charts.layout import Layout
from scripts.charts.points import Panel

WITH_ROOM = "bars"  # the kind that always has room


def discovered() -> dict[str, Kind]:
    """Every kind by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").KIND for name in names}


KINDS = discovered()


def lay_out(panels: list[Panel], kind: str, width: int) -> list[Layout]:
    """The panels as a chart of this kind where all labels of all panels have room, else as bars.

    Panels of one chart are laid out alike, so that a length means the same number in each of them.
    """
    laid = KINDS[kind].lay_out(panels, width) or KINDS[WITH_ROOM].lay_out(panels, width)
    if laid is None:
        raise ValueError(f"{WITH_ROOM} must have room in every width")
    return laid
