"""One number less another, against the printed difference."""

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    may_hold,
    percents,
    rounding,
    said,
)
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, equal, less, quantity
from scripts.checks.reckoning.rule import MINUS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    start, taken = quantity(named.number("from")), quantity(named.number("less"))
    return equal(quantity(named.number("result")), less(start, taken))


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed. {words['from']} less {words['less']} is "
        f"{words['recomputed']}."
    )


RULE = Rule(
    title="One number less another",
    definition=(
        "The second number is taken from the first and compared with the printed difference."
    ),
    parts=(Part("result"), Part("from"), Part("less")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "from"), Step(MINUS, "less")),
    printed="result",
    mixes_kinds=True,
    examples=(
        holds(result=counts("3"), from_=counts("10"), less=counts("7")),
        rounding(result=percents("4"), from_=percents("10"), less=percents("7")),
        differs(result=counts("4"), from_=counts("10"), less=counts("7")),
        may_hold(result=counts("4"), from_=said("over", "10"), less=counts("7")),
        differs(result=counts("2"), from_=said("over", "10"), less=counts("7")),
    ),
)
