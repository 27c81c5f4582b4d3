"""The account of numerals: every numeral of a document is used by a figure or an answer, or has a reason why not."""

import re
from collections import Counter

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import printed
from scripts.reading.sources import NUMBERS, Document, unknown

LINE_NUMBER = re.compile(r"[1-9][0-9]*")


def numbers(
    document: Document, facts: list[dict], vocabulary: Vocabulary
) -> tuple[list[dict], list[Problem]]:
    """One row a numeral of the document, in order of line: those that facts use, then those with a reason."""
    rows, problems = used(facts, vocabulary.numeral_words()), []
    for number, row in enumerate(document.numbers, start=1):
        problems += _problems(document, number, row, vocabulary)
        rows.append(
            {
                "document_id": document.id,
                "line": row["line"],
                "token": row["token"],
                "used_as": "",
                "reason": row["reason"],
            }
        )
    return sorted(
        rows, key=lambda row: int(row["line"]) if LINE_NUMBER.fullmatch(row["line"]) else 0
    ), problems


def used(facts: list[dict], words: list[str]) -> list[dict]:
    """The numerals inside the printed tokens of facts, one row each.

    Each figure uses the numerals of its own token. Answers may share a printed phrase with each other and with a
    figure, so a numeral of answers is used as often as the one that has it most often, less what figures use.
    """
    rows = [
        row
        for fact in facts
        if "figure_id" in fact
        for row in _rows(fact, fact["figure_id"], fact["value_as_published"], words)
    ]
    taken = Counter((row["line"], row["token"]) for row in rows)
    for fact in facts:
        if "answer_id" not in fact:
            continue
        needs: Counter = Counter()
        for row in _rows(fact, fact["answer_id"], fact["answer_as_published"], words):
            key = row["line"], row["token"]
            needs[key] += 1
            if needs[key] > taken[key]:
                taken[key] += 1
                rows.append(row)
    return rows


def _rows(fact: dict, address: str, token: str, words: list[str]) -> list[dict]:
    return [
        {
            "document_id": fact["document_id"],
            "line": fact["line"],
            "token": numeral,
            "used_as": address,
            "reason": "",
        }
        for numeral in printed.numerals(token, words)
    ]


def _problems(document: Document, number: int, row: dict, vocabulary: Vocabulary) -> list[Problem]:
    file = f"{document.folder}/{NUMBERS}"
    if not LINE_NUMBER.fullmatch(row["line"]):
        return [
            Problem(
                file,
                f"row {number}",
                f"line {row['line']!r} is not a number",
                "Write the line of the text, the first being 1",
            )
        ]
    if not row["token"]:
        return [
            Problem(
                file, f"row {number}", "has no numeral", "Write it as printed, or remove the row"
            )
        ]
    found = unknown(file, f"row {number}", row["reason"], "number_reasons", vocabulary)
    hidden = vocabulary["number_reasons"].get(row["reason"], {}).get("masked") == "yes"
    if hidden and row["token"] != printed.masked(row["token"]):
        found.append(
            Problem(
                file,
                f"row {number}",
                "repeats the digits of a contact detail or personal story",
                "Write # for each digit",
            )
        )
    return found
