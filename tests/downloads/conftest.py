"""The project in small, built, with all its downloads, served on this machine: its site's address is the server's."""

import functools
import json
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts import build
from scripts.website.downloads import Downloads, make
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
    """The project in small with its files written into a folder that is served at the site's address."""
    root, folder = copy_miniature(tmp_path_factory.mktemp("project") / "miniature"), tmp_path_factory.mktemp("site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    assert build.main(root) == 0
    set_contract(root, address)
    downloads = make(root)
    write(folder, root, downloads)
    yield Served(root, folder, downloads, address)
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
    """A function from a profile's name to its path; a test that needs one that is not there is skipped."""

    def find(name):
        if not (PROFILES / name).exists():
            pytest.skip(f"the published profile {name} is not beside the repository, in shared/profiles")
        return PROFILES / name

    return find


def set_contract(root, address):
    """The contract of the project in small: this machine's address, and only the tables that a project in small has."""
    path = root / "datapackage.json"
    contract = json.loads(path.read_text(encoding="utf-8"))
    there = [table for table in contract["resources"] if (root / table["path"]).is_file()]
    path.write_text(json.dumps(contract | {"homepage": address, "resources": there}), encoding="utf-8")


def write(folder, root, downloads):
    for file in [*downloads.files, *downloads.standing]:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    (folder / "datapackage.json").write_bytes((root / "datapackage.json").read_bytes())
