"""Percentages of one whole, added up: to 100, or to the percentage that is printed as their
total.
"""

from scripts.checks.reckoning.examples import differs, holds, percents, rounding
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, added, counted, equal, quantity
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    whole = quantity(named.number("whole")) if "whole" in named else counted(100)
    return equal(whole, added(named.numbers("parts")))


def sentence(words: Said) -> str:
    parts = words.number_of("parts")
    found = f"The {parts} printed percentages add up to {words['recomputed']}."
    return (
        f"{found} {words['printed']} is printed as their total."
        if "whole" in words.named
        else found
    )


def added_up(named: Named) -> str:
    return "added up"


RULE = Rule(
    title="Percentages add up to 100",
    definition="The percentages are added up and compared with 100.",
    parts=(Part("parts", many=True), Part("whole", optional=True)),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("+", "parts"),),
    printed="whole",
    recomputed_as=added_up,
    unit="percent",
    unprinted="what percentages of one whole add up to",
    examples=(
        holds(parts=percents("33.4", "33.3", "33.3")),
        holds(parts=percents("30", "20"), whole=percents("50")),
        rounding(parts=percents("33.3", "33.3", "33.3")),
        differs(parts=percents("33.3", "33.3", "23.3")),
    ),
)
