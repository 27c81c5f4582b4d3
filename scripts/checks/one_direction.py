"""Words for the way that something goes, in several places."""

from scripts.checks.reckoning.examples import differs, going, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step

TOGETHER = ({"up", "better"}, {"down", "not_better"}, {"level", "not_better"})


def reckon(named: Named) -> Outcome:
    """One way, against the number of ways that do not fit together. It is for things of which more
    is better.
    """
    ways = {answer.direction for answer in named.answers("answers")}
    fits = any(ways <= together for together in TOGETHER) or len(ways) == 1
    return equal(counted(1), counted(1 if fits else len(ways)))


def sentence(words: Said) -> str:
    said = words["answers in words"]
    if words.differs:
        return f"These do not fit together: {said}."
    return f"{words.number_of('answers')} places fit together: {said}."


RULE = Rule(
    title="Words of direction fit together",
    definition=(
        "Words such as risen, fallen and not improved are compared where several places say how "
        "the same thing went. It is for things of which more is better."
    ),
    parts=(Part("answers", ANSWERS, many=True, fewest=2),),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "answers"),),
    unit="directions",
    examples=(
        holds(answers=going("up", "better")),
        holds(answers=going("down", "not_better")),
        differs(answers=going("not_better", "up")),
        differs(answers=going("up", "down")),
        differs(answers=going("level", "up")),
    ),
)
