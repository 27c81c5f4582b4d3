"""verify: checks every figure, answer and numeral against the texts of the documents, which are not
in the repository.

Reads the sources, the vocabulary and a folder of texts named <document_id>.txt. Writes nothing.
"""

import argparse
import sys
from pathlib import Path

from scripts.model import terms
from scripts.model.problems import Problem, tell
from scripts.model.runs import plainly
from scripts.official import found_in_files
from scripts.official.by_hand import FOLDER
from scripts.proof import against_text, one_document
from scripts.reading import sources, tidy


@plainly
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="verify", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument("document", nargs="?", help="one document's id; without it, all of them")
    parser.add_argument("--official", type=Path, help="folder of the official tables' files")
    options = parser.parse_args(arguments)
    if options.official and not options.documents:
        return against_official(root, options.official)
    if not options.documents:
        print(
            "NOT RUN: the check against the documents needs a folder of their texts. Give it "
            "with --documents FOLDER."
        )
        return 0
    made = tidy.make(root)
    problems = made.problems
    if not problems:
        problems = against(root, options.documents, options.document)
    if problems:
        tell(problems, "The figures are not proven.")
    also = against_official(root, options.official) if options.official else 0
    return 1 if problems or also else 0


def against_official(root: Path, folder: Path) -> int:
    """Every official figure against the file it came from; prints how many were found there."""
    proof = found_in_files.prove(root, folder)
    print(f"{FOLDER}: {proof.found:,} official figures found in their files")
    if proof.problems:
        tell(proof.problems, "The official figures are not proven.")
    return 1 if proof.problems else 0


def against(root: Path, folder: Path, only: str | None) -> list[Problem]:
    """Every fault of every document, or of one only, against its text; prints what was proven for
    each.
    """
    vocabulary = terms.read(root / "data/vocabulary")
    documents, problems = sources.read_all(root, vocabulary)
    chosen = [document for document in documents if only in (None, document.id)]
    if not chosen:
        problems.append(
            Problem(
                f"{sources.SOURCES}/{only}",
                "folder",
                "is not there",
                "Write the id of a document, which is its folder's name",
            )
        )
    for document in chosen:
        source, missing = against_text.read(folder, document.id)
        problems += missing
        if not source:
            continue
        proof = one_document.prove(document, source, vocabulary)
        problems += proof.problems
        seen = proof.counts
        print(
            f"{document.id}: {seen['tokens']:,} printed tokens, {seen['blank']:,} blank cells, "
            f"{seen['used'] + seen['reasons']:,} numerals: {len(proof.problems)} faults"
        )
    return problems


if __name__ == "__main__":
    sys.exit(main())
