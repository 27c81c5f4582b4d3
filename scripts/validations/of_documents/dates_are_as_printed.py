"""The date and the period of a document are those that its printed words name."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import periods, time_words
from scripts.reading.facts import Facts
from scripts.reading.sources import DESCRIPTOR
from scripts.validations.refusal import NORTHBRIDGE, Refusal

FILE = f"{NORTHBRIDGE}/{DESCRIPTOR}"
REFUSES = [
    Refusal(FILE, '"2021-05-14"', '"2021-05-15"', "is not that of the printed words '14 May 2021'"),
    Refusal(FILE, '"2021-05-14"', '"2021-06-14"', "is not that of the printed words '14 May 2021'"),
    Refusal(
        FILE,
        '"period": "2019-04/2021-03",',
        '"period": "2019-04/2020-03",',
        "is not that of the printed words '2019/20 to 2020/21'",
    ),
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    about = facts.document.descriptor["document"]
    for word in ("date", "period"):
        words = about[f"{word}_as_published"]
        if not time_words.agrees(periods.parse(about[word]), words):
            place = f"{facts.document.folder}/{DESCRIPTOR}"
            what = f"{about[word]!r} is not that of the printed words {words!r}"
            cure = f"Correct the {word}, or copy the words that name it as printed"
            yield Problem(place, f"document/{word}", what, cure)
