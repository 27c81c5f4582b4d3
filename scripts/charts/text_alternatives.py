"""What a chart shows, in words for people who do not see it: its kind, its shape and its values."""

from scripts.charts.findings import ends, spread, way
from scripts.charts.kinds import KINDS
from scripts.charts.points import Panel, Point, Selection
from scripts.pages import words

SAID_ALOUD = 16  # of more points than this, the picture's description says only the ends


def description(kind: str, finding: str, selection: Selection) -> str:
    """The text alternative: the kind of picture, what it shows, and its values or their ends."""
    told = "; ".join(
        spoken(panel, len(selection.points) > SAID_ALOUD) for panel in selection.panels
    )
    return (
        f"{KINDS[kind].title}. {finding.rstrip('.')}. {told}. The table below it has the same "
        "numbers."
    )


def spoken(panel: Panel, short: bool) -> str:
    start = f"{panel.title}: " if panel.title else ""
    if short:
        told = shape(panel) or spread(panel)
        return f"{start}{words.counted(len(panel.points), 'value')}, {told}"
    values = ", ".join(
        f"{point.name} {point.said}{' (takes part in a sum that differs)' if point.differs else ''}"
        for point in panel.points
    )
    return f"{start}{shape(panel)}. {values}" if shape(panel) else start + values


def shape(panel: Panel) -> str:
    """How the numbers of one series go: `rose from 56.4% in September 2015 to 75.4% in November
    2015`; empty without such a series.
    """
    if not (pair := ends(panel)):
        return ""
    first, last = pair
    exact = sorted((point for point in panel.points if point.exact), key=lambda point: point.number)
    verb = "went" if first.figure["unit"] == "rank" else way(first, last)
    told = [f"{verb} from {timed(first)} to {timed(last)}"]
    if not way(first, last):
        told = [f"was {timed(first)} and {timed(last)}"]
    if exact[-1].number > max(first.number, last.number):
        told.append(f"highest at {timed(exact[-1])}")
    if exact[0].number < min(first.number, last.number):
        told.append(f"lowest at {timed(exact[0])}")
    return ", ".join(told)


def timed(point: Point) -> str:
    """A value with its time, so that `from ... to ...` can stand around it."""
    if " to " in point.when:
        return f"{point.said} ({point.when})"
    day = point.figure["period_start"] == point.figure["period_end"]
    return f"{point.said} {'on' if day else 'in'} {point.when}"
