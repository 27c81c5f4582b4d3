"""From a letter to a source folder that builds and is proven: what a person does in between is done
here by a program.
"""

import csv
import json
import re

import pytest

from scripts.importing.drafting import period_words, with_sign
from scripts.importing.likely_reasons import reason
from scripts.importing.plain_tables import grids
from scripts.importing.printed_times import code_of
from scripts.importing.suggestions import Suggester
from scripts.importing.text_file import extract
from scripts.verbs import build, check, new, verify
from tests.conftest import copy_miniature

LETTER = """Northbridge Council: reply to request 5678
Our ref: 5678
14 May 2022

1. How many referrals did you get from each source?

Referred by      2021/22    2022/23
Schools              150        170
Police               100        110
All referrals        250        280

2. How many were there in all?

We had 280 referrals in 2022/23. Call us on 01632 960123.

Page 1 of 1
"""
NAME = "northbridge-foi-5678"
FOLDER = f"data/sources/{NAME}"


@pytest.fixture
def project(tmp_path):
    return copy_miniature(tmp_path / "project")


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / f"{NAME}.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def descriptor_of(project):
    return json.loads((project / FOLDER / "datapackage.json").read_text(encoding="utf-8"))


def test_the_draft_has_the_table_the_sentence_and_a_reason_for_each_other_number(project, letter):
    assert new.main(project, [str(letter)]) == 0
    described = descriptor_of(project)
    table = next(each for each in described["resources"] if "schema" in each)
    assert [
        row["label"] if "label" in row else list(row.values())[1]
        for row in rows_of(project / FOLDER / table["path"])
    ] == ["Schools", "Police", "All referrals"]
    assert [field["gives"] for field in table["schema"]["fields"][2:]] == [
        {"period": "2021-04/2022-03"},
        {"period": "2022-04/2023-03"},
    ]
    prose = rows_of(project / FOLDER / "prose.csv")
    assert [(row["value_as_published"], row["period"]) for row in prose] == [
        ("280", "2022-04/2023-03")
    ]
    assert prose[0]["measure"].startswith("?referrals")
    reasons = {row["reason"] for row in rows_of(project / FOLDER / "numbers.csv")}
    assert {"list_number", "contact_detail", "page_number", "reference_number"} <= reasons
    assert "01632" not in (project / FOLDER / "numbers.csv").read_text()


def test_what_nobody_confirmed_is_refused(project, letter, capsys):
    new.main(project, [str(letter)])
    assert build.main(project) == 1
    told = capsys.readouterr().err
    assert "is a suggestion that nobody has confirmed" in told


def test_a_confirmed_draft_builds_and_is_proven_line_by_line(project, letter, capsys):
    new.main(project, [str(letter)])
    confirm(project)
    assert build.main(project) == 0, capsys.readouterr().err
    (project / "documents" / f"{NAME}.txt").write_bytes(
        (project / f"drafts/{NAME}.txt").read_bytes()
    )
    assert verify.main(project, ["--documents", str(project / "documents"), NAME]) == 0
    assert "0 faults" in capsys.readouterr().out


def confirm(project):
    """Takes the question marks off and fills in what only a person knows."""
    described = descriptor_of(project)
    described |= {"title": "Referrals (made up)", "description": "A reply, made up."}
    described["document"] |= {
        "type": "foi_response",
        "publisher": "northbridge-council",
        "area": "northbridge",
        "licence": "not_stated",
        "licence_basis": "not_stated",
        "attribution": "Northbridge Council.",
        "period": "2021-04/2023-03",
    }
    for table in described["resources"]:
        table["title"] = table["title"].lstrip("?")
        if "schema" in table:
            table["every_figure"] = {"measure": "referrals"}
            label = table["schema"]["fields"][1]
            label |= {
                "gives": "referral_source",
                "means": {"Schools": "schools", "Police": "police", "All referrals": "total"},
            }
    (project / FOLDER / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    prose = project / FOLDER / "prose.csv"
    prose.write_text(re.sub(r"\?(\w+)( \?\w+)*", r"\1", prose.read_text()), encoding="utf-8")


def test_nothing_is_written_over_what_is_there(project, letter, capsys):
    assert new.main(project, [str(letter)]) == 0
    (project / FOLDER / "prose.csv").write_text("mine")
    assert new.main(project, [str(letter)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (project / FOLDER / "prose.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "token", "period"),
    [
        ("83% were in time, up from 79% in 2021/22.", "83", ""),
        ("83% were in time, up from 79% in 2021/22.", "79", "2021/22"),
        ("There were 83 in 2022/23, compared with 79 in 2021/22.", "83", "2022/23"),
        ("In 2022/23 there were 83, more than 79.", "83", "2022/23"),
        ("Of 83 children, 12 came in 2022/23.", "83", "2022/23"),
    ],
)
def test_a_period_of_a_number_that_is_compared_with_is_not_taken(text, token, period):
    assert period_words(text, re.search(token, text)) == period


NEW = """Southmere Borough Council
14 May 2022
Our ref: 91

We had 280 referrals in 2022/23.
"""


def test_an_authority_that_never_published_is_drafted_as_a_publisher(project, tmp_path, capsys):
    path = tmp_path / "southmere-foi-91.txt"
    path.write_text(NEW, encoding="utf-8")
    assert new.main(project, [str(path)]) == 0
    folder = project / "data/sources/southmere-foi-91"
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["document"]
    assert (about["publisher"], about["area"]) == ("?southmere-borough-council", "?southmere")
    (row,) = rows_of(folder / "vocabulary/publishers.csv")
    known = rows_of(project / "data/vocabulary/publishers.csv")
    assert row.keys() == known[0].keys() and row["title"] == "Southmere Borough Council"
    capsys.readouterr()
    assert check.main(project, ["southmere-foi-91"]) == 1
    said = capsys.readouterr().out
    assert "keep 'southmere-borough-council' without the question mark" in said
    assert "publishers.csv" not in said


def test_no_publisher_is_made_up_where_no_authority_is_named(project, tmp_path):
    path = tmp_path / "letter-91.txt"
    path.write_text(NEW.replace("Southmere Borough Council", "The board"), encoding="utf-8")
    assert new.main(project, [str(path)]) == 0
    assert not (project / "data/sources/letter-91/vocabulary").exists()


@pytest.mark.parametrize("name", ["../outside", "Upper", "with space", ""])
def test_a_name_that_is_no_id_is_refused(project, letter, name):
    before = sorted(project.rglob("*"))
    assert new.main(project, [str(letter), "--name", name or "."]) == 1
    assert sorted(project.rglob("*")) == before


TIMES = {
    "2018/19": "2018-04/2019-03",
    "September 2015": "2015-09",
    "31 March 2016": "2016-03-31",
    "2015": "2015",
    "98/99": "1998-04/1999-03",
    "Total": "",
    "2015 to 2018": "",
    "2018/20": "",
}


@pytest.mark.parametrize("words", TIMES)
def test_printed_times_become_period_codes_only_where_they_are_sure(words):
    assert code_of(words) == TIMES[words]


REASONS = {
    ("Children Act 1989 applies", "1989"): "law_or_guidance",
    ("under section 47 of it", "47"): "law_or_guidance",
    ("3.2 Next steps", "3.2"): "list_number",
    ("Page 4 of 9", "4"): "page_number",
    ("Early help ........ 12", "12"): "contents",
    ("Call 01632 960123", "960123"): "contact_detail",
    ("see www.example.org/2020/x", "2020"): "contact_detail",
    ("Sent on 14 May 2021", "14"): "running_date",
    ("children aged 0-18", "18"): "condition",
    ("within 45 days", "45"): "condition",
    ("Did you have 3 or more?", "3"): "question",
    ("There were 45 plans", "45"): "",
    ("over 80 languages are spoken", "80"): "",
    ("help for under 5s", "5"): "condition",
    ("a rise of 12%", "12"): "",
}


WHOLE = {
    "In September 2014, 882 children": ("882", "882"),
    "some 204, 896 people": ("896", "204, 896"),
    "£267, 940 in all": ("267", "£267, 940"),
    "ranked 64th of all": ("64", "64th"),
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_number_is_taken_with_its_signs_and_without_the_year_before_it(text):
    token, whole = WHOLE[text]
    assert with_sign(text, re.search(token, text)) == whole


@pytest.mark.parametrize(("text", "token"), REASONS)
def test_a_number_that_is_no_figure_gets_its_reason_and_a_figure_gets_none(text, token):
    start = text.index(token)
    assert reason(text, start, start + len(token)) == REASONS[text, token]


def test_a_table_of_contents_is_no_table(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1. Introduction   3\n2. Early help   5\n3. Training   9\n")
    assert list(grids(extract(path).lines, set())) == []


MEASURES = {
    "plans": {"title": "Child protection plans", "definition": "Plans on a date.", "unit": "count"},
    "repeat": {"title": "Repeat plans", "definition": "Second plans.", "unit": "percent"},
    "workers": {"title": "Social workers", "definition": "People in post.", "unit": "count"},
}


@pytest.mark.parametrize(
    ("words", "token", "first"),
    [
        ("social workers in the team", "12", "workers"),
        ("soical wrokers", "12", "workers"),
        ("plans that were repeat plans", "12%", "repeat"),
        ("children with a protection plan", "300", "plans"),
    ],
)
def test_the_measure_with_the_rare_shared_words_comes_first(words, token, first):
    assert Suggester(MEASURES).choices(words, token)[0].term == first


def test_words_that_no_measure_knows_suggest_nothing():
    assert Suggester(MEASURES).choices("potholes", "12") == []
