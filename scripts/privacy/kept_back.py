"""Numbers that a publisher keeps back stay so: can one be worked out from all that we publish, this
version and the older ones?

Reads the tidy tables as build makes them, and the figures of the releases. A number that the
document's own sums give away is a fact about the document: it is counted, and nothing narrower is
published. One that our checks or an older release give away is a problem. Neither is named with its
number.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.interval import ENDLESS
from scripts.checks.reckoning.members import (
    Fact,
    Named,
    Number,
    answer_of,
    literal,
    number_of,
)
from scripts.model.files import read_rows, rows_in
from scripts.model.problems import Problem
from scripts.privacy.solver import FAR, PARTS, Range, Ranges, Relation, Search

Row = dict[str, str]
RELEASES = "data/releases"
OF_DOCUMENT = {"holds", "may_hold", "rounding"}
FEW = 5  # fewer numbers than this left, where no limit is printed, tell too much


class Learnt(NamedTuple):
    """Figures that are kept back, and those of them of which more can be learnt than is printed."""

    kept_back: int
    from_document: list[str]
    from_checks: list[str]
    from_releases: list[str]


class Tables(NamedTuple):
    """The tidy tables that matter here, by what stands in them."""

    figures: dict[str, Row]
    answers: dict[str, Row]
    verdicts: dict[str, tuple[str, str]]  # rule and verdict of each check
    claims: dict[str, str]  # rule of each claim that could not be recomputed
    members: dict[str, list[Row]]


def problems(root: Path, built: Mapping[str, str]) -> Iterator[Problem]:
    """What gives away a number that is kept back, but for the document itself; `built` is data/tidy
    by file name.
    """
    learnt = worked_out(tables(built), list(releases(root)))
    for figure in learnt.from_checks:
        what = "is kept back by the publisher, and our checks together tell more of it"
        cure = "Take one of its claims out of the document's descriptor"
        yield Problem("data/tidy/checks.csv", figure, what, cure)
    for figure in learnt.from_releases:
        what = "is kept back by the publisher, and an older release tells more of it"
        cure = "Remove it from the releases, and say so in CHANGELOG.md"
        yield Problem(RELEASES, figure, what, cure)


def tables(built: Mapping[str, str]) -> Tables:
    def rows(name: str) -> list[Row]:
        return rows_in(built.get(f"{name}.csv", ""))

    members: dict[str, list[Row]] = {}
    for row in rows("check_members") + rows("not_recomputed_members"):
        members.setdefault(row["check_id"], []).append(row)
    return Tables(
        {row["figure_id"]: row for row in rows("figures")},
        {row["answer_id"]: row for row in rows("answers")},
        {row["check_id"]: (row["rule"], row["verdict"]) for row in rows("checks")},
        {row["check_id"]: row["rule"] for row in rows("not_recomputed")},
        members,
    )


def releases(root: Path) -> Iterator[dict[str, Row]]:
    """The figures of each release, by id."""
    for path in sorted((root / RELEASES).glob("[!.]*/figures.csv")):
        yield {row["figure_id"]: row for row in read_rows(path)}


def worked_out(tidy: Tables, older: list[dict[str, Row]]) -> Learnt:
    """What can be learnt of each number that is kept back, from one source after the other."""
    numbers = {key: number_of(row) for key, row in tidy.figures.items()}
    unknown = {key: range_of(one) for key, one in numbers.items() if one.withheld}
    if not unknown:
        return Learnt(0, [], [], [])
    printed = {check for check, (_, verdict) in tidy.verdicts.items() if verdict in OF_DOCUMENT}
    by_checks = relations(tidy, printed, numbers, unknown)
    by_document = by_checks + relations(tidy, tidy.claims, numbers, unknown)
    of_checks = narrowed(unknown, by_checks)
    of_document = narrowed(unknown, by_document)
    of_releases: set[str] = set()
    for rows in older:
        then = as_then(tidy, printed, numbers, unknown, rows)
        of_releases |= narrowed(unknown, by_document + then, told_then(unknown, rows))
    return Learnt(
        len(unknown), sorted(of_document), sorted(of_checks), sorted(of_releases - of_document)
    )


def range_of(number: Number) -> Range:
    """What is printed of a number: its limits, or nothing at all."""
    low, high = number.known.low.at, number.known.high.at
    least = 0 if low == -ENDLESS else floor(low)
    if high == ENDLESS:
        return Range(least, FAR)
    return Range(least, max(least, ceil(high) - 1) if number.unit in PARTS else int(high))


def told_then(unknown: Ranges, rows: dict[str, Row]) -> Ranges:
    """The numbers that a release printed, as ranges of one number."""
    values = {key: row["value"] for key, row in rows.items() if key in unknown and row["value"]}
    whole = {key: floor(Decimal(value)) for key, value in values.items()}
    return {key: Range(number, number) for key, number in whole.items()}


def relations(
    tidy: Tables, checks: Iterable[str], numbers: Mapping[str, Number], unknown: Ranges
) -> list[Relation]:
    """The claims of these that name a number that is kept back."""
    found = []
    for check in sorted(checks):
        rows = tidy.members.get(check, [])
        if any(row["figure_id"] in unknown for row in rows):
            rule = tidy.claims.get(check) or tidy.verdicts[check][0]
            found.append(Relation(named(rows, tidy, numbers), RULES[rule].reckon))
    return found


def named(rows: list[Row], tidy: Tables, numbers: Mapping[str, Number]) -> Named:
    facts: dict[str, list[Fact]] = {}
    for row in rows:
        facts.setdefault(row["part"], []).append(fact_of(row, tidy, numbers))
    return Named(facts)


def fact_of(row: Row, tidy: Tables, numbers: Mapping[str, Number]) -> Fact:
    if row["figure_id"]:
        return numbers[row["figure_id"]]
    return (
        answer_of(tidy.answers[row["answer_id"]])
        if row["answer_id"]
        else literal(int(row["number"]))
    )


def as_then(
    tidy: Tables,
    checks: set[str],
    numbers: Mapping[str, Number],
    unknown: Ranges,
    rows: dict[str, Row],
) -> list[Relation]:
    """The claims with the numbers of an older release, where they fitted then."""
    then = {
        key: number_of({**tidy.figures[key], "value": row["value"]})
        for key, row in rows.items()
        if key in numbers and key not in unknown and row["value"]
    }
    every = {**tidy.claims, **dict.fromkeys(checks, "")}
    found = relations(tidy, every, {**numbers, **then}, unknown)
    return [one for one in found if Search([one], unknown).tightened(unknown) is not None]


def narrowed(unknown: Ranges, known: list[Relation], told: Ranges | None = None) -> set[str]:
    """The numbers of which these relations, and those told, tell more than is printed."""
    learned = Search(known, {**unknown, **(told or {})}).learned()
    return {key for key in unknown if tells_more(unknown[key], learned[key])}


def tells_more(printed: Range, learned: Range) -> bool:
    if printed.high == FAR:
        return learned.high - learned.low < FEW
    return learned != printed
