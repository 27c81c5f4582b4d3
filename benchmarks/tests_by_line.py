"""Which tests run which line of the code, and how long each test takes: seen by coverage.py while
all of them run once.
"""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import coverage
import pytest

OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser"]


class Seen(NamedTuple):
    """The tests of each (file, line), and the seconds of each test."""

    tests: dict[tuple[str, int], set[str]]
    seconds: dict[str, float]

    def of_line(self, path: str, line: int) -> list[str]:
        """The tests that run the line, the quickest first; those of the whole file for what runs
        only when it is loaded.
        """
        found = self.tests.get((path, line)) or self.of_file(path)
        return sorted(found, key=lambda test: (self.seconds.get(test, 0), test))

    def of_file(self, path: str) -> set[str]:
        return set().union(*(found for (file, _), found in self.tests.items() if file == path))


class Watcher:
    """Tells coverage which test runs, and keeps how long it took."""

    def __init__(self, watching: coverage.Coverage) -> None:
        self.watching = watching
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):  # type: ignore[no-untyped-def]
        self.watching.switch_context(item.nodeid)
        done = yield
        self.watching.switch_context("")
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if report.failed:
            self.failed.append(report.nodeid)


def watched(folders: list[str], rooms: list[str], root: Path) -> Seen:
    """Run the tests of these folders once. A test that fails now says nothing of a change:
    SystemExit.
    """
    sources = [str(root / room) for room in rooms]
    watching = coverage.Coverage(data_file=None, source=sources, config_file=False)
    watching.start()
    watcher = Watcher(watching)
    pytest.main([*OPTIONS, *folders], plugins=[watcher])
    watching.stop()
    if watcher.failed:
        raise SystemExit(f"These tests fail without any change: {', '.join(watcher.failed[:5])}")
    return Seen(by_line(watching.get_data(), root), dict(watcher.seconds))


def by_line(data: coverage.CoverageData, root: Path) -> dict[tuple[str, int], set[str]]:
    found: dict[tuple[str, int], set[str]] = {}
    for file in data.measured_files():
        path = Path(file).relative_to(root).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            found[path, line] = {context for context in contexts if context}
    return found
