"""A period is the one that its printed words name."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import time_words
from scripts.reading.facts import Facts
from scripts.validations.places import of_word
from scripts.validations.refusal import SOUTHMERE, Refusal

REFUSES = [
    Refusal(
        f"{SOUTHMERE}/prose.csv",
        "northbridge,2020-04/2021-03",
        "northbridge,2019-04/2020-03",
        "is not that of the printed words '2020/21'",
    )
]
CURE = (
    "Correct the period, or give as `period_as_published` only those printed words that name it; "
    "a quarter of a calendar year is written 2018-07/2018-09 Calendar year Q3"
)


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for read in (facts.of_figures, facts.of_answers):
        words = [row.period_as_published for row in read.rows]
        keys = list(zip(read.times.periods, words, strict=True))
        agrees = {key: time_words.agrees(*key) for key in set(keys)}
        for cell, key in enumerate(keys):
            if not agrees[key]:
                code = read.times.codes[cell]
                what = f"the period {code!r} is not that of the printed words {key[1]!r}"
                yield Problem(*of_word(read.cells, cell, "period"), what, CURE)
