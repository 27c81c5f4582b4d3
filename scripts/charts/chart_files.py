"""Charts as pages and downloads want them: everything said about a chart, its SVG for the page, and
its files.

A chart stands on its page at an anchor; its files stand at charts/<folder>/<chart>.svg, .png and
.csv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from markupsafe import Markup

from scripts.charts import definitions, findings, pictures, text_alternatives, timelines
from scripts.charts.definitions import Chart
from scripts.charts.kinds import lay_out
from scripts.charts.points import Panel, Point, Selection
from scripts.charts.selection import select
from scripts.model.files import csv_text
from scripts.model.package import Package
from scripts.offering import flat
from scripts.pages import addresses

COLUMNS = [
    "figure_id",
    "panel",
    "name",
    "value",
    "unit",
    "value_as_published",
    "qualifier",
    "value_marker",
    "measure",
    "area",
    "period_start",
    "period_end",
    "period_as_published",
    "quality_flags_titles",
    "document",
    "locator",
    "line",
    "licence_id",
    "attribution",
]


@dataclass(eq=False)
class Made:
    """A chart with its words. `page` is the address of the page that shows it, `folder` that of its
    files.
    """

    chart: Chart
    selection: Selection
    words: pictures.Words
    page: str
    folder: str

    @property
    def anchor(self) -> str:
        return self.chart.chart

    def file(self, ending: str) -> str:
        return f"{self.folder}/{self.chart.chart}.{ending}"

    @property
    def outlined(self) -> bool:
        """Whether some mark is drawn as an outline, which then needs a word."""
        laid = lay_out(self.selection.panels, self.chart.kind, pictures.WIDE)
        return any(
            not mark.exact and mark.size is not None for layout in laid for mark in layout.marks
        )

    def to_figure(self, figure_id: str) -> str:
        """The link from the page of the chart to a figure."""
        return addresses.relative(self.page, addresses.figure(self._figures[figure_id]))

    @cached_property
    def _figures(self) -> dict[str, dict[str, Any]]:
        return {row["figure_id"]: row for row in self.selection.figures}

    @cached_property
    def wide(self) -> pictures.Drawn:
        return pictures.panels(self.selection, self.chart.kind, pictures.WIDE)

    @property
    def drawn(self) -> dict[str, Markup]:
        """The SVG of the page, wide and narrow; style shows one of them. ElementTree has escaped
        all text in them.
        """
        narrow = pictures.panels(self.selection, self.chart.kind, pictures.NARROW)
        return {
            name: Markup(
                pictures.for_page(drawn, self.words, f"{self.anchor}-{name}", self.to_figure)
            )
            for name, drawn in (("wide", self.wide), ("narrow", narrow))
        }


def of_topic(topic_id: str, package: Package) -> list[Made]:
    """The charts of a topic that have figures, as defined."""
    return [
        made
        for chart in definitions.charts(topic_id, package)
        if (made := make(chart, addresses.topic(topic_id), f"charts/{topic_id}", package))
    ]


def of_measure(measure_id: str, package: Package) -> list[Made]:
    """A measure over time, if figures of one group stand at more than one time."""
    selection = timelines.select_over_time(measure_id, package)
    chart = timelines.chart(package.term("measures", measure_id))
    return (
        [finished(chart, selection, addresses.measure(measure_id), "charts/measures", package)]
        if selection
        else []
    )


def make(chart: Chart, page: str, folder: str, package: Package) -> Made | None:
    selection = select(chart, package)
    return finished(chart, selection, page, folder, package) if selection else None


def finished(chart: Chart, selection: Selection, page: str, folder: str, package: Package) -> Made:
    finding = findings.title(chart, selection, package)
    said = pictures.Words(
        finding,
        findings.statistic(selection, package),
        text_alternatives.description(chart.kind, finding, selection),
        source(selection, package),
    )
    return Made(chart, selection, said, page, folder)


def source(selection: Selection, package: Package) -> str:
    """The documents with where in them, and what this is not."""
    found = dict.fromkeys(row["document_id"] for row in selection.figures)
    named = [f"{package.term('documents', each)['attribution'].rstrip('.')}" for each in found]
    return (
        f"Source: {'; '.join(named)}. As printed; not official statistics. "
        f"{package.contract['title']}, {package.contract['homepage']}"
    )


def checks(made: Made, package: Package) -> list[dict[str, Any]]:
    """The checks that differ among those that the chart's figures take part in."""
    found = {
        check["check_id"]: check
        for row in made.selection.figures
        for check in package.checks_of.get(row["figure_id"], [])
    }
    return [check for check in found.values() if check["verdict"] == "discrepancy"]


def sources(made: Made, package: Package) -> dict[str, list[dict[str, str]]]:
    """The tables whose figures the chart shows, by document."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table_id in dict.fromkeys(row["table_id"] for row in made.selection.figures):
        table = package.term("tables", table_id)
        found.setdefault(table["document_id"], []).append(table)
    return found


def rows(made: Made, package: Package) -> list[dict[str, Any]]:
    """One row per point: exactly the numbers of the chart."""
    return [
        row(panel.title, point, package)
        for panel in [*made.selection.panels, Panel("No date printed", made.selection.undated)]
        for point in panel.points
    ]


def row(panel: str, point: Point, package: Package) -> dict[str, Any]:
    figure, document = point.figure, package.term("documents", point.figure["document_id"])
    named = {
        "panel": panel,
        "name": point.name,
        "measure": package.title("measures", figure["measure_id"]),
        "area": package.title("areas", figure["area_id"]),
        "quality_flags_titles": flat.flags_of(figure, package),
        "document": document["title"],
        "licence_id": document["licence_id"],
        "attribution": document["attribution"],
    }
    return {column: named.get(column, figure.get(column, "")) for column in COLUMNS}


def embed(made: Made, package: Package) -> str:
    """HTML to show the chart on another site, with a link back to it."""
    home = package.contract["homepage"].rstrip("/")
    picture = Markup('<img src="{}" alt="{}" width="680">').format(
        f"{home}/{made.file('svg')}", made.words.description
    )
    return str(Markup('<a href="{}">{}</a>').format(f"{home}/{made.page}#{made.anchor}", picture))


@lru_cache(maxsize=1)
def everything(package: Package) -> list[Made]:
    """Every chart of the site: those of the topics, then measures over time."""
    topics = [made for topic in package["topics"] for made in of_topic(topic["topic_id"], package)]
    return topics + [
        made
        for measure in package["measures"]
        for made in of_measure(measure["measure_id"], package)
    ]


def on_page(page: str, package: Package) -> list[Made]:
    return [made for made in everything(package) if made.page == page]


def files(package: Package) -> Iterator[tuple[str, str | bytes]]:
    """What can be taken away of every chart: SVG, PNG and the CSV of just its numbers."""
    for made in everything(package):
        svg = pictures.to_take_away(made.wide, made.words)
        yield made.file("svg"), svg + "\n"
        yield made.file("png"), pictures.png(svg)
        yield made.file("csv"), csv_text(COLUMNS, rows(made, package))
