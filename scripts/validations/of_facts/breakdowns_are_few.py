"""A figure has at most two breakdowns: so many a tidy row holds."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import SOUTHMERE, Refusal

MOST = 2
REFUSES = [
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"every_figure": {"measure"',
        '"every_figure": {"referral_source": "health", "measure"',
        "has 3 breakdowns",
    )
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_figures.cells
    dimensions = [cells.column(word) for word in vocabulary["dimensions"] if word in cells.holds]
    if len(dimensions) <= MOST:
        return
    counts = [sum(map(bool, terms)) for terms in zip(*dimensions, strict=True)]
    wrong = {cell: _too_many(count) for cell, count in enumerate(counts) if count > MOST}
    yield from told_tokens(cells, wrong)


def _too_many(count: int) -> Wrong:
    return Wrong(
        f"has {count} breakdowns", "Split the table, or make one of them part of the measure"
    )
