"""Addresses of earlier versions lead on: by rules for hosts, and by a page where a reader could
have kept the address.
"""

import pytest

from scripts.model.package import Package
from scripts.publishing import announcements
from scripts.verbs import build
from tests.conftest import copy_miniature


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    root = copy_miniature(tmp_path_factory.mktemp("small") / "project")
    build.main(root)
    made = announcements.files(Package(root), {})
    return {file.path: file.content.decode() for file in made}


def test_a_measure_that_was_replaced_leads_to_the_one_that_took_its_place(files):
    page = files["measures/referrals_made.html"]
    assert 'http-equiv="refresh" content="0; url=referrals.html"' in page
    assert '<a href="referrals.html">Referrals</a>' in page
    assert "/api/v1/measures/* /api/v1/measures.json 301" in files["_redirects"].splitlines()


def test_only_measures_that_were_replaced_get_such_a_page(files):
    assert [path for path in files if path.startswith("measures/")] == [
        "measures/referrals_made.html"
    ]
