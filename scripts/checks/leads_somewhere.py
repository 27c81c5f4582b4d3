"""A part of a document that a text points to, such as a section or an appendix, against the parts
that there are.
"""

from scripts.checks.reckoning.examples import about, differs, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal
from scripts.checks.reckoning.rule import ANSWERS, Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    """One part is pointed to; recomputed is 1 where there is a part of that name, else 0."""
    (reference,) = named.answers("reference")
    there = {answer.subject for answer in named.answers("parts")}
    return equal(counted(1), counted(int(reference.subject in there)))


def sentence(words: Said) -> str:
    points = f"The text points to {words['reference in words']}."
    if words.differs:
        return f"{points} No part of the document is called that."
    return f"{points} There is such a part."


SECTION, OTHERS = about("section-2"), about("section-1", "section-2", "appendix-1")
RULE = Rule(
    title="Every part the text points to exists",
    definition=(
        "A section, an appendix or another part that the text points to is looked for among the "
        "parts of the document that are headed so."
    ),
    parts=(Part("reference", ANSWERS), Part("parts", ANSWERS, many=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "reference"),),
    unit="parts",
    examples=(
        holds(reference=SECTION, parts=OTHERS),
        differs(reference=about("section-2-1"), parts=OTHERS),
        differs(reference=about("annex-1"), parts=OTHERS),
    ),
)
