"""The term of a breakdown is a category of its dimension."""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_words
from scripts.validations.refusal import SOUTHMERE, Refusal

REFUSES = [
    Refusal(
        f"{SOUTHMERE}/plans-by-age.csv",
        "Under 5",
        "Under five",
        "row 2, column 'age': 'Under five' is not a category of 'age_group'",
    )
]
CURE = (
    "Use a word of data/vocabulary/categories.csv, add it there, or say in `means` what the "
    "printed word is"
)


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    cells, categories = facts.of_figures.cells, vocabulary["categories"]
    for dimension in vocabulary["dimensions"]:

        def wrong(term: str, dimension: str = dimension) -> Wrong | None:
            if (dimension, term) in categories:
                return None
            return Wrong(f"{term!r} is not a category of {dimension!r}", CURE)

        yield from told_words(cells, dimension, wrong)
