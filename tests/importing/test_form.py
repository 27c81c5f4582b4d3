"""A source folder goes into a workbook and back without loss; what a program turned into a number
is refused.
"""

import openpyxl
import pytest

from scripts.verbs import form
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE

NORTH, SOUTH = NORTHBRIDGE.rpartition("/")[2], SOUTHMERE.rpartition("/")[2]


def files(root, folder):
    return {path.name: path.read_bytes() for path in (root / folder).iterdir()}


def filled(root, change=None, name=NORTH):
    """Writes the form, changes it as a person would, and reads it back; the exit code."""
    assert form.main(root, [name]) == 0
    path = root / f"drafts/{name}.xlsx"
    if change:
        workbook = openpyxl.load_workbook(path)
        change(workbook)
        workbook.save(path)
    return form.main(root, [name, "--from", str(path)])


@pytest.mark.parametrize("folder", [NORTHBRIDGE, SOUTHMERE])
@pytest.mark.parametrize("change", [None, lambda workbook: None], ids=["as written", "saved again"])
def test_a_form_that_nobody_changed_changes_nothing(miniature, folder, change):
    before = files(miniature, folder)
    assert filled(miniature, change, folder.rpartition("/")[2]) == 0
    assert files(miniature, folder) == before


def sheet_of(workbook, file):
    return next(workbook[name] for name in workbook.sheetnames if name.split(" ", 1)[-1] == file)


def test_what_was_filled_in_is_in_the_folder_and_nothing_else_changed(miniature):
    def change(workbook):
        sheet = sheet_of(workbook, "prose.csv")
        assert sheet["C2"].value == "referrals_change"
        sheet["C2"] = "referrals_share"
        about = workbook["about"]
        row = next(row for row in about.iter_rows() if row[0].value == "document/type")
        row[1].value = "annual_report"

    before = files(miniature, NORTHBRIDGE)
    assert filled(miniature, change) == 0
    after = files(miniature, NORTHBRIDGE)
    assert {name for name in before if before[name] != after[name]} == {
        "prose.csv",
        "datapackage.json",
    }
    assert after["prose.csv"] == before["prose.csv"].replace(
        b"referrals_change", b"referrals_share", 1
    )
    assert b'"type": "annual_report"' in after["datapackage.json"]
    assert b'"text_lines": 23' in after["datapackage.json"]


def test_there_are_lists_to_choose_from_and_a_note_on_each_column(miniature):
    form.main(miniature, [NORTH])
    workbook = openpyxl.load_workbook(miniature / f"drafts/{NORTH}.xlsx")
    sheet = sheet_of(workbook, "prose.csv")
    assert all(cell.comment for cell in sheet[1])
    assert any("C2" in rule.sqref for rule in sheet.data_validations.dataValidation)
    terms = {cell.value for column in workbook["choices"].iter_cols() for cell in column}
    assert {"referrals", "annual_report", "list_number"} <= terms


REFUSED = {
    "a number": (lambda book: sheet_of(book, "prose.csv").__setitem__("D2", 11), "cell D2"),
    "a lost sheet": (lambda book: book.remove(sheet_of(book, "numbers.csv")), "has no sheet"),
    "a lost column": (lambda book: sheet_of(book, "prose.csv").delete_cols(3), "not the columns"),
    "lines in words": (
        lambda book: next(
            row for row in book["about"].iter_rows() if row[0].value == "document/text_lines"
        )[1].__setattr__("value", "many"),
        "can't be 'many'",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_lose_something_is_refused_and_the_folder_stays(miniature, capsys, name):
    change, words = REFUSED[name]
    before = files(miniature, NORTHBRIDGE)
    assert filled(miniature, change) == 1
    assert words in capsys.readouterr().err
    assert files(miniature, NORTHBRIDGE) == before


def test_a_form_that_is_there_is_never_written_over(miniature, capsys):
    assert form.main(miniature, [NORTH]) == 0
    assert form.main(miniature, [NORTH]) == 1
    assert "is there already" in capsys.readouterr().err


def test_a_document_that_is_not_there_and_a_file_that_is_no_workbook_are_told(miniature, capsys):
    assert form.main(miniature, ["nowhere"]) == 1
    (miniature / "a.xlsx").write_text("no")
    assert form.main(miniature, [NORTH, "--from", str(miniature / "a.xlsx")]) == 1
    assert "is no workbook" in capsys.readouterr().err
