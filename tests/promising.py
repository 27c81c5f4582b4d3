"""Promises are tests that say so: what is promised, how often it was tried and how often it held.

`@pytest.mark.promise("what we promise")` stands over a test or a file of tests. Each test is one
trial, unless it says with `record_property("tried", number)` that it made more, and with `"held"`
that fewer held than it tried. `--tries N` asks those that try at random for N trials, and
`--write-promises FILE` writes what was seen, as CSV; a run of some tests only leaves the rows of
other promises as they are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.model.files import csv_text, read_rows, replace_file

COLUMNS = ["promise", "tried", "held"]
FEW = 6
KINDS = {
    "data/sources": "sources",
    "data/vocabulary": "vocabulary",
    "docs/charts": "charts",
    "docs/corrections": "corrections",
    "docs": "prose",
}


class Seen(NamedTuple):
    """One test of a promise: how often it tried, and how often that held."""

    promise: str
    tried: int
    held: int


def of_report(report: pytest.TestReport) -> list[Seen]:
    """What a finished test saw of the promises that it is about; a test that did not run saw
    nothing.
    """
    told = dict(report.user_properties)
    ran = report.when == "call" and not report.skipped
    broke = report.when != "call" and report.failed
    if "promise" not in told or not (ran or broke):
        return []
    tried = int(str(told.get("tried", 1)))
    held = int(str(told.get("held", tried))) if report.passed else 0
    return [Seen(str(told["promise"]), tried, held)]


def rows(seen: Iterable[Seen]) -> list[dict[str, str]]:
    """One row per promise, in the order of the alphabet. A test that failed held none of its
    trials.
    """
    tried: dict[str, int] = {}
    held: dict[str, int] = {}
    for one in seen:
        tried[one.promise] = tried.get(one.promise, 0) + one.tried
        held[one.promise] = held.get(one.promise, 0) + one.held
    return [
        {"promise": name, "tried": str(tried[name]), "held": str(held[name])}
        for name in sorted(tried)
    ]


def write(path: Path, seen: Iterable[Seen], all_tests: bool) -> None:
    """Write what was seen. If not all tests ran, promises that this run did not try keep their
    rows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    found = rows(seen)
    tried = {row["promise"] for row in found}
    old = read_rows(path) if path.is_file() and not all_tests else []
    kept = [row for row in old if row["promise"] not in tried]
    replace_file(path, csv_text(COLUMNS, sorted([*found, *kept], key=lambda row: row["promise"])))


def bad(kind: str) -> pytest.MarkDecorator:
    """The promise about bad input of a kind."""
    return pytest.mark.promise(f"Bad {kind}: told in one line with the file and a cure")


def kind_of(file: str) -> str:
    """What kind of input a file of a project is."""
    return next((kind for start, kind in KINDS.items() if file.startswith(start)), "contract")
