"""The main facts about an area: the newest number of each measure that the topics name first, and
which way it goes.
"""

from decimal import Decimal
from typing import NamedTuple

from scripts.charts import definitions
from scripts.charts.definitions import Sentence
from scripts.charts.selection import wanted
from scripts.model.package import Package
from scripts.pages import comparability

Row = dict[str, str]
AT_MOST = 12  # facts of an area whose measures no topic names
WAYS = {1: "Risen", 0: "The same", -1: "Fallen"}


class Fact(NamedTuple):
    """A figure; and, where an earlier one is of its series and as long, the word for the way
    between them.
    """

    figure: Row
    trend: str
    before: Row


def of_area(area_id: str, package: Package) -> list[Fact]:
    """The facts in the order of the topics, each figure once."""
    named = [
        found
        for topic in package["topics"]
        for sentence in definitions.sentences(topic["topic_id"], package)
        if (found := newest(of_sentence(sentence, area_id, package)))
    ]
    chosen = named or unnamed(area_id, package)
    once = {row["figure_id"]: row for row in chosen}
    return [fact(row, package) for row in once.values()]


def of_sentence(sentence: Sentence, area_id: str, package: Package) -> list[Row]:
    figures = package.group("figures", "measure_id", sentence.measure)
    own = (row for row in figures if row["area_id"] == area_id)
    return [row for row in own if wanted(row, sentence.where, package)]


def unnamed(area_id: str, package: Package) -> list[Row]:
    """The newest number of each measure that is not broken down."""
    by_measure: dict[str, list[Row]] = {}
    for row in package.group("figures", "area_id", area_id):
        if not row["breakdown_1_dimension"] and comparability.says_what_was(row, package):
            by_measure.setdefault(row["measure_id"], []).append(row)
    found = [newest(rows) for rows in by_measure.values()]
    return [row for row in found if row][:AT_MOST]


def newest(figures: list[Row]) -> Row | None:
    """The newest exact number; without one, the last that is printed."""
    printed = [row for row in figures if row["value"]]
    return max(printed, key=lambda row: (exact(row), row["period_end"]), default=None)


def exact(row: Row) -> bool:
    return bool(row["value"] and row["period_end"] and not row["qualifier"])


def fact(row: Row, package: Package) -> Fact:
    before = earlier(row, package) if exact(row) and row["unit"] != "rank" else None
    if not before:
        return Fact(row, "", {})
    return Fact(row, WAYS[way(before["value"], row["value"])], before)


def earlier(row: Row, package: Package) -> Row | None:
    """The first number of the same series for a time that is as long and ended before."""
    found = [
        other
        for other in package.group("figures", "series_id", row["series_id"])
        if exact(other)
        and other["period_end"] < row["period_end"]
        and comparability.length(other) == comparability.length(row)
        and comparability.categories(other) == comparability.categories(row)
    ]
    return min(found, key=lambda other: other["period_end"], default=None)


def way(before: str, after: str) -> int:
    """1 if it has risen, -1 if it has fallen, 0 if it is the same."""
    return (Decimal(after) > Decimal(before)) - (Decimal(after) < Decimal(before))
