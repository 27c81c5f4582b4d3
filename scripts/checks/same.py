"""One number that is printed in several places."""

from decimal import Decimal

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    figure,
    holds,
    kept_back,
    limit,
    may_hold,
    not_recomputed,
    pounds,
    thousands,
)
from scripts.checks.reckoning.interval import Interval, point
from scripts.checks.reckoning.members import THOUSAND, Named, Number
from scripts.checks.reckoning.outcome import DIFFERS, HOLDS, MAY_HOLD, Outcome
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """The first number, against the first of the others that does not fit it.

    Pounds and thousands of pounds are compared in pounds, to the nearest thousand.
    """
    first, *others = named.numbers("figures")
    mixed = len({number.unit for number in named.numbers("figures")}) > 1
    tolerance = THOUSAND / 2 if mixed else Decimal(0)
    other = min(others, key=lambda other: ORDER.index(fit(first, other, tolerance)))
    return Outcome(in_ones(first), in_ones(other), tolerance, fit(first, other, tolerance))


ORDER = (DIFFERS, MAY_HOLD, HOLDS)


def fit(one: Number, other: Number, tolerance: Decimal) -> str:
    """Two limits that are printed alike hold, as two numbers do."""
    ours, theirs = in_ones(one), in_ones(other).widened(tolerance)
    both_exact = one.known.exact is not None and other.known.exact is not None
    if ours.within(theirs) and (both_exact or theirs.within(ours)):
        return HOLDS
    return MAY_HOLD if ours.touches(theirs) else DIFFERS


def in_ones(number: Number) -> Interval:
    return number.known.times(point(THOUSAND)) if number.unit == "gbp_thousand" else number.known


def sentence(words: Said) -> str:
    if not words.differs:
        return f"{words.number_of('figures')} places print {words['printed']}."
    return f"One place prints {words['printed']}, another {words['recomputed']}."


RULE = Rule(
    title="The same number in two places",
    definition="The same number is printed in two or more places and is compared.",
    parts=(Part("figures", many=True, fewest=2),),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "figures"),),
    examples=(
        holds(figures=counts("7", "7", "7")),
        differs(figures=counts("7", "7", "8")),
        holds(figures=[*pounds("318000"), *thousands("318")]),
        holds(figures=[*limit("0", "4"), *limit("0", "4")]),
        may_hold(figures=[*counts("7"), *limit("5", "9")]),
        differs(figures=[*counts("7"), *limit("0", "4")]),
        not_recomputed(figures=[*counts("3"), *kept_back("0", "4")]),
        not_recomputed(figures=[*counts("90"), figure("95", kind="target")]),
    ),
)
