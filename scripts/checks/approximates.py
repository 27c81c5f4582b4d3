"""A number printed as about, over, almost or up to, against the exact one. The exact one may be a
sum.
"""

from decimal import Decimal

from scripts.checks.reckoning.examples import (
    counts,
    differs,
    holds,
    limit,
    may_hold,
    rounding,
    said,
)
from scripts.checks.reckoning.interval import Interval
from scripts.checks.reckoning.members import Named, Number, last_digit
from scripts.checks.reckoning.outcome import (
    DIFFERS,
    HOLDS,
    MAY_HOLD,
    ROUNDING,
    Outcome,
    added,
    rounds,
)
from scripts.checks.reckoning.rule import Part, Rule, Said, Step

BY_ROUNDING = ("", "about")


def reckon(named: Named) -> Outcome:
    """The tolerance is what the qualifier, or the rounding of the print, allows."""
    about, exact = named.number("about"), added(named.numbers("exact")).known
    if about.value is None:
        return Outcome(about.known, exact, Decimal(0), fit(about.known, exact))
    if about.qualifier in BY_ROUNDING:
        return by_rounding(about, about.value, exact)
    apart = abs(exact.exact - about.value) if exact.exact is not None else Decimal(0)
    found = fit(about.known, exact)
    return Outcome(about.known, exact, apart if found == HOLDS else Decimal(0), found)


def by_rounding(about: Number, value: Decimal, exact: Interval) -> Outcome:
    """To the last digit that is not zero. A number that lies in the middle and was rounded the
    other way is rounding.
    """
    step = last_digit(value)
    wide = about.known if about.qualifier else about.known.widened(step / 2)
    found = fit(wide, exact)
    if exact.exact is not None and found == HOLDS and not rounds(exact.exact, value, step):
        found = ROUNDING
    return Outcome(about.known, exact, step / 2, found)


def fit(known: Interval, exact: Interval) -> str:
    if exact.within(known):
        return HOLDS
    return MAY_HOLD if exact.touches(known) else DIFFERS


def sentence(words: Said) -> str:
    return f"{words['about']} is printed. It is compared with {words['recomputed']}."


def compared_with(named: Named) -> str:
    return "compared with"


RULE = Rule(
    title="A rounded number fits the exact one",
    definition=(
        "A number printed as about, over, almost or up to is compared with the exact number."
    ),
    parts=(Part("about"), Part("exact", many=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("+", "exact"),),
    printed="about",
    recomputed_as=compared_with,
    examples=(
        holds(about=counts("4500"), exact=counts("4467")),
        holds(about=counts("100"), exact=counts("60", "41")),
        holds(about=counts("67"), exact=counts("66.5")),
        rounding(about=counts("66"), exact=counts("66.5")),
        differs(about=counts("4500"), exact=counts("4580")),
        differs(about=counts("4500"), exact=counts("4700")),
        holds(about=said("about", "4500"), exact=counts("4467")),
        differs(about=said("about", "4500"), exact=counts("4580")),
        holds(about=said("over", "600"), exact=counts("601")),
        differs(about=said("over", "600"), exact=counts("600")),
        differs(about=said("over", "600"), exact=counts("599")),
        holds(about=said("under", "600"), exact=counts("599")),
        differs(about=said("under", "600"), exact=counts("600")),
        differs(about=said("under", "600"), exact=counts("601")),
        holds(about=said("up_to", "600"), exact=counts("600")),
        differs(about=said("up_to", "600"), exact=counts("601")),
        holds(about=said("at_least", "600"), exact=counts("600")),
        differs(about=said("at_least", "600"), exact=counts("599")),
        holds(about=said("almost", "600"), exact=counts("590")),
        differs(about=said("almost", "600"), exact=counts("610")),
        holds(about=limit("340", "365"), exact=counts("350")),
        may_hold(about=said("over", "600"), exact=limit("590", "620")),
    ),
)
