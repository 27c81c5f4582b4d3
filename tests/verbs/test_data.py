"""The data of a site are made once: what is built is what is validated."""

from types import SimpleNamespace

from scripts.reading import parts, tidy
from scripts.verbs import build, data
from tests.dataset.spoil import SOUTHMERE, edit


def test_the_data_are_made_once_and_found_valid(miniature, monkeypatch, capsys):
    made, times = parts.whole, []
    monkeypatch.setattr(parts, "whole", lambda *given: times.append(1) or made(*given))
    monkeypatch.setattr(tidy, "make", lambda root: times.append(1))
    assert data.main(miniature) == 0
    assert len(times) == 1
    assert "The package is valid" in capsys.readouterr().out


def test_what_cannot_be_built_is_not_validated(miniature, capsys):
    edit(miniature / SOUTHMERE / "prose.csv", "assessments_late", "asessments_late")
    assert data.main(miniature) == 1
    assert "data/tidy is as it was" in capsys.readouterr().err


def test_what_validate_finds_fails_too(miniature, capsys, monkeypatch):
    def spoiled_since(root, *_):
        files = build.built(root)
        (root / "data/measured/promises.csv").write_text("promise,tried,held\nAll,many,few\n")
        return files

    monkeypatch.setattr(data, "build", SimpleNamespace(built=spoiled_since))
    assert data.main(miniature) == 1
    assert "The package is not valid" in capsys.readouterr().err
