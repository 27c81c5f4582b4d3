"""Which figures may stand together in one table, said of their groups and not of each two of them.

A group is measure, document, area and kind of period. What may be compared is said of kinds:
measure, kind of period and kind of area. So this grows with groups and with what was said, and not
with pairs of groups.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from scripts.model.package import Package, Row
from scripts.pages.comparability import kind

Group = tuple[str, ...]
Name = TypeVar("Name")
NO_KIND = -1
SAID_OF = ("documents", "areas")
FOUND = ("may_compare", "reason")


class Standing(NamedTuple):
    """For each group the numbers of its kind, document and area; and what was said of two kinds.

    Each row of `said` is both kinds, whether their documents and their areas must be the same,
    whether figures may be compared, and why. A kind of which nothing was said is `NO_KIND`.
    """

    kinds: list[int]
    documents: list[int]
    areas: list[int]
    said: list[list[int | str]]


def standing(package: Package, groups: Iterable[Group]) -> Standing:
    """What may stand together among these groups, in their order."""
    spoken = numbered(kind(row, side) for row in package["comparisons"] for side in ("", "other_"))
    kinds = kinds_of(package["series"])
    own = list(groups)
    documents = numbered(document for _, document, _, _ in own)
    areas = numbered(area for _, _, area, _ in own)
    return Standing(
        kinds=[spoken.get(kinds.get(group, ()), NO_KIND) for group in own],
        documents=[documents[document] for _, document, _, _ in own],
        areas=[areas[area] for _, _, area, _ in own],
        said=list(said(package["comparisons"], spoken)),
    )


def kinds_of(series: Iterable[Row]) -> dict[Group, Group]:
    """The kind of each group. What only says what is to be, such as a target, nobody compared."""
    return {
        (row["measure_id"], row["document_id"], row["area_id"], row["period_kind"]): kind(row)
        for row in series
        if not row["expected"]
    }


def said(comparisons: Iterable[Row], spoken: dict[Group, int]) -> Iterator[list[int | str]]:
    for row in comparisons:
        kinds = [spoken[kind(row, side)] for side in ("", "other_")]
        yield [*kinds, *(row[column] for column in (*SAID_OF, *FOUND))]


def numbered(names: Iterable[Name]) -> dict[Name, int]:
    """Each different name with its number, in the order in which they come."""
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
