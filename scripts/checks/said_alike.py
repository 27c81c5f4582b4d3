"""What several places say of one thing."""

from scripts.checks.reckoning.examples import differs, holds, listed
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """How many different things are said, against the one that there should be."""
    return equal(counted(1), counted(len({answer.code for answer in named.answers("answers")})))


def sentence(words: Said) -> str:
    first, *others = [place.rstrip(".") for place in words["places"].split("; ")]
    if not words.differs:
        return f"{words.number_of('answers')} places say “{first}”."
    return f"One place says “{first}”, another “{'”, another “'.join(others)}”."


RULE = Rule(
    title="Several places say the same",
    definition="What several places say of the same thing is compared.",
    parts=(Part("answers", ANSWERS, many=True, fewest=2),),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "answers"),),
    unit="statements",
    examples=(
        holds(answers=listed("yes", "yes")),
        differs(answers=listed("yes", "yes", "no")),
    ),
)
