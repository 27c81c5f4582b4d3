"""The cost of one, times the number, against the cost of all."""

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    limit,
    may_hold,
    pounds,
    rounding,
)
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, equal, quantity, rounded, times
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """The cost of one is taken as rounded: it was divided before it was printed."""
    each, number = rounded(named.number("each")), quantity(named.number("number"))
    return equal(quantity(named.number("total")), times(each, number))


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed as the cost for everyone. "
        f"{words['each']} times {words['number']} is {words['recomputed']}."
    )


RULE = Rule(
    title="Cost of one times how many",
    definition=(
        "The cost of one is multiplied by the number and compared with the printed cost of all."
    ),
    parts=(Part("each"), Part("number", or_number=True), Part("total")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "each"), Step("×", "number")),
    printed="total",
    unprinted="the number, as we count it",
    examples=(
        holds(each=pounds("37.50"), number=counts("20"), total=pounds("750.00")),
        rounding(each=pounds("37"), number=counts("20"), total=pounds("745")),
        differs(each=pounds("37.50"), number=counts("20"), total=pounds("760.00")),
        may_hold(each=pounds("37.50"), number=limit("15", "25"), total=pounds("750.00")),
    ),
)
