"""What tests share: a fresh project in small, and the Chromium of the system, or a skip that is not
overlooked.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests import promising

pytest_plugins = ["tests.site_projects"]

REPOSITORY = Path(__file__).resolve().parent.parent

NAMES = ["chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = [
    "--no-sandbox",  # root has no sandbox, and CI runs as root; the tests load only our own pages
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "no Chromium found (looked for " + ", ".join(NAMES) + "); on Debian: apt-get install chromium"
)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole session; REQUIRE_BROWSER=1 turns the skip into a failure."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip)(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


def pytest_addoption(parser):
    parser.addoption("--tries", type=int, default=promising.FEW, help="trials at random moments")
    parser.addoption("--write-promises", type=Path, help="write what was promised and held, as CSV")


@pytest.fixture(scope="session")
def tries(request):
    """How often a test that tries at random should try."""
    return request.config.getoption("--tries")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Whatever uses the fixture is a browser test, so that `-m "not browser"` leaves out all of
    them.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        for kind in ("promise", "breaks"):
            for mark in item.iter_markers(kind):
                item.user_properties.append((kind, mark.args[0]))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter):
    """After everything else, say how many browser tests did not run."""
    outcome = yield
    reports = [each for kind in terminalreporter.stats.values() for each in kind]
    seen = [
        one
        for report in reports
        if isinstance(report, pytest.TestReport)
        for one in promising.of_report(report)
    ]
    for row in promising.rows(seen):
        terminalreporter.write_line(
            "{promise}: {held} of {tried} held, seen to fail {seen_to_fail} times".format(**row)
        )
    if path := terminalreporter.config.getoption("--write-promises"):
        source = terminalreporter.config.args_source
        promising.write(path, seen, source is pytest.Config.ArgsSource.TESTPATHS)
    skipped = [
        report
        for report in terminalreporter.getreports("skipped")
        if MISSING in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} browser tests did NOT run: {MISSING}", yellow=True, bold=True
        )
    return outcome


@pytest.fixture(scope="session")
def repository():
    """The project itself. Tests only read it."""
    return REPOSITORY


@pytest.fixture
def miniature(tmp_path):
    """A fresh copy of the project in small, with the project's own contract: tests may spoil it as
    they like.
    """
    return copy_miniature(tmp_path / "miniature")


def copy_miniature(target):
    shutil.copytree(REPOSITORY / "tests/miniature", target)
    contract = (REPOSITORY / "datapackage.json").read_text(encoding="utf-8")
    own_version = re.sub(r'"version": "[^"]*"', '"version": "1.0.0"', contract, count=1)
    (target / "datapackage.json").write_text(own_version, encoding="utf-8", newline="\n")
    official = "data/official/datapackage.json"
    shutil.copyfile(REPOSITORY / official, target / official)
    return target
