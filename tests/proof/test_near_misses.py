"""Rows on a wrong line, or on none, are told with the line to write; what is printed nowhere is no
near miss.
"""

import pytest

from scripts.model import terms
from scripts.proof import against_text, near_misses, one_document
from scripts.reading import sources
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, edit

TABLE, PROSE = f"{NORTHBRIDGE}/referrals-by-source.csv", f"{SOUTHMERE}/prose.csv"
ROWS = "7,Schools,120,150,50.0%\n8,Police,90,100,33.3%\n9,Health,60,50,16.6%\n10,All"


def proven(root, folder):
    vocabulary = terms.read(root / "data/vocabulary")
    document, _ = sources.read(root / folder, folder, vocabulary)
    text, _ = against_text.read(root / "documents", document.id)
    return [str(problem) for problem in one_document.prove(document, text, vocabulary).problems]


def lower(by):
    old = [line.split(",", 1) for line in ROWS.splitlines()]
    return "\n".join(f"{int(line) + by},{rest}" for line, rest in old)


@pytest.mark.parametrize(
    ("by", "what", "cure"),
    [
        (-1, "one line lower", "Add 1 to"),
        (1, "one line higher", "Take 1 from"),
        (-3, "three lines lower", "Add 3 to"),
    ],
)
def test_a_table_that_is_off_by_some_lines_is_told_once(miniature, by, what, cure):
    edit(miniature / TABLE, ROWS, lower(by))
    assert proven(miniature, NORTHBRIDGE) == [
        (
            f"{TABLE}: rows 1 to 4: each row stands {what} in the text than its `line` says. "
            f"{cure} the `line` of each."
        )
    ]


def test_one_row_on_a_wrong_line_is_told_with_its_line(miniature):
    edit(miniature / TABLE, "9,Health", "8,Health")
    assert proven(miniature, NORTHBRIDGE) == [
        (
            f"{TABLE}: row 3: stands one line lower in the text than its `line` says. Write 9 in "
            "`line`."
        )
    ]


def test_a_row_without_a_line_is_found_by_its_text(miniature):
    vocabulary = terms.read(miniature / "data/vocabulary")
    document, _ = sources.read(miniature / NORTHBRIDGE, NORTHBRIDGE, vocabulary)
    document.rows["referrals-by-source"][2]["line"] = ""
    text, _ = against_text.read(miniature / "documents", document.id)
    mended, problems = near_misses.mended(document, text)
    assert mended.rows["referrals-by-source"][2]["line"] == "9"
    assert [problem.cure for problem in problems] == ["Write 9 in `line`"]


def test_a_number_that_is_printed_nowhere_is_no_near_miss(miniature):
    edit(miniature / TABLE, "9,Health,60", "9,Health,61")
    assert all("than its `line` says" not in told for told in proven(miniature, NORTHBRIDGE))
    assert any("'61' does not stand on line 9" in told for told in proven(miniature, NORTHBRIDGE))


def test_a_lone_number_is_not_moved_to_a_place_that_another_row_takes(miniature):
    edit(
        miniature / PROSE, "15,in-time,assessments_in_time,487", "15,in-time,assessments_in_time,51"
    )
    assert all("than its `line` says" not in told for told in proven(miniature, SOUTHMERE))


def test_the_project_in_small_has_no_near_miss(miniature):
    assert proven(miniature, NORTHBRIDGE) == proven(miniature, SOUTHMERE) == []
