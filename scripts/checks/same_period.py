"""The date or the period of one thing, which several places give."""

from scripts.checks.reckoning.examples import dated, differs, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome
from scripts.checks.reckoning.periods_in_days import compare, span
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """The first period, against the first of the others that is not the same."""
    first, *others = named.answers("answers")
    different = next((other for other in others if span([other]) != span([first])), others[0])
    return compare([first], [different])


def sentence(words: Said) -> str:
    places = words["places"].split("; ")
    if len(places) == 1:
        return f"{words.number_of('answers')} places give {places[0]}."
    return f"One place gives {places[0]}, another {places[1]}."


JANUARY, MARCH = ("2014-01-01", "2014-01-31"), ("2014-03-01", "2014-03-31")
RULE = Rule(
    title="The same date or period in several places",
    definition=(
        "Dates or periods that several places give for the same thing are compared. The days of "
        "the first are set against those of the other; where both are as long, against the days "
        "that they share."
    ),
    parts=(Part("answers", ANSWERS, many=True, fewest=2, dated=True),),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "answers"),),
    unit="days",
    shows_periods=True,
    caveat_class="different_date",
    examples=(
        holds(answers=[*dated(*JANUARY), *dated(*JANUARY)]),
        differs(answers=[*dated(*JANUARY), *dated(*JANUARY), *dated(*MARCH)]),
        differs(answers=[*dated("2014-09-01", "2015-09-30"), *dated("2014-04-01", "2015-09-30")]),
    ),
)
