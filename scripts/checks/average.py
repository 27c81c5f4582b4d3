"""A total divided by a number, against the printed average."""

from scripts.checks.reckoning.examples import counts, differs, holds, limit, may_hold
from scripts.checks.reckoning.members import Named, literal
from scripts.checks.reckoning.outcome import Outcome, divided, quantity, rounds_to
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    total, number = quantity(named.number("total")), quantity(named.number("number"))
    return rounds_to(named.number("average"), divided(total, number))


def sentence(words: Said) -> str:
    return (
        f"An average of {words['printed']} is printed. "
        f"The total of {words['total']} over {words['number']} is {words['recomputed']}."
    )


RULE = Rule(
    title="Average",
    definition="The total is divided by the number and compared with the printed average.",
    parts=(Part("average"), Part("total"), Part("number", or_number=True, divides=True)),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("", "total"), Step("÷", "number")),
    printed="average",
    unprinted="the number of periods that the average is over",
    examples=(
        holds(average=counts("51"), total=counts("610"), number=[literal(12)]),
        differs(average=counts("50"), total=counts("610"), number=counts("12")),
        differs(average=counts("49"), total=counts("610"), number=counts("12")),
        may_hold(average=counts("51"), total=limit("600", "620"), number=[literal(12)]),
    ),
)
