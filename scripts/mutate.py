"""mutate: corrupts every cell of every source table in turn, and measures how many corruptions the checks notice.

With --documents FOLDER the texts help; without them only the checks among the numbers do. Prints the share by table. With
--write it writes data/measured, which the site shows. Exit code 1 where less is noticed than we promise, or where
data/measured is not what was measured now.
"""

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from scripts.dataset import contract, corruptions, detection, proof, sources, terms, tidy
from scripts.ground.files import csv_text, replace_folder
from scripts.ground.problems import Problem, tell

MEASURED = "data/measured"
COLUMNS = ["table_id", "corruptions", "noticed_by_checks", "noticed_with_text"]
SURVIVOR_COLUMNS = ["table_id", "source_row", "source_column", "kind", "reason"]
LEAST_WITH_TEXT, LEAST_WITHOUT = 0.995, 0.90
REASONS = {
    "period shifted": "The document prints no year for it.",
    "neighbouring cells swapped": "One of the two cells is blank, because the text has lost it; nothing tells which.",
    "blank for number": "Blank cells are printed in the same column, so a blank is allowed.",
    "zero for blank": "A 0 changes no sum.",
}
OTHER_REASON = "No printed word or number of the document contradicts it."
WORLD: list[detection.World] = []


def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument("--write", action="store_true", help="write data/measured (needs --documents)")
    options = parser.parse_args(arguments)
    if options.write and not options.documents:
        parser.error("--write needs --documents: what the texts notice is measured with them")
    before, problems = read(root, options.documents)
    if problems:
        tell(problems, "Nothing was measured.")
        return 1
    rows, survivors = measure(before)
    report(rows, survivors if options.documents else [])
    files = {"mutation.csv": csv_text(COLUMNS, rows), "survivors.csv": csv_text(SURVIVOR_COLUMNS, survivors)}
    if options.write:
        replace_folder(root / MEASURED, lambda folder: write(folder, files))
    stale = bool(options.documents) and is_stale(root / MEASURED, files)
    return 1 if broken_promises(rows, detection.with_totals_or_rates(before), bool(options.documents)) or stale else 0


def read(root: Path, documents: Path | None) -> tuple[detection.World, list[Problem]]:
    """All documents with their texts, and why they cannot be measured: what does not build, or has no text."""
    problems = tidy.make(root).problems
    if problems:
        return detection.world([], terms.Vocabulary(), {}), problems
    vocabulary = terms.read(root / contract.VOCABULARY)
    found, _ = sources.read_all(root, vocabulary)
    texts = {document.id: proof.read(documents, document.id) for document in found} if documents else {}
    missing = [problem for _, faults in texts.values() for problem in faults]
    return detection.world(found, vocabulary, {key: text for key, (text, _) in texts.items() if text}), missing


def measure(before: detection.World) -> tuple[list[dict], list[dict]]:
    """One row a table, and the corruptions that nothing noticed."""
    WORLD[:] = [before]
    places = [(number, table["name"]) for number, document in enumerate(before.documents) for table in document.descriptor["resources"]]
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        results = list(pool.map(measure_table, places))
    return [row for row, _ in results], [survivor for _, found in results for survivor in found]


def measure_table(place: tuple[int, str]) -> tuple[dict, list[dict]]:
    """Corrupts one table in every way; counts what is noticed without and with the text."""
    before = WORLD[0]
    document = before.documents[place[0]]
    table = next(table for table in document.descriptor["resources"] if table["name"] == place[1])
    table_id = detection.table_id(document, table)
    if detection.noticed_by_checks(before, document, table, document.rows[place[1]]):
        raise SystemExit(f"{table_id}: is refused without any corruption. Run make build first.")
    seen, survivors = Counter(), []
    for corruption in corruptions.of_table(table, document.rows[table["name"]]):
        by_checks = detection.noticed_by_checks(before, document, table, corruption.rows)
        with_text = by_checks or (bool(before.texts) and detection.noticed_by_text(before, document, table, corruption.rows))
        seen.update({"all": 1, "checks": by_checks, "text": with_text})
        survivors += [] if with_text else [survivor(table_id, corruption)]
    return dict(zip(COLUMNS, (table_id, seen["all"], seen["checks"], seen["text"]), strict=True)), survivors


def survivor(table_id: str, corruption: corruptions.Corruption) -> dict:
    reason = REASONS.get(corruption.kind, OTHER_REASON)
    return dict(zip(SURVIVOR_COLUMNS, (table_id, corruption.row + 1, corruption.column, corruption.kind, reason), strict=True))


def report(rows: list[dict], survivors: list[dict]) -> None:
    for row in survivors:
        print(f"not noticed: {row['table_id']}, row {row['source_row']}, {row['source_column']}: {row['kind']}. {row['reason']}")
    for row in [*rows, total(rows)]:
        print(f"{row['table_id']}: {row['corruptions']:,} corruptions, {shown(row, 'noticed_by_checks')} noticed without the text, {shown(row, 'noticed_with_text')} with it")


def total(rows: list[dict]) -> dict:
    return {"table_id": "all tables", **{key: sum(row[key] for row in rows) for key in COLUMNS[1:]}}


def share(row: dict, key: str) -> float:
    return row[key] / row["corruptions"] if row["corruptions"] else 1


def shown(row: dict, key: str) -> str:
    """A percentage cut off, not rounded: 99.96 is never 100."""
    return f"{int(1000 * share(row, key)) / 10:.1f}%"


def broken_promises(rows: list[dict], promised: set[str], with_text: bool) -> bool:
    """Whether the texts notice too little in all, or the checks too little in a table that prints totals or rates."""
    weak = [row for row in rows if row["table_id"] in promised and share(row, "noticed_by_checks") < LEAST_WITHOUT]
    for row in weak:
        print(f"{row['table_id']}: prints totals or rates, and only {shown(row, 'noticed_by_checks')} is noticed. Declare its claims, or add control sums.", file=sys.stderr)
    few = with_text and share(total(rows), "noticed_with_text") < LEAST_WITH_TEXT
    if few:
        print(f"all tables: less than {LEAST_WITH_TEXT:.1%} is noticed with the texts.", file=sys.stderr)
    return bool(weak) or few


def is_stale(folder: Path, files: dict[str, str]) -> bool:
    """Whether the shares that the site shows are others than those measured now."""
    old = [name for name, text in files.items() if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text]
    for name in old:
        print(Problem(f"{MEASURED}/{name}", "file", "is not what was measured now", "Run the same command with --write"), file=sys.stderr)
    return bool(old)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
