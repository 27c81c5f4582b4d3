"""Each printed token is a number in the unit of its measure, or says why it is none."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import of_token
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/referrals-by-source.csv",
        "Police,90",
        "Police,9O",
        "row 2, column 'y2019_20': '9O' is not a number",
    ),
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "referrals_change",
        "referrals",
        "'11%' is printed with %, but the measure's unit is 'count'",
    ),
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    figures = facts.of_figures
    for cell, faults in enumerate(figures.value_faults):
        for fault in faults:
            yield Problem(*of_token(figures.cells, cell), *fault)
