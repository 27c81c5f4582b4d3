"""drafts: measures how good drafts are, on documents that people have finished.

Drafts each document from its text alone, with the vocabulary and what the others teach, and
compares. Reads the sources, the vocabulary and a folder of texts. Prints the table; with --write it
writes benchmarks/drafts.csv and benchmarks/draft_misses.csv, which the site shows.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.importing import quality
from scripts.importing.quality import Miss, Place, Score
from scripts.model import contract, terms
from scripts.model.files import csv_text, replace_file
from scripts.model.problems import tell
from scripts.model.runs import alone
from scripts.reading import sources, tidy
from scripts.reading.sources import Document
from scripts.reading.tidy import Tidy

SCORES, MISSES = "benchmarks/drafts.csv", "benchmarks/draft_misses.csv"


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="drafts", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--documents", type=Path, required=True, help="folder of the texts")
    parser.add_argument("--write", action="store_true", help=f"write {SCORES} and {MISSES}")
    options = parser.parse_args(arguments)
    vocabulary = terms.read(root / contract.VOCABULARY)
    documents, problems = sources.read_all(root, vocabulary)
    made = tidy.from_documents(documents, vocabulary)
    problems += made.problems
    if problems:
        tell(problems, "Nothing was measured.")
        return 1
    scores: list[Score] = []
    misses: list[Miss] = []
    for document in documents:
        text = options.documents / f"{document.id}.txt"
        if text.is_file():
            others = [other for other in documents if other.id != document.id]
            claims = declared(document, made)
            found = quality.measured(document, others, text, vocabulary, claims)
            scores += found[0]
            misses += found[1]
    report(scores)
    if options.write:
        write(root / SCORES, Score._fields, scores)
        write(root / MISSES, Miss._fields, misses)
    return 0


def declared(document: Document, made: Tidy) -> list[tuple[str, frozenset[Place]]]:
    """The claims that people declared for a document: the rule, and line and print of each
    figure.
    """
    prints = {
        row["figure_id"]: (row["line"], row["value_as_published"])
        for row in made.tables["figures"]
        if isinstance(row, dict)
    }
    members: dict[str, set[Place]] = {}
    for row in made.tables["check_members"]:
        if isinstance(row, dict) and row["figure_id"]:
            members.setdefault(row["check_id"], set()).add(prints[row["figure_id"]])
    return [
        (row["rule"], frozenset(members.get(row["check_id"], ())))
        for row in made.tables["checks"]
        if isinstance(row, dict) and row["document_id"] == document.id
        if row["is_declared"] == "yes"
    ]


def report(scores: Sequence[Score]) -> None:
    """All documents together, one line a kind."""
    for kind, target in quality.TARGETS.items():
        same = [score for score in scores if score.kind == kind]
        right, of = sum(score.right for score in same), sum(score.of for score in same)
        if of:
            print(f"{kind}: {right} of {of} ({100 * right / of:.1f}%, target {target}%)")


def write(path: Path, columns: Sequence[str], rows: Sequence[Score] | Sequence[Miss]) -> None:
    texts = [tuple(map(str, row)) for row in rows]
    path.parent.mkdir(exist_ok=True)
    replace_file(path, csv_text(list(columns), texts))


if __name__ == "__main__":
    sys.exit(main())
