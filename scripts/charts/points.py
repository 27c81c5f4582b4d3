"""What a chart is made of: figures as points, in panels, in one selection."""

from typing import NamedTuple

from scripts.pages import words

OURS = "ours"  # the look of what documents print


class Point(NamedTuple):
    """One figure on a chart: its name, the short name for an axis, its value in words, and the day
    by which it is placed.

    `differs`: whether it takes part in a check that differs.
    """

    figure: dict[str, str]
    name: str
    tick: str
    said: str
    day: str
    differs: bool = False
    look: str = OURS  # of the line it belongs to, in a chart of several

    @property
    def size(self) -> float | None:
        """Only to place the mark: what is written is always `said`."""
        return float(self.figure["value"]) if self.figure["value"] else None

    @property
    def number(self) -> float:
        """The size of a point that has one."""
        return float(self.figure["value"])

    @property
    def exact(self) -> bool:
        """Printed as a number without a word such as about, for a stated period."""
        return bool(
            self.figure["value"] and not self.figure["qualifier"] and self.figure["period_start"]
        )

    @property
    def place(self) -> str:
        """The value as a place in an order: 1st, 46th."""
        return words.ordinal(self.figure["value"])

    @property
    def when(self) -> str:
        return words.period_words(self.figure)


class Panel(NamedTuple):
    title: str
    points: list[Point]
    undated: bool = False  # whether it holds the undated numbers of a chart that has dated ones too
    names: dict[str, str] = {}  # of its lines, by look, in a chart of several


class Selection(NamedTuple):
    """The panels of a chart, what is the same for all its figures, and what no line of time has a
    place for.
    """

    panels: list[Panel]
    shared: dict[str, str]
    undated: list[Point] = []

    @property
    def points(self) -> list[Point]:
        """Those that are drawn, then those without a place in time."""
        return [*(point for panel in self.panels for point in panel.points), *self.undated]

    @property
    def figures(self) -> list[dict[str, str]]:
        return [point.figure for point in self.points]
