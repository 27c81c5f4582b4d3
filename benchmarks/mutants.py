"""Changes the code of checks, validations and proof in one place at a time, and counts how many
changes the tests notice.

    python -m benchmarks.mutants --part 8 --write

First all tests run once, so that it is known which run which line. Then each change is tried in a
process of its own, with the tests that run its line, the quickest first, until one fails. With
`--part 8` one change of 8 is tried, chosen by what they are and not by chance. A change that no
test notices within a time stays: it is listed. Writes benchmarks/code_changes.csv and
code_changes_left.csv. No change is ever written to a file of the project.
"""

import argparse
import hashlib
import importlib
import os
import pickle
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks import code_changes, tests_by_line
from benchmarks.code_changes import Mutant
from benchmarks.one_change import ROOT, is_noticed, name_of, silent
from benchmarks.tests_by_line import Seen

ROOMS = ["checks", "validations", "proof"]
# Those that read code, or run the whole project for each law, notice nothing that these do not
TESTS = [
    *("tests/checks", "tests/proof", "tests/validations", "tests/dataset/test_proof.py"),
    *("tests/dataset/test_bad_input.py", "tests/dataset/test_faults_once_missed.py"),
]
OWN = ("scripts", "tests", "benchmarks", "conftest", "__main__", "__mp_main__")
MEASURED = ROOT / "benchmarks"
COLUMNS = ["room", "changes", "tried", "noticed"]
LEFT = ["room", "module", "line", "kind", "before", "after"]
LEAST = 0.90


class Tried(NamedTuple):
    """A change and whether the tests noticed it."""

    mutant: Mutant
    noticed: bool


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutants", description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("--part", type=int, default=1, help="try one change of so many")
    parser.add_argument("--only", default="", help="only modules whose path has this in it")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="folders and files of tests")
    parser.add_argument("--kept", type=Path, help="file to keep what tests run which line in")
    parser.add_argument("--write", action="store_true", help="write the two files")
    options = parser.parse_args()
    every = list(changes())
    chosen = [one for one in every if is_chosen(one, options.part) and options.only in one.path]
    seen = (
        seen_before(options.kept, options.tests)
        if options.kept
        else in_a_process_of_its_own(options.tests)
    )
    load_libraries(options.tests)
    tried = []
    for number, mutant in enumerate(chosen, start=1):
        tried.append(Tried(mutant, is_noticed(mutant, seen)))
        told = "noticed" if tried[-1].noticed else "NOT NOTICED"
        print(
            f"{number} of {len(chosen)}: {told}: {mutant.path}:{mutant.line}: {mutant.said}",
            flush=True,
        )
    rows = counted(every, tried)
    for row in rows:
        print("{room}: {noticed} of {tried} noticed".format(**row))
    if options.write:
        write(rows, tried)
    noticed = sum(one.noticed for one in tried)
    return 0 if noticed >= LEAST * len(tried) else 1


def load_libraries(tests: list[str]) -> None:
    """Load, once, each library that the tests load, and no module of the project."""
    with tempfile.NamedTemporaryFile() as file:
        child = os.fork()
        if not child:
            silent()
            pytest.main([*tests_by_line.OPTIONS, "--collect-only", *tests])
            loaded = [name for name in sys.modules if name.partition(".")[0] not in OWN]
            Path(file.name).write_text("\n".join(loaded), encoding="utf-8")
            os._exit(0)
        os.waitpid(child, 0)
        for name in Path(file.name).read_text(encoding="utf-8").split():
            with suppress(Exception):  # some exist only inside another
                importlib.import_module(name)


def changes() -> Iterator[Mutant]:
    """Every change of every module of the rooms."""
    for room in ROOMS:
        for path in sorted((ROOT / "scripts" / room).rglob("*.py")):
            yield from code_changes.of_module(path, path.relative_to(ROOT).as_posix())


def is_chosen(mutant: Mutant, part: int) -> bool:
    """One of `part`, by what the change is: the same ones are chosen on every machine, wherever the
    line stands.
    """
    named = f"{mutant.path} {mutant.node} {mutant.kind} {mutant.said}"
    return int(hashlib.sha256(named.encode()).hexdigest(), 16) % part == 0


def in_a_process_of_its_own(tests: list[str]) -> Seen:
    """What the tests run, seen in a process that ends: in this one no module of the project is
    loaded.
    """
    with tempfile.NamedTemporaryFile() as file:
        return seen_before(Path(file.name), tests)


def seen_before(path: Path, tests: list[str]) -> Seen:
    """The same, taken from a file where it is there."""
    if not path.is_file() or not path.stat().st_size:
        child = os.fork()
        if not child:
            silent()
            rooms = [f"scripts/{room}" for room in ROOMS]
            path.write_bytes(pickle.dumps(tests_by_line.watched(tests, rooms, ROOT)))
            os._exit(0)
        os.waitpid(child, 0)
    seen: Seen = pickle.loads(path.read_bytes())
    return seen


def counted(every: list[Mutant], tried: list[Tried]) -> list[dict[str, str]]:
    """One row a room."""
    there = Counter(room_of(mutant) for mutant in every)
    all_tried = Counter(room_of(one.mutant) for one in tried)
    noticed = Counter(room_of(one.mutant) for one in tried if one.noticed)
    return [
        dict(
            zip(
                COLUMNS,
                (room, *map(str, (there[room], all_tried[room], noticed[room]))),
                strict=True,
            )
        )
        for room in ROOMS
        if all_tried[room]
    ]


def room_of(mutant: Mutant) -> str:
    return mutant.path.split("/")[1]


def write(rows: list[dict[str, str]], tried: list[Tried]) -> None:
    from scripts.model.files import csv_text, replace_file  # not before: no change may miss it

    left = [one.mutant for one in tried if not one.noticed]
    listed = [
        dict(
            zip(
                LEFT,
                (room_of(one), name_of(one.path), str(one.line), one.kind, one.before, one.after),
                strict=True,
            )
        )
        for one in left
    ]
    replace_file(MEASURED / "code_changes.csv", csv_text(COLUMNS, rows))
    replace_file(MEASURED / "code_changes_left.csv", csv_text(LEFT, listed))


if __name__ == "__main__":
    sys.exit(main())
