"""The proof against the documents' texts: each fault is noticed on its line, and a text that
differs is refused.
"""

import hashlib

import pytest

from scripts.proof import against_text
from scripts.reading.sources import Document
from scripts.verbs import verify
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, edit

TABLE, NUMBERS = f"{NORTHBRIDGE}/referrals-by-source.csv", f"{NORTHBRIDGE}/numbers.csv"
PROSE = f"{SOUTHMERE}/prose.csv"
SOUTH_NUMBERS = f"{SOUTHMERE}/numbers.csv"


def cell(file, old, new):
    return lambda root: edit(root / file, old, new)


def both(*spoils):
    return lambda root: [spoil(root) for spoil in spoils]


def against_texts(root):
    """What the texts alone notice: no claim, no sum and no other document."""
    return verify.against(root, root / "documents", None)


def proven(root, capsys):
    """Exit code of verify, the lines of faults, and what it printed."""
    capsys.readouterr()
    code = verify.main(root, ["--documents", str(root / "documents")])
    out, err = capsys.readouterr()
    return code, err.splitlines()[:-1], out


def test_every_token_and_every_numeral_of_the_project_in_small_is_proven(miniature, capsys):
    code, faults, out = proven(miniature, capsys)
    assert (code, faults) == (0, [])
    assert out.splitlines() == [
        "northbridge-foi-1234: 21 printed tokens, 0 blank cells, 34 numerals: 0 faults",
        "southmere-report-2021-22: 22 printed tokens, 0 blank cells, 39 numerals: 0 faults",
    ]


# name: (how it is spoiled, the file that a message names, words of that message)
FAULTS = {
    "wrong token": (cell(PROSE, "300,", "301,"), PROSE, "'301' stands on line 16 0 times"),
    "wrong line": (
        cell(PROSE, "16,neighbour", "15,neighbour"),
        PROSE,
        "stands one line lower",
    ),
    "part of a longer number": (
        cell(PROSE, "300,", "30,"),
        PROSE,
        "'30' stands on line 16 0 times",
    ),
    "line after the end": (
        cell(PROSE, "16,neighbour", "160,neighbour"),
        PROSE,
        "row 7: line 160 is not within the table's lines",
    ),
    "line nought": (
        cell(PROSE, "16,neighbour", "0,neighbour"),
        PROSE,
        "row 7: line 0 is not within the table's lines",
    ),
    "columns swapped": (
        both(
            *(
                cell(TABLE, f"{one},{two},", f"{two},{one},")
                for one, two in ((120, 150), (90, 100), (60, 50), (270, 300))
            )
        ),
        TABLE,
        "row 2, column 'y2020_21': '90' does not stand on line 8 in this order",
    ),
    "rows swapped": (
        cell(
            TABLE, "8,Police,90,100,33.3%\n9,Health,60,50", "8,Health,60,50,33.3%\n9,Police,90,100"
        ),
        TABLE,
        "'Health' does not stand on line 8",
    ),
    "label mistyped": (
        both(
            cell(TABLE, "Police", "Policy"),
            cell(f"{NORTHBRIDGE}/datapackage.json", '"Police"', '"Policy"'),
        ),
        TABLE,
        "'Policy' does not stand on line 8",
    ),
    "separator lost": (
        cell(f"{NORTHBRIDGE}/prose.csv", "£40.00", "£4000"),
        f"{NORTHBRIDGE}/prose.csv",
        "'£4000' stands on line 16 0 times",
    ),
    "token used twice": (
        cell(PROSE, "15,late,assessments_late,123", "15,late,assessments_late,487"),
        PROSE,
        "'487' stands on line 15 1 times and is used 2 times",
    ),
    "heading not printed": (
        lambda root: describe(
            root / NORTHBRIDGE, resources__0__schema__fields__1__title="Referred from"
        ),
        f"{NORTHBRIDGE}/datapackage.json",
        "the heading 'Referred from' does not stand on lines 4 to 10",
    ),
    "heading outside the table's lines": (
        lambda root: describe(root / NORTHBRIDGE, resources__0__lines=[7, 10]),
        f"{NORTHBRIDGE}/datapackage.json",
        "does not stand on lines 7 to 10",
    ),
    "headings swapped": (
        lambda root: describe(
            root / NORTHBRIDGE,
            resources__0__schema__fields__1__title="Share in 2020/21",
            resources__0__schema__fields__4__title="Referred by",
        ),
        f"{NORTHBRIDGE}/datapackage.json",
        "column y2019_20: the heading '2019/20' does not stand on lines 4 to 10 in this order",
    ),
    "heading that is part of a longer word": (
        lambda root: describe(root / NORTHBRIDGE, resources__0__schema__fields__1__title="Ref"),
        f"{NORTHBRIDGE}/datapackage.json",
        "the heading 'Ref' does not stand on lines 4 to 10",
    ),
    "period not printed": (
        cell(PROSE, "2020-04/2021-03,2020/21", "2020-04/2021-03,2020-21"),
        PROSE,
        "the period '2020-21' is not printed",
    ),
    "numeral not accounted for": (
        cell(NUMBERS, "14,2,list_number\n", ""),
        NUMBERS,
        "line 14: '2' is not accounted for",
    ),
    "numeral accounted for twice": (
        cell(NUMBERS, "14,2,list_number\n", "14,2,list_number\n14,2,list_number\n"),
        NUMBERS,
        "line 14: '2' is accounted for but not printed, or not so often",
    ),
    "numeral of a figure accounted for again": (
        cell(NUMBERS, "14,2,list_number\n", "14,2,list_number\n16,12,list_number\n"),
        NUMBERS,
        "line 16: '12' is accounted for but not printed",
    ),
    "numeral after the end": (
        cell(NUMBERS, "14,2,list_number\n", "14,2,list_number\n99,2,list_number\n"),
        NUMBERS,
        "line 99: is after the end of the text",
    ),
    "number word not accounted for": (
        cell(SOUTH_NUMBERS, "20,two,personal_story\n", ""),
        SOUTH_NUMBERS,
        "line 20: 'two' is not accounted for",
    ),
    "too few hidden digits": (
        cell(NUMBERS, "2,##,contact_detail", "2,#,contact_detail"),
        NUMBERS,
        "line 2: '12' is not accounted for",
    ),
    "answer not printed": (
        cell(f"{NORTHBRIDGE}/answers.csv", "once,once", "once,one time"),
        f"{NORTHBRIDGE}/answers.csv",
        "'one time' stands on line 20 0 times",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_noticed_on_its_line(name, miniature):
    spoil, file, words = FAULTS[name]
    spoil(miniature)
    faults = [str(problem) for problem in against_texts(miniature)]
    assert [fault for fault in faults if fault.startswith(f"{file}: ") and words in fault], faults


def test_a_text_whose_hash_differs_is_refused_by_name(miniature, capsys):
    text = miniature / "documents/northbridge-foi-1234.txt"
    edit(text, "Market Hall", "Market  Hall")
    code, faults, _ = proven(miniature, capsys)
    assert (code, len(faults)) == (1, 1)
    assert faults[0].startswith(
        "northbridge-foi-1234.txt: text: its SHA-256 is "
        f"{hashlib.sha256(text.read_bytes()).hexdigest()}"
    )


def test_a_text_that_is_missing_is_named(miniature, capsys):
    (miniature / "documents/southmere-report-2021-22.txt").unlink()
    code, faults, _ = proven(miniature, capsys)
    assert (code, [fault[:60] for fault in faults]) == (
        1,
        [
            (
                "southmere-report-2021-22.txt: text: is not in the folder. Put the document's "
                "text there."
            )[:60]
        ],
    )


def test_verify_without_a_folder_says_plainly_that_it_was_not_run(miniature, capsys):
    assert verify.main(miniature, []) == 0
    assert capsys.readouterr().out.startswith("NOT RUN: ")


def test_verify_proves_nothing_of_data_that_does_not_build(miniature, capsys):
    edit(miniature / TABLE, "Police,90", "Police,9O")
    code, faults, out = proven(miniature, capsys)
    assert (code, out) == (1, "")
    assert "'9O' is not a number" in faults[0]


def test_a_token_stands_by_itself_and_not_inside_a_longer_number():
    def found(token, text):
        return len(against_text.token_pattern(token).findall(text))

    assert found("3", "33 3.3 1,3 3 3. 3,") == 3
    assert found("3.3", "13.3 3.33 3.3 3.3.") == 2
    assert found("£5", "£5 £50 £5.50") == 1
    assert found("No  data", "No data") == 1


def test_a_row_over_several_lines_is_found_on_all_of_them():
    source = against_text.text(b"first\n  second\tthird \nfourth\n")
    assert against_text.lines_of("2", source) == "second third"
    assert against_text.lines_of("2-3", source) == "second third fourth"
    assert against_text.lines_of("9", source) == against_text.lines_of("0", source) == ""


def test_hidden_digits_account_for_any_numeral_of_that_length_and_for_no_other(miniature, capsys):
    edit(miniature / NUMBERS, "2,##,contact_detail", "2,###,contact_detail")
    faults = proven(miniature, capsys)[1]
    assert any("'12' is not accounted for" in fault for fault in faults)
    assert any("'###' is accounted for but not printed" in fault for fault in faults)


def test_non_breaking_spaces_count_as_spaces():
    assert against_text.plain("No\u00a0data \u2009x") == "No data x"


def test_one_document_can_be_proven_by_itself(miniature, capsys):
    (miniature / "documents/southmere-report-2021-22.txt").unlink()
    arguments = ["--documents", str(miniature / "documents")]
    assert verify.main(miniature, [*arguments, "northbridge-foi-1234"]) == 0
    assert (
        capsys.readouterr().out
        == "northbridge-foi-1234: 21 printed tokens, 0 blank cells, 34 numerals: 0 faults\n"
    )
    assert verify.main(miniature, [*arguments, "nowhere"]) == 1
    assert "data/sources/nowhere: folder: is not there" in capsys.readouterr().err


def test_a_text_of_another_encoding_is_named(miniature, capsys):
    (miniature / "documents/northbridge-foi-1234.txt").write_bytes(b"caf\xe9")
    assert [
        fault
        for fault in proven(miniature, capsys)[1]
        if fault.startswith("northbridge-foi-1234.txt: text: is not UTF-8. ")
    ]


def test_lines_are_those_that_an_editor_counts():
    assert against_text.text(b"one\r\n\x0ctwo\xe2\x80\xa8still two\n\nfour").lines == [
        "one",
        "\x0ctwo\u2028still two",
        "",
        "four",
    ]


def test_a_heading_may_hold_several_columns_and_may_stand_beside_a_table_printed_on_its_side():
    source = against_text.text(b"Cost  Number\n20 4 Number\nCost 30")
    table = {
        "name": "t",
        "lines": [1, 3],
        "schema": {
            "fields": [
                {"name": "line"},
                {"name": "a", "title": "Cost"},
                {"name": "b", "title": "Cost"},
                {"name": "c", "title": "Number"},
            ]
        },
    }
    rows = [{"line": "2", "a": "20", "b": "4", "c": ""}]
    titled = [("a", "Cost"), ("c", "Number")]
    assert against_text.heading_lines(table, rows, titled, source) == "Cost Number"
    assert (
        against_text.heading_lines(table, [{"line": "1"}], titled, source)
        == "Cost Number 20 4 Number Cost 30"
    )
    document = Document("d", "d", {"resources": [table]}, {"t": rows}, [])
    assert list(against_text.headings(document, source)) == []
