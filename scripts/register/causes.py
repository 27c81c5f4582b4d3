"""Contradictions told once: the causes that a document's descriptor declares, and the checks that
each breaks.
"""

from collections.abc import Iterator, Mapping

from scripts.model.problems import Problem
from scripts.reading.sources import DESCRIPTOR, Document
from scripts.register.claims import Row

COPIED = ("class", "explanation", "support", "status")  # a check says them too
NAMING = ("discrepancies", "caveats")  # words of the descriptor whose entries can name a cause


def rows(document: Document) -> list[Row]:
    """One row per cause, with the columns of `causes` in the contract."""
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


def differences(document: Document, word: str) -> list[Row]:
    """The accepted differences under this word of the descriptor that name a cause."""
    return [one for one in document.descriptor.get(word, []) if "cause" in one]


def problems(document: Document) -> Iterator[Problem]:
    """Causes that stand twice, that no difference names, or that are named and not declared."""
    place = f"{document.folder}/{DESCRIPTOR}"
    declared = [cause["id"] for cause in document.descriptor.get("causes", [])]
    accepted = [(word, one) for word in NAMING for one in differences(document, word)]
    named = {one["cause"] for _, one in accepted}
    for name in sorted({name for name in declared if declared.count(name) > 1}):
        yield Problem(place, f"cause {name}", "stands twice", "Keep one of them")
    for name in sorted(set(declared) - named):
        yield Problem(
            place, f"cause {name}", "explains no discrepancy", "Name it in one, or remove it"
        )
    for word, one in accepted:
        if one["cause"] not in declared:
            yield Problem(
                place,
                f"{word}: {one['check']}",
                f"its cause {one['cause']!r} is not among the causes",
                "Declare it in `causes`, once",
            )
