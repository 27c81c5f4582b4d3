"""A measure over time: each of its groups a panel, its figures in order of time, lines broken
wherever figures may not be joined.
"""

from collections import Counter
from typing import NamedTuple

from scripts.charts.definitions import Chart, Where
from scripts.charts.layout import parts
from scripts.charts.points import Panel, Point, Selection
from scripts.charts.selection import select
from scripts.model.package import Package
from scripts.pages import comparability

AT_MOST = 4  # more groups than this are a table


class Break(NamedTuple):
    """Two figures that follow each other in time and are not joined, and why."""

    panels: list[str]
    before: Point
    after: Point
    why: str


TITLES = [
    "{measure}: {first.said} in {first.when}, by an estimate {estimate.said} in {estimate.when}",
    "{measure}: {first.said} in {first.when}, {last.said} in {last.when}",
    "{measure}: {paths}",
    "{measure}, printed for more than one time",
]


def chart(measure: dict[str, str]) -> Chart:
    """The measure is named with its numbers: what rises or falls is what was counted, not what it
    is about.
    """
    return Chart(
        "",
        measure["measure_id"],
        [measure["measure_id"]],
        ["period"],
        kind="line",
        where=Where(totals=True),
        titles=[*ranked(measure), *TITLES],
    )


def ranked(measure: dict[str, str]) -> list[str]:
    """Titles for places in an order, where more is not more; what the first place means is said by
    the measure's definition.
    """
    if measure["unit"] != "rank":
        return []
    first = next(
        (
            said.strip(" .")
            for said in measure["definition"].split(". ")
            if said.startswith("First is ")
        ),
        "",
    )
    return [
        "{first.place} in {first.when}, {last.place} in {last.when}"
        + first.replace("First is", "; 1st is")
    ]


def select_over_time(measure_id: str, package: Package) -> Selection | None:
    """The groups that are printed for more than one time; first those that more than one document
    prints.
    """
    found = select(chart(package.term("measures", measure_id)), package)
    if not found:
        return None
    alone = [panel._replace(points=equally_long(panel.points)) for panel in found.panels]
    moving = [
        panel
        for panel in alone
        if len({point.day for point in panel.points if point.figure["value"]}) > 1
    ]
    shown = sorted(moving, key=lambda panel: (-len(documents(panel)), -len(panel.points)))[:AT_MOST]
    return found._replace(panels=shown) if shown else None


def equally_long(points: list[Point]) -> list[Point]:
    """The points for periods of the commonest length, and those without a period: a half-year, or
    growth over ten years, is not drawn beside a year.
    """
    lengths = Counter(length for point in points if (length := comparability.length(point.figure)))
    return [
        point
        for point in points
        if comparability.length(point.figure)
        in (None, *(length for length, _ in lengths.most_common(1)))
    ]


def documents(panel: Panel) -> set[str]:
    return {point.figure["document_id"] for point in panel.points}


def breaks(selection: Selection, package: Package) -> list[Break]:
    """Every place where a line is broken, with what is not the same on both sides; once where it is
    so in several panels.
    """
    found: dict[tuple[str, ...], Break] = {}
    for panel in selection.panels:
        joined = parts(panel.points)
        for number in range(1, len(panel.points)):
            if joined[number - 1] != joined[number]:
                before, after = panel.points[number - 1 : number + 1]
                reason = why(before, after, package)
                found.setdefault(
                    (before.tick, after.tick, reason), Break([], before, after, reason)
                ).panels.append(panel.title)
    return list(found.values())


def why(before: Point, after: Point, package: Package) -> str:
    if not (before.figure["value"] and after.figure["value"]):
        return "One of them has no number."
    found = comparability.verdict(before.figure, after.figure, package)
    inexact = found.may == comparability.NO and not (before.exact and after.exact)
    care = ["One of them is approximate or undated."] if inexact else []
    other = (
        ["They are printed in different documents."]
        if before.figure["document_id"] != after.figure["document_id"]
        else []
    )
    return " ".join([*other, *care, found.reason])
