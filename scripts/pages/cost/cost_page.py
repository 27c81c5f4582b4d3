"""What the project's steps cost and what the site weighs, as the benchmark measured it. No page
where nothing was measured.

Reads benchmarks/results.csv: command, what, size (mostly a number of documents, or empty),
median, unit.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.pages import addresses
from scripts.pages.rendering import Page, page

RESULTS = Path("benchmarks/results.csv")


class Line(NamedTuple):
    """What was measured, its unit, and the median at each size that it was measured at."""

    what: str
    unit: str
    medians: dict[str, str]


class Command(NamedTuple):
    """A command with what was measured of it, at the numbers of documents it was tried with."""

    name: str
    sizes: list[str]
    lines: list[Line]


def pages(package: Package) -> Iterator[Page]:
    if found := commands(package):
        yield page(
            "cost/costs.html",
            addresses.COSTS,
            "What it costs",
            "Seconds, memory, bytes and files, measured with made-up documents of growing number.",
            package,
            commands=found,
        )


def commands(package: Package) -> list[Command]:
    """Every command that was measured, in the order of the file."""
    path = package.root / RESULTS
    rows = read_rows(path) if path.is_file() else []
    return [
        command(name, [row for row in rows if row["command"] == name])
        for name in dict.fromkeys(row["command"] for row in rows)
    ]


def command(name: str, rows: list[dict[str, str]]) -> Command:
    """The rows of one command as a table: a line for each thing, a column for each size."""
    sizes = sorted({row["size"] for row in rows}, key=by_number)
    medians: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        medians.setdefault((row["what"], row["unit"]), {})[row["size"]] = row["median"]
    lines = [Line(what, unit, found) for (what, unit), found in medians.items()]
    return Command(name, sizes, lines)


def by_number(size: str) -> tuple[int, str]:
    """Numbers of documents in their order, what is no number before them."""
    return (int(size), "") if size.isdecimal() else (-1, size)
