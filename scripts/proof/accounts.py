"""The account of numerals: every numeral of a document is used by a figure or an answer, or has a
reason why not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scripts.reading import printed
from scripts.reading.answers import Answer
from scripts.reading.facts import Fact, address_of, token_of
from scripts.reading.figures import Figure
from scripts.reading.sources import Document

LINE_NUMBER = re.compile(r"[1-9][0-9]*")


class Numeral(NamedTuple):
    """One numeral or number word of a document's text: the fact that uses it, or the reason why
    none does.
    """

    document_id: str
    line: str
    token: str
    used_as: str
    reason: str


def numbers(document: Document, facts: Sequence[Fact], words: list[str]) -> list[Numeral]:
    """One row per numeral of the document, in order of line: those that facts use, then those with
    a reason.
    """
    reasons = (
        Numeral(document.id, row["line"], row["token"], "", row["reason"])
        for row in document.numbers
    )
    return sorted([*used(facts, words), *reasons], key=_line)


def _line(numeral: Numeral) -> int:
    return int(numeral.line) if LINE_NUMBER.fullmatch(numeral.line) else 0


def used(facts: Sequence[Fact], words: list[str]) -> list[Numeral]:
    """The numerals inside the printed tokens of facts, one row each.

    Each figure uses the numerals of its own token. Answers may share a printed phrase with each
    other and with a figure, so a numeral of answers is used as often as the one that has it most
    often, less what figures use.
    """
    of_token = _numerals({token_of(fact) for fact in facts}, words)
    rows = [row for fact in facts if isinstance(fact, Figure) for row in _rows(fact, of_token)]
    taken = Counter((row.line, row.token) for row in rows)
    for fact in facts:
        if isinstance(fact, Answer):
            rows += _not_taken(_rows(fact, of_token), taken)
    return rows


def _numerals(tokens: Iterable[str], words: list[str]) -> dict[str, list[str]]:
    """The numerals of each printed token."""
    return {token: printed.numerals(token, words) for token in tokens}


def _rows(fact: Fact, of_token: dict[str, list[str]]) -> list[Numeral]:
    return [
        Numeral(fact.document_id, fact.line, numeral, address_of(fact), "")
        for numeral in of_token[token_of(fact)]
    ]


def _not_taken(rows: list[Numeral], taken: Counter[tuple[str, str]]) -> Iterator[Numeral]:
    """The rows that nothing before has taken, which they take."""
    needs: Counter[tuple[str, str]] = Counter()
    for row in rows:
        key = row.line, row.token
        needs[key] += 1
        if needs[key] > taken[key]:
            taken[key] += 1
            yield row
