"""Which figures may be compared with which, and why not: by rule, and by what the vocabulary says of two measures."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import periods

EXPECTED = frozenset({"target", "forecast"})  # these say nothing of what was


class Group(NamedTuple):
    """Figures that are alike in all that matters for comparing."""

    measure_id: str
    document_id: str
    area_id: str
    period_kind: str
    geographic_level: str
    unit: str


def group(figure: dict[str, str]) -> Group:
    time = ("period_kind", "period_months", "period_start", "period_end")
    kind = periods.comparable(*(figure[part] for part in time))
    return Group(
        figure["measure_id"],
        figure["document_id"],
        figure["area_id"],
        kind,
        figure.get("geographic_level", ""),
        figure["unit"],
    )


def rows(figures: Iterable[Any], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One row for each two groups of figures that somebody could want to compare."""
    return of_groups(sorted(groups(figures)), vocabulary)


def groups(figures: Iterable[dict[str, str]]) -> set[Group]:
    """The groups of figures that say something of what was."""
    return {group(figure) for figure in figures if figure["value_kind"] not in EXPECTED}


def of_groups(groups: list[Group], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """One row for each two groups, which are in order, that somebody could want to compare."""
    said = stated(vocabulary)
    return [
        row(one, other, *verdict)
        for one, other in pairs(groups, said)
        for verdict in verdicts(one, other, said)
    ]


def pairs(groups: list[Group], said: Iterable[tuple[str, str]]) -> Iterator[tuple[Group, Group]]:
    """Each two groups of one measure, or of two measures of which the vocabulary says something."""
    places: dict[str, list[int]] = {}
    for place, one in enumerate(groups):
        places.setdefault(one.measure_id, []).append(place)
    partners: dict[str, set[str]] = {measure: {measure} for measure in places}
    for measure, other in said:
        partners.setdefault(measure, set()).add(other)
    for place, one in enumerate(groups):
        near = (at for other in partners[one.measure_id] for at in places.get(other, []))
        for after in sorted(at for at in near if at > place):
            yield one, groups[after]


def stated(vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[str, str]]:
    """What the vocabulary says of two measures, either way round."""
    one_way = {
        (line["measure_id"], line["other_measure_id"]): (line["may_compare"], line["reason"])
        for line in vocabulary["comparability"].values()
    }
    return one_way | {(other, one): verdict for (one, other), verdict in one_way.items()}


def verdicts(
    one: Group, other: Group, said: dict[tuple[str, str], tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The verdict on two groups with its reason; none for measures that nobody would compare."""
    pair = said.get((one.measure_id, other.measure_id))
    if one.measure_id != other.measure_id:
        yield from [pair] if pair else []
    elif one.period_kind != other.period_kind:
        kinds = (kind.replace("_", " ") for kind in (one.period_kind, other.period_kind))
        yield "no", f"The kinds of period differ: {' and '.join(kinds)}."
    elif pair and one.document_id != other.document_id:
        yield pair
    elif kind_of_area(one) != kind_of_area(other):
        yield (
            ("with_care", "Percentages of areas of different kinds.")
            if one.unit == "percent"
            else ("no", "The kinds of area differ.")
        )
    else:
        yield "yes", "Same measure, unit, kind of area and kind of period."


def kind_of_area(group: Group) -> str:
    """The level of official statistics. An area without one is of a kind with itself alone."""
    return group.geographic_level or group.area_id


def row(one: Group, other: Group, may_compare: str, reason: str) -> dict[str, Any]:
    keys = ("measure_id", "document_id", "area_id", "period_kind")
    mine = {key: getattr(one, key) for key in keys}
    theirs = {f"other_{key}": getattr(other, key) for key in keys}
    return {**mine, **theirs, "may_compare": may_compare, "reason": reason}
