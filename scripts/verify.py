"""verify: checks every figure, answer and numeral against the texts of the documents, which are not in the repository.

Reads the sources, the vocabulary and a folder of texts named <document_id>.txt. Writes nothing.
"""

import argparse
import sys
from pathlib import Path

from scripts.dataset import accounts, proof, sources, terms, tidy
from scripts.ground.problems import Problem, tell


def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="verify", description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    folder = parser.parse_args(arguments).documents
    if not folder:
        print("NOT RUN: the check against the documents needs a folder of their texts. Give it with --documents FOLDER.")
        return 0
    made = tidy.make(root)
    problems = made.problems
    if not problems:
        problems = against(root, folder)
    if problems:
        tell(problems, "The figures are not proven.")
    return 1 if problems else 0


def against(root: Path, folder: Path) -> list[Problem]:
    """Every fault of every document against its text; prints what was proven for each."""
    vocabulary = terms.read(root / "data/vocabulary")
    documents, problems = sources.read_all(root, vocabulary)
    for document in documents:
        path = folder / f"{document.id}.txt"
        if not path.is_file():
            problems.append(Problem(path.name, "text", "is not in the folder", "Put the document's text there"))
            continue
        facts = proof.all_facts(document, vocabulary)
        numbers, _ = accounts.numbers(document, facts, vocabulary)
        found = proof.faults(document, facts, numbers, proof.text(path.read_bytes()), vocabulary.number_words())
        problems += found
        seen = proof.counts(facts, numbers)
        print(f"{document.id}: {seen['tokens']:,} printed tokens, {seen['blank']:,} blank cells, {seen['used'] + seen['reasons']:,} numerals: {len(found)} faults")
    return problems


if __name__ == "__main__":
    sys.exit(main())
