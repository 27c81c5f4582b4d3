"""While nobody can be reached and no address is set, publishing says so."""

import pytest

from scripts.verbs import publish


@pytest.mark.parametrize(
    ("homepage", "path", "told"),
    [
        ("https://figures.example/", "", ["homepage", "contributors"]),
        ("https://figures.example/", "https://council.gov.uk/report", ["homepage"]),
        ("https://figures.org.uk/", "https://council.gov.uk/report", []),
    ],
)
def test_what_readers_cannot_use_yet_is_said(homepage, path, told):
    found = publish.unreachable({"homepage": homepage, "contributors": [{"path": path}]})
    assert [line.split(": ")[1] for line in found] == told
