"""Writes what a benchmark found into results.csv, beside what others found: nothing of the machine
that it ran on, and no time of day.
"""

import csv
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

RESULTS = Path(__file__).with_name("results.csv")


class Result(NamedTuple):
    """The median of several runs of one thing at one size, in a unit. `size` may be empty."""

    command: str
    what: str
    size: str
    median: str
    unit: str


def write(command: str, found: Iterable[Result], path: Path = RESULTS) -> None:
    """Put the results of a command in the place of those that it had."""
    rows: list[Result] = [result for result in read(path) if result.command != command]
    rows += found
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Result._fields)
        writer.writerows(sorted(rows, key=attrgetter("command")))


def read(path: Path = RESULTS) -> list[Result]:
    """What all commands found; nothing where nobody has written yet."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [Result(**row) for row in csv.DictReader(file)]
