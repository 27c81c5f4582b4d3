"""What a chart shows, in words: facts of its points first, then the best title that they can fill.

A title is never about a change from one series to another: where a fact does not hold, titles that
need it are passed over.
"""

from datetime import date
from typing import Any

from scripts.charts.definitions import Chart
from scripts.charts.points import Panel, Point, Selection
from scripts.charts.selection import TOTAL, dimensions
from scripts.model.package import Package
from scripts.pages import comparability, words

SCALES = "Each unit has a scale of its own"
CLAUSES = 3  # a title is about no more panels than this


def title(chart: Chart, selection: Selection, package: Package) -> str:
    """The finding; where no title can be filled, what is shown."""
    known = facts(selection, package)
    for template in chart.titles:
        try:
            return capital(template.format_map(known))
        except (KeyError, AttributeError):
            continue
    return selection.shared.get("measure") or words.joined(
        list(
            dict.fromkeys(
                package.title("measures", each["measure_id"]) for each in selection.figures
            )
        )
    )


def facts(selection: Selection, package: Package) -> dict[str, Any]:
    """What titles can say. A fact that does not hold is not there."""
    found = {
        "count": sum(point.size is not None for point in selection.points),
        "panels": [panel.title for panel in selection.panels],
    }
    found |= {
        key: value
        for key, value in {
            "area": selection.shared.get("area"),
            "when": selection.shared.get("period"),
        }.items()
        if value
    }
    found |= {"measure": selection.shared["measure"]} if "measure" in selection.shared else {}
    panels = [panel for panel in selection.panels if not panel.undated]
    if not panels or len(panels) > CLAUSES:
        return found
    pairs = [(panel, pair) for panel in panels if (pair := ends(panel))]
    if pairs and len(pairs) == len(panels):
        found["paths"] = "; ".join(path(panel, pair) for panel, pair in pairs)
    found["ranges"] = "; ".join(
        f"{lowered(panel.title)} {spread(panel)}".lstrip() for panel in panels
    )
    if len(panels) == 1:
        found |= of_panel(panels[0], package)
    if len(selection.panels) == 1:
        found["each"] = "; ".join(f"{point.said} ({point.name})" for point in panels[0].points)
    return found


def of_panel(panel: Panel, package: Package) -> dict[str, Any]:
    """Facts of the points of one panel: the largest, the smallest, the ends, the printed total."""
    ranked = sorted(
        (point for point in panel.points if point.size is not None), key=lambda point: -point.number
    )
    found = {
        "range": spread(panel),
        "full": sum(point.figure["value"] == "100" for point in ranked),
        "largest_value": ranked[0].said,
    }
    if len(ranked) == 1 or ranked[0].number > ranked[1].number:
        found["largest"] = ranked[0]
    if len(ranked) > 2 and ranked[1].number > ranked[2].number and "largest" in found:
        found["second"] = ranked[1]
    if len(ranked) > 1 and ranked[-1].number < ranked[-2].number:
        found["smallest"] = ranked[-1]
    if pair := ends(panel):
        found |= {"first": pair[0], "last": pair[1]}
        found |= {"fell": way(*pair)} if way(*pair) else {}
        found |= {"estimate": pair[1]} if pair[1].figure["value_kind"] == "estimate" else {}
    found |= {"parts": parts} if (parts := differing_sum(panel, package)) else {}
    return found | ({"total": whole} if (whole := printed_total(ranked[0].figure, package)) else {})


def differing_sum(panel: Panel, package: Package) -> str:
    """What the points add up to, where one check found that they do not add up to their printed
    total.
    """
    checks = {
        check["check_id"]: check
        for point in panel.points
        for check in package.checks_of.get(point.figure["figure_id"], [])
    }
    sums = [
        check
        for check in checks.values()
        if (check["rule"], check["verdict"]) == ("total", "discrepancy")
    ]
    return words.number(sums[0]["recomputed"]) if len(sums) == 1 else ""


def ends(panel: Panel) -> tuple[Point, Point] | None:
    """The first and the last exact point, where they are of one series and one date each."""
    exact = sorted(
        (point for point in panel.points if point.exact),
        key=lambda point: point.figure["period_end"],
    )
    if len({point.figure["series_id"] for point in exact}) != 1 or exact[0].when == exact[-1].when:
        return None
    return exact[0], exact[-1]


def way(first: Point, last: Point) -> str:
    return "" if first.size == last.size else "fell" if last.number < first.number else "rose"


def path(panel: Panel, pair: tuple[Point, Point]) -> str:
    """`sexual abuse 362 in 2015-16, 249 in 2019-20`: the name of a panel never stands before a
    verb, as if it were what fell.
    """
    return (
        f"{lowered(panel.title)} {', '.join(f'{end.said} in {end.tick}' for end in pair)}".lstrip()
    )


def spread(panel: Panel) -> str:
    ranked = sorted(
        (point for point in panel.points if point.size is not None), key=lambda point: point.number
    )
    return (
        ranked[0].said
        if ranked[0].said == ranked[-1].said
        else f"{ranked[0].said} to {ranked[-1].said}"
    )


def printed_total(figure: dict[str, str], package: Package) -> str:
    """The total that the document prints for the breakdown of a figure, if it prints one."""
    alike = [
        row
        for row in package.group("figures", "table_id", figure["table_id"])
        if is_total_of(row, figure)
    ]
    return words.value(alike[0], package) if len(alike) == 1 else ""


def is_total_of(row: dict[str, str], figure: dict[str, str]) -> bool:
    same = (
        "measure_id",
        "area_id",
        "period_start",
        "period_end",
        "breakdown_1_dimension",
        "breakdown_2_dimension",
    )
    return (
        TOTAL in dimensions(row).values()
        and all(row[column] == figure[column] for column in same)
        and bool(row["value"])
    )


def statistic(selection: Selection, package: Package) -> str:
    """What is counted, of what area and period, in what unit."""
    measures = list(dict.fromkeys(row["measure_id"] for row in selection.figures))
    units = list(
        dict.fromkeys(package.title("units", row["unit"]).lower() for row in selection.figures)
    )
    said = words.joined(
        [
            lowered(package.title("measures", measure))
            if place
            else package.title("measures", measure)
            for place, measure in enumerate(measures)
        ]
    )
    said = f"{said}, by {words.joined(dims)}" if (dims := by(selection, package)) else said
    same = [title for key, title in selection.shared.items() if key in groups(selection.figures)]
    where = ", ".join(
        [*same, *(selection.shared[key] for key in ("area", "period") if key in selection.shared)]
    )
    return (
        ". ".join(
            capital(part)
            for part in (said, where, years(selection), words.joined(units), scales(selection))
            if part
        )
        + "."
    )


def scales(selection: Selection) -> str:
    """One unit has one scale. Where there are several, the picture says so."""
    return SCALES if len({row["unit"] for row in selection.figures}) > 1 else ""


def years(selection: Selection) -> str:
    """From which month to which the years run, where they are not calendar years and the axis names
    them short.
    """
    long = [row for row in selection.figures if comparability.length(row) == "12 months"]
    spans = {
        (date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"]))
        for row in long
    }
    months = {
        (first.strftime("%B"), last.strftime("%B"))
        for first, last in spans
        if first.year != last.year
    }
    return (
        f"Years from {' to '.join(months.pop())}"
        if len(months) == 1 and "period" not in selection.shared
        else ""
    )


def by(selection: Selection, package: Package) -> list[str]:
    """The breakdowns whose categories differ."""
    used = [each for each in groups(selection.figures) if each not in selection.shared]
    return [
        package.title("dimensions", each)[:1].lower() + package.title("dimensions", each)[1:]
        for each in used
    ]


def groups(figures: list[dict[str, str]]) -> list[str]:
    """The dimensions by which figures are broken down; a printed total is not broken down."""
    return list(
        dict.fromkeys(
            dimension
            for row in figures
            for dimension, category in dimensions(row).items()
            if category != TOTAL
        )
    )


def lowered(text: str) -> str:
    """A title in the middle of a sentence: its first letter small, unless it is one word or a name
    of capital letters.
    """
    rest = text.split()[1:]
    return (
        text[:1].lower() + text[1:]
        if rest
        and all(word.islower() or word.strip("()").isupper() or not word.isalpha() for word in rest)
        else text
    )


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
