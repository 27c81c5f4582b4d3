"""The list of authorities becomes rows of the vocabulary: what is taken over, left out, and
kept.
"""

import pytest

from scripts.model.files import read_rows
from scripts.verbs import authorities

LISTED = """\
local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,\
local-authority-type,alt-names,former-gss-codes
NEW,Fernshire Council,Fernshire,E06000901,2023-04-01,,,England,North,UA,\
"Fernshire,Fernshire UA,ferns",
OLD,Fernshire County Council,Fernshire,E10000901,2005-06-18,2023-04-01,NEW,England,,CTY,fernsire,
DIS,Dale Borough Council,Dale,E07000901,,2023-03-31,NEW,England,North,NMD,Dale,
WEL,Cwm County Borough Council,Cwm,W06000901,1996-04-01,,,Wales,Wales,WPA,"Y Cwm,cwm & vale,Cwï",
SCO,Glen Council,Glen,S12000902,2005-06-18,,,Scotland,Scotland,SCO,\
"gllen of moor,glen (city)",S12000901
BIG,Fern Combined Authority,Fern,E47000901,2014-04-01,,,England,North,COMB,Fern CA,
"""
KNOWN = """\
time_period,old_la_code,new_la_code,la_name
2024,981,E06000901,"Fernshire, County of"
2023,981,E06000900,"Fernshire, County of"
2022,981,E10000901,"Fernshire, County of"
2024,981,x,"Fernshire, County of"
"""
OURS = ["cwm", "dale", "fern_combined_authority", "fernshire", "fernshire_until_2023", "glen"]


@pytest.fixture
def made(miniature, tmp_path):
    """The tables that the verb writes into the project in small, with a region for the list."""
    (tmp_path / "list.csv").write_text(LISTED, encoding="utf-8")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/known.csv").write_text(KNOWN, encoding="utf-8")
    folder = miniature / "data/vocabulary"
    with (folder / "areas.csv").open("a", encoding="utf-8") as areas:
        areas.write("north,North,region,,E12000901,Regional,,,,,,,,,,\n")
    for _ in range(2):  # again changes nothing
        assert authorities.main(tmp_path / "list.csv", tmp_path / "tables", miniature) == 0
    return {name: read_rows(folder / f"{name}.csv") for name in authorities.TABLES}


@pytest.fixture
def areas(made):
    return {row["area_id"]: row for row in made["areas"]}


def test_rows_of_other_kinds_stay_and_come_first(made):
    ids = [row["area_id"] for row in made["areas"]]
    assert ids[-6:] == OURS
    assert {"northbridge", "northbridge_and_southmere", "north"} <= set(ids[:-6])
    assert {"area_id": "llanfelin", "name": "Llan Felin"} in made["area_names"]


def test_codes_names_and_regions_are_taken_over(areas):
    assert list(areas["fernshire"].values()) == [
        "fernshire",
        "Fernshire",
        "unitary_authority",
        "Fernshire Council",
        "E06000901",
        "Local authority",
        "E92000001",
        "England",
        "E12000901",
        "North",
        "981",
        "E06000901",
        "Fernshire, County of",
        "england",
        "2023-04-01",
        "",
    ]


def test_a_former_authority_has_an_id_of_its_own_its_last_day_and_its_successors_region(areas):
    former = areas["fernshire_until_2023"]
    assert former["title"] == "Fernshire (until 2023)"
    assert (former["start_date"], former["end_date"]) == ("", "2023-03-31")
    assert (former["region_name"], former["region_code"]) == ("North", "E12000901")
    assert areas["dale"]["end_date"] == "2023-03-31"


def test_wales_and_scotland_have_no_region_and_no_code_of_the_department(areas):
    for area_id in ("cwm", "glen"):
        row = areas[area_id]
        assert not row["region_code"] and not row["old_la_code"]
        assert row["new_la_code"] == row["gss_code"]


def test_a_combined_authority_has_its_own_code_and_no_level(areas):
    row = areas["fern_combined_authority"]
    assert (row["gss_code"], row["geographic_level"], row["start_date"]) == ("E47000901", "", "")
    assert not row["country_code"] and not row["new_la_code"]


def test_other_names_are_taken_over_without_slips_and_broken_ones(made):
    names = {(row["area_id"], row["name"]) for row in made["area_names"]}
    assert {name for name in names if name[0] in OURS} == {
        ("cwm", "Y Cwm"),
        ("cwm", "Cwm & Vale"),
        ("fern_combined_authority", "Fern"),
        ("fernshire", "Fernshire, County of"),
        ("fernshire", "Ferns"),
        ("fernshire_until_2023", "Fernshire"),
        ("fernshire_until_2023", "Fernshire, County of"),
        ("glen", "Gllen of Moor"),
    }


def test_codes_of_other_boundaries_are_kept_and_those_of_other_authorities_not(made):
    codes = {(row["area_id"], row["gss_code"]) for row in made["area_codes"]}
    assert {code for code in codes if code[0] in OURS} == {
        ("fernshire", "E06000900"),
        ("glen", "S12000901"),
    }


def test_successors_are_rows(made):
    rows = {(row["area_id"], row["replaced_by"]) for row in made["area_successors"]}
    assert {("dale", "fernshire"), ("fernshire_until_2023", "fernshire")} <= rows
