"""The lines of a chart of official statistics, and the dots of what documents print beside them.

Numbers come first; where areas are compared by a rate, a second panel has the official rates alone.
"""

from datetime import date
from typing import NamedTuple

from scripts.charts.points import OURS, Panel, Point
from scripts.model.package import Package
from scripts.pages import beside, comparability, words
from scripts.pages.beside import Row, Series

DAYS_OF_A_YEAR = 366
PRINTED = "Printed in documents"
COMPARED = {"region": "of_region", "country": "of_country", "neighbours": "of_neighbours"}


class Names(NamedTuple):
    """What the areas of a chart are called: its own, its region, the country, its neighbours."""

    official: str
    region: str
    country: str
    neighbours: str = "similar areas"


class Shown:
    """What a chart shows: an official series of one area, and our figures that are set beside it.

    `ours` are drawn where they have a number and a place in time, and else listed. `rows` are the
    official numbers, the oldest first.
    """

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
    def compares(self) -> bool:
        """Whether other areas have a line: not where only counts could be compared."""
        return bool(self.series.rated) or self.mapping["official_unit"] in ("percent", "rate")

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


def panels(shown: Shown) -> list[Panel]:
    """Numbers first; then the rates, if areas are compared by them."""
    called = {OURS: PRINTED, "official": f"Official: {shown.names.official}"}
    others = {look: f"Official: {getattr(shown.names, look)}" for look in COMPARED}
    ours = [our_point(row, shown) for row in shown.drawn_rows]
    official = line(shown.rows, "official", "value", shown)
    if not shown.series.rated:
        more = [each for look in COMPARED for each in compared(look, shown)]
        return [panel("", [*more, *official, *ours], called | others)]
    rates = [each for look in COMPARED for each in compared(look, shown)]
    own = line(shown.rows, "official", "rate", shown)
    return [
        panel("Number", [*official, *ours], called),
        *([panel(rate_title(shown), [*rates, *own], called | others)] if own else []),
    ]


def rate_title(shown: Shown) -> str:
    return f"Official rate, {shown.series.rated}"


def panel(title: str, points: list[Point], called: dict[str, str]) -> Panel:
    looks = {point.look for point in points}
    return Panel(title, points, names={look: called[look] for look in called if look in looks})


def compared(look: str, shown: Shown) -> list[Point]:
    return line(shown.rows, look, COMPARED[look], shown) if shown.compares else []


def line(rows: list[Row], look: str, column: str, shown: Shown) -> list[Point]:
    """The points of an official line; a withheld number breaks it."""
    found = [official_point(row, look, column, shown) for row in rows]
    return found if any(point.figure["value"] for point in found) else []


def official_point(row: Row, look: str, column: str, shown: Shown) -> Point:
    marker = row["value_marker"] or "x"
    unit = "rate" if column == "rate" or shown.series.rated and look != "official" else ""
    figure = {
        "figure_id": "",
        "value": row[column],
        "qualifier": "",
        "period_start": row["period_start"],
        "period_end": row["period_end"],
        "series_id": look,
        "unit": unit or shown.mapping["official_unit"],
    }
    sign = "%" if figure["unit"] == "percent" else ""
    said = words.number(row[column]) + sign if row[column] else f"[{marker}]"
    when = words.period(row["period_start"], row["period_end"])
    return Point(figure, when, year(row["time_period"]), said, row["period_end"], look=look)


def our_point(row: Row, shown: Shown) -> Point:
    """A figure of a document on the axis of the official years."""
    known = {row["period_end"][4:] for row in shown.rows}
    whole = row["period_end"][4:] in known and comparability.length(row) == "12 months"
    tick = row["period_end"][:4] if whole else ""
    figure = row | {"unit": shown.mapping["official_unit"]}
    said = words.value(row, shown.package)
    return Point(figure, words.period_words(row), tick, said, row["period_end"])


def year(time_period: str) -> str:
    """2019 as it is, and 201819 as 2018/19."""
    return f"{time_period[:4]}/{time_period[4:]}" if len(time_period) == 6 else time_period
