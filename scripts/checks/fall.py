"""A fall from one number to another, as a percentage that is printed without a sign."""

from scripts.checks.reckoning.examples import counts, differs, holds, limit, may_hold, percents
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import (
    Outcome,
    counted,
    less,
    percentage,
    quantity,
    rounds_to,
)
from scripts.checks.reckoning.rule import HUNDRED, MINUS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """100 less the end as a percentage of the start."""
    start, end = quantity(named.number("from")), quantity(named.number("to"))
    return rounds_to(named.number("percent"), less(counted(100), percentage(end, start)))


def sentence(words: Said) -> str:
    return (
        f"A fall of {words['printed']} is printed. "
        f"From {words['from']} to {words['to']} it is {words['recomputed']}."
    )


RULE = Rule(
    title="Fall",
    definition=(
        "The fall from the first number to the second is recomputed as a percentage, "
        "without a sign."
    ),
    parts=(Part("percent"), Part("from", divides=True), Part("to")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(
        Step("", "from", "inner"),
        Step(MINUS, "to", "inner"),
        Step("÷", "from"),
        Step("×", HUNDRED),
    ),
    printed="percent",
    unit="percent",
    mixes_kinds=True,
    examples=(
        holds(percent=percents("12.5"), from_=counts("400"), to=counts("350")),
        differs(percent=percents("16"), from_=counts("60"), to=counts("50")),
        differs(percent=percents("12.5"), from_=counts("350"), to=counts("400")),
        may_hold(percent=percents("50"), from_=counts("8"), to=limit("3", "5")),
    ),
)
