"""Contradictions told once: the causes that a document's descriptor declares, and the checks that each breaks."""

from collections.abc import Iterator, Mapping

from scripts.model.problems import Problem
from scripts.reading.sources import DESCRIPTOR, Document
from scripts.register.claims import Row

COPIED = ("class", "explanation", "support", "status")  # a check says them too


def rows(document: Document) -> list[Row]:
    """One row a cause: (cause_id, document_id, what, class, explanation, support, certainty, status)."""
    return [
        {
            "cause_id": cause_id(document, cause["id"]),
            "document_id": document.id,
            **{word: text for word, text in cause.items() if word != "id"},
        }
        for cause in document.descriptor.get("causes", [])
    ]


def cause_id(document: Document, name: str) -> str:
    return f"{document.id}/{name}"


def told(document: Document, accepted: Mapping[str, str]) -> Row:
    """What a check says of its cause; empty words where the cause is not declared."""
    declared = {cause["id"]: cause for cause in document.descriptor.get("causes", [])}
    cause = declared.get(accepted["cause"])
    if cause is None:
        return {}
    words = {word: cause[word] for word in COPIED}
    return {"cause_id": cause_id(document, cause["id"]), **words}


def problems(document: Document) -> Iterator[Problem]:
    """Causes that stand twice, that no discrepancy names, or that are named and not declared."""
    place = f"{document.folder}/{DESCRIPTOR}"
    declared = [cause["id"] for cause in document.descriptor.get("causes", [])]
    accepted = document.descriptor.get("discrepancies", [])
    named = {one["cause"] for one in accepted}
    for name in sorted({name for name in declared if declared.count(name) > 1}):
        yield Problem(place, f"cause {name}", "stands twice", "Keep one of them")
    for name in sorted(set(declared) - named):
        yield Problem(
            place, f"cause {name}", "explains no discrepancy", "Name it in one, or remove it"
        )
    for one in accepted:
        if one["cause"] not in declared:
            yield Problem(
                place,
                f"discrepancies: {one['check']}",
                f"its cause {one['cause']!r} is not among the causes",
                "Declare it in `causes`, once",
            )
