"""A cell that is a list of ids, columns or dates is found; a sentence is none."""

import pytest

from scripts.validations import one_thing_a_cell
from scripts.verbs import build
from tests.dataset.spoil import edit

KNOWN = {"north-town", "south-town", "meetings_held", "meetings_due", "girls", "boys"}


@pytest.mark.parametrize(
    "cell",
    [
        "north-town;south-town",
        "north-town, south-town",
        "meetings_held and meetings_due",
        "2014-11 and 2014-12",
        "2014-11-03|north-town",
        "girls or north-town",
    ],
)
def test_a_list_is_found(cell):
    assert one_thing_a_cell.is_list(cell, KNOWN)


@pytest.mark.parametrize(
    "cell",
    ["", "north-town", "girls and boys", "north-town and the rest", "A, b and c.", "2,014", "2014"],
)
def test_a_single_thing_and_a_sentence_are_none(cell):
    assert not one_thing_a_cell.is_list(cell, KNOWN)


def test_an_id_with_a_word_between_is_one_thing():
    assert not one_thing_a_cell.is_list("a-1 and b-2", {"a-1", "b-2", "a-1 and b-2"})


def table(**more):
    fields = [{"name": "town_id", "type": "string"}, {"name": "near", "type": "string", **more}]
    schema = {"fields": fields, "primaryKey": ["town_id"]}
    return {"name": "towns", "path": "data/towns.csv", "schema": schema}


@pytest.mark.parametrize(
    ("described", "told"),
    [
        (table(), ["data/towns.csv: column near: 'a-1, b-2' is a list"]),
        (table(constraints={"enum": ["a-1, b-2"]}), []),
    ],
)
def test_each_column_that_may_hold_anything_is_looked_at(described, told):
    cells = {"town_id": {"a-1", "b-2"}, "near": {"a-1", "a-1, b-2"}}
    found = one_thing_a_cell.problems([described], lambda _: cells)
    assert [str(problem).partition(". ")[0] for problem in found] == told


def test_lists_are_told_in_the_same_order_each_time():
    cells = {"town_id": {"a-1", "b-2", "c-3"}, "near": {"b-2, c-3", "a-1, b-2", "a-1, c-3"}}
    told = [problem.what for problem in one_thing_a_cell.problems([table()], lambda _: cells)]
    assert told == [f"{cell!r} is a list" for cell in ("a-1, b-2", "a-1, c-3", "b-2, c-3")]


def test_build_refuses_a_list(miniature, capsys):
    edit(
        miniature / "data/vocabulary/units.csv",
        "Percentage,%,",
        "Percentage,%,count;referrals_share",
    )
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert "data/vocabulary/units.csv: column definition: 'count;referrals_share' is a" in told
