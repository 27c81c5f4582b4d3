"""Measures, questions, topics, reasons, qualifiers, kinds of value and areas are words of the vocabulary."""

from collections.abc import Iterator
from functools import partial

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import areas, statements
from scripts.reading.facts import Facts
from scripts.validations.known_terms import unknown
from scripts.validations.places import Wrong, told_words
from scripts.validations.refusal import NORTHBRIDGE, SOUTHMERE, Refusal

PROSE, ANSWERS = f"{SOUTHMERE}/prose.csv", f"{NORTHBRIDGE}/answers.csv"
REFUSES = [
    Refusal(PROSE, "assessments_late", "asessments_late", "row 6, column 'measure'"),
    Refusal(PROSE, ",northbridge,", ",northridge,", "'northridge' is not in"),
    Refusal(PROSE, "600,over", "600,well over", "'well over' is not in"),
    Refusal(ANSWERS, "training_frequency,neglect", "training_often,neglect", "'training_often'"),
]
OF_FIGURES = {"measure": "measures", "qualifier": "qualifiers", "value_kind": "value_kinds"}
AREAS = ("area", "comparator")


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for cells, words in zip(facts.cells, (OF_FIGURES, statements.TERMS), strict=True):
        for word, table in words.items():
            yield from told_words(cells, word, partial(unknown, table=table, vocabulary=vocabulary))
        for word in AREAS:
            yield from told_words(cells, word, lambda name: _unknown_area(name, vocabulary))


def _unknown_area(name: str, vocabulary: Vocabulary) -> Wrong | None:
    found = areas.of(vocabulary).find(name)
    return None if found.area_id else Wrong(f"{name!r} {found.what}", found.cure)
