"""The project in small, built and published whole, served on this machine: its site's address is
the server's.
"""

import functools
import json
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.model.package import Package
from scripts.offering.downloads import Downloads, make
from scripts.verbs import build, publish
from tests.conftest import REPOSITORY, copy_miniature

PROFILES = REPOSITORY.parent / "shared/profiles"


class Served(NamedTuple):
    root: Path
    folder: Path
    downloads: Downloads
    address: str


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The project in small, published, and its site served at the site's address."""
    root = copy_miniature(tmp_path_factory.mktemp("project") / "miniature")
    folder = root / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    assert build.main(root) == 0
    set_contract(root, address)
    settings(root)
    assert publish.main(root) == 0
    yield Served(root, folder, Package(root).once(make), address)
    server.shutdown()


@pytest.fixture(scope="session")
def package(served):
    return served.downloads.package


@pytest.fixture(scope="session")
def content(served):
    """The bytes of every file of the site by path."""
    return {file.path: file.content for file in served.downloads.files}


@pytest.fixture(scope="session")
def profile():
    """A function from a profile's name to its path; a test that needs one that is not there is
    skipped.
    """

    def find(name):
        if not (PROFILES / name).exists():
            pytest.skip(
                f"the published profile {name} is not beside the repository, in shared/profiles"
            )
        return PROFILES / name

    return find


def set_contract(root, address):
    """The contract of the project in small: this machine's address, and only the tables that a
    project in small has.
    """
    path = root / "datapackage.json"
    contract = json.loads(path.read_text(encoding="utf-8"))
    there = [table for table in contract["resources"] if (root / table["path"]).is_file()]
    path.write_text(
        json.dumps(contract | {"homepage": address, "resources": there}), encoding="utf-8"
    )


def settings(root):
    """What publishing needs besides the package: the site's settings, its theme, prose that speaks
    of no figure, and a question.
    """
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(REPOSITORY / "scripts/publishing/theme", root / "scripts/publishing/theme")
    shutil.copytree(
        REPOSITORY / "docs",
        root / "docs",
        ignore=shutil.ignore_patterns("questions", "charts", "topics", "*.csv"),
    )
    (root / "docs/questions").mkdir()
    (root / "docs/questions/how-many.md").write_text(
        "---\ntopic: help\nknow: An example.\n---\n# How many?\n\nSome.\n", encoding="utf-8"
    )
    (root / "docs/corrections.csv").write_text(
        "date,version,figure_id,was,now,reason\n", encoding="utf-8"
    )
