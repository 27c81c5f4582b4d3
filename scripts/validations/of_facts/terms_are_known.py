"""Measures, questions, topics, reasons, qualifiers, kinds of value and areas are words of the
vocabulary.
"""

from collections.abc import Iterator
from functools import partial

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading import areas, statements
from scripts.reading.facts import Facts
from scripts.validations.known_terms import unknown
from scripts.validations.places import of_token, told_words
from scripts.validations.refusal import NORTHBRIDGE, SOUTHMERE, Refusal

PROSE, ANSWERS = f"{SOUTHMERE}/prose.csv", f"{NORTHBRIDGE}/answers.csv"
REFUSES = [
    Refusal(PROSE, "assessments_late", "asessments_late", "row 6, column 'measure'"),
    Refusal(PROSE, ",northbridge,", ",northridge,", "'northridge' is not in"),
    Refusal(PROSE, "600,over", "600,well over", "'well over' is not in"),
    Refusal(
        PROSE,
        "_late,123",
        "_late,at least 123",
        "'at least 123' says 'at_least', and 'at_least' is not in",
    ),
    Refusal(ANSWERS, "training_frequency,neglect", "training_often,neglect", "'training_often'"),
]
OF_FIGURES = {"measure": "measures", "qualifier": "qualifiers", "value_kind": "value_kinds"}
READ = {"qualifier": "qualifiers", "value_kind": "value_kinds", "value_marker": "markers"}
AREAS = ("area", "comparator")


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for cells, words in zip(facts.cells, (OF_FIGURES, statements.TERMS), strict=True):
        for word, table in words.items():
            yield from told_words(cells, word, partial(unknown, table=table, vocabulary=vocabulary))
        law = partial(_unknown_area, own=facts.document.descriptor["document"]["area"])
        for word in AREAS:
            yield from told_words(cells, word, partial(law, vocabulary=vocabulary))
    yield from _read_in_the_print(facts, vocabulary)


def _unknown_area(name: str, own: str, vocabulary: Vocabulary) -> Wrong | None:
    """The document's own area is told once, with its descriptor."""
    found = areas.of(vocabulary).find(name)
    return None if found.area_id or name == own else Wrong(f"{name!r} {found.what}", found.cure)


def _read_in_the_print(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Words that nobody wrote in the source: `<5` says `under` by itself."""
    figures = facts.of_figures
    for word, table in READ.items():
        given = figures.cells.column(word) if word in OF_FIGURES else [""] * len(figures.rows)
        for cell, (figure, said) in enumerate(zip(figures.rows, given, strict=True)):
            term = getattr(figure, word)
            wrong = unknown(term, table, vocabulary) if term and not said else None
            if wrong:
                what = f"{figure.value_as_published!r} says {term!r}, and {wrong.what}"
                yield Problem(*of_token(figures.cells, cell), what, wrong.cure)
