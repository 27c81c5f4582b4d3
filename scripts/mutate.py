"""mutate: corrupts every cell of every source table in turn, and measures how many corruptions the checks notice.

With --documents FOLDER the texts help; without them only the checks among the numbers do. Prints the share by table, and
writes it with --write to data/mutation.csv, which the site shows.
"""

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from scripts.dataset import corruptions, detection, proof, sources, terms
from scripts.ground.files import csv_text

COLUMNS = ["table_id", "corruptions", "noticed_by_checks", "noticed_with_text"]
WORLD: list[detection.World] = []


def main(root: Path = Path(), arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, help="folder of the documents' texts")
    parser.add_argument("--write", action="store_true", help="write data/mutation.csv")
    parser.add_argument("--survivors", type=int, default=20, help="how many unnoticed corruptions to print")
    options = parser.parse_args(arguments)
    rows, survivors = measure(root, options.documents)
    for survivor in survivors[: options.survivors]:
        print("not noticed:", survivor)
    report(rows)
    if options.write:
        (root / "data/mutation.csv").write_text(csv_text(COLUMNS, rows), encoding="utf-8", newline="\n")
    return 0


def measure(root: Path, documents: Path | None) -> tuple[list[dict], list[str]]:
    """One row a table, and the corruptions that nothing noticed."""
    vocabulary = terms.read(root / "data/vocabulary")
    read, _ = sources.read_all(root, vocabulary)
    texts = {document.id: proof.text((documents / f"{document.id}.txt").read_bytes()) for document in read} if documents else {}
    WORLD[:] = [detection.world(read, vocabulary, texts)]
    places = [(number, table["name"]) for number, document in enumerate(read) for table in document.descriptor["resources"]]
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        results = list(pool.map(measure_table, places))
    return [row for row, _ in results], [survivor for _, found in results for survivor in found]


def measure_table(place: tuple[int, str]) -> tuple[dict, list[str]]:
    """Corrupts one table in every way; counts what is noticed without and with the text."""
    before = WORLD[0]
    document = before.documents[place[0]]
    table = next(table for table in document.descriptor["resources"] if table["name"] == place[1])
    if detection.noticed_by_checks(before, document, table, document.rows[place[1]]):
        raise SystemExit(f"{document.id}/{place[1]}: is refused without any corruption; run make build first")
    seen, survivors = Counter(), []
    for corruption in corruptions.of_table(table, document.rows[table["name"]]):
        by_checks = detection.noticed_by_checks(before, document, table, corruption.rows)
        with_text = by_checks or (bool(before.texts) and detection.noticed_by_text(before, document, table, corruption.rows))
        seen.update({"all": 1, "checks": by_checks, "text": with_text})
        if not with_text:
            survivors.append(f"{document.id}/{table['name']}, row {corruption.row + 1}, {corruption.column}: {corruption.kind}")
    row = {"table_id": detection.table_id(document, table), "corruptions": seen["all"], "noticed_by_checks": seen["checks"], "noticed_with_text": seen["text"] if before.texts else ""}
    return row, survivors


def report(rows: list[dict]) -> None:
    for row in rows:
        with_text = f", {share(row['noticed_with_text'], row['corruptions'])} with the text" if row["noticed_with_text"] != "" else ""
        print(f"{row['table_id']}: {row['corruptions']} corruptions, {share(row['noticed_by_checks'], row['corruptions'])} noticed by checks{with_text}")
    total = {key: sum(int(row[key] or 0) for row in rows) for key in COLUMNS[1:]}
    print(f"all tables: {total['corruptions']:,} corruptions, {share(total['noticed_by_checks'], total['corruptions'])} noticed by checks, {share(total['noticed_with_text'], total['corruptions'])} with the text")


def share(part: int, whole: int) -> str:
    """A percentage cut off, not rounded: 99.96 is never 100."""
    return f"{int(1000 * part / whole) / 10:.1f}%" if whole else "-"


if __name__ == "__main__":
    sys.exit(main())
