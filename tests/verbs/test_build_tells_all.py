"""Nothing is left for validate to find: build tells what is wrong with the tables beside the
documents, and with the package as a whole, and writes nothing.
"""

import pytest

from scripts.privacy import kept_back
from scripts.validations import whole_package
from scripts.verbs import build, validate
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, edit

MEASURED, OFFICIAL = "data/measured", "data/official"


def written(file, text):
    return lambda root: (root / file).write_text(text, encoding="utf-8")


FAULTS = {
    "measured numbers that are none": (
        written(f"{MEASURED}/promises.csv", "promise,tried,held\nAll,many,few\n"),
        f"{MEASURED}/promises.csv: row 1: ",
    ),
    "a measured table that is not UTF-8": (
        lambda root: (root / MEASURED / "survivors.csv").write_bytes(b"caf\xe9\n"),
        f"{MEASURED}/survivors.csv: line 1: is not UTF-8",
    ),
    "an official table without a title": (
        lambda root: describe(root / OFFICIAL, resources__0__title=""),
        f"{OFFICIAL}/datapackage.json: ",
    ),
    "a term of a publication that nobody knows": (
        lambda root: edit(root / OFFICIAL / "publications.csv", "stated_in_guidance", "stated"),
        f"{OFFICIAL}/publications.csv: row 1: ",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_build_tells_what_validate_would(miniature, capsys, fault):
    assert build.main(miniature) == 0
    before = (miniature / "data/tidy/figures.csv").read_bytes()
    spoil, words = FAULTS[fault]
    spoil(miniature)
    capsys.readouterr()
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert [line for line in told.splitlines() if line.startswith(words)], told
    assert "data/tidy and data/official are as they were." in told
    assert (miniature / "data/tidy/figures.csv").read_bytes() == before


def test_all_of_them_are_told_at_once_with_what_is_wrong_in_the_prose(miniature, capsys):
    assert build.main(miniature) == 0
    for fault in ("measured numbers that are none", "an official table without a title"):
        FAULTS[fault][0](miniature)
    edit(miniature / "CHANGELOG.md", "## 1.0.0", "## 1.0.1")
    capsys.readouterr()
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    for file in (f"{MEASURED}/promises.csv", f"{OFFICIAL}/datapackage.json", "CHANGELOG.md"):
        assert f"{file}: " in told


def test_measured_tables_are_told_together_with_what_is_wrong_in_a_source(miniature, capsys):
    FAULTS["measured numbers that are none"][0](miniature)
    edit(miniature / SOUTHMERE / "prose.csv", "assessments_late", "asessments_late")
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert f"{MEASURED}/promises.csv: row 1: " in told
    assert "asessments_late" in told


def test_build_asks_whether_what_is_kept_back_can_be_worked_out(miniature, monkeypatch, capsys):
    given = {}

    def learnt(tables, older):
        given["figures"] = len(tables.figures)
        return kept_back.Learnt(1, [], ["a/b/c"], [])

    monkeypatch.setattr(kept_back, "worked_out", learnt)
    assert build.main(miniature) == 1
    assert "data/tidy/checks.csv: a/b/c: is kept back by the publisher" in capsys.readouterr().err
    assert given["figures"] > 10


def test_what_was_found_right_is_looked_at_again_only_when_it_changed(miniature, monkeypatch):
    assert build.main(miniature) == 0
    asked = []
    for name in ("measured_problems", "kept_back_problems", "official_problems"):
        monkeypatch.setattr(whole_package, name, lambda *_, name=name: asked.append(name) or [])
    assert build.main(miniature) == 0
    assert asked == []
    shorten(miniature / MEASURED / "survivors.csv")
    assert build.main(miniature) == 0
    edit(miniature / NORTHBRIDGE / "prose.csv", "are repeated every", "come back every")
    assert build.main(miniature) == 0
    assert asked == ["measured_problems", "kept_back_problems"]
    describe(miniature / OFFICIAL, resources__0__title="Another title")
    assert build.main(miniature) == 0
    assert asked[2:] == ["official_problems"]


def shorten(table):
    """Leaves the header of a table only."""
    table.write_text(table.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")


def test_what_build_accepts_validate_accepts(miniature):
    assert build.main(miniature) == 0
    assert validate.main(miniature) == 0
