"""new: drafts a document's source folder from the publisher's file, for a person to finish.

Reads the file and the vocabulary. Writes data/sources/<id>/ and, outside it, drafts/<id>.txt (the
text that everything is proven against), drafts/<id>-numbers.csv (each number with the words round
it), drafts/<id>-words.csv (words such as `all` that may stand for a number) and
drafts/<id>-claims.csv (sums, shares and repeats that its numbers seem to make). Writes nothing over
what is there.
"""

import argparse
import json
import sys
from pathlib import Path

from scripts.importing import claims_proposed, memory, reader, request_reply
from scripts.importing.drafting import NUMBER_COLUMNS, Draft, draft
from scripts.importing.extraction import Extraction, Unreadable
from scripts.importing.suggestions import Suggester
from scripts.model import contract, own_terms, terms
from scripts.model.files import csv_text, replace_folder
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.reading import printed, sources

DRAFTS = "drafts"
REFUSED = "Nothing was written."


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="new", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("file", type=Path, help="the publisher's file")
    parser.add_argument("--name", help="the document's id; without it, the file's name")
    parser.add_argument("--request", help="the request that the file answers, if it is known")
    options = parser.parse_args(arguments)
    name = options.name or printed.slug(options.file.stem)
    problems = name_problems(root, name) + request_problems(root, options.request)
    try:
        extraction = reader.read(options.file)
    except Unreadable as fault:
        problems.append(Problem(options.file.name, "file", fault.what, fault.cure))
    if problems:
        tell(problems, REFUSED)
        return 1
    made = drafted(root, name, extraction)
    if options.request:
        vocabulary = terms.read(root / contract.VOCABULARY)
        made = request_reply.with_answers(made, options.request, extraction, vocabulary)
    write(root, name, extraction, made)
    report(name, made)
    return 0


def name_problems(root: Path, name: str) -> list[Problem]:
    if printed.slug(name) != name or not name:
        return [Problem(name, "name", "is no id", "Use lower-case letters, digits and hyphens")]
    taken = [place for place in (sources.SOURCES, DRAFTS) if list((root / place).glob(f"{name}*"))]
    return [
        Problem(
            f"{place}/{name}",
            "folder",
            "is there already",
            "Choose another --name, or move it away",
        )
        for place in taken
    ]


def request_problems(root: Path, request: str | None) -> list[Problem]:
    if request is None:
        return []
    known = terms.read(root / contract.VOCABULARY)["requests"]
    if request in known:
        return []
    what = f"{request!r} is not in {contract.VOCABULARY}/requests.csv"
    cure = f"Write one that is there ({', '.join(known)}), or leave it out"
    return [Problem("--request", "request", what, cure)]


def drafted(root: Path, name: str, extraction: Extraction) -> Draft:
    """The draft, with suggestions from the vocabulary and from what earlier documents did."""
    vocabulary = terms.read(root / contract.VOCABULARY)
    earlier, _ = sources.read_all(root, vocabulary)
    remembered = memory.remembered(earlier, vocabulary)
    suggester = Suggester(vocabulary["measures"], remembered.words)
    return draft(name, extraction, vocabulary, suggester, remembered)


def write(root: Path, name: str, extraction: Extraction, made: Draft) -> None:
    (root / DRAFTS).mkdir(exist_ok=True)
    (root / DRAFTS / f"{name}.txt").write_text(extraction.text, encoding="utf-8", newline="\n")
    rows = [{"row": row, "words": words} for row, words in made.beside.items()]
    beside = csv_text(["row", "words"], rows)
    (root / DRAFTS / f"{name}-numbers.csv").write_text(beside, encoding="utf-8", newline="\n")
    words = csv_text(["line", "word", "words"], made.worded)
    (root / DRAFTS / f"{name}-words.csv").write_text(words, encoding="utf-8", newline="\n")
    claims = [
        {"rule": each.rule, "number": each.whole.printed, "line": each.whole.line, "of": each.words}
        for each in claims_proposed.proposed(made.tables, made.spoken)
    ]
    text = csv_text(["rule", "number", "line", "of"], claims)
    (root / DRAFTS / f"{name}-claims.csv").write_text(text, encoding="utf-8", newline="\n")
    replace_folder(root / sources.SOURCES / name, lambda folder: fill(folder, made))


def fill(folder: Path, made: Draft) -> None:
    files = {f"{table}.csv": csv_text(*written) for table, written in made.tables.items()}
    files[sources.NUMBERS] = csv_text(NUMBER_COLUMNS, made.numbers)
    files[sources.DESCRIPTOR] = json.dumps(made.descriptor, indent=1, ensure_ascii=False) + "\n"
    if made.publisher:
        (folder / own_terms.OWN).mkdir()
        text = csv_text(list(made.publisher._fields), [made.publisher])
        files[f"{own_terms.OWN}/publishers.csv"] = text
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")


def report(name: str, made: Draft) -> None:
    tables = [table for table in made.tables if table != "prose"]
    cells = sum(
        len(rows) * (len(columns) - 2)
        for table, (columns, rows) in made.tables.items()
        if table in tables
    )
    prose = len(made.beside)
    print(
        f"{sources.SOURCES}/{name}: {len(tables)} tables with {cells} cells, {prose} numbers "
        "in sentences,"
    )
    print(
        f"{len(made.numbers)} other numbers with a likely reason. The text is {DRAFTS}/{name}.txt."
    )
    print(
        "Now replace each word that begins with ?, until nothing is left: make check "
        f"DOCUMENT={name}"
    )


if __name__ == "__main__":
    sys.exit(main())
