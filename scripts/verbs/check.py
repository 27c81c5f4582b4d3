"""check: says all that is left to do and all that is wrong in one document, at once.

Does for one document what build, account and verify do. Reads its folder, the vocabulary, the
contract, and its text if it is there: in drafts/, or in the folder given. Writes in the document's
folder only what was left empty: the line of a row whose cells are printed on one line only, and
numbers.csv. That nothing is wrong with the vocabulary is kept in .cache.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scripts.model import certainty, contract, own_terms, terms
from scripts.model.contract import CONTRACT
from scripts.model.files import csv_text, read_json, read_rows, replace_file
from scripts.model.kept import Kept
from scripts.model.problems import Problem, together
from scripts.model.terms import Vocabulary
from scripts.proof import against_text, left_to_do, near_misses, one_document
from scripts.proof.against_text import Text
from scripts.reading import facts, keys, printed, sources, tidy
from scripts.reading.facts import Facts
from scripts.reading.sources import DESCRIPTOR, NUMBER_COLUMNS, NUMBERS, SOURCES, Document
from scripts.validations import guard
from scripts.verbs import account

DRAFTS = "drafts"
SOUND = "sound"  # all that is kept of the vocabulary: that nothing is wrong with it


class Report(NamedTuple):
    """What is left, what is wrong, and how many of how many numerals of the text have an account; 0
    of 0 without text.
    """

    proposed: list[left_to_do.Proposed]
    problems: list[Problem]
    accounted: int = 0
    numerals: int = 0


def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="check", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument("document", help="the document's id")
    options = parser.parse_args(arguments)
    report = checked(root, options.document, options.documents or root / DRAFTS)
    for line in said(options.document, report):
        print(line)
    return 1 if report.proposed or report.problems else 0


def checked(root: Path, name: str, texts: Path) -> Report:
    """Everything about one document. What can't be read at all is told alone: nothing else of it is
    known.
    """
    folder = f"{SOURCES}/{name}"
    if not (root / folder).is_dir():
        cure = "Write the id of a document, which is its folder's name"
        return Report([], [Problem(folder, "folder", "is not there", cure)])
    kept, key = Kept(root), keys.key_of_words(root)
    are_sound = kept.get(key) == SOUND
    terms_of_all = [contract.VOCABULARY, *own_terms.folders(root)]
    unfit = guard.problems_in(root, [folder], [])
    unfit += [] if are_sound else guard.problems_in(root, terms_of_all, [CONTRACT])
    if unfit:
        return Report([], unfit)
    vocabulary = terms.read(root / contract.VOCABULARY)
    source: Text | None = None
    missing: list[Problem] = []
    if (texts / f"{name}.txt").is_file():
        source, missing = against_text.read(texts, name)
    fill_lines(root, folder, source)
    document, problems = sources.read(root / folder, folder, vocabulary)
    problems += missing
    if document is None:
        started = unread(root, folder)
        return Report(list(left_to_do.proposed(started)) if started else [], problems)
    in_words = [] if are_sound else of_vocabulary(root)
    if not in_words:
        kept.put(key, SOUND)
    if source is None or against_text.wrong_text(document, source):
        read = facts.read(document, vocabulary)
        problems += [*reviewed(root, read, vocabulary), *in_words]
        problems += one_document.prove(document, source, vocabulary).problems if source else []
        return Report(list(left_to_do.proposed(document)), problems)
    standing, misses = near_misses.mended(document, source)
    as_printed = facts.read(standing, vocabulary)
    numbers = with_account(root, document, standing, as_printed, source, vocabulary)
    document, standing = document._replace(numbers=numbers), standing._replace(numbers=numbers)
    read = facts.read(document, vocabulary) if misses else as_printed._replace(document=document)
    problems += [*reviewed(root, read, vocabulary), *in_words]
    problems += one_document.proven(standing, as_printed, misses, source, vocabulary).problems
    proposals = list(left_to_do.proposed(document))
    return Report(proposals, problems, *accounted(document, source, vocabulary))


def fill_lines(root: Path, folder: str, source: Text | None) -> None:
    """Write the line of each row that names none and whose cells are printed on one line of its
    table only.
    """
    document = unread(root, folder) if source else None
    if document is None or source is None:
        return
    for table in document.descriptor["resources"]:
        rows = document.rows[table["name"]]
        if not all(row.get("line", "-") for row in rows):
            moved = near_misses.of_table(table, rows, source)
            found = near_misses.with_lines(rows, [each for each in moved if not each.row.first])
            replace_file(root / document.file(table["name"]), csv_text(list(rows[0]), found))


def unread(root: Path, folder: str) -> Document | None:
    """The document as it stands in its files, if there is enough of it; its faults are told by
    whoever reads it.
    """
    if not (root / folder / DESCRIPTOR).is_file():
        return None
    descriptor = read_json(root / folder / DESCRIPTOR)
    if not sources.is_described(descriptor):
        return None
    paths = {table["name"]: root / folder / table["path"] for table in descriptor["resources"]}
    if not all(path.is_file() for path in paths.values()):
        return None
    rows = {table: read_rows(path) for table, path in paths.items()}
    return Document(descriptor["name"], folder, descriptor, rows, [])


def with_account(
    root: Path,
    document: Document,
    standing: Document,
    read: Facts,
    source: Text,
    vocabulary: Vocabulary,
) -> list[dict[str, str]]:
    """The rows of numbers.csv, brought up to date: reasons that are there stay, what is not sure
    gets a `?`. `standing` has its rows where they are printed, and `read` are its facts.
    """
    rows = list(account.draft(standing, read, source, vocabulary))
    is_there = (root / document.folder / NUMBERS).is_file()
    if not is_there or in_order(rows) != in_order(document.numbers):
        replace_file(root / document.folder / NUMBERS, csv_text(NUMBER_COLUMNS, rows))
    return rows


def in_order(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """The rows in one order: people may keep the numerals of a line in another."""
    return sorted(tuple(row[column] for column in NUMBER_COLUMNS) for row in rows)


def reviewed(root: Path, read: Facts, vocabulary: Vocabulary) -> list[Problem]:
    """What build says of the document that these are the facts of: its laws, sums and claims, also
    those about documents that it names.
    """
    document = read.document
    others, _ = named_with_it(root, document, vocabulary)
    theirs = [facts.read(other, vocabulary) for other in others]
    unaccounted = sources.unaccounted(root, [document])
    found = [*tidy.review([read, *theirs], vocabulary), *unaccounted]
    return [problem for problem in found if problem.file.startswith(f"{document.folder}/")]


def of_vocabulary(root: Path) -> list[Problem]:
    """New terms that do not fit: a key that stands twice, other columns, or a word of another table
    that is none there.
    """
    described = read_json(root / CONTRACT)
    if unfit := list(contract.vocabulary_problems(root, described)):
        return unfit
    folder = f"{contract.VOCABULARY}/"
    tables = [table for table in described["resources"] if table["path"].startswith(folder)]
    names = {table["name"] for table in tables}
    within = [{**table, "schema": with_keys(table["schema"], names)} for table in tables]
    if not certainty.uncertain({**described, "resources": within}, root):
        return []
    from scripts.model import validity  # both are slow to load and seldom needed
    from scripts.validations import whole_package

    faults = validity.explained({**described, "resources": within}, root)
    return list(whole_package.told(root, CONTRACT, faults))


def with_keys(schema: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The schema with those keys only that lead to tables of these names, or to its own."""
    keys = schema.get("foreignKeys", [])
    kept = [key for key in keys if key["reference"]["resource"] in names | {""}]
    return {**schema, "foreignKeys": kept}


def named_with_it(
    root: Path, document: Document, vocabulary: Vocabulary
) -> tuple[list[Document], list[Problem]]:
    """The other documents whose figures its claims name."""
    claims = str(document.descriptor.get("claims", []))
    ids = [path.name for path in sources.folders(root) if path.name != document.id]
    named = [each for each in ids if f"'{each}/" in claims]
    read = [sources.read(root / SOURCES / each, f"{SOURCES}/{each}", vocabulary) for each in named]
    documents = [other for other, _ in read if other is not None]
    return documents, [problem for _, problems in read for problem in problems]


def accounted(document: Document, source: Text, vocabulary: Vocabulary) -> tuple[int, int]:
    """How many numerals of the text are figures or have a reason, and how many there are.
    numbers.csv is up to date.
    """
    words = vocabulary.numeral_words()
    total = sum(len(printed.numerals(line, words)) for line in source.lines)
    without = sum(row["reason"].startswith(terms.MARK) for row in document.numbers)
    return total - without, total


def said(name: str, report: Report) -> Iterator[str]:
    """The report in lines: how far it is, what is left in order, what is wrong with its cure."""
    if report.numerals:
        share = 100 * report.accounted // report.numerals
        yield (
            f"{name}: {report.accounted} of {report.numerals} numbers of its text are accounted "
            f"for ({share}%)."
        )
    else:
        yield (
            f"{name}: not compared with its text. Put it into {DRAFTS}/{name}.txt, or give its "
            "folder: DOCUMENTS=folder."
        )
    tasks = left_to_do.tasks(report.proposed)
    words = {repr(each.word) for each in report.proposed}
    wrong = [each for each in together(report.problems) if not is_task(each, words)]
    if tasks:
        yield f"Left to do, in this order ({len(tasks)}):"
        yield from (f"  {number}. {task}" for number, task in enumerate(tasks, start=1))
    if wrong:
        yield f"Wrong ({len(wrong)}):"
        yield from (f"  {problem}" for problem in wrong)
    if not tasks and not wrong:
        yield "Nothing is left and nothing is wrong. Now: make build"


def is_task(problem: Problem, words: set[str]) -> bool:
    """Whether a problem only says again that a word is not confirmed, which is said under what is
    left. A word of the descriptor is told again at each cell that it is about.
    """
    only_proposed = problem.what.startswith("is only proposed")
    return only_proposed or any(problem.what.startswith(word) for word in words)


if __name__ == "__main__":
    sys.exit(main())
