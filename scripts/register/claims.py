"""What documents claim about their own numbers: each declared claim becomes the checks it makes, with the figures found.

A claim names figures by address. `*` stands for any one part; `{row}` makes one claim for each value it can take.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.problems import Problem
from scripts.reading.melting import address_of
from scripts.reading.sources import DESCRIPTOR, Document, several

ROW = "{row}"
MANY = {"parts", "figures", "answers", "rows", "others", "exact"}
ANSWERS = {"rows", "answers"}
OF_PERIODS = {"periods_match", "same_period"}
SUMS = {"part", "whole"}
DIVISORS = {"change": "from", "fall": "from", "average": "number", "possible_share": "whole"}
WORDS = {"rule", "id", "note", "caveat", "answer", "of", "per"}


class Claim(NamedTuple):
    """One thing to check: the rule, and for each word of the claim the facts (tidy rows) that it names."""

    check_id: str
    document_id: str
    rule: str
    named: dict[str, list[dict]]
    words: dict


class Index:
    """Facts by address, found by pattern."""

    def __init__(self, facts: list[dict]):
        self.facts = {address_of(fact): fact for fact in facts}
        self.by_table: dict[tuple[str, ...], list[str]] = {}
        self.documents: dict[str, list[tuple[str, ...]]] = {}
        for address in self.facts:
            self.by_table.setdefault(tuple(address.split("/")[:2]), []).append(address)
        for head in self.by_table:
            self.documents.setdefault(head[0], []).append(head)

    def full(self, address: str, document: str) -> str:
        return address if address.split("/")[0] in self.documents else f"{document}/{address}"

    def find(self, pattern: str) -> list[str]:
        """Addresses that fit the pattern, in the order of the print."""
        if "*" not in pattern and ROW not in pattern:
            return [pattern] if pattern in self.facts else []
        expression = re.compile(_expression(pattern) + "$")
        head = tuple(pattern.split("/")[:2])
        tables = [head] if head in self.by_table else self.documents.get(head[0], [])
        return [
            address
            for table in tables
            for address in self.by_table[table]
            if expression.match(address)
        ]

    def rows(self, pattern: str) -> list[str]:
        """The values that `{row}` can take in the pattern."""
        expression = re.compile(_expression(pattern) + "$")
        return list(
            dict.fromkeys(expression.match(address)["row"] for address in self.find(pattern))
        )


def _expression(pattern: str) -> str:
    text = re.escape(pattern).replace(r"\*", "[^/]+")
    text = text.replace(re.escape(ROW), "(?P<row>[^/]+)", 1)
    return text.replace(re.escape(ROW), "(?P=row)")


def declared(document: Document, index: Index) -> tuple[list[Claim], list[Problem]]:
    """Every claim of a document with its figures, and the claims that name nothing."""
    claims, problems = [], []
    for claim in document.descriptor.get("claims", []):
        for row in _rows(claim, document, index):
            made, found = _claim(claim, row, document, index)
            problems += found
            claims += [made] if made else []
    times = Counter(claim.check_id for claim in claims)
    repeated = [check_id for check_id, number in times.items() if number > 1]
    place = f"{document.folder}/{DESCRIPTOR}"
    return claims, problems + [
        Problem(place, f"claim {check_id}", "stands twice", "Give each claim its own id")
        for check_id in sorted(repeated)
    ]


def _rows(claim: dict, document: Document, index: Index) -> list[str | None]:
    """The rows a claim is made for: those of its first address with `{row}`, or None once where it has none."""
    patterns = [
        address for _, addresses in _addresses(claim) for address in addresses if ROW in address
    ]
    return index.rows(index.full(patterns[0], document.id)) or [ROW] if patterns else [None]


def _addresses(claim: dict) -> Iterator[tuple[str, list[str]]]:
    for word, value in claim.items():
        if word not in WORDS and not isinstance(value, int):
            yield word, several(value)


def _claim(
    claim: dict, row: str | None, document: Document, index: Index
) -> tuple[Claim | None, list[Problem]]:
    named, problems = (
        {word: [literal(value)] for word, value in claim.items() if isinstance(value, int)},
        [],
    )
    for word, addresses in _addresses(claim):
        patterns = [
            index.full(address.replace(ROW, row) if row else address, document.id)
            for address in addresses
        ]
        named[word] = [
            index.facts[address] for pattern in patterns for address in _parts(pattern, index)
        ]
        problems += [
            Problem(
                f"{document.folder}/{DESCRIPTOR}",
                f"claim {claim['id']}",
                f"{word} {pattern!r} names no figure",
                "Correct the address",
            )
            for pattern in patterns
            if not index.find(pattern)
        ]
    problems = problems or list(_misfits(claim, named, document))
    if problems:
        return None, problems
    steps = [document.id, claim["rule"], claim["id"]] + ([row] if row else [])
    return Claim(
        "/".join(steps).replace("_", "-"), document.id, claim["rule"], _without_whole(named), claim
    ), []


def _misfits(claim: dict, named: dict[str, list[dict]], document: Document) -> Iterator[Problem]:
    """Words of a claim that name too many or too few figures, an answer for a figure, or a figure that the rule can't use."""
    named = _without_whole(named)
    for word, facts in named.items():
        many = word in MANY | (SUMS if claim["rule"] == "share" else set())
        faults = {
            "names an answer, not a figure": word not in ANSWERS
            and any("answer_id" in fact for fact in facts),
            "names a figure, not an answer": (
                word == "answers" or word == "rows" and "answer" in claim
            )
            and any("figure_id" in fact for fact in facts),
            "names no figure besides totals": not facts,
            f"names {len(facts)} figures, and takes one": len(facts) > 1 and not many,
            "names one, and takes two or more": word in ("figures", "answers") and len(facts) == 1,
            "names a figure or an answer without a period": (
                claim["rule"] in OF_PERIODS or word == "rows" and "per" in claim
            )
            and any(not fact.get("period_start") for fact in facts),
            "is 0, and cannot be divided by": word == DIVISORS.get(claim["rule"])
            and any(fact.get("value", "").strip("0.") == "" != fact.get("value") for fact in facts),
        }
        for fault in (fault for fault, holds in faults.items() if holds):
            yield Problem(
                f"{document.folder}/{DESCRIPTOR}",
                f"claim {claim['id']}",
                f"{word} {fault}",
                "Correct the address",
            )


def literal(number: int) -> dict:
    """A number that the claim itself says, such as the 12 months of a year, in the shape of a figure."""
    return {"literal": str(number), "value": str(number), "unit": "count"}


def _parts(pattern: str, index: Index) -> list[str]:
    """A pattern with `*` never takes a printed total for a part."""
    found = index.find(pattern)
    return (
        [address for address in found if index.facts[address].get("is_total") != "yes"]
        if "*" in pattern
        else found
    )


def _without_whole(named: dict[str, list[dict]]) -> dict[str, list[dict]]:
    whole = [fact.get("figure_id") for fact in named.get("whole", [])]
    return {
        word: [fact for fact in facts if word != "parts" or fact.get("figure_id") not in whole]
        for word, facts in named.items()
    }
