"""A column that stands on a line of its own stands on one that each row has."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading import lines
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        '"type": "string", "gives": {"period": "2019-04/2020-03"}',
        '"type": "string", "line": 2, "gives": {"period": "2019-04/2020-03"}',
        "row 1, column 'y2019_20': the row stands on one line, and the column on line 2 of it",
    )
]
CURE = "Correct the row's lines, or `line` of the column: 1 is the row's first line, -1 its last"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for cells in [*facts.cells, facts.others]:
        keys = list(zip(cells.column("line"), cells.line_places, strict=True))
        read_once = {key: _fault(*key) for key in set(keys)}
        wrong = {cell: fault for cell, key in enumerate(keys) if (fault := read_once[key])}
        yield from told_tokens(cells, wrong)


def _fault(line: str, place: int) -> Wrong | None:
    try:
        lines.line_of(line, place)
    except ValueError as fault:
        return Wrong(str(fault), CURE)
    return None
