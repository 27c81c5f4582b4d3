"""What holds for a cell is said by words that are known: properties, and dimensions of the
vocabulary.
"""

from collections.abc import Iterator
from functools import partial

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts
from scripts.validations.places import told_words
from scripts.validations.refusal import NORTHBRIDGE, SOUTHMERE, Refusal

PROPERTIES = {
    "measure",
    "question",
    "subject",
    "answer",
    "topic",
    "comparator",
    "area",
    "period",
    "period_as_published",
    "qualifier",
    "value",
    "value_kind",
    "rounded_to",
    "note",
    "flags",
    "row",
    "row_label",
    "label",
    "locator",
    "line",
    "withheld_reason",
}
REFUSES = [
    Refusal(f"{SOUTHMERE}/prose.csv", "qualifier,", "qualifies,", "column 'qualifies'"),
    Refusal(f"{NORTHBRIDGE}/answers.csv", "subject,", "sujbect,", "'sujbect' is neither"),
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        '"gives": {"period": "2019-04/2020-03"}',
        '"gives": {"peroid": "2019-04/2020-03"}',
        "table referrals-by-source, column y2019_20: 'peroid' is neither",
    ),
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = PROPERTIES | vocabulary["dimensions"].keys()
    for cells in facts.cells:
        for word in cells.holds.keys() - known:
            wrong = Wrong(
                f"{word!r} is neither a property nor a dimension",
                "See docs/add-a-document.md, or add it to data/vocabulary/dimensions.csv",
            )
            yield from told_words(cells, word, partial(_always, wrong))


def _always(wrong: Wrong, said: str) -> Wrong:
    return wrong
