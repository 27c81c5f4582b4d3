"""One printed number for two dates or two columns: held where the source says so, and told where it
does not, or where it need not.
"""

import hashlib
from pathlib import Path

import pytest

from scripts.model.files import read_rows
from scripts.reading.sources import Document
from scripts.validations.of_facts import one_print_for_several
from scripts.verbs import build, verify
from tests.dataset.spoil import SOUTHMERE, describe, descriptor, edit

DATES = "Plans were the same on 31 March 2021 and 31 March 2022: 43.\n"
TABLE = """Plans in June 2021 and July 2021
Boys
31 33
Girls
37 in both months
"""
COLUMN = {"measure": "referrals", "period_as_published": ""}
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
        "name": "june",
        "title": "",
        "type": "string",
        "gives": {**COLUMN, "period": "2021-06", "period_as_published": "June 2021"},
    },
    {
        "name": "july",
        "title": "",
        "type": "string",
        "gives": {**COLUMN, "period": "2021-07", "period_as_published": "July 2021"},
    },
]
FLAG = "printed_for_several"


def add(root: Path, text: str, flags: str = FLAG, shared: dict[str, str] | None = None) -> int:
    """Add a sentence with a number for two dates, and a table with one for two months. The number
    of lines that the text had before.
    """
    folder, path = root / SOUTHMERE, root / "documents/southmere-report-2021-22.txt"
    before = descriptor(folder)
    at = before["document"]["text_lines"]
    whole = path.read_text(encoding="utf-8") + text
    path.write_text(whole, encoding="utf-8")
    (folder / "two-dates.csv").write_text(
        "line,row,measure,value_as_published,period,period_as_published,flags\n"
        f"{at + 1},first,referrals,43,2021-03-31,31 March 2021,\n"
        f"{at + 1},second,referrals,43,2022-03-31,31 March 2022,{flags}\n",
        encoding="utf-8",
    )
    (folder / "two-months.csv").write_text(
        f"line,sex,june,july\n{at + 3}-{at + 4},Boys,31,33\n{at + 5}-{at + 6},Girls,37,37\n",
        encoding="utf-8",
    )
    span = f"{at + 5}-{at + 6}"
    july = {**FIELDS[3], "printed_with": {span: "june"}} if shared is None else FIELDS[3]
    about = {"title": "Plans", "description": "", "locator": "Plans", "rows": 2}
    tables = [
        {"name": "two-dates", "path": "two-dates.csv", **about, "lines": [at + 1, at + 1]},
        {
            "name": "two-months",
            "path": "two-months.csv",
            **about,
            "lines": [at + 2, at + 6],
            "schema": {"fields": [*FIELDS[:3], july]},
        },
    ]
    numbers = folder / "numbers.csv"
    printed = [
        *((at + 1, token) for token in ("31", "2021", "31", "2022")),
        *((at + 2, token) for token in ("2021", "2021")),
    ]
    rows = "".join(f"{line},{token},period\n" for line, token in printed)
    numbers.write_text(numbers.read_text(encoding="utf-8") + rows, encoding="utf-8")
    describe(
        folder,
        resources=before["resources"] + tables,
        document__text_lines=at + text.count("\n"),
        document__text_sha256=hashlib.sha256(whole.encode()).hexdigest(),
    )
    return at


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What verify says of a project that builds; empty where everything is proven."""
    assert build.main(root) == 0
    capsys.readouterr()
    failed = verify.main(root, ["--documents", str(root / "documents")])
    said = capsys.readouterr().err
    assert bool(failed) == bool(said)
    return said


def test_a_number_for_two_dates_and_one_for_two_columns_are_held(miniature, capsys):
    at = add(miniature, DATES + TABLE)
    assert told(miniature, capsys) == ""
    held = {
        row["figure_id"].partition("/")[2]: (row["value"], row["line"], row["period_start"])
        for row in read_rows(miniature / "data/tidy/figures.csv")
    }
    assert held["two-dates/first"] == ("43", str(at + 1), "2021-03-31")
    assert held["two-dates/second"] == ("43", str(at + 1), "2022-03-31")
    assert held["two-months/girls/june"] == ("37", str(at + 6), "2021-06-01")
    assert held["two-months/girls/july"] == ("37", str(at + 6), "2021-07-01")


def test_readers_see_which_number_is_printed_for_several(miniature, capsys):
    add(miniature, DATES + TABLE)
    assert told(miniature, capsys) == ""
    flagged = {
        row["figure_id"].partition("/")[2]
        for row in read_rows(miniature / "data/tidy/figure_flags.csv")
        if row["flag_id"] == FLAG
    }
    assert flagged == {"two-dates/second", "two-months/girls/july"}


def test_the_account_has_a_shared_number_once(miniature, capsys):
    at = add(miniature, DATES + TABLE)
    assert told(miniature, capsys) == ""
    used = [
        (row["line"], row["used_as"].partition("/")[2])
        for row in read_rows(miniature / "data/tidy/numbers.csv")
        if row["token"] in ("43", "37")
    ]
    assert used == [(str(at + 1), "two-dates/first"), (str(at + 6), "two-months/girls/june")]


def test_a_number_that_two_facts_use_without_saying_so_is_told(miniature, capsys):
    at = add(miniature, DATES + TABLE, flags="")
    said = told(miniature, capsys)
    assert f"'43' stands on line {at + 1} 1 times and is used 2 times" in said
    assert "has the flag `printed_for_several`" in said


def test_a_cell_of_two_columns_that_does_not_say_so_is_told(miniature, capsys):
    at = add(miniature, DATES + TABLE, shared={})
    said = told(miniature, capsys)
    assert f"row 2, column 'july': '37' does not stand on line {at + 5}-{at + 6} in this" in said


def test_a_number_that_is_printed_for_each_is_not_said_to_be_shared(miniature, capsys):
    at = add(miniature, DATES.replace("43", "43 and 43") + TABLE.replace("37 in both", "37 37 in"))
    said = told(miniature, capsys)
    assert f"line {at + 1}: '43' is not accounted for" in said
    assert f"line {at + 6}: '37' is not accounted for" in said


def test_a_flag_without_another_fact_is_refused_by_build(miniature, capsys):
    at = add(miniature, DATES + TABLE)
    edit(
        miniature / SOUTHMERE / "two-dates.csv",
        f"{at + 1},first,referrals,43",
        f"{at + 1},first,referrals,44",
    )
    assert build.main(miniature) == 1
    said = capsys.readouterr().err
    assert (
        "two-dates.csv: row 2, column 'value_as_published': '43' is said to be printed once" in said
    )


def test_each_row_of_a_line_is_looked_at():
    july = {**FIELDS[3], "printed_with": {"7": "june"}}
    table = {"name": "t", "path": "t.csv", "schema": {"fields": [FIELDS[0], FIELDS[2], july]}}
    rows = [{"line": "7", "june": "1", "july": "2"}, {"line": "7", "june": "3", "july": "3"}]
    document = Document("d", "data/sources/d", {"resources": [table]}, {"t": rows}, [])
    told = one_print_for_several._wrong_columns(document, table)
    assert [problem.place for problem in told] == ["row 1, column 'july'"]
