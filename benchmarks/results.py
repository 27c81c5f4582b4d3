"""Writes what benchmarks found into results.csv, which the site shows: nothing of the machine that
they ran on, and no time of day.
"""

import csv
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

RESULTS = Path(__file__).with_name("results.csv")


class Result(NamedTuple):
    """One row: the median of several runs of a command at a number of documents."""

    command: str
    what: str
    size: int
    median: str
    unit: str


def write(found: Iterable[Result], path: Path = RESULTS) -> None:
    """Put results in the place of those that their commands had; others stay."""
    new = list(found)
    commands = {result.command for result in new}
    rows = [result for result in read(path) if result.command not in commands] + new
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Result._fields)
        writer.writerows(sorted(rows, key=attrgetter("command")))


def read(path: Path = RESULTS) -> list[Result]:
    """What all commands found; nothing where nobody has written yet."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [result(row) for row in csv.DictReader(file)]


def result(row: dict[str, str]) -> Result:
    return Result(row["command"], row["what"], int(row["size"]), row["median"], row["unit"])
