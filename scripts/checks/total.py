"""The parts of a total, added up."""

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    kept_back,
    limit,
    may_hold,
    not_recomputed,
    rounding,
    said,
    thousands,
)
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, added, equal, quantity
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    return equal(quantity(named.number("whole")), added(named.numbers("parts")))


def sentence(words: Said) -> str:
    parts = words.number_of("parts")
    if words.named.number("whole").is_total:
        return (
            f"The printed total is {words['printed']}. Its {parts} parts add up to "
            f"{words['recomputed']}."
        )
    return (
        f"{words['printed']} is printed. "
        f"The {parts} numbers that it is compared with add up to {words['recomputed']}."
    )


def added_up(named: Named) -> str:
    return "added up"


RULE = Rule(
    title="Parts add up to the total",
    definition="The parts are added up and compared with the printed total.",
    parts=(Part("whole"), Part("parts", many=True)),
    reckon=reckon,
    reckons_spans=True,
    sentence=sentence,
    steps=(Step("+", "parts"),),
    printed="whole",
    recomputed_as=added_up,
    examples=(
        holds(whole=counts("12"), parts=counts("5", "7")),
        differs(whole=counts("13"), parts=counts("5", "7")),
        rounding(whole=thousands("13"), parts=thousands("5", "7")),
        differs(whole=thousands("15"), parts=thousands("5", "7")),
        may_hold(whole=counts("12"), parts=[*counts("5"), *limit("6", "8")]),
        differs(whole=counts("12"), parts=[*counts("5"), *limit("1", "4")]),
        may_hold(whole=counts("12"), parts=[*counts("5"), *said("over", "4")]),
        may_hold(
            whole=counts("9"), parts=[*counts("5"), *kept_back("0", "4"), *kept_back("0", "4")]
        ),
        not_recomputed(whole=counts("9"), parts=[*counts("5"), *kept_back("0", "4")]),
        not_recomputed(
            whole=counts("12"), parts=[*counts("5"), *kept_back("0", "4"), *kept_back("0", "4")]
        ),
        not_recomputed(whole=kept_back("0", "4"), parts=counts("1", "2")),
    ),
)
