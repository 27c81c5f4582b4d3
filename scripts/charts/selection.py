"""Which figures a chart shows: found in the package by its definition, and put into panels of
points.

What stands along the axis names a point; whatever else differs between figures (area, document,
period, group) makes panels, so that a new document with a known measure gets a panel of its own and
is never mixed with another.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from scripts.charts.definitions import Chart, Where
from scripts.charts.kinds import KINDS
from scripts.charts.points import Panel, Point, Selection
from scripts.model.package import Package
from scripts.pages import comparability, words

TOTAL = "total"
UNDATED = "no date printed"


def select(chart: Chart, package: Package) -> Selection | None:
    """The figures of a chart in panels; nothing if there are none."""
    figures = [
        row
        for measure in chart.measures
        for row in package.group("figures", "measure_id", measure)
        if wanted(row, chart.where, package)
    ]
    figures = in_order(figures, "time" if KINDS[chart.kind].in_time else chart.order, package)
    named = [(row, properties(row, over_time(chart), package)) for row in figures]
    differing = [
        key
        for key in keys(named, chart.along)
        if len({given.get(key, "") for _, given in named}) > 1
    ]
    outside = panel_keys([key for key in differing if key not in chart.along], named, chart)
    panels: dict[str, list[Point]] = {}
    for row, given in named:
        title = ", ".join(given[key] for key in outside if given.get(key))
        panels.setdefault(title[:1].upper() + title[1:], []).append(
            point(row, given, chart.along, differing, package)
        )
    shared = (
        {key: value for key, value in named[0][1].items() if key not in differing} if named else {}
    )
    found = [
        Panel(title or ("All" if len(panels) > 1 else ""), once(points))
        for title, points in panels.items()
    ]
    shown = newest_first(found) if "period" in outside else found
    if KINDS[chart.kind].in_time:
        return with_numbers(Selection([dated(panel) for panel in shown], shared, undated(shown)))
    if over_time(chart):
        shown = [part for panel in shown for part in apart_in_time(panel)]
    return with_numbers(Selection(shown, shared))


def with_numbers(selection: Selection) -> Selection | None:
    """The panels that have a number; nothing if none has."""
    kept = [
        panel for panel in selection.panels if any(point.figure["value"] for point in panel.points)
    ]
    return selection._replace(panels=kept) if kept else None


def apart_in_time(panel: Panel) -> list[Panel]:
    """An undated number has no place among dated ones: it stands in a panel of its own."""
    without = undated([panel])
    if not without or len(without) == len(panel.points):
        return [panel]
    title = f"{panel.title}: {UNDATED}" if panel.title else UNDATED.capitalize()
    return [dated(panel), Panel(title, without, True)]


def dated(panel: Panel) -> Panel:
    return panel._replace(points=[point for point in panel.points if point.figure["period_start"]])


def undated(panels: list[Panel]) -> list[Point]:
    return [point for panel in panels for point in panel.points if not point.figure["period_start"]]


def wanted(row: dict[str, str], where: Where, package: Package) -> bool:
    """Whether a figure is one that the definition asks for, and says what was: a target or a
    forecast is never drawn.
    """
    groups = dimensions(row)
    if not comparability.says_what_was(row, package):
        return False
    if where.by is not None and set(groups) != set(where.by):
        return False
    if not where.totals and TOTAL in groups.values():
        return False
    if any(
        groups.get(dimension) not in categories for dimension, categories in where.category.items()
    ):
        return False
    return (not where.area or row["area_id"] in where.area) and (
        not where.length or comparability.length(row) == where.length
    )


def dimensions(row: dict[str, str]) -> dict[str, str]:
    return {
        row[f"breakdown_{i}_dimension"]: row[f"breakdown_{i}_category"]
        for i in (1, 2)
        if row[f"breakdown_{i}_dimension"]
    }


def over_time(chart: Chart) -> bool:
    return set(chart.along) <= {"period", "place"}


def properties(row: dict[str, str], whole: bool, package: Package) -> dict[str, str]:
    """All that can name a point or a panel, in words. Over time a printed total is the same as what
    is not broken down.
    """
    groups = {
        dimension: category
        for dimension, category in dimensions(row).items()
        if not (whole and category == TOTAL)
    }
    return {
        "measure": package.title("measures", row["measure_id"]),
        **{
            dimension: package.title("categories", (dimension, category))
            for dimension, category in groups.items()
        },
        "area": package.title("areas", row["area_id"]),
        "period": words.period_words(row)
        if row["period_start"] or not row["period_as_published"]
        else f"undated, “{row['period_as_published']}”",
        "document": words.short_document(row["document_id"], package),
        "place": row["locator"],
    }


def keys(named: list[tuple[dict[str, Any], dict[str, Any]]], along: list[str]) -> list[str]:
    """The names of all properties. Where a figure is printed counts only where a chart asks for
    it.
    """
    return list(
        dict.fromkeys(key for _, given in named for key in given if key != "place" or key in along)
    )


def panel_keys(
    candidates: list[str], named: list[tuple[dict[str, Any], dict[str, Any]]], chart: Chart
) -> list[str]:
    """The properties that make panels. A document is not named where the others already tell its
    figures apart, nor where time is the axis: there only the figures of one series are joined.
    """
    if over_time(chart):
        return [key for key in candidates if key != "document"]
    others = [key for key in candidates if key != "document"]
    groups: dict[tuple[str, ...], set[str]] = {}
    for row, given in named:
        groups.setdefault(tuple(given.get(key, "") for key in others), set()).add(
            row["document_id"]
        )
    return others if all(len(documents) == 1 for documents in groups.values()) else candidates


def point(
    row: dict[str, str],
    given: dict[str, Any],
    along: list[str],
    differing: list[str],
    package: Package,
) -> Point:
    used = [
        key for key in along if given.get(key) and (key in differing or len(along) == 1)
    ] or along[:1]
    name = ", ".join(given.get(key, "") for key in used)
    tick = ", ".join(
        short_period(row, package) if key == "period" else given.get(key, "") for key in used
    )
    day = row["period_end"] or printed_on(row, package)
    differs = "in_discrepancy" in package.flags(row)
    return Point(row, name, tick, words.value(row, package), day, differs)


def short_period(row: dict[str, str], package: Package) -> str:
    """2015-16, Sep 2014, 2016; for a figure without a period, the year of the document that prints
    it.
    """
    if not row["period_start"]:
        return (
            f"undated, in report of {printed_on(row, package)[:4]}"
            if printed_on(row, package)
            else "undated"
        )
    first, last = (date.fromisoformat(row[column]) for column in ("period_start", "period_end"))
    if comparability.length(row) == "12 months" and first.year != last.year:
        return f"{first.year}-{last.year % 100:02}"
    if comparability.length(row) == "1 months":
        return f"{last:%b %Y}"
    return (
        f"{first:%b} to {last:%b %Y}"
        if first.year == last.year and first.month != last.month and not calendar_year(row)
        else words.period_words(row)
    )


def calendar_year(row: dict[str, str]) -> bool:
    return row["period_start"][5:] == "01-01" and row["period_end"][5:] == "12-31"


def printed_on(row: dict[str, str], package: Package) -> str:
    """The day of the document that prints a figure, or the last day that it reports on."""
    document = package.term("documents", row["document_id"])
    return document["period_end"] or document["date"]


def once(points: list[Point]) -> list[Point]:
    """A number printed twice stands once, as part of the longer series; two numbers under one name
    are told apart.
    """
    series = Counter(point.figure["series_id"] for point in points)
    best: dict[tuple[str, str], Point] = {}
    for point in points:
        kept = best.setdefault((point.name, point.said), point)
        if series[point.figure["series_id"]] > series[kept.figure["series_id"]]:
            best[point.name, point.said] = point
    names = Counter(name for name, _ in best)
    alike = {name: [point for point in best.values() if point.name == name] for name in names}
    return [
        point._replace(name=f"{point.name} ({apart(point, alike[point.name])})")
        if names[point.name] > 1
        else point
        for point in best.values()
    ]


def apart(point: Point, alike: list[Point]) -> str:
    """What tells a figure from others of its name: where it is printed, else which of them it is,
    in the order of the source.
    """
    return (
        point.figure["locator"]
        if len({each.figure["locator"] for each in alike}) == len(alike)
        else f"{alike.index(point) + 1} of {len(alike)}"
    )


def in_order(figures: list[dict[str, str]], order: str, package: Package) -> list[dict[str, Any]]:
    if order == "time":
        return sorted(
            figures,
            key=lambda row: (
                row["period_end"] or printed_on(row, package) or "9",
                not row["period_end"],
                row["period_start"],
            ),
        )
    if order == "largest":
        return sorted(figures, key=lambda row: -float(row["value"] or -1))
    return figures


def newest_first(panels: Iterable[Panel]) -> list[Panel]:
    return sorted(
        panels,
        key=lambda panel: max(each.figure["period_end"] for each in panel.points),
        reverse=True,
    )
