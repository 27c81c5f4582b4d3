"""What a draft only proposes about the document, marked with a question mark, is confirmed by a
person.
"""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import MARK, Vocabulary
from scripts.reading.facts import Facts
from scripts.reading.sources import DESCRIPTOR
from scripts.validations.refusal import SOUTHMERE, Refusal

REFUSES = [
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"description": "An invented',
        '"description": "?An invented',
        "description: is only proposed",
    ),
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"title": "Reasons for plans"',
        '"title": "?Reasons for plans"',
        "gap chart-1, title: is only proposed",
    ),
]
TEXTS = ("title", "description", "locator")
CURE = "Write it as it should be, without the question mark"


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    descriptor = facts.document.descriptor
    places = [("", descriptor, TEXTS), ("document, ", descriptor["document"], ("attribution",))]
    places += [(f"table {table['name']}, ", table, TEXTS) for table in descriptor["resources"]]
    places += [(f"gap {gap['name']}, ", gap, TEXTS) for gap in descriptor.get("gaps", [])]
    for place, words, asked in places:
        for word in asked:
            if str(words.get(word, "")).startswith(MARK):
                yield Problem(
                    f"{facts.document.folder}/{DESCRIPTOR}",
                    f"{place}{word}",
                    "is only proposed, and nobody has confirmed it",
                    CURE,
                )
