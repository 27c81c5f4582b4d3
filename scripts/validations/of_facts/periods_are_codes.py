"""A period is written as a code that can be read."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import of_word
from scripts.validations.refusal import SOUTHMERE, Refusal

REFUSES = [
    Refusal(
        f"{SOUTHMERE}/prose.csv",
        "northbridge,2020-04/2021-03",
        "northbridge,2020/21",
        "row 7, column 'period': period '21' is not a year, month or day",
    )
]
CURE = "Write 2015, 2015-09, 2015-09-30 or 2015-04/2016-03"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for read in (facts.of_figures, facts.of_answers):
        faults = read.times.faults
        for cell, code in enumerate(read.times.codes):
            if code in faults:
                yield Problem(*of_word(read.cells, cell, "period"), f"period {faults[code]}", CURE)
