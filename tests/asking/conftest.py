"""The pages that ask the data, open in a browser: served, or from a folder; wide, or on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import reader


@pytest.fixture(scope="module")
def site(small_site):
    return small_site / "site"


@pytest.fixture(scope="module")
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
