"""Where one other number would make several checks hold that differ: found by trying, for each
count that two or more of them share.

It does not say what happened: only that no second number would have to change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.interval import between, point
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import DIFFERS, HOLDS
from scripts.register.claims import Row

REACH = 200  # how far from the printed number is tried
SEVERAL = 2
FEW = 2  # so many values are tried one by one
DISCREPANCY = "discrepancy"


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
    """One row per number that a figure would have to be, and one per check that it mends."""
    changes, mended = [], []
    for found in changed(checks, named):
        change = {"figure_id": found.figure_id, "value": str(found.value)}
        changes.append({**change, "document_id": found.document_id})
        mended += [{**change, "check_id": check_id} for check_id in found.check_ids]
    return changes, mended


def changed(checks: list[Row], named: Mapping[str, Named]) -> list[Mended]:
    """What each figure would have to be for several checks to hold. Whole numbers only."""
    broken = [check for check in checks if check["verdict"] == DISCREPANCY]
    times = Counter(figure_id for check in broken for figure_id in numbers_in(check, named))
    shared = {figure_id for figure_id, number in times.items() if number >= SEVERAL}
    numbers: dict[str, Number] = {}
    of_number: dict[str, list[Tried]] = defaultdict(list)
    for check in checks if shared else []:
        for figure_id, number in numbers_in(check, named).items():
            if figure_id in shared:
                numbers[figure_id] = number
                of_number[figure_id].append(Tried(check, named[check["check_id"]]))
    return [
        row
        for figure_id, found in of_number.items()
        for row in of_figure(numbers[figure_id], found)
    ]


def numbers_in(check: Row, named: Mapping[str, Named]) -> dict[str, Number]:
    """The printed numbers that take part in a check, by id."""
    taking_part = named[check["check_id"]].every_number()
    return {number.fact_id: number for number in taking_part if number.fact_id}


def of_figure(number: Number, checks: list[Tried]) -> Iterator[Mended]:
    """The numbers that would make the most of its checks hold, at least two, and none differ that
    holds.
    """
    differing = [tried for tried in checks if tried.check["verdict"] == DISCREPANCY]
    holding = [tried for tried in checks if tried.check["verdict"] == HOLDS]
    if number.unit != "count" or number.known.exact is None or len(differing) < SEVERAL:
        return
    mended = mended_by(differing, number)
    kept = {
        value: check_ids
        for value, check_ids in sorted(mended.items())
        if all(holds(tried, other(number, value)) for tried in holding)
    }
    most = max(map(len, kept.values()), default=0)
    for value, check_ids in kept.items():
        if len(check_ids) == most:
            document_id = differing[0].check["document_id"]
            yield Mended(number.fact_id, document_id, value, check_ids)


def mended_by(differing: list[Tried], number: Number) -> dict[int, list[str]]:
    """The numbers with which several of these checks hold, and which of them do."""
    mended: dict[int, list[str]] = defaultdict(list)
    for tried in differing:
        for value in that_hold(tried, number, near(number)):
            mended[value].append(tried.check["check_id"])
    return {value: check_ids for value, check_ids in mended.items() if len(check_ids) >= SEVERAL}


def that_hold(tried: Tried, number: Number, values: list[int]) -> Iterator[int]:
    """Those of the values with which the check holds. A span in which it cannot hold is looked at
    once, not number by number.
    """
    rule = RULES[tried.check["rule"]]
    if len(values) <= FEW or not rule.reckons_spans:
        yield from (value for value in values if holds(tried, other(number, value)))
        return
    outcome = rule.reckon(tried.named.with_number(any_of(number, values)))
    if outcome is not None and outcome.fit == DIFFERS:
        return
    middle = len(values) // 2
    for half in (values[:middle], values[middle:]):
        yield from that_hold(tried, number, half)


def near(number: Number) -> list[int]:
    """The whole numbers that are tried: none below nothing, and not the printed one."""
    printed = int(number.value or 0)
    tried = range(max(0, printed - REACH), printed + REACH + 1)
    return [value for value in tried if value != printed]


def other(number: Number, value: int) -> Number:
    """The same figure with another number in it."""
    return number._replace(value=point(value).exact, known=point(value))


def any_of(number: Number, values: list[int]) -> Number:
    """The same figure, of which no more is known than that it lies between the first and the last
    of the values.
    """
    span = between(Decimal(values[0]), Decimal(values[-1]))
    return number._replace(value=Decimal(values[-1]), known=span)


def holds(tried: Tried, instead: Number) -> bool:
    """Whether a check holds with this number in it. What could not be divided does not hold."""
    outcome = RULES[tried.check["rule"]].reckon(tried.named.with_number(instead))
    return outcome is None or outcome.fit == HOLDS
