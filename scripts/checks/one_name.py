"""One group or thing, which should have one name."""

from scripts.checks.reckoning.examples import about, differs, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """How many names there are, against the one that there should be."""
    return equal(counted(1), counted(len({answer.subject for answer in named.answers("answers")})))


def sentence(words: Said) -> str:
    if words.differs:
        return f"What may be one thing is named in more ways than one: {words['answers by name']}."
    return f"{words.number_of('answers')} places use one name: {words['answers by name']}."


RULE = Rule(
    title="One thing has one name",
    definition="The names that several places use for one group or thing are compared.",
    parts=(Part("answers", ANSWERS, many=True, fewest=2),),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "answers"),),
    unit="names",
    examples=(
        holds(answers=about("missing-children-group", "missing-children-group")),
        differs(answers=about("missing-children-group", "missing-group")),
    ),
)
