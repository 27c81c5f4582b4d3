"""Which measures belong together: what each is a share, a part or a whole of, as the vocabulary says."""

from collections.abc import Mapping
from typing import NamedTuple

from scripts.register.claims import Row

SHARE = "share"


class Related(NamedTuple):
    """`shares` are the percentages of each measure; `root` is the measure that all of a family go back to."""

    shares: Mapping[str, list[str]]
    root: Mapping[str, str]


def related(measures: Mapping[str, Row]) -> Related:
    shares: dict[str, list[str]] = {}
    for measure_id, row in measures.items():
        if row["variant"] == SHARE and row["base_measure_id"]:
            shares.setdefault(row["base_measure_id"], []).append(measure_id)
    return Related(shares, {measure_id: root(measure_id, measures) for measure_id in measures})


def root(measure_id: str, measures: Mapping[str, Row]) -> str:
    """The base of the base, and so on. A circle of bases ends where it began."""
    seen = {measure_id}
    while (base := measures[measure_id]["base_measure_id"]) and base not in seen:
        seen.add(base)
        measure_id = base
    return measure_id
