"""Promises are tests that say so: what is promised, how often it was tried and how often it held.

`@pytest.mark.promise("what we promise")` stands over a test or a file of tests. Each test is one
trial, unless it says with `record_property("tried", number)` that it made more, and with `"held"`
that fewer held than it tried. `@pytest.mark.breaks("what we promise")` stands over a test that
breaks the code on purpose and sees a test of the promise fail. `--tries N` asks those that try at
random for N trials, and `--write-promises FILE` writes what was seen, as CSV; a run of some tests
only leaves the rows of other promises as they are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.model.files import csv_text, read_rows, replace_file

COLUMNS = ["promise", "tried", "held", "seen_to_fail"]
FEW = 6
KINDS = {
    "data/sources": "sources",
    "data/vocabulary": "vocabulary",
    "docs/charts": "charts",
    "docs/corrections": "corrections",
    "docs": "prose",
}


class Seen(NamedTuple):
    """One test of a promise: how often it tried, and how often that held; or, of one that breaks
    the code on purpose, how often the promise was seen to fail.
    """

    promise: str
    tried: int
    held: int
    failed: int = 0


def of_report(report: pytest.TestReport) -> list[Seen]:
    """What a finished test saw of the promises that it is about; a test that did not run saw
    nothing.
    """
    told = dict(report.user_properties)
    if "breaks" in told and report.when == "call" and report.passed:
        return [Seen(str(told["breaks"]), 0, 0, 1)]
    ran = report.when == "call" and not report.skipped
    broke = report.when != "call" and report.failed
    if "promise" not in told or not (ran or broke):
        return []
    tried = int(str(told.get("tried", 1)))
    held = int(str(told.get("held", tried))) if report.passed else 0
    return [Seen(str(told["promise"]), tried, held)]


def together(seen: Iterable[Seen]) -> dict[str, Seen]:
    """What all tests saw of each promise. A test that failed held none of its trials."""
    found: dict[str, Seen] = {}
    for one in seen:
        before = found.get(one.promise, Seen(one.promise, 0, 0))
        counts = (sum(pair) for pair in zip(before[1:], one[1:], strict=True))
        found[one.promise] = Seen(one.promise, *counts)
    return found


def rows(seen: Iterable[Seen]) -> list[dict[str, str]]:
    """One row per promise that was tried, in the order of the alphabet."""
    return [
        dict(zip(COLUMNS, map(str, one), strict=True))
        for _, one in sorted(together(seen).items())
        if one.tried
    ]


def write(path: Path, seen: Iterable[Seen], all_tests: bool) -> None:
    """Write what was seen. If not all tests ran, what this run did not try stays as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found = together(seen)
    old = read_rows(path) if path.is_file() and not all_tests else []
    for row in old:
        before = Seen(row["promise"], *(int(row[column] or 0) for column in COLUMNS[1:]))
        found[before.promise] = kept(before, found.get(before.promise, before))
    replace_file(path, csv_text(COLUMNS, rows(found.values())))


def kept(before: Seen, now: Seen) -> Seen:
    """What is known of a promise after a run of some tests: what the run did not see is as it
    was.
    """
    tried = now if now.tried else before
    return tried._replace(failed=now.failed or before.failed)


def bad(kind: str) -> pytest.MarkDecorator:
    """The promise about bad input of a kind."""
    return pytest.mark.promise(f"Bad {kind}: told in one line with the file and a cure")


def kind_of(file: str) -> str:
    """What kind of input a file of a project is."""
    return next((kind for start, kind in KINDS.items() if file.startswith(start)), "contract")
