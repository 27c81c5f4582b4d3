"""One document's pages, as they will stand in the site, without the site."""

import pytest

from scripts.model.package import Package
from scripts.pages.corrections import LIST
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


def test_a_correction_of_another_document_leaves_the_page_of_this_one(tmp_path):
    root = sample.write(tmp_path)
    figure = next(row for row in Package(root)["figures"] if row["document_id"] != ID)
    corrected = ["2026-01-02", "1.0.0", figure["figure_id"], "8", figure["value"], "Misread."]
    with (root / LIST).open("a", encoding="utf-8", newline="\n") as file:
        file.write(",".join(corrected) + "\n")
    assert preview.main(ID, root) == 0
    assert (root / f"build/preview/documents/{ID}.html").is_file()


@pytest.mark.parametrize("named", ["", "nowhere"])
def test_what_is_no_document_is_told_with_those_that_are(tmp_path, capsys, named):
    root = sample.write(tmp_path)
    assert preview.main(named, root) == 1
    assert ID in capsys.readouterr().err
    assert not (root / "build").exists()
