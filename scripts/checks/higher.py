"""A number that the document calls higher, or says that something rose to."""

from decimal import Decimal

from scripts.checks.reckoning.examples import counts, differs, holds, may_hold, said
from scripts.checks.reckoning.interval import Interval
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, no_more_than
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """Recomputed is the least that the higher number can be: itself, or the lower one where that is
    larger.
    """
    more, less = named.number("higher"), named.number("lower")
    larger = Interval(max(more.known.low, less.known.low), max(more.known.high, less.known.high))
    return Outcome(more.known, larger, Decimal(0), no_more_than(less, more))


def sentence(words: Said) -> str:
    return (
        f"Going by the documents, {words['higher']} should be the higher number "
        f"and {words['lower']} the lower."
    )


RULE = Rule(
    title="What is called higher is not lower",
    definition=(
        "A number that the document calls higher, or says that something rose to, "
        "is compared with the lower one."
    ),
    parts=(Part("higher"), Part("lower")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "lower"), Step("≤", "higher")),
    mixes_kinds=True,
    examples=(
        holds(higher=counts("8"), lower=counts("7")),
        holds(higher=said("over", "8"), lower=said("almost", "8")),
        may_hold(higher=said("about", "80"), lower=counts("82")),
        differs(higher=counts("7"), lower=counts("8")),
    ),
)
