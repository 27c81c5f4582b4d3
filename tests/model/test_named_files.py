"""Only files that something names may stand under data/ and docs/."""

import os

import pytest

from scripts.model import named_files
from scripts.model.files import read_json
from scripts.verbs import build
from tests.dataset.spoil import NORTHBRIDGE, bytes_of

PLACES = [
    "data/vocabulary/topics.csv",
    "data/measured/mutation.csv",
    "data/tidy/figures.csv",
    f"{NORTHBRIDGE}/answers.csv",
    "data/official/mapping.csv",
    "docs/corrections.csv",
    "docs/questions/one.md",
    "docs/charts/help.json",
    "docs/queries/one.sql",
]
STRAYS = [
    "data/secret.txt",
    "data/vocabulary/topics.csv.bak",
    "data/vocabulary/Topics.CSV",
    "data/tidy/other.csv",
    "data/other/x.csv",
    f"{NORTHBRIDGE}/text.txt",
    f"{NORTHBRIDGE}/deeper/answers.csv",
    "data/releases/latest/x",
    "docs/page.html",
    "docs/script.js",
    "docs/deep/er/page.md",
    "docs/questions/UPPER.md",
    "docs/questions/a b.md",
    "docs/other.csv",
    "docs/other.sql",
]


@pytest.fixture
def project(miniature):
    for name in (
        "docs/questions/one.md",
        "docs/corrections.csv",
        "docs/charts/help.json",
        "docs/queries/one.sql",
    ):
        (miniature / name).parent.mkdir(parents=True, exist_ok=True)
        (miniature / name).write_text("x")
    (miniature / "data/tidy").mkdir(exist_ok=True)
    (miniature / "data/tidy/figures.csv").write_text("x")
    assert told(miniature) == {}
    return miniature


def told(root):
    found = named_files.problems(root, read_json(root / "datapackage.json"))
    return {problem.file: problem.what for problem in found}


def linked(path):
    path.symlink_to("/etc/hostname")


def looping(path):
    path.symlink_to(path.parent)


def dangling(path):
    path.symlink_to("nowhere")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("put", "what"),
    [
        (linked, "is a link"),
        (looping, "is a link"),
        (dangling, "is a link"),
        (os.mkfifo, "is a pipe"),
        (os.mkdir, "is a folder in the place of a file"),
    ],
)
@pytest.mark.promise("Only files that are named are read or published")
def test_what_is_no_file_is_told_in_every_place(project, place, put, what):
    (project / place).unlink()
    put(project / place)
    assert what in told(project)[place]


@pytest.mark.parametrize("place", STRAYS)
@pytest.mark.promise("Only files that are named are read or published")
def test_a_stray_file_is_told(project, place):
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    (project / place).write_text("x")
    assert told(project) == {place: "is named by nothing"}


@pytest.mark.parametrize("folder", ["data", "data/vocabulary", "docs", "docs/questions"])
@pytest.mark.promise("Only files that are named are read or published")
def test_a_folder_that_is_a_link_is_told_and_not_entered(project, folder, tmp_path):
    (project / folder).rename(tmp_path / "elsewhere")
    (project / folder).symlink_to(tmp_path / "elsewhere")
    assert told(project) == {folder: "is a link"}


@pytest.mark.parametrize("put", [linked, os.mkfifo])
@pytest.mark.promise("Only files that are named are read or published")
def test_build_stops_before_it_opens_a_link_or_a_pipe(miniature, put, capsys):
    (miniature / "data/vocabulary/topics.csv").unlink()
    put(miniature / "data/vocabulary/topics.csv")
    before = set(bytes_of(miniature))
    assert build.main(miniature) == 1
    assert "data/vocabulary/topics.csv" in capsys.readouterr().err
    assert set(bytes_of(miniature)) == before


def test_hidden_files_are_neither_read_nor_published(project):
    (project / "data/.secret").write_text("x")
    assert told(project) == {}
