"""What may be compared with what, and why not, by measure and by kinds of period and of area: never
by document.

A table of documents would grow with their square; this one grows with measures and their kinds.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.register.runs_of_figures import Series

SAME, OTHER, ANY = "same", "other", "any"
ALONE = frozenset({"group", "not_stated"})  # areas of these types are alike only with themselves
Said = dict[tuple[str, str], tuple[str, str]]


class Comparison(NamedTuple):
    """Whether figures of two kinds may be compared, of the same, of other or of any documents and
    areas.
    """

    measure_id: str
    period_kind: str
    area_kind: str
    other_measure_id: str
    other_period_kind: str
    other_area_kind: str
    documents: str
    areas: str
    may_compare: str
    reason: str


class Kind(NamedTuple):
    """What figures have in common that may be compared."""

    measure_id: str
    period_kind: str
    area_kind: str


def rows(series: Iterable[Series], vocabulary: Vocabulary) -> list[Comparison]:
    """The verdicts on each two kinds that somebody could want to compare."""
    return of_kinds(sorted(kinds(series)), vocabulary)


def kinds(series: Iterable[Series]) -> set[Kind]:
    """The kinds of the series that say something of what was: not of targets and forecasts."""
    return {
        Kind(one.measure_id, one.period_kind, one.area_kind) for one in series if not one.expected
    }


def of_kinds(found: list[Kind], vocabulary: Vocabulary) -> list[Comparison]:
    """The verdicts on each two of these kinds, which are in order."""
    said, units = stated(vocabulary), units_of(vocabulary)
    return [
        Comparison(*one, *other, *verdict)
        for one, other in pairs(found, said)
        for verdict in verdicts(one, other, said, units.get(one.measure_id, ""))
    ]


def pairs(found: list[Kind], said: Said) -> Iterator[tuple[Kind, Kind]]:
    """Each two kinds, or one with itself, of one measure or of two of which the vocabulary says
    something.
    """
    of_measure: dict[str, list[Kind]] = {}
    for kind in found:
        of_measure.setdefault(kind.measure_id, []).append(kind)
    partners = {measure: {measure} for measure in of_measure}
    for measure, partner in said:
        partners.setdefault(measure, set()).add(partner)
    for one in found:
        near = (other for name in partners[one.measure_id] for other in of_measure.get(name, []))
        for other in sorted(each for each in near if one <= each):
            yield one, other


def units_of(vocabulary: Vocabulary) -> dict[str, str]:
    """The unit of each measure that is known."""
    return {measure: row["unit"] for measure, row in vocabulary["measures"].items()}


def stated(vocabulary: Vocabulary) -> Said:
    """What the vocabulary says of two measures, either way round."""
    one_way = {
        (line["measure_id"], line["other_measure_id"]): (line["may_compare"], line["reason"])
        for line in vocabulary["comparability"].values()
    }
    return one_way | {(other, one): verdict for (one, other), verdict in one_way.items()}


def verdicts(one: Kind, other: Kind, said: Said, unit: str) -> Iterator[tuple[str, str, str, str]]:
    """Of which documents and areas it is said (same, other or any), the verdict, and its reason.

    What the vocabulary says of one measure, it says of the documents of two publishers.
    """
    pair = said.get((one.measure_id, other.measure_id))
    if one.measure_id != other.measure_id:
        yield from [(ANY, ANY, *pair)] if pair else []
    elif one.period_kind != other.period_kind:
        said_so = (kind.replace("_", " ") for kind in (one.period_kind, other.period_kind))
        yield ANY, ANY, "no", f"The kinds of period differ: {' and '.join(said_so)}."
    else:
        if pair:
            yield OTHER, ANY, *pair
        for areas, alike in areas_alike(one, other):
            yield SAME if pair else ANY, areas, *of_areas(alike, unit)


def areas_alike(one: Kind, other: Kind) -> list[tuple[str, bool]]:
    """Whether areas of two kinds are alike: the same area, another one, or any two."""
    if one.area_kind != other.area_kind:
        return [(ANY, False)]
    return [(SAME, True), (OTHER, False)] if one.area_kind in ALONE else [(ANY, True)]


def of_areas(alike: bool, unit: str) -> tuple[str, str]:
    if alike:
        return "yes", "Same measure, unit, kind of area and kind of period."
    if unit == "percent":
        return "with_care", "Percentages of areas of different kinds."
    return "no", "The kinds of area differ."
