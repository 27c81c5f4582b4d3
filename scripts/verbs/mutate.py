"""mutate: corrupts every cell and heading of every source table in turn, and measures how many
corruptions the checks notice.

With --documents FOLDER the texts help; without them only the checks among the numbers do. Prints
the share by table and by kind of corruption. With --write it writes data/measured, which the site
shows. With --official FOLDER the official tables are corrupted instead, and --write writes
data/official/official_mutation.csv. Exit code 1 where less is noticed than we promise, where no
reason is known for what was not, or where the file is not what was measured now.
"""

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from scripts import tied
from scripts.model import contract, terms
from scripts.model.files import csv_text, replace_file, replace_folder
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.official import by_hand, corrupted
from scripts.proof import against_text, corruptions, detection, survivors
from scripts.reading import sources, tidy

MEASURED = "data/measured"
CELLS = ["corruptions", "noticed_by_checks", "noticed_with_text"]
HEADINGS = [f"headings_{column}" for column in CELLS]
COLUMNS = {
    "mutation.csv": ["table_id", *CELLS, *HEADINGS],
    "mutation_by_kind.csv": ["kind", *CELLS],
    "survivors.csv": [
        "table_id",
        "source_row",
        "source_column",
        "swapped_with",
        "kind",
        "reason",
    ],
}
LEAST_WITH_TEXT, LEAST_WITHOUT = 0.998, 0.90
WORLD: list[detection.World] = []


@alone
def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mutate", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument(
        "document", nargs="?", help="the id of one document, if only that is to be measured"
    )
    parser.add_argument(
        "--write", action="store_true", help="write data/measured (needs --documents)"
    )
    parser.add_argument(
        "--official",
        type=Path,
        help="folder of the official tables' files: corrupts the official tables instead",
    )
    options = parser.parse_args(arguments)
    if options.write and not (options.documents or options.official):
        parser.error("--write needs --documents: what the texts notice is measured with them")
    if options.write and options.document:
        parser.error("--write is for all documents together")
    if options.official:
        return official(root, options.official, options.write)
    before, problems = read(root, options.documents, options.document)
    if problems:
        tell(problems, "Nothing was measured.")
        return 1
    tables = measured(before, options.document)
    report(tables)
    files = {name: csv_text(COLUMNS[name], rows) for name, rows in tables.items()}
    if options.write:
        kept = beside(root)
        replace_folder(root / MEASURED, lambda folder: write(folder, kept | files))
    stale = bool(options.documents) and not options.document and is_stale(root / MEASURED, files)
    return (
        1
        if broken_promises(tables, detection.with_totals_or_rates(before), bool(options.documents))
        or stale
        else 0
    )


def official(root: Path, folder: Path, is_written: bool) -> int:
    """Corrupts official figures and mapping, and prints what is noticed. 1 if too few figures are
    noticed, or if the counts that the site shows are others.
    """
    tidy = {path.name: path.read_text(encoding="utf-8") for path in (root / "data/tidy").glob("*")}
    found = [*corrupted.figures(root, folder), *corrupted.mapping(root, tidy)]
    totals: dict[str, Counter[str]] = {}
    for counted in found:
        print(f"{counted.table}, {counted.column}: {counted.noticed:,} of {counted.corruptions:,}")
        for name in counted.missed:
            print(f"not noticed: {counted.table}, {name}, {counted.column}")
        more = Counter(corruptions=counted.corruptions, noticed=counted.noticed)
        totals.setdefault(counted.table, Counter()).update(more)
    for table, total in totals.items():
        print(f"{table}: {total['noticed']:,} of {total['corruptions']:,} corruptions noticed")
    text = csv_text(corrupted.COLUMNS, [corrupted.row(counted) for counted in found])
    if is_written:
        replace_file(root / by_hand.FOLDER / corrupted.MEASURED, text)
    stale = is_stale(root / by_hand.FOLDER, {corrupted.MEASURED: text}, by_hand.FOLDER)
    of_figures = totals["official_figures"]
    return int(stale or of_figures["noticed"] < LEAST_WITH_TEXT * of_figures["corruptions"])


def read(
    root: Path, documents: Path | None, only: str | None
) -> tuple[detection.World, list[Problem]]:
    """All documents, with the texts of those to be measured; and why they cannot be: what does not
    build, or has no text.
    """
    problems = tidy.make(root).problems
    if problems:
        return detection.world([], terms.Vocabulary(), {}), problems
    vocabulary = terms.read(root / contract.VOCABULARY)
    found, _ = sources.read_all(root, vocabulary)
    chosen = [document.id for document in found if only in (None, document.id)]
    texts = (
        {document_id: against_text.read(documents, document_id) for document_id in chosen}
        if documents
        else {}
    )
    missing = [problem for _, faults in texts.values() for problem in faults]
    if not chosen:
        missing.append(
            Problem(
                f"{sources.SOURCES}/{only}",
                "folder",
                "is not there",
                "Write the id of a document, which is its folder's name",
            )
        )
    return detection.world(
        found, vocabulary, {key: text for key, (text, _) in texts.items() if text}
    ), missing


def measured(before: detection.World, only: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """The rows of each file: shares by table, shares by kind of corruption, and the corruptions
    that even the texts did not notice.
    """
    WORLD[:] = [before]
    places = [
        (number, table["name"])
        for number, document in enumerate(before.documents)
        if only in (None, document.id)
        for table in document.descriptor["resources"]
    ]
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), initializer=tied.tie) as pool:
        results = list(pool.map(measure_table, places))
    by_kind: dict[str, Counter[str]] = {}
    for result in results:
        for kind, counted in result.by_kind.items():
            by_kind.setdefault(kind, Counter()).update(counted)
    return {
        "mutation.csv": [result.row for result in results],
        "mutation_by_kind.csv": [
            {"kind": kind, **{column: counted[column] for column in CELLS}}
            for kind, counted in sorted(by_kind.items())
        ],
        "survivors.csv": [survivor for result in results for survivor in result.survivors],
    }


class Measured(NamedTuple):
    """A table's row of mutation.csv, what was noticed by kind of corruption, and what was not."""

    row: dict[str, Any]
    by_kind: dict[str, Counter[str]]
    survivors: list[dict[str, Any]]


def measure_table(place: tuple[int, str]) -> Measured:
    """Corrupts one table in every way; counts what is noticed without and with the text."""
    before = WORLD[0]
    document, name = before.documents[place[0]], place[1]
    table, rows = (
        next(table for table in document.descriptor["resources"] if table["name"] == name),
        document.rows[name],
    )
    table_id = detection.table_id(document, table)
    if detection.noticed_by_checks(before, document, table, rows):
        raise SystemExit(f"{table_id}: is refused without any corruption. Run make build first.")
    seen: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = {}
    missed: list[dict[str, Any]] = []
    chosen = corruptions.terms(before.vocabulary)
    for corruption in corruptions.of_table(table, rows, chosen):
        by_checks = detection.noticed_by_checks(before, document, corruption.table, corruption.rows)
        with_text = by_checks or (
            bool(before.texts)
            and detection.noticed_by_text(before, document, corruption.table, corruption.rows)
        )
        counted = {"corruptions": 1, "noticed_by_checks": by_checks, "noticed_with_text": with_text}
        by_kind.setdefault(corruption.kind, Counter()).update(counted)
        seen.update(
            counted
            if corruption.row is not None
            else {f"headings_{column}": number for column, number in counted.items()}
        )
        missed += (
            []
            if with_text or not before.texts
            else [survivor(table_id, corruption, rows, before.texts[document.id])]
        )
    return Measured(
        {"table_id": table_id, **{column: seen[column] for column in CELLS + HEADINGS}},
        by_kind,
        missed,
    )


def survivor(
    table_id: str,
    corruption: corruptions.Corruption,
    rows: list[dict[str, str]],
    source: against_text.Text,
) -> dict[str, Any]:
    row = "" if corruption.row is None else corruption.row + 1
    said = survivors.reason(corruption, rows, source)
    return dict(
        zip(
            COLUMNS["survivors.csv"],
            (table_id, row, corruption.column, corruption.other, corruption.kind, said),
            strict=True,
        )
    )


def report(tables: dict[str, list[dict[str, Any]]]) -> None:
    for row in tables["survivors.csv"]:
        print(
            f"not noticed: {row['table_id']}, row {row['source_row'] or 'of headings'}, "
            f"{place_of(row)}: {row['kind']}. {row['reason']}"
        )
    for row in [
        *tables["mutation.csv"],
        *tables["mutation_by_kind.csv"],
        total(tables["mutation_by_kind.csv"]),
    ]:
        print(
            f"{row.get('table_id') or row['kind']}: {row['corruptions']:,} corruptions, "
            f"{shown(row, 'noticed_by_checks')} noticed without the text, "
            f"{shown(row, 'noticed_with_text')} with it"
        )


def total(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": "all tables, headings too",
        **{column: sum(row[column] for row in rows) for column in CELLS},
    }


def share(row: dict[str, Any], key: str) -> float:
    return float(row[key] / row["corruptions"]) if row["corruptions"] else 1


def shown(row: dict[str, Any], key: str) -> str:
    """A percentage cut off, not rounded: 99.96 is never 100."""
    return f"{int(1000 * share(row, key)) / 10:.1f}%"


def place_of(row: dict[str, str]) -> str:
    """Where in its table a corruption was that nothing noticed."""
    if row["source_column"]:
        return " and ".join(filter(None, (row["source_column"], row["swapped_with"])))
    return "a row" if row["source_row"] else "what holds for the whole table"


def broken_promises(
    tables: dict[str, list[dict[str, Any]]], promised: set[str], with_text: bool
) -> list[str]:
    """Where the texts notice too little in all, or the checks too little in a table that prints
    totals or rates; told one by one.
    """
    weak = [
        row
        for row in tables["mutation.csv"]
        if row["table_id"] in promised and share(row, "noticed_by_checks") < LEAST_WITHOUT
    ]
    broken = [
        (
            f"{row['table_id']}: prints totals or rates, and only "
            f"{shown(row, 'noticed_by_checks')} is noticed of {LEAST_WITHOUT:.0%} at least. "
            "Declare its claims, or add control sums or counts."
        )
        for row in weak
    ]
    if (
        with_text
        and share(total(tables["mutation_by_kind.csv"]), "noticed_with_text") < LEAST_WITH_TEXT
    ):
        broken.append(
            f"all tables: less than {LEAST_WITH_TEXT:.1%} is noticed with the texts. Add a "
            "check that notices what is listed."
        )
    unexplained = [row for row in tables["survivors.csv"] if row["reason"] == survivors.NO_REASON]
    broken += [
        f"{row['table_id']}: {row['kind']} in {place_of(row)} is not noticed, and no reason is "
        "known. Add a check, or the reason."
        for row in unexplained
    ]
    for sentence in broken:
        print(sentence, file=sys.stderr)
    return broken


def is_stale(folder: Path, files: dict[str, str], named: str = MEASURED) -> bool:
    """Whether the shares that the site shows are others than those measured now."""
    old = [
        name
        for name, text in files.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    for name in old:
        print(
            Problem(
                f"{named}/{name}",
                "file",
                "is not what was measured now",
                "Run the same command with --write",
            ),
            file=sys.stderr,
        )
    return bool(old)


def beside(root: Path) -> dict[str, str]:
    """The other files of the folder, as text: what else was measured stays."""
    others = (path for path in sorted((root / MEASURED).glob("[!.]*")) if path.name not in COLUMNS)
    return {path.name: path.read_text(encoding="utf-8") for path in others}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
