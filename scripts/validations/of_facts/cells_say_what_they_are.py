"""Each cell that holds a value has a measure or a question: else nobody knows what it says."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_tokens
from scripts.validations.refusal import SOUTHMERE, Refusal

WRONG = Wrong("has neither a measure nor a question", "Say in the descriptor what the column gives")
REFUSES = [Refusal(f"{SOUTHMERE}/prose.csv", "assessments_late", "", WRONG.what)]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells = facts.others
    yield from told_tokens(cells, dict.fromkeys(range(len(cells.tokens)), WRONG))
