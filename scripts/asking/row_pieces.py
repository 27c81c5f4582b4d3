"""Rows in pieces, so that a reader loads only those that can hold what is sought, and what says
which these are.

Rows stand by topic and area. A piece takes whole topics until it has `LEAST` rows; a topic of more
than `MOST` is cut between areas, and an area too if it must. `start` has what is needed before any
row: the terms of every filter, and how many rows of each term each piece holds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from scripts.asking.filter_rows import FILTERS, NO_GROUP, SIDES, Fact, coded, little, synonyms
from scripts.asking.standing import Group, numbered, standing
from scripts.model.package import Package

LEAST, MOST = 500, 5_000  # rows
OWN = ("shown", "page", "flags")
"""Columns whose terms stand with the rows of a piece."""


Columns = dict[str, dict[str, Any]]


class Pieces(NamedTuple):
    """`start` is loaded first; `rows` are the pieces, in order."""

    start: dict[str, Any]
    rows: list[dict[str, Any]]


def pieces(facts: Iterable[Fact], package: Package) -> Pieces:
    """All that Explore filters, sorts and shows."""
    cut = list(cuts(sorted(facts, key=place)))
    ordered = [fact for rows in cut for fact in rows]
    columns = {name: coded(name, ordered) for name in (*FILTERS, *SIDES, "number")}
    groups = numbered(fact.group for fact in ordered if fact.group)
    bounds = list(spans(cut))
    start = {
        "filters": FILTERS,
        "terms": {name: columns[name]["terms"] for name in (*FILTERS, *SIDES)},
        "pieces": [len(rows) for rows in cut],
        "held": {name: [held(columns[name]["codes"][span]) for span in bounds] for name in FILTERS},
        "standing": standing(package, groups)._asdict(),
        "synonyms": synonyms(package),
        "little": little(),
    }
    return Pieces(start, [piece(ordered[span], span, columns, groups) for span in bounds])


def place(fact: Fact) -> tuple[str, str]:
    """Where a row stands among others: those that are alike keep their order."""
    return fact.topic.lower(), fact.area.lower()


def cuts(ordered: Iterable[Fact]) -> Iterator[list[Fact]]:
    """The rows of each piece."""
    taken: list[Fact] = []
    topic = ""
    for (own, _), block in groupby(ordered, key=attrgetter("topic", "area")):
        rows = list(block)
        is_full = len(taken) + len(rows) > MOST or (own != topic and len(taken) >= LEAST)
        if taken and is_full:
            yield taken
            taken = []
        taken += rows
        topic = own
        while len(taken) > MOST:
            yield taken[:MOST]
            taken = taken[MOST:]
    if taken:
        yield taken


def spans(cut: Iterable[Sequence[Fact]]) -> Iterator[slice]:
    """Where each piece stands among all rows."""
    first = 0
    for rows in cut:
        yield slice(first, first + len(rows))
        first += len(rows)


def held(codes: Iterable[int]) -> list[list[int]]:
    """The terms that a piece holds, and how many rows of each."""
    counted = sorted(Counter(codes).items())
    return [[code for code, _ in counted], [rows for _, rows in counted]]


def piece(
    rows: Sequence[Fact], span: slice, columns: Columns, groups: dict[Group, int]
) -> dict[str, Any]:
    """One piece: its codes lead to the terms of `start`; what is `own` has its terms here.

    The code of a number is its place by size among all; `terms` has each code once, with its text.
    """
    sizes = columns["number"]["codes"][span]
    numbers = {code: fact.number for code, fact in zip(sizes, rows, strict=True)}
    return {
        "codes": {name: columns[name]["codes"][span] for name in (*FILTERS, *SIDES)},
        "own": {name: coded(name, rows) for name in OWN},
        "number": {"codes": sizes, "terms": [list(numbers), list(numbers.values())]},
        "ids": [fact.fact_id for fact in rows],
        "groups": [groups.get(fact.group, NO_GROUP) for fact in rows],
    }
