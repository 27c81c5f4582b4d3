"""Whether a claim would tell more of a number than the publisher does, who keeps it back and prints
a limit at most.

A claim is tried with each end of the limit in its place. Where it cannot hold with one of them,
whoever reads it learns that the number is not that: then nothing of it is published.
"""

from collections.abc import Callable

from scripts.checks.reckoning.interval import ENDLESS, Bound, Interval, point
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import DIFFERS, Outcome

FAR = 10**12  # for an end that the print leaves open: no count of people comes near it


def would_reveal(named: Named, reckon: Callable[[Named], Outcome | None]) -> bool:
    """Whether the claim narrows what is known of a number kept back. One that fits nothing at all
    narrows none, where there are several.
    """
    kept_back = {number.fact_id: number for number in named.every_number() if number.withheld}
    if not kept_back:
        return False
    whole = reckon(named)
    if whole is not None and whole.fit == DIFFERS:
        return len(kept_back) == 1
    return any(narrows(number, named, reckon) for number in kept_back.values())


def narrows(number: Number, named: Named, reckon: Callable[[Named], Outcome | None]) -> bool:
    return any(
        (outcome := reckon(named.with_number(number.with_known(end)))) is None
        or outcome.fit == DIFFERS
        for end in ends(number.known)
    )


def ends(known: Interval) -> list[Interval]:
    """The least and the most that the number can be."""
    return [
        known._replace(low=known.low, high=known.low) if finite(known.low) else point(-FAR),
        known._replace(low=known.high, high=known.high) if finite(known.high) else point(FAR),
    ]


def finite(bound: Bound) -> bool:
    return abs(bound.at) != ENDLESS
