"""check says what is left and what is wrong in one document, all at once, and fills in only what
was left empty.
"""

import pytest

from scripts.verbs import check
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, edit

NORTH, SOUTH = NORTHBRIDGE.rpartition("/")[2], SOUTHMERE.rpartition("/")[2]
TABLE, NUMBERS = f"{NORTHBRIDGE}/referrals-by-source.csv", f"{NORTHBRIDGE}/numbers.csv"


def told(root, capsys, name=NORTH, texts=True):
    """Exit code, and the lines of the report."""
    given = ["--documents", str(root / "documents")] if texts else []
    code = check.main(root, [*given, name])
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", [NORTH, SOUTH])
def test_nothing_is_left_or_wrong_in_a_finished_document_and_nothing_is_written(
    miniature, capsys, name
):
    before = {path: path.read_bytes() for path in miniature.rglob("*.*") if path.is_file()}
    code, lines = told(miniature, capsys, name)
    assert code == 0
    assert lines[0].endswith("numbers of its text are accounted for (100%).")
    assert lines[1] == "Nothing is left and nothing is wrong. Now: make build"
    assert {path: path.read_bytes() for path in before} == before


def test_without_its_text_it_says_that_nothing_was_compared(miniature, capsys):
    code, lines = told(miniature, capsys, texts=False)
    assert (code, "not compared with its text" in lines[0]) == (0, True)


def test_what_is_only_proposed_is_left_to_do_in_the_order_of_the_folder(miniature, capsys):
    describe(miniature / NORTHBRIDGE, title="?Northbridge", document__type="?foi_response")
    edit(miniature / f"{NORTHBRIDGE}/prose.csv", "training_group_size", "?referrals ?assessments")
    edit(miniature / NUMBERS, "1,1234,reference_number", "1,1234,?")
    code, lines = told(miniature, capsys)
    assert code == 1
    assert lines[1:] == [
        "Left to do, in this order (4):",
        (
            f"  1. {NORTHBRIDGE}/datapackage.json: title: keep 'Northbridge' without the "
            "question mark, or write another"
        ),
        (
            f"  2. {NORTHBRIDGE}/datapackage.json: document/type: keep 'foi_response' without "
            "the question mark, or write another"
        ),
        (
            f"  3. {NORTHBRIDGE}/prose.csv: column 'measure', row 2: keep one of referrals, "
            "assessments, or write another"
        ),
        f"  4. {NUMBERS}: column 'reason', row 1: write what it is in place of the question mark",
    ]


def test_faults_of_reading_laws_and_proof_are_told_at_once(miniature, capsys):
    describe(miniature / NORTHBRIDGE, document__publisher="nobody")  # reading
    edit(miniature / f"{NORTHBRIDGE}/prose.csv", "up_to", "upto")  # laws
    edit(miniature / TABLE, "8,Police,90", "8,Police,91")  # proof
    code, lines = told(miniature, capsys)
    whole = "\n".join(lines)
    assert code == 1
    assert "document/publisher: 'nobody' is not in" in whole
    assert "row 2, column 'qualifier': 'upto' is not in" in whole
    assert "'91' does not stand on line 8" in whole
    assert f"{NUMBERS}: column 'reason', row" in whole  # the 90 that is no figure any more


def test_a_claim_that_does_not_hold_is_told_with_both_numbers(miniature, capsys):
    edit(miniature / TABLE, "8,Police,90", "8,Police,91")
    code, lines = told(miniature, capsys, texts=False)
    assert code == 1 and any("270" in line and "271" in line for line in lines)


def test_a_row_without_a_line_gets_the_only_line_that_has_its_cells(miniature, capsys):
    before = (miniature / TABLE).read_bytes()
    edit(miniature / TABLE, "9,Health", ",Health")
    assert told(miniature, capsys)[0] == 0
    assert (miniature / TABLE).read_bytes() == before


def test_a_row_without_a_line_that_is_printed_nowhere_is_told(miniature, capsys):
    edit(miniature / TABLE, "9,Health", ",Wealth")
    code, lines = told(miniature, capsys)
    assert code == 1
    assert any("row 3: line '' is not a line" in line for line in lines)


def test_the_account_is_drafted_where_there_is_none(miniature, capsys):
    (miniature / NUMBERS).unlink()
    code, lines = told(miniature, capsys)
    assert (code, (miniature / NUMBERS).is_file()) == (1, True)
    assert any("column 'reason', rows" in line for line in lines)


def test_another_text_is_refused_and_the_account_stays(miniature, capsys):
    (miniature / "documents" / f"{NORTH}.txt").write_text("Another text with 12\n")
    before = (miniature / NUMBERS).read_bytes()
    code, lines = told(miniature, capsys)
    assert code == 1 and any("its SHA-256 is" in line for line in lines)
    assert (miniature / NUMBERS).read_bytes() == before


def test_a_document_that_is_not_there_is_told(miniature, capsys):
    code, lines = told(miniature, capsys, "nowhere")
    assert code == 1 and "data/sources/nowhere: folder: is not there" in lines[2]


def test_a_folder_that_is_not_described_yet_is_told(miniature, capsys):
    (miniature / "data/sources/empty").mkdir()
    code, lines = told(miniature, capsys, "empty")
    assert code == 1 and "datapackage.json: file: is missing" in lines[2]


def test_a_new_term_that_does_not_fit_is_told_before_the_build(miniature, capsys):
    measures = miniature / "data/vocabulary/measures.csv"
    edit(measures, "referrals,Referrals,count,help,", "referrals,Referrals,count,halp,")
    code, lines = told(miniature, capsys)
    said = [line for line in lines if "measures.csv: row" in line]
    assert code == 1
    assert len(said) == 1
    assert "topic_id" in said[0]


def test_a_vocabulary_without_fault_is_looked_at_once_and_a_changed_one_again(
    miniature, capsys, monkeypatch
):
    assert told(miniature, capsys)[0] == 0
    seen = []
    monkeypatch.setattr(check, "of_vocabulary", lambda root: seen.append(root) or [])
    assert told(miniature, capsys)[0] == 0 and not seen
    edit(miniature / "data/vocabulary/topics.csv", "Training of staff.", "Courses for staff.")
    assert told(miniature, capsys)[0] == 0 and seen


def test_a_vocabulary_with_a_fault_is_told_each_time(miniature, capsys):
    edit(miniature / "data/vocabulary/topics.csv", "training,Training", "help,Training")
    for _ in range(2):
        code, lines = told(miniature, capsys)
        assert code == 1 and any("'help' is the id of row 1 too" in line for line in lines)


def test_what_is_only_proposed_is_not_wrong_too(miniature, capsys):
    edit(
        miniature / f"{NORTHBRIDGE}/datapackage.json",
        '"gives": "referral_source"',
        '"gives": "?referral_source"',
    )
    code, lines = told(miniature, capsys)
    assert code == 1 and "keep 'referral_source' without" in "".join(lines)
    assert not any("'?referral_source'" in line for line in lines)
