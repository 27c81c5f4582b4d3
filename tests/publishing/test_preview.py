"""One document's pages, as they will stand in the site, without the site."""

import pytest

from scripts.verbs import preview
from tests import sample

ID = "north-town-reply"


def test_the_pages_of_one_document_are_shown_and_no_others(tmp_path, capsys):
    root = sample.write(tmp_path)
    assert preview.main(ID, root) == 0
    shown = root / "build/preview"
    for path in (f"documents/{ID}.html", f"documents/{ID}/cases.html", f"figures/{ID}/cases.html"):
        assert "md-header" in (shown / path).read_text(encoding="utf-8")
    assert (shown / f"checks/{ID}.html").is_file()
    assert not list(shown.rglob("*south-town*"))
    assert not (root / "site").exists()
    assert f"build/preview/documents/{ID}.html" in capsys.readouterr().out


@pytest.mark.parametrize("named", ["", "nowhere"])
def test_what_is_no_document_is_told_with_those_that_are(tmp_path, capsys, named):
    root = sample.write(tmp_path)
    assert preview.main(named, root) == 1
    assert ID in capsys.readouterr().err
    assert not (root / "build").exists()
