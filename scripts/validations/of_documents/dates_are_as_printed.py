"""The date of a document is the one that its printed words name.

Its period may be printed in words that name only its ends, or be ours; periods of figures are held
to their printed words by a law of their own.
"""

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
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    about = facts.document.descriptor["document"]
    words = about["date_as_published"]
    if not time_words.agrees(periods.parse(about["date"]), words):
        place = f"{facts.document.folder}/{DESCRIPTOR}"
        what = f"{about['date']!r} is not that of the printed words {words!r}"
        cure = "Correct the date, or copy the words that name it as printed"
        yield Problem(place, "document/date", what, cure)
