"""A percentage, from the part and the whole. Each may be several figures, where a sum that is not
printed is meant.
"""

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    kept_back,
    limit,
    may_hold,
    not_recomputed,
    percents,
    rounding,
)
from scripts.checks.reckoning.members import Named, literal
from scripts.checks.reckoning.outcome import Outcome, added, counted, percentage, rounds_to
from scripts.checks.reckoning.rule import HUNDRED, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """Of nothing the percentage is 0, as it is printed."""
    part, whole = added(named.numbers("part")), added(named.numbers("whole"))
    worked_out = counted(0) if whole.known.exact == 0 else percentage(part, whole)
    return rounds_to(named.number("percent"), worked_out)


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed. {words['part']} of {words['whole']} is "
        f"{words['recomputed']}."
    )


RULE = Rule(
    title="Percentage of its whole",
    definition=(
        "The percentage is recomputed from the two numbers, to the printed number of decimals."
    ),
    parts=(
        Part("percent"),
        Part("part", many=True, sums=True),
        Part("whole", many=True, sums=True, or_number=True),
    ),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "part"), Step("÷", "whole"), Step("×", HUNDRED)),
    printed="percent",
    unit="percent",
    unprinted="the whole, as we count it",
    examples=(
        holds(percent=percents("33.3"), part=counts("1"), whole=counts("3")),
        holds(percent=percents("17"), part=counts("1"), whole=counts("6")),
        holds(percent=percents("25"), part=counts("1"), whole=counts("1", "3")),
        holds(percent=percents("57"), part=counts("4"), whole=[literal(7)]),
        holds(percent=percents("13"), part=counts("1"), whole=counts("8")),
        rounding(percent=percents("12"), part=counts("1"), whole=counts("8")),
        differs(percent=percents("16"), part=counts("1"), whole=counts("6")),
        differs(percent=percents("18"), part=counts("1"), whole=counts("6")),
        differs(percent=percents("13"), part=counts("19"), whole=counts("132")),
        may_hold(percent=percents("33"), part=counts("1"), whole=limit("2", "4")),
        differs(percent=percents("33"), part=counts("1"), whole=limit("5", "9")),
        not_recomputed(percent=percents("25"), part=kept_back("1", "4"), whole=counts("12")),
    ),
)
