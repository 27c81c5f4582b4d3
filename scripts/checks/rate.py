"""A rate among so many people, from the number and the number of people."""

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    figure,
    holds,
    kept_back,
    limit,
    may_hold,
    not_recomputed,
    rounding,
)
from scripts.checks.reckoning.members import Fact, Named, literal
from scripts.checks.reckoning.outcome import Outcome, divided, quantity, rounds_to, times
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    part, people, among = (quantity(named.number(word)) for word in ("part", "people", "among"))
    return rounds_to(named.number("rate"), divided(times(among, part), people))


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed. "
        f"{words['part']} among {words['people']} is {words['recomputed']}."
    )


def rates(value: str) -> list[Fact]:
    return [figure(value, "rate_per_1000")]


THOUSAND: list[Fact] = [literal(1000)]
RULE = Rule(
    title="Rate among people",
    definition=(
        "The rate is recomputed from the number and the number of people, to the printed number "
        "of decimals."
    ),
    parts=(
        Part("rate"),
        Part("part"),
        Part("people", divides=True),
        Part("among", or_number=True),
    ),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "part"), Step("÷", "people"), Step("×", "among")),
    printed="rate",
    unprinted="what the rate is for",
    examples=(
        holds(rate=rates("5"), part=counts("300"), people=counts("60000"), among=THOUSAND),
        holds(rate=rates("4.9"), part=counts("293"), people=counts("60000"), among=THOUSAND),
        differs(rate=rates("5.9"), part=counts("293"), people=counts("60000"), among=THOUSAND),
        rounding(rate=rates("4.8"), part=counts("291"), people=counts("60000"), among=THOUSAND),
        may_hold(
            rate=rates("5"), part=counts("300"), people=limit("50000", "70000"), among=THOUSAND
        ),
        not_recomputed(
            rate=rates("5"), part=kept_back("1", "4"), people=counts("600"), among=THOUSAND
        ),
    ),
)
