"""What documents claim about their own numbers: each declared claim becomes the checks it makes,
with the facts found.

A claim names figures and answers by address. `*` stands for any one part; `{row}` makes one claim
for each value it can take.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.evaluating import kinds_differ
from scripts.checks.reckoning.members import (
    Answer,
    Fact,
    Named,
    Number,
    answer_of,
    literal,
    number_of,
)
from scripts.checks.reckoning.rule import ANSWERS, EITHER, FIGURES, Codes, Part, Rule
from scripts.model.problems import Problem
from scripts.reading.melting import address_of
from scripts.reading.sources import DESCRIPTOR, Document, several

ROW = "{row}"
Row = dict[str, str]
Declared = Mapping[str, Any]  # one claim as the descriptor has it


class Claim(NamedTuple):
    """One thing to check: the rule, the facts that each word of the claim names, and the codes of
    answers that count.
    """

    check_id: str
    document_id: str
    rule: str
    named: Named
    codes: Mapping[str, Codes] = {}
    note: str = ""
    caveat: str = ""
    each_row: bool = False  # whether it is one of a whole row or column of claims


class Index:
    """Facts by address, found by pattern."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows_by_address = {address_of(row): row for row in rows}
        self.facts = {address: fact_of(row) for address, row in self.rows_by_address.items()}
        self.found: dict[str, list[str]] = {}
        self.by_table: dict[tuple[str, ...], list[str]] = {}
        for address in self.facts:
            self.by_table.setdefault(tuple(address.split("/")[:2]), []).append(address)
        self.tables_of: dict[str, list[tuple[str, ...]]] = {}
        for table in self.by_table:
            self.tables_of.setdefault(table[0], []).append(table)

    def with_table(self, table: tuple[str, ...], rows: list[Row]) -> "Index":
        """The same facts, with these rows for those of one table."""
        changed, every = Index(rows), Index([])
        gone = set(self.by_table.get(table, []))
        for address in self.facts:
            if address not in gone:
                every.facts[address] = self.facts[address]
                every.rows_by_address[address] = self.rows_by_address[address]
        every.facts |= changed.facts
        every.rows_by_address |= changed.rows_by_address
        every.by_table = self.by_table | {table: []} | changed.by_table
        every.tables_of = self.tables_of
        return every

    def full(self, address: str, document: str) -> str:
        return address if address.split("/")[0] in self.tables_of else f"{document}/{address}"

    def find(self, pattern: str) -> list[str]:
        """Addresses that fit the pattern, in the order of the print. Each pattern is sought
        once.
        """
        if "*" not in pattern and ROW not in pattern:
            return [pattern] if pattern in self.facts else []
        if pattern not in self.found:
            self.found[pattern] = self._sought(pattern)
        return self.found[pattern]

    def _sought(self, pattern: str) -> list[str]:
        head = tuple(pattern.split("/")[:2])
        tables = [head] if head in self.by_table else self.tables_of.get(head[0], [])
        addresses = [address for table in tables for address in self.by_table[table]]
        if pattern.count(ROW) > 1:
            expression = re.compile(_expression(pattern) + "$")
            return [address for address in addresses if expression.match(address)]
        return matching(addresses, pattern.split("/"))

    def parts(self, pattern: str) -> list[Fact]:
        """The facts that fit. A pattern with `*` never takes a printed total for a part."""
        found = [self.facts[address] for address in self.find(pattern)]
        return [fact for fact in found if not is_total(fact)] if "*" in pattern else found

    def rows(self, pattern: str) -> list[str]:
        """The values that `{row}` can take in the pattern."""
        expression = re.compile(_expression(pattern) + "$")
        matches = (expression.match(address) for address in self.find(pattern))
        return list(dict.fromkeys(match["row"] for match in matches if match))


def fact_of(row: Row) -> Fact:
    return number_of(row) if "figure_id" in row else answer_of(row)


def is_total(fact: Fact) -> bool:
    return isinstance(fact, Number) and fact.is_total


def matching(addresses: list[str], steps: list[str]) -> list[str]:
    """The addresses that fit a pattern, step by step: most steps are plain words."""
    plain = [(place, step) for place, step in enumerate(steps) if is_plain(step)]
    loose = [(place, of_step(step)) for place, step in enumerate(steps) if not is_plain(step)]
    return [
        address
        for address, there in ((address, address.split("/")) for address in addresses)
        if len(there) == len(steps)
        and all(there[place] == step for place, step in plain)
        and all(expression.fullmatch(there[place]) for place, expression in loose)
    ]


def is_plain(step: str) -> bool:
    return "*" not in step and ROW not in step


@lru_cache(maxsize=10_000)
def of_step(step: str) -> re.Pattern[str]:
    """What one step of a pattern matches. The same step stands in many patterns."""
    return re.compile(_expression(step))


def _expression(pattern: str) -> str:
    text = re.escape(pattern).replace(r"\*", "[^/]+")
    text = text.replace(re.escape(ROW), "(?P<row>[^/]+)", 1)
    return text.replace(re.escape(ROW), "(?P=row)")


def declared(document: Document, index: Index) -> tuple[list[Claim], list[Problem]]:
    """Every claim of a document with its facts, and the claims that name nothing."""
    claims, problems = [], []
    for claim in document.descriptor.get("claims", []):
        for row in _rows(claim, document, index):
            made, wrong = _claim(claim, row, document, index)
            problems += wrong
            claims += [made] if made else []
    return claims, problems + list(_repeated(claims, document))


def _repeated(claims: list[Claim], document: Document) -> Iterator[Problem]:
    for check_id, times in sorted(Counter(claim.check_id for claim in claims).items()):
        if times > 1:
            yield Problem(
                f"{document.folder}/{DESCRIPTOR}",
                f"claim {check_id}",
                "stands twice",
                "Give each claim its own id",
            )


def _rows(claim: Declared, document: Document, index: Index) -> list[str | None]:
    """The rows a claim is made for: those of its first address with `{row}`, or None once where it
    has none.
    """
    patterns = [address for _, found in _addresses(claim) for address in found if ROW in address]
    if not patterns:
        return [None]
    return [*index.rows(index.full(patterns[0], document.id))] or [ROW]


def _addresses(claim: Declared) -> Iterator[tuple[str, list[str]]]:
    """The words of a claim that name facts by address, each with its addresses, in the claim's
    order.
    """
    words = RULES[claim["rule"]].words
    for word, value in claim.items():
        if word in words and not isinstance(value, int):
            yield word, several(value)


def _claim(
    claim: Declared, row: str | None, document: Document, index: Index
) -> tuple[Claim | None, list[Problem]]:
    rule = RULES[claim["rule"]]
    facts: dict[str, list[Fact]] = {
        word: [literal(claim[word])] for word in rule.words if isinstance(claim.get(word), int)
    }
    problems = []
    for word, addresses in _addresses(claim):
        patterns = [
            index.full(address.replace(ROW, row) if row else address, document.id)
            for address in addresses
        ]
        facts[word] = [fact for pattern in patterns for fact in index.parts(pattern)]
        lost = [pattern for pattern in patterns if not index.find(pattern)]
        problems += [_lost(claim, word, pattern, document) for pattern in lost]
    named = Named(_without_whole(facts))
    problems = problems or list(_misfits(claim, rule, named, document))
    if problems:
        return None, problems
    steps = [document.id, claim["rule"], claim["id"]] + ([row] if row else [])
    made = Claim(
        "/".join(steps).replace("_", "-"),
        document.id,
        claim["rule"],
        named,
        {code.word: tuple(several(claim[code.word])) for code in rule.codes if code.word in claim},
        claim.get("note", ""),
        claim.get("caveat", ""),
        ROW in str(claim.get("percent", "")),
    )
    return made, []


def _lost(claim: Declared, word: str, pattern: str, document: Document) -> Problem:
    return Problem(
        f"{document.folder}/{DESCRIPTOR}",
        f"claim {claim['id']}",
        f"{word} {pattern!r} names no figure",
        "Correct the address",
    )


def _misfits(claim: Declared, rule: Rule, named: Named, document: Document) -> Iterator[Problem]:
    """Words of a claim that name too many or too few facts, or facts that the rule can't use."""
    by_codes = any(code.word in claim for code in rule.codes)
    by_day = "per" in claim
    faults = [
        (part.word, fault)
        for part in rule.parts
        if part.word in named.facts
        for fault in _faults(part, named, by_codes, by_day)
    ]
    if kinds_differ(rule, named):
        faults.append((claim["rule"], "holds a target against a number that is none"))
    for word, fault in faults:
        yield Problem(
            f"{document.folder}/{DESCRIPTOR}",
            f"claim {claim['id']}",
            f"{word} {fault}",
            "Correct the address",
        )


def _faults(part: Part, named: Named, by_codes: bool, by_day: bool) -> Iterator[str]:
    facts = named.all(part.word)
    wants_answers = part.takes == ANSWERS or (part.takes == EITHER and by_codes)
    if part.takes == FIGURES and any(isinstance(fact, Answer) for fact in facts):
        yield "names an answer, not a figure"
    if wants_answers and any(isinstance(fact, Number) for fact in facts):
        yield "names a figure, not an answer"
    if not facts:
        yield "names no figure besides totals"
    if len(facts) > 1 and not part.many:
        yield f"names {len(facts)} figures, and takes one"
    if 0 < len(facts) < part.fewest:
        yield "names one, and takes two or more"
    if (part.dated or (by_day and wants_answers)) and not all(_dated(fact) for fact in facts):
        yield "names a figure or an answer without a period"
    if part.divides and any(isinstance(fact, Number) and fact.value == 0 for fact in facts):
        yield "is 0, and cannot be divided by"


def _dated(fact: Fact) -> bool:
    return bool(fact.start and fact.end)


def _without_whole(facts: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """A whole is never one of its own parts."""
    whole = {fact.fact_id for fact in facts.get("whole", [])}
    return {
        word: [fact for fact in found if word != "parts" or fact.fact_id not in whole]
        for word, found in facts.items()
    }
