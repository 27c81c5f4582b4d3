"""Which measures belong together: what each is a share, a part or a whole of, as the vocabulary
says.
"""

from collections.abc import Mapping
from typing import NamedTuple

from scripts.register.claims import Row

SHARE = "share"


class Related(NamedTuple):
    """By measure: its percentages, the one that all of its family go back to, its base, its
    variant, and those based on it.
    """

    shares: Mapping[str, list[str]]
    root: Mapping[str, str]
    base: Mapping[str, str]
    variant: Mapping[str, str]
    based_on: Mapping[str, list[str]]


def related(measures: Mapping[str, Row]) -> Related:
    base = {measure_id: row["base_measure_id"] for measure_id, row in measures.items()}
    variant = {measure_id: row["variant"] for measure_id, row in measures.items()}
    based_on: dict[str, list[str]] = {}
    for measure_id, of in base.items():
        if of:
            based_on.setdefault(of, []).append(measure_id)
    shares = {
        of: [measure_id for measure_id in found if variant[measure_id] == SHARE]
        for of, found in based_on.items()
    }
    roots = {measure_id: root(measure_id, measures) for measure_id in measures}
    return Related(shares, roots, base, variant, based_on)


def root(measure_id: str, measures: Mapping[str, Row]) -> str:
    """The base of the base, and so on. A circle of bases ends where it began."""
    seen = {measure_id}
    while (base := measures[measure_id]["base_measure_id"]) and base not in seen:
        seen.add(base)
        measure_id = base
    return measure_id
