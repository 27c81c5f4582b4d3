"""The pages that ask the data, open in a browser: served, or from a folder; wide, or on a phone."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from scripts.asking import ask_files, filter_rows, pieces, row_pieces
from scripts.model.package import Package
from tests import reader

SMALL = 10  # rows


@pytest.fixture(scope="session")
def site(small_site, tmp_path_factory):
    """The small site, with its rows cut into so small pieces that there are several."""
    folder = tmp_path_factory.mktemp("asked") / "site"
    shutil.copytree(small_site / "site", folder)
    package = Package(small_site)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_pieces, "LEAST", SMALL)
        start, rows = row_pieces.pieces(filter_rows.facts(package), package)
    cut = {"start": start, **{f"rows-{number}": each for number, each in enumerate(rows)}}
    for name, each in cut.items():
        path, text = ask_files.piece(name, pieces.as_json(each))
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def served(site):
    with reader.served(site) as address:
        yield address


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.asked, page.wrong = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    page.close()


@pytest.fixture(params=["served", "folder"])
def start(request, site, served):
    """Where the site begins: on a server, and as a folder."""
    return served if request.param == "served" else site.as_uri()


@pytest.fixture
def faults():
    """What axe finds on a page, in short."""

    def found(page):
        violations = Axe().run(page).response["violations"]
        return [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in violations]

    return found
