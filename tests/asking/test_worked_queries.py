"""Worked queries: read from their files, and refused where the database refuses them."""

import sqlite3

import pytest

from scripts.asking import worked_queries
from scripts.asking.worked_queries import Query


@pytest.fixture
def database():
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE areas (area_id TEXT)")
        content = connection.serialize()
    connection.close()
    return content


def put(root, text):
    folder = root / worked_queries.FOLDER
    folder.mkdir(parents=True)
    (folder / "areas.sql").write_text(text, encoding="utf-8")


def told(root, database):
    return [str(problem) for problem in worked_queries.problems(root, database)]


def test_the_first_comment_asks_and_the_others_say_what_to_know(tmp_path):
    put(tmp_path, "-- Which?\n-- Know this.\n-- And this.\nSELECT 1\n  AS one;\n")
    assert worked_queries.read(tmp_path) == [
        Query("areas", "Which?", "Know this. And this.", "SELECT 1\n  AS one;")
    ]


def test_a_query_that_runs_is_accepted(tmp_path, database):
    put(tmp_path, "-- Which areas are there?\nSELECT area_id FROM areas;\n")
    assert told(tmp_path, database) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-- Which?\nSELECT colour FROM areas;", "fails: no such column: colour"),
        ("SELECT area_id FROM areas;", "lacks its question or statement"),
        ("-- Which?\n", "lacks its question or statement"),
    ],
)
def test_a_query_that_cannot_answer_is_told_by_its_file(tmp_path, database, text, said):
    put(tmp_path, text)
    [problem] = told(tmp_path, database)
    assert problem.startswith("docs/queries/areas.sql: the query: ") and said in problem


def test_there_are_a_dozen_and_each_asks_something_else(repository):
    questions = [query.question for query in worked_queries.read(repository)]
    assert len(set(questions)) == len(questions) >= 12
    assert all(question.endswith("?") for question in questions)
