"""On which line a cell stands whose row runs over several: each that is accepted has a neighbour
that is refused.
"""

import hashlib

import pytest

from scripts.reading import lines, tidy
from scripts.verbs import build, verify
from tests.dataset.spoil import SOUTHMERE, describe, descriptor


@pytest.mark.parametrize(
    ("row", "place", "line"),
    [
        ("93", 1, "93"),
        ("93", -1, "93"),
        ("10-12", 1, "10"),
        ("10-12", 2, "11"),
        ("10-12", -1, "12"),
        ("10-12", -3, "10"),
    ],
)
def test_a_place_counts_from_the_first_line_or_from_the_last(row, place, line):
    assert lines.line_of(row, place) == line


@pytest.mark.parametrize(
    ("row", "place"), [("93", 2), ("93", -2), ("10-12", 4), ("10-12", -4), ("10-12", 0)]
)
def test_a_place_that_the_row_does_not_have_is_refused(row, place):
    with pytest.raises(ValueError):
        lines.line_of(row, place)


def test_rows_with_as_many_lines_as_cells_have_one_cell_a_line():
    columns = ["label", "last_year", "this_year"]
    assert lines.places(columns, {}, ["1-3", "4-6"]) == {"label": 1, "last_year": 2, "this_year": 3}
    assert set(lines.places(columns, {}, ["1-3", "4-7"]).values()) == {-1}
    assert set(lines.places(columns, {}, ["1", "2"]).values()) == {-1}
    assert lines.places(columns, {"last_year": -2}, ["1-4", "5-8"])["last_year"] == -2


# a table whose text has one cell a line, two numbers in a cell, and a number for all columns
TEXT = """Table 2: Children helped
On 31 March 2022
Legal status
Boys
41 - first team 12 - second team
7
Girls
30 - first team 9 - second team
<5
Applied
22 (total number across all teams)
N/a
"""
FIELDS = [
    {"name": "line", "type": "string"},
    {
        "name": "sex",
        "title": "",
        "type": "string",
        "gives": "sex",
        "means": {"Boys": "boys", "Girls": "girls"},
    },
    {
        "name": "first_team",
        "title": "",
        "type": "string",
        "gives": {"age_group": "under_5"},
        "line": 2,
    },
    {
        "name": "second_team",
        "title": "",
        "type": "string",
        "gives": {"age_group": "5_to_15"},
        "line": 2,
    },
    {"name": "others", "title": "", "type": "string", "gives": {"age_group": "unborn"}},
]
ALL = [
    {"name": "line", "type": "string"},
    {"name": "applied", "title": "", "type": "string", "gives": "label"},
    {"name": "all_teams", "title": "", "type": "string", "gives": {"age_group": "total"}},
    {
        "name": "others",
        "title": "",
        "type": "string",
        "gives": {"age_group": "unborn"},
        "means": {"N/a": "z"},
    },
]


@pytest.fixture
def one_cell_a_line(miniature):
    """The report of Southmere with a table more, whose rows run over several lines."""
    folder, text = miniature / SOUTHMERE, miniature / "documents/southmere-report-2021-22.txt"
    before = descriptor(folder)
    at = before["document"]["text_lines"]
    whole = text.read_text(encoding="utf-8") + TEXT
    text.write_text(whole, encoding="utf-8")
    about = {"path": "helped.csv", "title": "Helped", "description": "", "locator": "Table 2"}
    every = {
        "every_figure": {
            "measure": "referrals",
            "period": "2022-03-31",
            "period_as_published": "31 March 2022",
        }
    }
    tables = [
        {
            "name": "helped",
            **about,
            "lines": [at + 1, at + 9],
            "rows": 2,
            **every,
            "schema": {"fields": FIELDS},
        },
        {
            "name": "applied",
            **about,
            "path": "applied.csv",
            "lines": [at + 10, at + 12],
            "rows": 1,
            **every,
            "schema": {"fields": ALL},
        },
    ]
    (folder / "helped.csv").write_text(
        "line,sex,first_team,second_team,others\n"
        f"{at + 4}-{at + 6},Boys,41,12,7\n{at + 7}-{at + 9},Girls,30,9,<5\n",
        encoding="utf-8",
    )
    (folder / "applied.csv").write_text(
        (
            f"line,applied,all_teams,others\n{at + 10}-{at + 12},Applied,22 (total number across "
            "all teams),N/a\n"
        ),
        encoding="utf-8",
    )
    numbers = folder / "numbers.csv"
    numbers.write_text(
        numbers.read_text(encoding="utf-8")
        + f"{at + 1},2,list_number\n{at + 2},31,heading\n{at + 2},2022,heading\n",
        encoding="utf-8",
    )
    describe(
        folder,
        resources=before["resources"] + tables,
        document__text_lines=at + TEXT.count("\n"),
        document__text_sha256=hashlib.sha256(whole.encode()).hexdigest(),
    )
    return miniature, at


def proven(root):
    return verify.main(root, ["--documents", str(root / "documents")])


def test_each_cell_is_proven_on_its_own_line(one_cell_a_line):
    root, at = one_cell_a_line
    made = tidy.make(root)
    assert made.problems == []
    stand = {
        row["figure_id"].split("/", 1)[1]: (row["line"], row["value"], row["value_high"])
        for row in made.tables["figures"]
        if row["table_id"].endswith(("/helped", "/applied"))
    }
    assert stand["helped/boys/first-team"] == (str(at + 5), "41", "")
    assert stand["helped/boys/second-team"] == (str(at + 5), "12", "")
    assert stand["helped/boys/others"] == (str(at + 6), "7", "")
    assert stand["helped/girls/others"] == (str(at + 9), "", "4")
    applied = [key for key in stand if key.startswith("applied/")]
    assert sorted(stand[key] for key in applied) == [
        (str(at + 11), "22", ""),
        (str(at + 12), "", ""),
    ]
    assert build.main(root) == 0
    assert proven(root) == 0


def test_a_cell_that_stands_on_another_line_of_its_row_is_not_proven(one_cell_a_line):
    root, _ = one_cell_a_line
    last = len(descriptor(root / SOUTHMERE)["resources"]) - 2
    describe(root / SOUTHMERE, **{f"resources__{last}__schema__fields__4__line": 2})
    assert build.main(root) == 0
    assert proven(root) == 1


def test_a_line_that_a_row_does_not_have_is_refused(one_cell_a_line):
    root, _ = one_cell_a_line
    last = len(descriptor(root / SOUTHMERE)["resources"]) - 2
    describe(root / SOUTHMERE, **{f"resources__{last}__schema__fields__4__line": 4})
    told = [problem.what for problem in tidy.make(root).problems]
    assert "the row stands on 3 lines, and the column on line 4 of it" in told
