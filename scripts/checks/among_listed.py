"""Things that a text names in one place, against a list of such things in another."""

from scripts.checks.reckoning.examples import about, differs, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """How many things are named, against how many of them are in the list."""
    things = {answer.subject for answer in named.answers("named")}
    listed = {answer.subject for answer in named.answers("listed")}
    return equal(counted(len(things)), counted(len(things & listed)))


def sentence(words: Said) -> str:
    if words.differs:
        return f"These are named: {words['named by name']}. Not all of them are in the list."
    return f"These are named, and are in the list: {words['named by name']}."


BOARD, GROUPS = about("board"), about("audit-group", "training-group")
RULE = Rule(
    title="What is named is in the list",
    definition=(
        "Groups, roles or things that are named in one place are looked for in the list of them "
        "that is in another."
    ),
    parts=(Part("named", ANSWERS, many=True), Part("listed", ANSWERS, many=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "named"),),
    unit="names",
    examples=(
        holds(named=about("audit-group"), listed=GROUPS),
        differs(named=BOARD, listed=GROUPS),
        differs(named=about("audit-group", "board"), listed=GROUPS),
    ),
)
