"""Each figure and each answer has an address of its own."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts, address_of
from scripts.validations.refusal import NORTHBRIDGE, Refusal

REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "yearly-subjects",
        "subjects",
        "is that of row 5 too",
    )
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for fact in facts.all:
        address = address_of(fact)
        if address in first:
            yield Problem(
                facts.document.file_of(fact.table_id),
                f"row {fact.source_row}",
                f"the address {address!r} is that of row {first[address]} too",
                "Give the rows different ids in a column `row`",
            )
        first.setdefault(address, fact.source_row)
