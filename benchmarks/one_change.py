"""Tries one change of the code: runs the tests of its line in a process of its own, which loads the
changed module and every other as it is.
"""

import importlib.abc
import importlib.machinery
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import code_changes, tests_by_line
from benchmarks.code_changes import Mutant
from benchmarks.tests_by_line import Seen

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60  # for the tests of one change
NOTICED, LEFT_ALONE = 1, 0


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Loads one module with a change in it, and every other as it is."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = name_of(mutant.path)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = spec_from_loader(fullname, self, origin=str(ROOT / self.mutant.path))
        if spec and self.is_package(fullname):
            spec.submodule_search_locations = [str((ROOT / self.mutant.path).parent)]
        return spec

    def is_package(self, fullname: str) -> bool:
        return self.mutant.path.endswith("__init__.py")

    def get_source(self, fullname: str) -> str:
        return (ROOT / self.mutant.path).read_text(encoding="utf-8")

    def exec_module(self, module: ModuleType) -> None:
        file = str(ROOT / self.mutant.path)
        module.__file__ = file
        tree = code_changes.changed_tree(ROOT / self.mutant.path, self.mutant)
        exec(compile(tree, file, "exec"), module.__dict__)


def is_noticed(mutant: Mutant, seen: Seen) -> bool:
    """Whether a test fails with the change. One that never ends is noticed too, by the time."""
    tests = within(SECONDS, seen.of_line(mutant.path, mutant.line), seen)
    if not tests:
        return False
    folder = tempfile.mkdtemp(prefix="mutant-")
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        os._exit(attempted(mutant, tests, folder))
    noticed = waited_for(child, 3 * SECONDS)
    shutil.rmtree(folder, ignore_errors=True)
    return noticed


def within(seconds: float, tests: list[str], seen: Seen) -> list[str]:
    """The first of the tests, as many as run in the time."""
    chosen: list[str] = []
    spent = 0.0
    for test in tests:
        spent += seen.seconds.get(test, 0)
        if chosen and spent > seconds:
            break
        chosen.append(test)
    return chosen


def attempted(mutant: Mutant, tests: list[str], folder: str) -> int:
    """Run the tests with the change, in a process that ends afterwards."""
    silent()
    sys.meta_path.insert(0, Changed(mutant))
    options = [*tests_by_line.OPTIONS, "-x", f"--basetemp={folder}/tests"]
    try:
        code = pytest.main([*options, *tests])
    except BaseException:  # the change broke what the tests are made of
        return NOTICED
    return LEFT_ALONE if code == pytest.ExitCode.OK else NOTICED


def waited_for(child: int, seconds: float) -> bool:
    """Whether the process says that the change was noticed, or did not end in time. Ends it and its
    children.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status) != LEFT_ALONE
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def silent() -> None:
    """Nothing that is printed from here on is seen."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def name_of(path: str) -> str:
    """The name that a module is imported by."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
