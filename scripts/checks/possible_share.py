"""A percentage that a whole number of the whole's things can be."""

from decimal import ROUND_HALF_UP, Decimal

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    limit,
    not_recomputed,
    percents,
)
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, rounds_to
from scripts.checks.reckoning.rule import Part, Rule, Said, Step

HUNDRED = Decimal(100)


def reckon(named: Named) -> Outcome | None:
    """Recomputed is the nearest that is possible; none where every percentage is near one, or where
    only limits are known.
    """
    percent, whole = named.number("percent"), named.number("whole").known.exact
    printed = percent.known.exact
    if printed is None or whole is None or HUNDRED / whole / 2 <= percent.half_unit:
        return None
    nearest = (printed * whole / HUNDRED).to_integral_value(ROUND_HALF_UP)
    return rounds_to(percent, counted(HUNDRED * nearest / whole))


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed. "
        f"Of {words['whole']}, the nearest that is possible is {words['recomputed']}."
    )


def nearest_possible(named: Named) -> str:
    return "the nearest that is possible"


RULE = Rule(
    title="Possible percentage of the whole",
    definition=(
        "The nearest percentage that a whole number of people or things can be of the printed "
        "whole is compared with the printed percentage."
    ),
    parts=(Part("percent"), Part("whole", divides=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "whole"),),
    printed="percent",
    recomputed_as=nearest_possible,
    unit="percent",
    examples=(
        holds(percent=percents("47.8"), whole=counts("578")),
        differs(percent=percents("66"), whole=counts("3")),
        differs(percent=percents("40"), whole=counts("3")),
        differs(percent=percents("4.5"), whole=counts("100")),
        not_recomputed(percent=percents("4"), whole=counts("578")),
        not_recomputed(percent=percents("40"), whole=limit("3", "5")),
    ),
)
