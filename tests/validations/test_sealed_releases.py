"""A released version that was touched is told, file by file."""

import pytest

from scripts.model import seals
from scripts.validations import sealed_releases


@pytest.fixture
def released(tmp_path):
    folder = tmp_path / "data/releases/1.0.0"
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text("figure_id,value\na,1\n")
    seals.seal(folder)
    return tmp_path


def told(root):
    return [str(problem) for problem in sealed_releases.problems(root)]


def test_a_release_as_it_was_made_is_sound(released):
    assert told(released) == []


def test_a_changed_number_is_told(released):
    (released / "data/releases/1.0.0/figures.csv").write_text("figure_id,value\na,2\n")
    assert told(released)[0].startswith("data/releases/1.0.0/figures.csv: file: isn't the file")


def test_a_release_without_a_seal_is_told(released):
    (released / "data/releases/1.1.0").mkdir()
    assert "data/releases/1.1.0/SHA256SUMS: file: is missing" in told(released)[0]
