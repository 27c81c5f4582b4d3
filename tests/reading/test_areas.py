"""A contributor writes a name or a code of an area, and nothing else."""

import pytest

from scripts.model import dfe_columns, terms
from scripts.model.files import read_rows
from scripts.reading import areas
from scripts.verbs import build, validate, verify
from tests.reading import areas_of_every_kind as every_kind

SMALL = "tests/miniature/data/vocabulary"
REAL = "data/vocabulary"


@pytest.fixture(scope="module")
def small(repository):
    return areas.of(terms.read(repository / SMALL))


@pytest.mark.parametrize(
    ("written", "area_id"),
    {
        "northbridge": "northbridge",
        "Northbridge": "northbridge",
        "NORTHBRIDGE ": "northbridge",
        "Northbridge Borough Council": "northbridge",
        "E99000001": "northbridge",
        "e99000001": "northbridge",
        "901": "northbridge",
        "E99000009": "northbridge",
        "Llan Felin": "llanfelin",
        "W99000001": "llanfelin",
        "Northbridge & Southmere": "northbridge_and_southmere",
        "oldbridge": "oldbridge",
        "E99000003": "oldbridge",
        "southmere_until_1998": "southmere_until_1998",
    }.items(),
)
def test_an_id_a_name_or_a_code_finds_its_area(small, written, area_id):
    assert small.find(written) == (area_id, "", "")


@pytest.mark.parametrize(
    ("written", "what", "choices"),
    [
        ("Southmere", "is a name or code of several areas", ["southmere", "southmere_until_1998"]),
        ("Oldbridge", "is an area that ended on 2001-03-31", ["oldbridge", "northbridge"]),
        ("Oldbridge Borough Council", "ended on 2001-03-31", ["oldbridge", "northbridge"]),
        ("Nothbridge", "is not in data/vocabulary/areas.csv", ["northbridge"]),
        ("Elsewhere", "is not in data/vocabulary/areas.csv", []),
        ("E99", "is not in data/vocabulary/areas.csv", []),
        ("", "is not in data/vocabulary/areas.csv", []),
    ],
)
def test_what_means_no_area_or_several_is_refused_with_the_choices(small, written, what, choices):
    found = small.find(written)
    assert found.area_id is None
    assert what in found.what
    assert all(f"`{choice}`" in found.cure for choice in choices)
    assert ("`" in found.cure.replace("`group`", "")) == bool(choices)


def test_documents_of_areas_of_every_kind_are_built_validated_and_verified(miniature, capsys):
    names = [every_kind.add(miniature, *pair) for pair in every_kind.WRITTEN.items()]
    assert build.main(miniature) == 0
    figures = read_rows(miniature / "data/tidy/figures.csv")
    found = {row["area_id"]: row for row in figures if row["document_id"] in names}
    assert set(found) == set(every_kind.WRITTEN.values())
    assert found["llanfelin"]["new_la_code"] == "W99000001"
    assert found["invermuir"]["country_code"] == "S99000000"
    for area_id in ("northbridge_and_southmere", "northbridge_police_force_area"):
        assert not any(found[area_id][column] for column in dfe_columns.AREA)
    assert validate.main(miniature) == 0
    assert verify.against(miniature, miniature / "documents", None) == []


def test_the_area_of_a_row_may_be_a_name_too_and_its_address_has_the_id(miniature):
    path = miniature / "data/sources/northbridge-foi-1234/prose.csv"
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{head},area", f"{first},E99000002", *(f"{line}," for line in rest)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert build.main(miniature) == 0
    figures = read_rows(miniature / "data/tidy/figures.csv")
    changed = next(row for row in figures if row["figure_id"].endswith("prose/growth"))
    assert (changed["area_id"], changed["la_name"]) == ("southmere", "Southmere")


def test_an_area_that_means_several_is_told_at_its_cell(miniature, capsys):
    every_kind.add(miniature, "Southmere", "southmere")
    assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert "southmere-report/datapackage.json: document/area: 'Southmere' is a name or code" in told


@pytest.fixture(scope="module")
def real(repository):
    return areas.of(terms.read(repository / REAL))


@pytest.mark.parametrize(
    ("written", "area_id"),
    {
        "Coventry": "coventry",
        "Leicester": "leicester",
        "Leicestershire": "leicestershire",
        "856": "leicester",
        "Monmouthshire": "monmouthshire",
        "Sir Fynwy": "monmouthshire",
        "Glasgow": "glasgow_city",
        "Hull": "kingston_upon_hull",
        "Kingston upon Hull, City of": "kingston_upon_hull",
        "S12000046": "glasgow_city",
        "E10000006": "cumbria",
        "West Midlands Police": "west_midlands_police_force_area",
        "NHS Devon ICB": "devon_integrated_care_board",
        "UK": "united_kingdom",
    }.items(),
)
def test_the_areas_of_the_united_kingdom_are_shipped(real, written, area_id):
    assert real.find(written).area_id == area_id


@pytest.mark.parametrize("written", ["Cumbria", "Somerset", "815", "West Midlands", "Northampton"])
def test_names_of_ended_authorities_and_of_several_areas_are_refused(real, written):
    assert real.find(written).area_id is None


def test_the_ids_that_documents_used_before_are_still_there(real):
    codes = {
        "coventry": "E08000026",
        "leicester": "E06000016",
        "walsall": "E08000030",
        "west_midlands": "E12000005",
        "england": "E92000001",
        "coventry_and_warwickshire": "",
    }
    assert {area_id: real.rows[area_id]["gss_code"] for area_id in codes} == codes
