"""A cell that is read otherwise than it stands has a note that says why."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.reading.values import DAMAGED
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        '"type": "string", "gives": {"period": "2019-04/2020-03"}',
        '"type": "string", "damaged": {"90": "9"}, "gives": {"period": "2019-04/2020-03"}',
        "'90' is damaged print, and no note says why it is read so",
    )
]
CURE = "Say it in `note`"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.of_figures.cells
    notes = cells.column("note")
    wrong = {
        cell: Wrong(
            f"{cells.tokens[cell]!r} is damaged print, and no note says why it is read so", CURE
        )
        for cell, flags in enumerate(facts.of_figures.flags)
        if DAMAGED in flags and not notes[cell]
    }
    yield from told_tokens(cells, wrong)
