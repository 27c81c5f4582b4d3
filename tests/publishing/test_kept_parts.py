"""A publish takes over what an earlier one made; the bytes are those of a publish that starts from
nothing, whatever became of the folder.
"""

import shutil

import pytest

from scripts.formats import archives, parquet, workbook
from scripts.model.made_before import KEPT
from scripts.offering import dcat_graph
from scripts.publishing import generator
from scripts.verbs import publish
from tests import sample
from tests.publishing.test_publish import hashes

TWO = {"north-town": "cases", "south-town": "assessments"}
THREE = {**TWO, "west-town": "cases"}
COSTLY = (
    (archives, "_packed"),
    (dcat_graph, "read"),
    (generator, "running"),
    (parquet, "_packed"),
    (workbook, "written"),
)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """An empty folder for what is kept."""
    monkeypatch.setattr(KEPT, "folder", tmp_path / "kept")
    return tmp_path / "kept"


def site(root, documents):
    """What the site of these documents holds."""
    shutil.rmtree(root, ignore_errors=True)
    assert publish.main(sample.write(root, documents=documents)) == 0
    return hashes(root / "site")


def refuse(*_):
    raise AssertionError("this was made before")


def test_whatever_was_kept_the_bytes_are_those_of_a_clean_publish(tmp_path, kept, monkeypatch):
    site(tmp_path / "project", TWO)
    changed = site(tmp_path / "project", THREE)
    spoil(kept)
    assert site(tmp_path / "project", THREE) == changed
    for module, name in COSTLY:
        monkeypatch.setattr(module, name, refuse)
    assert site(tmp_path / "project", THREE) == changed


def spoil(folder):
    """Damage every other file, and delete the others: nothing of what was kept counts any more."""
    for number, path in enumerate(sorted(folder.iterdir())):
        if number % 2:
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        else:
            path.unlink()
