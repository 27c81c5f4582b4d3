"""A refusal with no printed number is a figure without a token, and without a number, with its
reason.
"""

from scripts.model.files import read_rows
from scripts.verbs import build, verify
from tests.dataset.spoil import NORTHBRIDGE, edit

PROSE = f"{NORTHBRIDGE}/prose.csv"
HEADER = "line,row,measure,value_as_published,qualifier,period,period_as_published,flags,note"
REFUSED = "17,people-trained,training_subjects,,,,,,Not told.,x not_held"


def refuse(project):
    """Add a column `value`, and a row that has no printed number but a reason."""
    path = project / PROSE
    _, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{HEADER},value", *(f"{row}," for row in rows), REFUSED]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    edit(
        project / NORTHBRIDGE / "datapackage.json",
        '"lines": [12, 17], "rows": 6',
        '"lines": [12, 17], "rows": 7',
    )


def test_a_refusal_without_a_number_is_published_with_its_reason(miniature):
    refuse(miniature)
    assert build.main(miniature) == 0
    [refused] = [
        row
        for row in read_rows(miniature / "data/tidy/figures.csv")
        if row["figure_id"].endswith("/people-trained")
    ]
    assert (refused["value"], refused["value_marker"]) == ("", "x")
    assert refused["withheld_reason"] == "not_held"


def test_a_refusal_without_a_number_needs_no_token_in_the_text(miniature):
    refuse(miniature)
    build.main(miniature)
    assert verify.main(miniature, ["--documents", str(miniature / "documents")]) == 0


def test_a_blank_cell_without_a_reason_is_refused(miniature, capsys):
    refuse(miniature)
    edit(miniature / PROSE, "x not_held", "")
    assert build.main(miniature) == 1
    assert PROSE in capsys.readouterr().err
