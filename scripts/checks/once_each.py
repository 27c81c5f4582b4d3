"""How often something is said to happen, against the dates that are listed."""

from scripts.checks.reckoning.examples import dated, differs, holds, not_recomputed
from scripts.checks.reckoning.members import Answer, Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step

MONTHS = {"monthly": 1, "bi_monthly": 2, "quarterly": 3, "every_six_months": 6, "annually": 12}


def reckon(named: Named) -> Outcome | None:
    """Quarters, or whatever is said, from the first date to the last, against those with a date;
    none for other words.
    """
    (often,) = named.answers("often")
    months = MONTHS.get(often.code)
    if months is None:
        return None
    there = {spell(answer, months) for answer in named.answers("dates")}
    return equal(counted(max(there) - min(there) + 1), counted(len(there)))


def spell(answer: Answer, months: int) -> int:
    """The number of the quarter, or whatever is said, in which a date falls, counted from the year
    0.
    """
    day = answer.start
    return (day.year * 12 + day.month - 1) // months if day else 0


def sentence(words: Said) -> str:
    found = f"{words.number_of('dates')} dates are listed: {words['dates in words']}."
    if words.differs:
        return f"{words['often in words']} is said. {found} One or more in between are left out."
    return f"{words['often in words']} is said. {found}"


QUARTERLY, SPRING, SUMMER, WINTER = (
    dated("2020-01-01", "2020-12-31", "quarterly"),
    dated("2020-02-01", "2020-02-29"),
    dated("2020-05-01", "2020-05-31"),
    dated("2020-11-01", "2020-11-30"),
)
RULE = Rule(
    title="As often as stated",
    definition=(
        "How often something is said to happen, such as once a quarter, is compared with the dates "
        "listed: from the first to the last, none may be left out."
    ),
    parts=(Part("often", ANSWERS), Part("dates", ANSWERS, many=True, fewest=2, dated=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "often"), Step("", "dates")),
    unit="times",
    examples=(
        holds(often=QUARTERLY, dates=[*SPRING, *SUMMER]),
        differs(often=QUARTERLY, dates=[*SPRING, *SUMMER, *WINTER]),
        not_recomputed(
            often=dated("2020-01-01", "2020-12-31", "regularly"), dates=[*SPRING, *WINTER]
        ),
    ),
)
