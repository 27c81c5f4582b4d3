"""The date by which something was to be done, against the date on which it was."""

from datetime import date
from decimal import Decimal

from scripts.checks.reckoning.examples import dated, differs, holds, may_hold
from scripts.checks.reckoning.interval import between, point
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import DIFFERS, HOLDS, MAY_HOLD, Outcome
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """By how many days it was late, at least and at most: of a month nobody knows the day."""
    (target,), (event,) = named.answers("target"), named.answers("event")
    least, most = days_after(target.end, event.start), days_after(target.end, event.end)
    fit = DIFFERS if least > 0 else HOLDS if most <= 0 else MAY_HOLD
    return Outcome(
        point(0), between(max(least, Decimal(0)), max(most, Decimal(0))), Decimal(0), fit
    )


def days_after(target: date | None, event: date | None) -> Decimal:
    return Decimal((event - target).days) if event and target else Decimal(0)


def sentence(words: Said) -> str:
    return (
        f"It was to be done by {words['target in words']}. "
        f"The date given for it is {words['event in words']}."
    )


MAY, JUNE = ("2020-05-01", "2020-05-31"), ("2020-06-01", "2020-06-30")
RULE = Rule(
    title="Done by the date that was set",
    definition=(
        "The date by which something was to be done is compared with the date on which it was "
        "done. What is printed as a month may be any day of it."
    ),
    parts=(Part("target", ANSWERS, dated=True), Part("event", ANSWERS, dated=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "target"), Step("", "event")),
    unit="days",
    shows_periods=True,
    caveat_class="different_date",
    examples=(
        holds(target=dated(*MAY), event=dated(*MAY)),
        holds(target=dated(*JUNE), event=dated(*MAY)),
        may_hold(target=dated("2020-05-15", "2020-05-15"), event=dated(*MAY)),
        differs(target=dated(*MAY), event=dated(*JUNE)),
    ),
)
