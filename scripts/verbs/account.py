"""account: drafts a document's numbers.csv from its text, for a person to finish.

Every numeral that no figure or answer uses gets a row. Reasons already given are kept; label,
heading and period are filled in where they are certain; the others get `?`, which the build refuses
until somebody writes the reason.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.model import contract, own_terms, terms
from scripts.model.files import csv_text, replace_file
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.proof import accounts, against_text
from scripts.proof.against_text import Text
from scripts.reading import facts, printed, sources
from scripts.reading.facts import Fact, Facts
from scripts.reading.sources import NUMBER_COLUMNS, NUMBERS, Document
from scripts.validations import guard

UNKNOWN = "?"
Reasons = Counter[tuple[str, str, str]]  # line, token, reason


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="account", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument(
        "--documents", type=Path, required=True, help="folder of the documents' texts"
    )
    parser.add_argument("document", help="the document's id")
    options = parser.parse_args(arguments)
    name = f"{sources.SOURCES}/{options.document}"
    vocabulary, document, problems = read(root, name)
    source, missing = against_text.read(options.documents, options.document)
    if problems or missing or document is None or source is None:
        tell(problems + missing, f"{name}/{NUMBERS} is as it was.")
        return 1
    read_facts = facts.read(document, vocabulary)
    rows = list(draft(document, read_facts, source, vocabulary))
    replace_file(root / name / NUMBERS, csv_text(NUMBER_COLUMNS, rows))
    unknown = sum(row["reason"] == UNKNOWN for row in rows)
    print(f"{name}/{NUMBERS}: {len(rows)} numerals, {unknown} of them need a reason")
    return 0


def read(root: Path, name: str) -> tuple[terms.Vocabulary, Document | None, list[Problem]]:
    """The vocabulary and one document, which need not be finished; None where it is unfit to be
    read.
    """
    unsafe = guard.problems_in(root, [name, contract.VOCABULARY, *own_terms.folders(root)], [])
    if unsafe:
        return terms.Vocabulary(), None, unsafe
    vocabulary = terms.read(root / contract.VOCABULARY)
    return vocabulary, *sources.read(root / name, name, vocabulary)


def draft(
    document: Document, read_facts: Facts, source: Text, vocabulary: terms.Vocabulary
) -> Iterator[dict[str, str]]:
    """Rows line, token, reason for each numeral that is not used, in the order of the text."""
    words = vocabulary.numeral_words()
    used = Counter((row.line, row.token) for row in accounts.used(read_facts.printed, words))
    kept = Counter(
        (row["line"], row["token"], row["reason"])
        for row in document.numbers
        if row["reason"] != UNKNOWN
    )
    certain = certain_reasons(document, read_facts.all, words)
    for number, shown in enumerate(source.lines, start=1):
        for token in printed.numerals(shown, words):
            line = str(number)
            if used[line, token]:
                used[line, token] -= 1
                continue
            reason = (
                left_out_reason(document, number)
                or take(kept, line, token)
                or take(certain, line, token)
                or UNKNOWN
            )
            hidden = vocabulary["number_reasons"].get(reason, {}).get("masked") == "yes"
            yield {
                "line": line,
                "token": printed.masked(token) if hidden else token,
                "reason": reason,
            }


def take(reasons: Reasons, line: str, token: str) -> str:
    """The first reason that is left for a numeral of a line, shown or hidden, used up by taking
    it.
    """
    for shown in (token, printed.masked(token)):
        for key in reasons:
            if key[:2] == (line, shown) and reasons[key]:
                reasons[key] -= 1
                return key[2]
    return ""


def left_out_reason(document: Document, number: int) -> str:
    reasons = [
        passage["reason"]
        for passage in document.descriptor.get("left_out", [])
        if passage["lines"][0] <= number <= passage["lines"][1]
    ]
    return reasons[0] if reasons else ""


def certain_reasons(document: Document, found_facts: list[Fact], words: list[str]) -> Reasons:
    """Numerals of row labels, of the headings above a table's first row, and of printed periods on
    a fact's line.
    """
    found: Reasons = Counter()
    for table in document.descriptor["resources"]:
        described = table.get("schema", {}).get("fields", [])
        rows = document.rows[table["name"]]
        labels = [field["name"] for field in described if isinstance(field.get("gives"), str)]
        for row in rows:
            for label in labels:
                found.update(
                    (row["line"].rpartition("-")[2], token, "label")
                    for token in printed.numerals(row[label], words)
                )
        first = int(rows[0]["line"].partition("-")[0]) if rows and described else 0
        for line in range(table["lines"][0], first):
            found.update(
                (str(line), token, "heading")
                for field in described
                for token in printed.numerals(field.get("title", ""), words)
            )
    seen = {(fact.line, fact.period_as_published) for fact in found_facts}
    found.update(
        (line, token, "period")
        for line, period in seen
        for token in printed.numerals(period, words)
    )
    return found


if __name__ == "__main__":
    sys.exit(main())
