"""A verb that writes does nothing while another run is at work in the same folder."""

import pytest

from scripts.model import runs
from scripts.verbs import drafts, form, readme
from tests.dataset.spoil import NORTHBRIDGE

NORTH = NORTHBRIDGE.rpartition("/")[2]


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [(form, [[NORTH]]), (drafts, [["--documents", "texts", "--write"]]), (readme, [])],
)
def test_a_verb_writes_nothing_beside_another_run(verb, arguments, miniature, capsys):
    before = {path: path.stat().st_mtime_ns for path in miniature.rglob("*")}
    with runs.held(miniature):
        assert verb.main(miniature, *arguments) == 1
    assert capsys.readouterr().err.strip() == runs.BUSY
    assert {path: path.stat().st_mtime_ns for path in miniature.rglob("*")} == before
