"""Faults of the data that once were missed, or ended in a traceback: each is told in one line, and
nothing is written.
"""

import csv

import pytest

from scripts.checks.reckoning.examples import lasting
from scripts.checks.reckoning.members import Named
from scripts.register.claims import Claim
from scripts.register.recomputing import recomputed
from scripts.verbs import build, validate, verify
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, bytes_of, describe, descriptor, edit


def accept_again(folder):
    describe(folder, roundings=descriptor(folder)["roundings"] * 2)


def word(folder, **words):
    return lambda root: describe(root / folder, **words)


# each ends in a traceback instead of one line and exit code 1
CRASHES = {
    "same with one figure": word(SOUTHMERE, claims__4__figures=["prose/children"]),
    "whole that is an answer": word(NORTHBRIDGE, claims__0__whole="answers/neglect-frequency"),
    "part that is an answer": word(NORTHBRIDGE, claims__0__parts=["answers/neglect-frequency"]),
    "same as an answer": word(
        SOUTHMERE,
        claims__4__figures=["prose/children", "northbridge-foi-1234/answers/neglect-frequency"],
    ),
    "periods_match of a figure without a period": word(
        NORTHBRIDGE, claims__5__figure="prose/group-size"
    ),
    "same_period of an answer without a period": word(
        NORTHBRIDGE,
        claims__13__answers=["answers/neglect-frequency", "answers/private-fostering-frequency"],
    ),
    "a share per day of answers without a day": word(NORTHBRIDGE, claims__12__per="day"),
    "same_period of a figure": word(
        NORTHBRIDGE, claims__13__answers=["answers/neglect-frequency", "prose/growth"]
    ),
    "same_period of one answer": word(
        NORTHBRIDGE, claims__13__answers=["answers/neglect-frequency"]
    ),
    "growth from nought": lambda root: edit(
        root / NORTHBRIDGE / "referrals-by-source.csv", "All referrals,270", "All referrals,0"
    ),
    "document's period that is none": word(NORTHBRIDGE, document__period="2019/20"),
    "lone surrogate in a descriptor": lambda root: edit(
        root / NORTHBRIDGE / "datapackage.json", "An invented reply", "\\ud800"
    ),
    "vocabulary table missing": lambda root: (root / "data/vocabulary/number_words.csv").unlink(),
    "vocabulary table of one column": lambda root: (root / "data/vocabulary/stray.csv").write_text(
        "a\n1\n"
    ),
    "contract without tables": lambda root: (root / "datapackage.json").write_text("{}"),
    "contract that is a list": lambda root: (root / "datapackage.json").write_text("[]"),
    "contract whose tables are words": lambda root: (root / "datapackage.json").write_text(
        '{"version": "1.0.0", "resources": ["figures"]}'
    ),
    "contract without a version": lambda root: describe(root, version=None),
    "contract with a column without a name": lambda root: describe(
        root, resources__0__schema__fields__0__name=None
    ),
    "no sources at all": lambda root: (root / "data/sources").rename(root / "data/printed"),
    "numerals in columns of other names": lambda root: (
        root / NORTHBRIDGE / "numbers.csv"
    ).write_text("line,numeral,why\n1,1234,reference_number\n"),
    "line in superscript": lambda root: edit(
        root / NORTHBRIDGE / "numbers.csv", "1,1234", "²,1234"
    ),
    "contract without a column": lambda root: edit(
        root / "datapackage.json", '"name": "value_as_published"', '"name": "value_as_printed"'
    ),
}
# each is built without a word
SILENT = {
    "claim whose whole is several figures": word(
        NORTHBRIDGE, claims__0__whole="referrals-by-source/*/y2019-20"
    ),
    "claim whose parts are only totals": word(
        NORTHBRIDGE, claims__0__parts=["referrals-by-source/total/*"]
    ),
    "word of a claim mistyped": word(NORTHBRIDGE, claims__0__toleranse=1),
    "word of another rule in a claim": word(NORTHBRIDGE, claims__0__average=1),
    "caveat that is none of the accepted": word(SOUTHMERE, caveats=[]),
    "difference accepted twice": lambda root: accept_again(root / NORTHBRIDGE),
    "one more column of numerals": lambda root: (root / NORTHBRIDGE / "numbers.csv").write_text(
        "line,token,reason,note\n1,1234,reference_number,hm\n"
    ),
    "numeral on line nought": lambda root: edit(
        root / NORTHBRIDGE / "numbers.csv", "1,1234", "0,1234"
    ),
    "blank numeral": lambda root: edit(root / NORTHBRIDGE / "numbers.csv", "1,1234", "1,"),
    "row outside its table's lines": lambda root: edit(
        root / SOUTHMERE / "prose.csv", "16,neighbour", "160,neighbour"
    ),
    "row that ends before it starts": lambda root: edit(
        root / SOUTHMERE / "prose.csv", "16,neighbour", "16-15,neighbour"
    ),
    "control of a column that is not there": word(
        NORTHBRIDGE, resources__0__control={"y2019": "0"}
    ),
    "table of another name than its file": lambda root: [
        word(NORTHBRIDGE, resources__0__path="referrals.csv")(root),
        (root / NORTHBRIDGE / "referrals-by-source.csv").rename(
            root / NORTHBRIDGE / "referrals.csv"
        ),
    ],
    "two tables of one file": lambda root: describe(
        root / NORTHBRIDGE,
        resources=[
            *descriptor(root / NORTHBRIDGE)["resources"],
            {**descriptor(root / NORTHBRIDGE)["resources"][1], "name": "prose-again"},
        ],
    ),
    "formula in a description": word(NORTHBRIDGE, description='=HYPERLINK("http://x.example","y")'),
    "formula in a heading": word(NORTHBRIDGE, resources__0__schema__fields__1__title="=1+1"),
    "NUL in a description": word(NORTHBRIDGE, description="a\0b"),
    "giant description": word(NORTHBRIDGE, description="a" * 100_000),
    "lines that end before they start": word(NORTHBRIDGE, resources__1__lines=[17, 12]),
    "lines after the end": word(NORTHBRIDGE, resources__1__lines=[12, 1000]),
    "date that is none": word(NORTHBRIDGE, document__date="2021-13-45"),
    "table among the documents' folders": lambda root: (root / "data/sources/stray.csv").write_text(
        "a\n1\n"
    ),
}


@pytest.mark.parametrize("name", [*CRASHES, *SILENT])
def test_a_fault_is_told_in_one_line(name, miniature, capsys):
    build.main(miniature)
    before = bytes_of(miniature / "data/tidy")
    (CRASHES | SILENT)[name](miniature)
    capsys.readouterr()
    assert build.main(miniature) == 1
    assert capsys.readouterr().err.splitlines()
    assert bytes_of(miniature / "data/tidy") == before


def test_a_line_separator_in_a_cell_is_told_as_what_it_is(miniature, capsys):
    """str.splitlines splits at U+2028, U+0085 and others; csv and git do not: today `row 2 has 2
    cells` and row 3 too.
    """
    edit(miniature / NORTHBRIDGE / "referrals-by-source.csv", "Schools", "Scho\u2028ols")
    assert build.main(miniature) == 1
    assert "has 2 cells" not in capsys.readouterr().err


def test_the_number_of_lines_is_proven(miniature, capsys):
    describe(miniature / NORTHBRIDGE, document__text_lines=24)
    assert verify.main(miniature, ["--documents", str(miniature / "documents")]) == 1


def test_an_unknown_class_of_discrepancy_is_told_with_the_descriptor(miniature, capsys):
    edit(miniature / SOUTHMERE / "datapackage.json", '"class": "misprint"', '"class": "typo"')
    build.main(miniature)
    assert validate.main(miniature) == 1
    assert f"{SOUTHMERE}/datapackage.json" in capsys.readouterr().err


def test_a_reason_for_leaving_out_is_told_with_the_descriptor(miniature, capsys):
    describe(miniature / SOUTHMERE, left_out__0__reason="guess")
    build.main(miniature)
    assert validate.main(miniature) == 1
    assert f"{SOUTHMERE}/datapackage.json" in capsys.readouterr().err


def test_a_draft_gives_a_hidden_reason_to_no_other_numeral(miniature):
    """account.take: an exact token must be met before a hidden one of the same length."""
    from scripts.verbs import account

    path = miniature / NORTHBRIDGE / "numbers.csv"
    edit(
        path,
        "2,14,running_date\n2,2021,running_date\n2,##,contact_detail\n",
        "2,##,contact_detail\n2,14,running_date\n2,2021,running_date\n",
    )
    account.main(miniature, ["--documents", str(miniature / "documents"), "northbridge-foi-1234"])
    with path.open(encoding="utf-8", newline="") as file:
        drafted = {
            (row["token"], row["reason"]) for row in csv.DictReader(file) if row["line"] == "2"
        }
    assert ("14", "running_date") in drafted


def test_a_number_word_may_hold_any_sign():
    from scripts.reading import printed

    assert printed.numerals("one of ten", {"fifty (50": "50", "ten": "10"}) == ["ten"]


def test_a_non_breaking_space_within_a_number_is_a_separator():
    from scripts.reading import printed

    assert printed.number("1\u00a0280", {}) == printed.number("1\u202f280", {}) == "1280"


@pytest.mark.parametrize("code", ["2014 Academic years", "2015-04/2016-03 Academic year", "2015\n"])
def test_what_is_no_period_code_is_refused(code):
    from scripts.reading import periods

    with pytest.raises(ValueError):
        periods.parse(code)


def test_periods_of_the_same_length_but_other_days_do_not_match():
    """2020/21 and 2021/22 both have 365 days: which days they are counts too."""
    one, other = lasting("2020-04-01", "2021-03-31"), lasting("2021-04-01", "2022-03-31")
    named = Named({"figure": one, "others": other})
    checks, _ = recomputed([Claim("d/periods-match/x", "d", "periods_match", named)], {})
    assert [check["verdict"] for check in checks] == ["discrepancy"]
