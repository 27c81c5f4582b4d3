"""Charts that set what documents print beside official statistics. They are never joined.

A chart is of one official series and one area. Its first panel has our figures and the official
numbers; where areas are compared by a rate, a second panel has the official rates alone.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from scripts.charts import pictures
from scripts.charts.points import OURS, Panel, Point, Selection
from scripts.model.files import csv_text
from scripts.model.package import Package
from scripts.pages import addresses, beside, comparability, words
from scripts.pages.beside import Row, Series

KIND = "several_lines"
DAYS_OF_A_YEAR = 366
FOLDER = "charts/official"
PRINTED = "Printed in documents"
OFFICIAL = "Official statistics"
COMPARED = {"region": "of_region", "country": "of_country", "neighbours": "of_neighbours"}
BREAKDOWNS = {
    f"breakdown_{side}_{part}": f"{column}_{side}"
    for side in (1, 2)
    for part, column in (("dimension", "dimension"), ("category", "category"))
}
COLUMNS = ["series", "area", "period_start", "period_end", "number", "rate", "marker"]


class Names(NamedTuple):
    """What the areas of a chart are called: its own, its region, the country, its neighbours."""

    official: str
    region: str
    country: str
    neighbours: str = "similar areas"


class OfficialChart:
    """One chart with its words. `ours` are the figures of documents that it shows or lists."""

    def __init__(self, series: Series, ours: list[Row], package: Package) -> None:
        self.series, self.package = series, package
        self.drawn_rows = [row for row in ours if has_place(row)]
        self.undrawn = [row for row in ours if not has_place(row)]
        self.names = names(series.area, package)
        self.rows = series.rows[::-1]

    @property
    def mapping(self) -> Row:
        return self.series.mapping

    @property
    def anchor(self) -> str:
        return f"official-{self.mapping['mapping_id']}-{self.series.area['area_id']}"

    def file(self, ending: str) -> str:
        name = f"{self.mapping['mapping_id']}-{self.series.area['area_id']}"
        return f"{FOLDER}/{name}.{ending}"

    @cached_property
    def selection(self) -> Selection:
        return Selection(panels(self), {})

    @cached_property
    def compares(self) -> bool:
        """Whether other areas have a line: not where only counts could be compared."""
        return bool(self.series.rated) or self.mapping["official_unit"] in ("percent", "rate")

    @cached_property
    def words(self) -> pictures.Words:
        title = f"{self.mapping['title']}: {self.names.official}"
        return pictures.Words(title, statistic(self), description(self, title), source(self))

    @cached_property
    def wide(self) -> pictures.Drawn:
        return pictures.panels(self.selection, KIND, pictures.WIDE)

    def drawn(self, page: str) -> dict[str, Markup]:
        """The SVG for a page, wide and narrow. ElementTree has escaped all text in them."""
        narrow = pictures.panels(self.selection, KIND, pictures.NARROW)

        by_id = {row["figure_id"]: row for row in self.drawn_rows}

        def to_figure(figure_id: str) -> str:
            return addresses.relative(page, addresses.figure(by_id[figure_id]))

        return {
            width: Markup(pictures.for_page(drawn, self.words, f"{self.anchor}-{width}", to_figure))
            for width, drawn in (("wide", self.wide), ("narrow", narrow))
        }

    @property
    def shared_days(self) -> str:
        return days(self.rows)

    @property
    def beside(self) -> str:
        """What of ours it is matched with: two rows of the mapping may have one official series."""
        rows = [*self.drawn_rows, *self.undrawn]
        groups = [words.categories(rows[0], self.package)] if rows else []
        measure = self.package.title("measures", self.mapping["measure_id"])
        return ", ".join(filter(None, [measure, *groups]))

    @property
    def likeness(self) -> Row:
        """How alike the two counts are, in words."""
        found: Row = beside.read(self.package).by_id["likenesses"][self.mapping["likeness"]]
        return found

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The areas that have numbers to set beside, each with the column of its numbers."""
        return [
            (look, column)
            for look, column in COMPARED.items()
            if getattr(self.names, look) and any(row[column] for row in self.rows)
        ]


def has_place(row: Row) -> bool:
    """Whether a figure has a number, and a time on the axis: a day, or twelve months at most."""
    if not (row["value"] and row["period_start"] and row["period_end"]):
        return False
    first, last = (date.fromisoformat(row[column]) for column in ("period_start", "period_end"))
    return (last - first).days < DAYS_OF_A_YEAR


def names(area: Row, package: Package) -> Names:
    """Where an area has no region or there is no country, it has no line either."""
    areas = beside.read(package).by_id["official_areas"]
    own = areas.get(area["new_la_code"], {})
    region = areas.get(own.get("region_code", ""), {})
    country = next(
        (row["area_name"] for row in areas.values() if row["geographic_level"] == "National"), ""
    )
    return Names(area["title"], region.get("area_name", ""), country)


def panels(chart: OfficialChart) -> list[Panel]:
    """Numbers first; then the rates, if areas are compared by them."""
    called = {OURS: PRINTED, "official": f"Official: {chart.names.official}"}
    others = {look: f"Official: {getattr(chart.names, look)}" for look in COMPARED}
    ours = [our_point(row, chart) for row in chart.drawn_rows]
    official = line(chart.rows, "official", "value", chart)
    if not chart.series.rated:
        more = [each for look in COMPARED for each in compared(look, chart)]
        return [panel("", [*more, *official, *ours], called | others)]
    rates = [each for look in COMPARED for each in compared(look, chart)]
    own = line(chart.rows, "official", "rate", chart)
    return [
        panel("Number", [*official, *ours], called),
        *([panel(rate_title(chart), [*rates, *own], called | others)] if own else []),
    ]


def rate_title(chart: OfficialChart) -> str:
    return f"Official rate, {chart.series.rated}"


def panel(title: str, points: list[Point], called: dict[str, str]) -> Panel:
    looks = {point.look for point in points}
    return Panel(title, points, names={look: called[look] for look in called if look in looks})


def compared(look: str, chart: OfficialChart) -> list[Point]:
    return line(chart.rows, look, COMPARED[look], chart) if chart.compares else []


def line(rows: list[Row], look: str, column: str, chart: OfficialChart) -> list[Point]:
    """The points of an official line; a withheld number breaks it."""
    found = [official_point(row, look, column, chart) for row in rows]
    return found if any(point.figure["value"] for point in found) else []


def official_point(row: Row, look: str, column: str, chart: OfficialChart) -> Point:
    marker = row["value_marker"] or "x"
    unit = "rate" if column == "rate" or chart.series.rated and look != "official" else ""
    figure = {
        "figure_id": "",
        "value": row[column],
        "qualifier": "",
        "period_start": row["period_start"],
        "period_end": row["period_end"],
        "series_id": look,
        "unit": unit or chart.mapping["official_unit"],
    }
    sign = "%" if figure["unit"] == "percent" else ""
    said = words.number(row[column]) + sign if row[column] else f"[{marker}]"
    when = words.period(row["period_start"], row["period_end"])
    return Point(figure, when, year(row["time_period"]), said, row["period_end"], look=look)


def our_point(row: Row, chart: OfficialChart) -> Point:
    """A figure of a document on the axis of the official years."""
    known = {row["period_end"][4:] for row in chart.rows}
    whole = row["period_end"][4:] in known and comparability.length(row) == "12 months"
    tick = row["period_end"][:4] if whole else ""
    figure = row | {"unit": chart.mapping["official_unit"]}
    said = words.value(row, chart.package)
    return Point(figure, words.period_words(row), tick, said, row["period_end"])


def year(time_period: str) -> str:
    """2019 as it is, and 201819 as 2018/19."""
    return f"{time_period[:4]}/{time_period[4:]}" if len(time_period) == 6 else time_period


def days(rows: list[Row]) -> str:
    """The day, or the twelve months, that a year stands for."""
    last = date.fromisoformat(rows[-1]["period_end"])
    on_date = rows[-1]["period_start"] == rows[-1]["period_end"]
    said = f"{last.day} {last:%B}"
    return f"on {said} of each year" if on_date else f"in years to {said}"


def statistic(chart: OfficialChart) -> str:
    unit = chart.package.title("units", chart.mapping["official_unit"]).lower()
    told = f"Official statistics {chart.shared_days}, {unit}."
    if chart.drawn_rows:
        told = f"{told} What documents print is shown at the time that it is for."
    return told


def description(chart: OfficialChart, title: str) -> str:
    """The text alternative: whose numbers they are stands before each of them."""
    told = [spoken(panel) for panel in chart.selection.panels]
    return f"Line chart. {title}. {' '.join(told)} The table below it has the same numbers."


def spoken(shown: Panel) -> str:
    start = f"{shown.title}. " if shown.title else ""
    parts = []
    for look, name in shown.names.items():
        found = [point for point in shown.points if point.look == look and point.figure["value"]]
        whose = name.replace("Official:", f"{OFFICIAL},")
        if look == OURS:
            said = ", ".join(f"{point.said} ({point.name})" for point in found)
        else:
            said = f"{found[0].said} in {found[0].tick}, {found[-1].said} in {found[-1].tick}"
        parts.append(f"{whose}: {said}.")
    return start + " ".join(parts)


def source(chart: OfficialChart) -> str:
    official = beside.read(chart.package)
    table = official.by_id["official_tables"][chart.mapping["table_id"]]
    publication = official.by_id["publications"][table["publication_id"]]
    ids = dict.fromkeys(row["document_id"] for row in chart.drawn_rows)
    printed = [chart.package.term("documents", each)["attribution"].rstrip(".") for each in ids]
    ours = f" {PRINTED}, not official statistics: {'; '.join(printed)}." if printed else ""
    home = f"{chart.package.contract['title']}, {chart.package.contract['homepage']}"
    return f"Official statistics: {publication['attribution']}{ours} {home}"


def figures(found: Series, package: Package) -> list[Row]:
    """Our figures of the measure, group and area that a series is matched with, in time."""
    mapping = found.mapping
    rows = [
        row
        for row in package.group("figures", "measure_id", mapping["measure_id"])
        if row["area_id"] == found.area["area_id"]
        and comparability.says_what_was(row, package)
        and all(row[ours] == mapping[theirs] for ours, theirs in BREAKDOWNS.items())
    ]
    return sorted(rows, key=lambda row: (row["period_end"], row["period_start"]))


def everything(package: Package) -> list[OfficialChart]:
    """A chart for each row of the mapping and area that a figure of ours is about."""
    return package.once(made_anew)


def made_anew(package: Package) -> list[OfficialChart]:
    return [
        OfficialChart(found, ours, package)
        for found in beside.matched(package)
        if (ours := figures(found, package))
    ]


def on_page(
    package: Package, *, topic_id: str = "", measure_id: str = "", area: str = ""
) -> list[OfficialChart]:
    """Those of a topic, a measure or an area."""
    return [
        chart
        for chart in everything(package)
        if topic_id in ("", chart.mapping["topic_id"])
        and measure_id in ("", chart.mapping["measure_id"])
        and area in ("", chart.series.area["area_id"])
    ]


def table(chart: OfficialChart) -> list[dict[str, str]]:
    """A row a number of official statistics: those of the area, then those of others.

    What documents print is not among them: it has other terms, and files of its own.
    """
    own = [
        {
            "area": chart.names.official,
            "period_start": row["period_start"],
            "period_end": row["period_end"],
            "number": row["value"],
            "rate": row["rate"],
            "marker": row["value_marker"],
        }
        for row in chart.rows
    ]
    place = "rate" if chart.series.rated else "number"
    others = [
        {
            "area": getattr(chart.names, look),
            "period_start": row["period_start"],
            "period_end": row["period_end"],
            place: row[column],
        }
        for look, column in chart.columns
        for row in chart.rows
        if row[column]
    ]
    known = {"series": chart.mapping["title"]}
    return [dict.fromkeys(COLUMNS, "") | known | row for row in own + others]


def files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    """What can be taken away of every chart: SVG, PNG and the CSV of its official numbers."""
    for chart in everything(package):
        svg = pictures.to_take_away(chart.wide, chart.words)
        yield chart.file("svg"), svg + "\n"
        yield chart.file("png"), pictures.png(svg)
        yield chart.file("csv"), csv_text(COLUMNS, table(chart))
