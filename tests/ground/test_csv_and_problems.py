"""CSV text is plain and the same everywhere; problems are told once, in order of file."""

import pytest

from scripts.model.files import csv_text, read_rows
from scripts.model.problems import Problem, tell


def test_csv_text_has_lf_line_ends_and_quotes_only_where_needed():
    rows = [{"a": "1", "b": "x, y"}, {"a": None, "b": 'say "no"'}, {"a": "", "b": "two\nlines"}]
    assert csv_text(["a", "b"], rows) == 'a,b\n1,"x, y"\n,"say ""no"""\n,"two\nlines"\n'


def test_a_column_that_is_not_in_the_contract_is_an_error():
    with pytest.raises(ValueError):
        csv_text(["a"], [{"a": "1", "b": "2"}])


def test_rows_come_back_as_they_were_written(tmp_path):
    rows = [{"a": "007", "b": "1.50"}, {"a": " £5 ", "b": "–\u00a0“x”"}, {"a": "", "b": 'a,"b"\nc'}]
    (tmp_path / "t.csv").write_text(csv_text(["a", "b"], rows), encoding="utf-8", newline="\n")
    assert read_rows(tmp_path / "t.csv") == rows


def test_a_problem_reads_file_place_what_and_cure():
    assert (
        str(Problem("data/x.csv", "row 3", "has no number", "Write one"))
        == "data/x.csv: row 3: has no number. Write one."
    )


def test_problems_are_told_once_in_order_of_file_and_counted(capsys):
    two = [
        Problem("b", "x", "is wrong", "Do"),
        Problem("a", "x", "is wrong", "Do"),
        Problem("b", "x", "is wrong", "Do"),
    ]
    tell(two, "Nothing was written.")
    assert capsys.readouterr().err.splitlines() == [
        "a: x: is wrong. Do.",
        "b: x: is wrong. Do.",
        "2 problems. Nothing was written.",
    ]
    tell(two[:1], "Nothing was written.")
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem. Nothing was written."


def test_what_is_wrong_in_many_places_of_a_file_is_told_once_with_its_first_places(capsys):
    tell(
        [Problem("a", f"row {number}", "is wrong", "Do") for number in range(2, 13)]
        + [Problem("a", "row 13", "is bad", "Do")],
        "No.",
    )
    assert capsys.readouterr().err.splitlines() == [
        "a: row 2; row 3; row 4 and 8 more: is wrong. Do.",
        "a: row 13: is bad. Do.",
        "2 problems. No.",
    ]
