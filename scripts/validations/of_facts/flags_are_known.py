"""Flags are words of the vocabulary, and none says that a period is missing which is there."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.reading.figures import NOT_STATED, given_flags
from scripts.validations.known_terms import unknown
from scripts.validations.places import of_word
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "12,up_to,,,period_not_stated",
        "12,up_to,,,period_unknown",
        "row 2, column 'flags': 'period_unknown' is not in data/vocabulary/flags.csv",
    ),
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "from 2019/20 to 2020/21,",
        "from 2019/20 to 2020/21,period_not_stated",
        "is flagged `period_not_stated`, and has the period",
    ),
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_figures.cells
    codes = cells.column("period")
    for cell, flags in enumerate(given_flags(cells)):
        for flag in flags:
            wrong = unknown(flag, "flags", vocabulary)
            if wrong:
                yield Problem(*of_word(cells, cell, "flags"), *wrong)
        if NOT_STATED in flags and codes[cell]:
            what = f"is flagged `{NOT_STATED}`, and has the period {codes[cell]!r}"
            yield Problem(*of_word(cells, cell, "flags"), what, "Remove one of the two")
