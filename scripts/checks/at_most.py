"""A part, which cannot be larger than its whole."""

from decimal import Decimal

from scripts.checks.reckoning.examples import counts, differs, holds, limit, may_hold, said
from scripts.checks.reckoning.interval import Interval
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, no_more_than
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """Recomputed is the most the part can be: itself, or the whole where it is larger than that."""
    part, whole = named.number("part"), named.number("whole")
    smaller = Interval(min(part.known.low, whole.known.low), min(part.known.high, whole.known.high))
    return Outcome(part.known, smaller, Decimal(0), no_more_than(part, whole))


def sentence(words: Said) -> str:
    if words.differs:
        return f"{words['part']} is printed. It is compared with {words['whole']}: that is smaller."
    return f"{words['part']} is printed. It is compared with {words['whole']}."


RULE = Rule(
    title="A part is no larger than its whole",
    definition="A part is compared with the whole that it belongs to.",
    parts=(Part("part"), Part("whole")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "part"), Step("≤", "whole")),
    mixes_kinds=True,
    examples=(
        holds(part=counts("7"), whole=counts("7")),
        holds(part=limit("0", "4"), whole=counts("7")),
        may_hold(part=said("over", "40"), whole=counts("60")),
        differs(part=counts("8"), whole=counts("7")),
        differs(part=said("over", "60"), whole=counts("60")),
    ),
)
