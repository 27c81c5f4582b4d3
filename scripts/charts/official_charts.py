"""Charts that set what documents print beside official statistics. They are never joined.

A chart is of one official series and one area. Its first panel has our figures and the official
numbers; where areas are compared by a rate, a second panel has the official rates alone.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from markupsafe import Markup

from scripts.charts import pictures
from scripts.charts.official_lines import PRINTED, Shown, panels
from scripts.charts.points import OURS, Panel, Selection
from scripts.model.files import csv_text
from scripts.model.package import Package
from scripts.pages import addresses, beside, comparability, words
from scripts.pages.beside import Row, Series

KIND = "several_lines"
FOLDER = "charts/official"
OFFICIAL = "Official statistics"
BREAKDOWNS = {
    f"breakdown_{side}_{part}": f"{column}_{side}"
    for side in (1, 2)
    for part, column in (("dimension", "dimension"), ("category", "category"))
}
COLUMNS = ["series", "area", "period_start", "period_end", "number", "rate", "marker"]


class OfficialChart(Shown):
    """One chart with its words and pictures."""

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
        told = f"{told} Numbers from documents are shown at their own date."
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
