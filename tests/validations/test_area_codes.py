"""The law of areas: each fault has an example that is refused, at the cell that is wrong."""

import pytest

from scripts.model import terms
from scripts.reading import areas
from scripts.validations import area_codes


@pytest.fixture
def tables(repository):
    """The tables of areas of the project in small."""
    return areas.tables(terms.read(repository / "tests/miniature/data/vocabulary"))


def test_the_areas_in_small_keep_the_law(tables):
    assert list(area_codes.problems(tables)) == []


# the table, the row's id, the column, what is written there, and what is said
FAULTS = {
    "kind unknown": ("areas", "southmere", "area_type", "bourough", "is not in area_types.csv"),
    "code of another kind": ("areas", "southmere", "gss_code", "E98000009", "not a code of the"),
    "code of a group": ("areas", "northbridge_and_southmere", "gss_code", "E99000008", "none of"),
    "no code": ("areas", "llanfelin", "gss_code", "", "'Llanfelin' has no gss_code"),
    "level of another kind": (
        "areas",
        "southmere",
        "geographic_level",
        "Regional",
        "is not 'Local",
    ),
    "code of something larger": (
        "areas",
        "northbridge_and_southmere",
        "country_code",
        "E99000000",
        "code or name of something else",
    ),
    "level's code differs": (
        "areas",
        "southmere",
        "new_la_code",
        "E99000007",
        "not the area's own",
    ),
    "code without its name": ("areas", "southmere", "la_name", "", "is empty beside new_la_code"),
    "code of something smaller": ("areas", "penfoel", "old_la_code", "905", "something smaller"),
    "nation unknown": ("areas", "southmere", "nation", "northbridge", "not the id of a nation"),
    "country of another nation": ("areas", "southmere", "country_code", "W99000000", "its nation"),
    "successor that begins later": (
        "area_successors",
        "southmere_until_1998",
        "replaced_by",
        "northbridge",
        "begins on 2001-04-01, and 'southmere_until_1998' ended on 1998-03-31",
    ),
    "dates reversed": ("areas", "oldbridge", "start_date", "2002-04-01", "before the first day"),
    "code twice": ("area_codes", "northbridge", "gss_code", "E99000002", "a code of 'southmere'"),
    "name of nobody": ("area_names", "llanfelin", "area_id", "llanfellin", "not in areas.csv"),
    "member unknown": (
        "area_members",
        "northbridge_and_southmere",
        "member_area_id",
        "northridge",
        "is not in areas.csv",
    ),
    "member of itself": (
        "area_members",
        "northbridge_and_southmere",
        "member_area_id",
        "northbridge_and_southmere",
        "is the area itself",
    ),
    "successor unknown": ("area_successors", "oldbridge", "replaced_by", "newbridge", "not in"),
    "successor of what exists": ("area_successors", "oldbridge", "area_id", "llanfelin", "no last"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_refused_where_it_stands(tables, fault):
    name, area_id, column, written, words = FAULTS[fault]
    number = next(n for n, row in enumerate(tables[name], 1) if row["area_id"] == area_id)
    rows = [dict(row) for row in tables[name]]
    rows[number - 1][column] = written
    told = list(area_codes.problems({**tables, name: rows}))
    places = {problem.file.split("/")[-1]: problem for problem in told if words in problem.what}
    assert f"{name}.csv" in places, told
    assert places[f"{name}.csv"].place.startswith(f"row {number}, column ")


@pytest.mark.parametrize("first_day", ["", "2001-03-31", "2001-04-02"])
def test_a_successor_begins_on_the_day_after(tables, first_day):
    rows = [dict(row) for row in tables["areas"]]
    next(row for row in rows if row["area_id"] == "northbridge")["start_date"] = first_day
    told = list(area_codes.problems({**tables, "areas": rows}))
    assert ["and 'oldbridge' ended on 2001-03-31" in one.what for one in told] == [True]


def test_the_north_east_s_authority_follows_the_smaller_one(repository):
    """Both of 2024: the list of authorities has no last day of the one, and no first day of the
    other.
    """
    real = areas.of(terms.read(repository / "data/vocabulary")).rows
    assert real["north_of_tyne_combined_authority"]["end_date"] == "2024-05-06"
    assert real["north_east_combined_authority"]["start_date"] == "2024-05-07"
