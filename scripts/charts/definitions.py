"""Reads the definitions of charts and of key sentences: docs/charts/<topic_id>.json, written by
people, one file a topic.

    {"numbers": [{"measure": "...", "where": {...}, "says": "{value} children ..."}],
     "charts":  [{"chart": "...", "measures": ["..."], "kind": "bars", "where": {...}, "along":
     ["..."], "titles": ["..."]}]}

docs/charts.md says what each word means. A definition whose measures have no figures makes no
chart.
"""

from typing import Any, NamedTuple

from scripts.model.files import read_json
from scripts.model.package import Package

FOLDER = "docs/charts"


class Where(NamedTuple):
    """Which figures of the measures. Empty means any."""

    by: list[str] | None = None  # the dimensions they are broken down by, exactly
    category: dict[str, list[str]] = {}
    length: str = ""  # of the period, as `12 months`
    area: list[str] = []
    totals: bool = False  # whether printed totals of a breakdown are shown


class Chart(NamedTuple):
    """One chart: figures of measures, what stands along its axis, how it is drawn, and its titles,
    best first.
    """

    topic_id: str
    chart: str
    measures: list[str]
    along: list[str]
    kind: str = "bars"
    where: Where = Where()
    order: str = "printed"
    titles: list[str] = []
    know: str = ""


class Sentence(NamedTuple):
    """A key number in a sentence."""

    measure: str
    says: list[str]
    where: Where = Where()


def charts(topic_id: str, package: Package) -> list[Chart]:
    return [
        Chart(topic_id, **{**given, "where": Where(**given.get("where", {}))})
        for given in read(topic_id, package).get("charts", [])
    ]


def sentences(topic_id: str, package: Package) -> list[Sentence]:
    return [
        Sentence(**{**given, "where": Where(**given.get("where", {}))})
        for given in read(topic_id, package).get("numbers", [])
    ]


def read(topic_id: str, package: Package) -> dict[str, Any]:
    path = package.root / FOLDER / f"{topic_id}.json"
    return read_json(path) if path.is_file() else {}
