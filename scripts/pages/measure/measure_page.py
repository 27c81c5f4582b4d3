"""The list of measures, and a page for each: what it means, what it is not, and every figure of it,
over time and by document.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from scripts.charts import chart_files, official_charts, timelines
from scripts.model.package import Package, grouped
from scripts.pages import addresses, beside, comparability, said_beside, words
from scripts.pages.rendering import Page, page

Row = dict[str, str]
DAYS = {"days": 1, "months": 30}
SAME = (
    "document_id",
    "value_kind",
    "period_start",
    "period_end",
    "breakdown_1_dimension",
    "breakdown_2_dimension",
)
NEWEST = 3  # of more areas the table is read
ACTUAL = "actual"


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    used = dict.fromkeys(row["measure_id"] for row in package["figures"])
    return [addresses.MEASURES, *map(addresses.measure, used)]


def pages(package: Package) -> Iterator[Page]:
    used = [
        measure
        for measure in package["measures"]
        if package.group("figures", "measure_id", measure["measure_id"])
    ]
    by_topic = [
        (topic, found)
        for topic in package["topics"]
        if (found := [row for row in used if row["topic_id"] == topic["topic_id"]])
    ]
    yield page(
        "measure/measures.html",
        addresses.MEASURES,
        "Measures",
        "Everything that is counted or measured here, with what it means and what it is not.",
        package,
        by_topic=by_topic,
    )
    for measure in used:
        yield page(
            "measure/measure.html",
            addresses.measure(measure["measure_id"]),
            measure["title"],
            measure["definition"],
            package,
            measure=measure,
            made=chart_files,
            **facts(measure, package),
        )


def facts(measure: dict[str, str], package: Package) -> dict[str, Any]:
    figures = package.group("figures", "measure_id", measure["measure_id"])
    caveat, more = words.first_sentence(measure["is_not"])
    was = [row for row in figures if comparability.says_what_was(row, package)]
    return {
        "topic": package.term("topics", measure["topic_id"]),
        "unit": package.term("units", measure["unit"]),
        "figures": len(figures),
        "series": series(figures, package),
        "documents": [
            package.term("documents", document_id)
            for document_id in dict.fromkeys(row["document_id"] for row in figures)
        ],
        "official": beside.series(package, measure_id=measure["measure_id"]),
        "official_charts": official_charts.on_page(package, measure_id=measure["measure_id"]),
        "not_official": beside.without(measure["measure_id"], package),
        "caveat": caveat,
        "to_know": [*filter(None, (more, measure["comparability"])), *mixed(figures, package)],
        "short": newest(was) or few(was, package) or ends(was, package),
        "statements": said_beside.of_measure(measure["measure_id"], package),
        "charts": chart_files.on_page(addresses.measure(measure["measure_id"]), package),
        "breaks": lambda chart: timelines.breaks(chart.selection, package),
    }


class Short(NamedTuple):
    """A number that the page opens with, what it is among others, and which group it is of."""

    figure: Row
    among: str = ""
    of: str = ""


def newest(figures: list[Row]) -> list[Short]:
    """The newest dated number of each area for all, not broken down; nothing where there are many
    areas.
    """
    whole = [
        row
        for row in figures
        if row["value"] and not row["breakdown_1_dimension"] and row["period_end"]
    ]
    latest = {row["area_id"]: row for row in sorted(whole, key=in_time)}
    return [Short(row) for row in latest.values()] if len(latest) <= NEWEST else []


def few(figures: list[Row], package: Package) -> list[Short]:
    """All numbers where there are few, so that none is chosen."""
    printed = [row for row in sorted(figures, key=in_time) if row["value"]]
    named = [Short(row, of=words.categories(row, package)) for row in printed]
    return named if len(printed) <= NEWEST else []


def ends(figures: list[Row], package: Package) -> list[Short]:
    """The highest and the lowest of the newest exact numbers of one breakdown, without totals, or
    the only one; nothing where they are about several areas.
    """
    exact = [row for row in figures if row["value"] and not row["qualifier"]]
    parts = [row for row in exact if row["is_total"] != "yes" and row["period_end"]]
    sets = list(grouped([row | {"set": alike(row)} for row in parts], "set").values())
    if not sets or len({row["area_id"] for row in figures}) > 1:
        return []
    last = max(sets, key=lambda rows: (rows[0]["period_end"], len(rows)))
    if len(last) == 1:
        return [Short(last[0], of=words.categories(last[0], package))]
    ordered = sorted(last, key=lambda row: Decimal(row["value"]))
    pairs = [("Highest", ordered[-1]), ("Lowest", ordered[0])]
    told = [Short(row, among, groups(row, last, package)) for among, row in pairs]
    return told if ordered[0]["value"] != ordered[-1]["value"] else []


def alike(row: Row) -> str:
    """The same text for numbers of one document, kind, time and breakdown."""
    return "\n".join(row[column] for column in SAME)


def groups(row: Row, rows: list[Row], package: Package) -> str:
    """What a number is of; how many groups where several have the same."""
    same = sum(Decimal(other["value"]) == Decimal(row["value"]) for other in rows)
    return words.categories(row, package) if same == 1 else f"{same} groups"


def series(
    figures: list[dict[str, str]], package: Package
) -> list[tuple[str, list[dict[str, str]]]]:
    """The figures by group, as (name of the group, figures in order of time)."""
    order = {
        name: place
        for place, name in enumerate(
            dict.fromkeys(words.categories(row, package) for row in figures)
        )
    }
    by_group = sorted(
        figures, key=lambda row: (order[words.categories(row, package)], *in_time(row))
    )
    return [
        (name, list(rows))
        for name, rows in groupby(by_group, key=lambda row: words.categories(row, package))
    ]


def in_time(figure: dict[str, str]) -> tuple[str, int, str]:
    """What figures are ordered by: the end of the period, then the shorter before the longer. Those
    without a period come last.
    """
    start = figure["period_start"]
    return (
        figure["period_end"] or "not stated",
        -date.fromisoformat(start).toordinal() if start else 0,
        figure["area_id"],
    )


def mixed(figures: list[dict[str, str]], package: Package) -> list[str]:
    """What differs among the figures of the measure, so that not all of them can be compared with
    each other.
    """
    told = []
    if len({row["area_id"] for row in figures}) > 1:
        told.append("They are about more than one area.")
    if len(found := lengths(figures)) > 1:
        told.append(f"Their periods have different lengths: {words.joined(found)}.")
    if any(not row["period_start"] for row in figures):
        told.append("Some figures are undated.")
    if any(row["qualifier"] for row in figures):
        told.append("Some are approximate: printed as about, over, almost or up to a number.")
    return [*told, *of_other_kinds(figures, package)]


def lengths(figures: list[dict[str, str]]) -> list[str]:
    """How long the periods are, the shortest first: a day, a month, 6 months, 10 years."""
    found = {length for row in figures if (length := comparability.length(row))}
    ordered = sorted(found, key=lambda length: int(length.split()[0]) * DAYS[length.split()[1]])
    return [words.length(length) for length in ordered]


def of_other_kinds(figures: list[dict[str, str]], package: Package) -> list[str]:
    """What makes some of the figures differ in kind from the others, such as being an estimate,
    with their periods and notes.
    """
    marked = grouped(figures, "value_kind")
    return [
        of_kind(kind, rows)
        for kind in package["value_kinds"]
        if (rows := marked.get(kind["value_kind_id"], [])) and kind["value_kind_id"] != ACTUAL
        if 0 < len(rows) < len(figures)
    ]


def of_kind(kind: dict[str, Any], rows: list[dict[str, str]]) -> str:
    periods = words.joined(list(dict.fromkeys(map(words.period_words, rows))))
    notes = dict.fromkeys(row["note"] for row in rows if row["note"])
    return " ".join(
        [f"{words.counted(len(rows), 'figure')}, {periods}: {kind['definition']}", *notes]
    )
