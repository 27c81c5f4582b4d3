"""Growth from one number to another, as a percentage. A fall has a minus sign."""

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
    """The end as a percentage of the start, less 100: each number is taken once, so that limits
    stay as narrow as they are.
    """
    start, end = quantity(named.number("from")), quantity(named.number("to"))
    return rounds_to(named.number("percent"), less(percentage(end, start), counted(100)))


def sentence(words: Said) -> str:
    return (
        f"A change of {words['printed']} is printed. "
        f"From {words['from']} to {words['to']} it is {words['recomputed']}."
    )


RULE = Rule(
    title="Growth",
    definition="The growth from the first number to the second is recomputed as a percentage.",
    parts=(Part("percent"), Part("from", divides=True), Part("to")),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(
        Step("", "to", "inner"),
        Step(MINUS, "from", "inner"),
        Step("÷", "from"),
        Step("×", HUNDRED),
    ),
    printed="percent",
    unit="percent",
    mixes_kinds=True,
    examples=(
        holds(percent=percents("11.1"), from_=counts("270"), to=counts("300")),
        holds(percent=percents("-10"), from_=counts("300"), to=counts("270")),
        differs(percent=percents("66"), from_=counts("3"), to=counts("5")),
        differs(percent=percents("10"), from_=counts("5"), to=counts("3")),
        may_hold(percent=percents("50"), from_=counts("4"), to=limit("5", "8")),
    ),
)
