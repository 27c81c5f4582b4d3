"""A word such as good or high for a share that can be counted."""

from collections.abc import Mapping
from decimal import Decimal

from scripts.checks.reckoning.examples import differs, holds, listed, may_hold, not_recomputed
from scripts.checks.reckoning.interval import between
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import (
    DIFFERS,
    HOLDS,
    MAY_HOLD,
    Outcome,
    counted,
    percentage,
)
from scripts.checks.reckoning.rule import ANSWERS, Codes, CodeWord, Part, Rule, Said, Step

ALL, HALF = Decimal(100), Decimal(50)


def choose(named: Named, codes: Mapping[str, Codes]) -> Named | None:
    """The answers that count as `part`, all that could as `whole`; those that cannot be read are in
    neither.
    """
    rows = named.answers("rows")
    part = [answer for answer in rows if answer.code in codes["answer"]]
    whole = [answer for answer in rows if answer.code in codes["of"]]
    if not whole:
        return None
    return Named({"judgement": named.all("judgement"), "part": part, "whole": whole})


def reckon(named: Named) -> Outcome:
    """All is good; half or less is not. In between nobody can tell: the word has no limit."""
    part, whole = counted(len(named.all("part"))), counted(len(named.all("whole")))
    share = percentage(part, whole).known
    at = share.exact or Decimal(0)
    fit = HOLDS if at == ALL else MAY_HOLD if at > HALF else DIFFERS
    return Outcome(between(HALF, ALL), share, Decimal(0), fit)


def sentence(words: Said) -> str:
    return (
        f"It is called good. We count {words['part']} of {words['whole']}. "
        "The text does not say how many would be good."
    )


OF_YES = {"answer": ("yes",), "of": ("yes", "no")}
GOOD = listed("Good.")
RULE = Rule(
    title="Called good, and counted",
    definition=(
        "A word such as good is compared with the answers that can be counted. All of them is "
        "good, half or fewer is not. In between we cannot tell, as no text says how many would be."
    ),
    parts=(Part("judgement", ANSWERS), Part("rows", ANSWERS, many=True)),
    codes=(CodeWord("answer"), CodeWord("of")),
    choose=choose,
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "judgement"),),
    unit="percent",
    counts={"part": "answers that count", "whole": "answers in all"},
    examples=(
        holds(OF_YES, judgement=GOOD, rows=listed("yes", "yes", "unreadable")),
        may_hold(OF_YES, judgement=GOOD, rows=listed("yes", "yes", "no")),
        differs(OF_YES, judgement=GOOD, rows=listed("yes", "no", "no")),
        differs(OF_YES, judgement=GOOD, rows=listed("no")),
        not_recomputed(OF_YES, judgement=GOOD, rows=listed("unreadable")),
    ),
)
