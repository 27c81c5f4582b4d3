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
    answers that count. `declared_as` is the id of the claim in the descriptor; empty for one that
    was found by rule.
    """

    check_id: str
    document_id: str
    rule: str
    named: Named
    codes: Mapping[str, Codes] = {}
    note: str = ""
    caveat: str = ""
    each_row: bool = False  # whether it is one of a whole row or column of claims
    declared_as: str = ""


class Index:
    """Facts by address, found by pattern. A pattern is what people write in a claim: the steps of
    an address. They are held against the columns of the facts.
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows_by_address = {address_of(row): row for row in rows}
        self.facts = {address: fact_of(row) for address, row in self.rows_by_address.items()}
        self.found: dict[str, dict[str, str]] = {}
        self.by_table: dict[str, list[str]] = {}
        self.tables_of: dict[str, dict[str, None]] = {}
        for address, row in self.rows_by_address.items():
            self.by_table.setdefault(row["table_id"], []).append(address)
            self.tables_of.setdefault(row["document_id"], {})[row["table_id"]] = None

    def with_table(self, table_id: str, rows: list[Row]) -> "Index":
        """The same facts, with these rows for those of one table."""
        changed, every = Index(rows), Index([])
        gone = set(self.by_table.get(table_id, []))
        for address in self.facts:
            if address not in gone:
                every.facts[address] = self.facts[address]
                every.rows_by_address[address] = self.rows_by_address[address]
        every.facts |= changed.facts
        every.rows_by_address |= changed.rows_by_address
        every.by_table = self.by_table | {table_id: []} | changed.by_table
        every.tables_of = self.tables_of
        return every

    def full(self, pattern: str, document: str) -> str:
        """The pattern with its document: the one that writes it, where it names no other."""
        return pattern if pattern.split("/")[0] in self.tables_of else f"{document}/{pattern}"

    def find(self, pattern: str) -> list[str]:
        """Addresses that fit the pattern, in the order of the print. Each pattern is sought
        once.
        """
        if is_plain(pattern):
            return [pattern] if pattern in self.facts else []
        return list(self._sought(pattern))

    def _sought(self, pattern: str) -> dict[str, str]:
        """The addresses that fit, each with what stands for `{row}`."""
        if pattern not in self.found:
            document, *steps = pattern.split("/")
            table, *below = [f"{document}/{steps[0]}", *steps[1:]]
            candidates = [table] if table in self.by_table else self.tables_of.get(document, {})
            self.found[pattern] = {
                address: row
                for table_id in candidates
                for address in self.by_table[table_id]
                if (row := self._row(address, table, below)) is not None
            }
        return self.found[pattern]

    def _row(self, address: str, table: str, below: list[str]) -> str | None:
        """What stands for `{row}` in a fact that fits the steps of a pattern; None where it does
        not fit.
        """
        fact = self.rows_by_address[address]
        there = [step for step in (fact["address_row"], fact["address_column"]) if step]
        if len(there) != len(below):
            return None
        pairs = zip((table, *below), (fact["table_id"], *there), strict=True)
        rows = {row_of(step, name) for step, name in pairs if step != name} - {""}
        return None if len(rows) > 1 or None in rows else next(iter(rows), "")

    def parts(self, pattern: str) -> list[Fact]:
        """The facts that fit. A pattern with `*` never takes a printed total for a part."""
        found = [self.facts[address] for address in self.find(pattern)]
        return [fact for fact in found if not is_total(fact)] if "*" in pattern else found

    def rows(self, pattern: str) -> list[str]:
        """The values that `{row}` can take in the pattern."""
        return list(dict.fromkeys(row for row in self._sought(pattern).values() if row))


def fact_of(row: Row) -> Fact:
    return number_of(row) if "figure_id" in row else answer_of(row)


def is_total(fact: Fact) -> bool:
    return isinstance(fact, Number) and fact.is_total


def is_plain(step: str) -> bool:
    return "*" not in step and ROW not in step


@lru_cache(maxsize=100_000)
def row_of(step: str, name: str) -> str | None:
    """What stands for `{row}` where a step of a pattern meets a name; nothing where the step has no
    `{row}`, and None where they don't fit.
    """
    met = None if is_plain(step) else of_step(step).fullmatch(name)
    return (met.groupdict().get("row") or "") if met else None


@lru_cache(maxsize=10_000)
def of_step(step: str) -> re.Pattern[str]:
    """What one step of a pattern matches. The same step stands in many patterns."""
    text = re.escape(step).replace(r"\*", "[^/]+")
    text = text.replace(re.escape(ROW), "(?P<row>[^/]+)", 1)
    return re.compile(text.replace(re.escape(ROW), "(?P=row)"))


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
        claim["id"],
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
