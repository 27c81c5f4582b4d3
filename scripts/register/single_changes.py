"""Where one other number would make several checks hold that differ: found by trying, for each count that two or more of them share.

It does not say what happened: only that no second number would have to change.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.interval import point
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import HOLDS
from scripts.register.claims import Row

REACH = 200  # how far from the printed number is tried
SEVERAL = 2


class Tried(NamedTuple):
    """A check that can be reckoned again: its row, and the facts that take part."""

    check: Row
    named: Named


class Mended(NamedTuple):
    """Another number for a figure, and the checks that would then hold."""

    figure_id: str
    document_id: str
    value: int
    check_ids: list[str]


def rows(checks: list[Row], named: Mapping[str, Named]) -> tuple[list[Row], list[Row]]:
    """One row a number that a figure would have to be, and one row for each check that it mends."""
    changes, mended = [], []
    for found in changed(checks, named):
        change = {"figure_id": found.figure_id, "value": str(found.value)}
        changes.append({**change, "document_id": found.document_id})
        mended += [{**change, "check_id": check_id} for check_id in found.check_ids]
    return changes, mended


def changed(checks: list[Row], named: Mapping[str, Named]) -> list[Mended]:
    """What each figure would have to be for several checks to hold. Whole numbers only."""
    numbers: dict[str, Number] = {}
    of_number: dict[str, list[Tried]] = defaultdict(list)
    for check in checks:
        tried = Tried(check, named[check["check_id"]])
        own = {number.fact_id: number for number in tried.named.every_number() if number.fact_id}
        numbers.update(own)
        for figure_id in own:
            of_number[figure_id].append(tried)
    return [
        row
        for figure_id, found in of_number.items()
        for row in of_figure(numbers[figure_id], found)
    ]


def of_figure(number: Number, checks: list[Tried]) -> Iterator[Mended]:
    """The numbers that would make the most of its checks hold, at least two, and none differ that holds."""
    differing = [tried for tried in checks if tried.check["verdict"] == "discrepancy"]
    holding = [tried for tried in checks if tried.check["verdict"] == HOLDS]
    if number.unit != "count" or number.known.exact is None or len(differing) < SEVERAL:
        return
    mended = {}
    for value in near(number):
        instead = other(number, value)
        check_ids = mended_by(differing, instead)
        if len(check_ids) >= SEVERAL and all(holds(tried, instead) for tried in holding):
            mended[value] = check_ids
    most = max(map(len, mended.values()), default=0)
    for value, check_ids in mended.items():
        if len(check_ids) == most:
            document_id = differing[0].check["document_id"]
            yield Mended(number.fact_id, document_id, value, check_ids)


def mended_by(differing: list[Tried], instead: Number) -> list[str]:
    """The checks that hold with this number in it; given up as soon as too few are left to be several."""
    check_ids: list[str] = []
    for tried_before, tried in enumerate(differing, start=1):
        if holds(tried, instead):
            check_ids.append(tried.check["check_id"])
        elif len(check_ids) + len(differing) - tried_before < SEVERAL:
            return []
    return check_ids


def near(number: Number) -> list[int]:
    """The whole numbers that are tried: none below nothing, and not the printed one."""
    printed = int(number.value or 0)
    tried = range(max(0, printed - REACH), printed + REACH + 1)
    return [value for value in tried if value != printed]


def other(number: Number, value: int) -> Number:
    """The same figure with another number in it."""
    return number._replace(value=point(value).exact, known=point(value))


def holds(tried: Tried, instead: Number) -> bool:
    """Whether a check holds with this number in it. What could not be divided does not hold."""
    outcome = RULES[tried.check["rule"]].reckon(tried.named.with_number(instead))
    return outcome is None or outcome.fit == HOLDS
