"""Every download keeps its promise: the same figures in each format, the same bytes from two
builds, terms carried along.
"""

import csv
import hashlib
import io
import json
import mimetypes
import os
import sqlite3
import subprocess
import sys
import zipfile
from decimal import Decimal
from types import ModuleType

import duckdb
import frictionless
import openpyxl
import polars
import pytest
from jsonschema import Draft7Validator

from scripts import formats
from scripts.formats import discovered
from scripts.formats.archives import packed
from scripts.formats.workbook import LONGEST, workbook
from scripts.model.package import Package
from scripts.model.package import part as part_of
from scripts.offering import catalogue, flat, reuse
from scripts.offering.cut_names import free
from scripts.offering.downloads import entries, make
from scripts.offering.offered import Format
from scripts.offering.records import exact, typed
from scripts.offering.resources import RELIED_ON, File, of_contract
from tests.conftest import REPOSITORY

NAME = "safeguarding-figures"
TITLES = [
    f"{one}_title"
    for one in ("document", "publisher", "table", "measure", "topic", "unit", "area", "licence")
]
DIGESTS = """
import hashlib, sys
from types import ModuleType
from pathlib import Path
from scripts.model.package import Package
from scripts.offering.downloads import make
for file in make(Package(Path(sys.argv[1]))).files:
    print(file.path, hashlib.sha256(file.content).hexdigest())
"""


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_two_builds_give_the_same_bytes(served):
    """In another process, at another time zone, with another hash seed."""
    elsewhere = os.environ | {
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "PYTHONPATH": str(REPOSITORY),
    }
    told = subprocess.run(
        [sys.executable, "-c", DIGESTS, str(served.root)],
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = [
        f"{file.path} {hashlib.sha256(file.content).hexdigest()}" for file in served.downloads.files
    ]
    assert told.splitlines() == here


def test_no_two_files_have_the_same_path(served):
    paths = [file.path for file in [*served.downloads.files, *served.downloads.standing]]
    assert sorted(paths) == sorted(set(paths))


def test_every_figure_is_in_the_flat_file_with_every_name(package, content):
    flat = rows(content["data/flat/figures.csv"])
    assert [row["figure_id"] for row in flat] == [row["figure_id"] for row in package["figures"]]
    for row in flat:
        assert all(row[name] for name in (*TITLES, "attribution", "address"))
        assert bool(row["breakdown_1_category"]) == bool(row["breakdown_1_category_title"])
        assert bool(row["value_marker"]) == bool(row["value_marker_title"])
        flags = [package.title("flags", flag) for flag in package.flags(row)]
        assert row["quality_flags_titles"] == "; ".join(flags)


def test_tables_and_topics_share_out_the_figures_and_answers(package, content):
    for folder in ("by-table", "by-topic"):
        files = [
            rows(one)
            for path, one in content.items()
            if path.startswith(f"data/{folder}/") and path.endswith(".csv")
        ]
        for key, table in (("figure_id", "figures"), ("answer_id", "answers")):
            assert sorted(row[key] for one in files for row in one if key in row) == sorted(
                row[key] for row in package.rows[table]
            )


def test_open_licence_files_have_no_other_document(package, content):
    wanted = set(reuse.open_documents(package))
    assert wanted and wanted < {row["document_id"] for row in package["documents"]}
    assert {
        row["document_id"] for row in rows(content["data/flat/figures-open-licence.csv"])
    } <= wanted
    with zipfile.ZipFile(io.BytesIO(content[f"data/{NAME}-open-licence.zip"])) as archive:
        assert {
            name.split("/")[2] for name in archive.namelist() if name.startswith("data/sources/")
        } == wanted


@pytest.fixture(params=["whole", "open", "document"])
def zipped(request, package, content, tmp_path):
    """A zip of each kind, unpacked."""
    document = package["documents"][0]["document_id"]
    path = {
        "whole": f"data/{NAME}.zip",
        "open": f"data/{NAME}-open-licence.zip",
        "document": f"data/documents/{document}.zip",
    }[request.param]
    with zipfile.ZipFile(io.BytesIO(content[path])) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        archive.extractall(tmp_path)
    return tmp_path


def test_every_zip_is_a_valid_data_package(zipped):
    report = frictionless.validate(str(zipped / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert (
        frictionless.Package(str(zipped / "datapackage.json"))
        .get_resource("flat-figures")
        .read_rows()
    )


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_every_zip_fits_the_published_profile(zipped, profile, version):
    validator = package_profile(profile, version)
    descriptor = json.loads((zipped / "datapackage.json").read_text())
    assert [error.message for error in validator.iter_errors(descriptor)] == []
    assert [*validator.iter_errors(descriptor | {"resources": [{"path": 1}]})], (
        "a bad descriptor passes"
    )


def test_a_spoilt_zip_is_not_valid(zipped):
    figures = zipped / "data/tidy/figures.csv"
    figures.write_text(figures.read_text().replace("count", "furlongs"))
    assert not frictionless.validate(str(zipped / "datapackage.json")).valid


def test_every_zip_carries_the_terms_of_its_documents(zipped, package):
    readme = (zipped / "README.md").read_text()
    for row in rows((zipped / "data/tidy/documents.csv").read_bytes()):
        assert (
            row["attribution"] in readme
            and reuse.terms(package)[row["document_id"]].title in readme
        )
    assert "What you should know" in readme and "How to cite it" in readme and reuse.OURS in readme


def package_profile(profile, version):
    """The published profile, the relative references inside it made whole."""
    return Draft7Validator(
        json.loads(profile(f"datapackage-{version}/datapackage.json").read_text())
    )


def test_zips_do_not_depend_on_order():
    assert packed({"b": b"2", "a": b"1"}) == packed({"a": b"1", "b": b"2"})


def test_the_workbook_has_every_table_as_text_and_no_formula(package, content):
    book = openpyxl.load_workbook(io.BytesIO(content[f"data/{NAME}.xlsx"]))
    assert book.sheetnames[:5] == ["Guide", "All_figures", "All_answers", "Contents", "Notes"]
    assert len(book.sheetnames) == 5 + len(package.once(of_contract))
    assert not [
        cell.coordinate
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert not [sheet.title for sheet in book if sheet.merged_cells.ranges]
    assert book.properties.created.isoformat()[:10] == package.contract["created"][:10]
    cover = " ".join(str(cell.value) for cell in book["Guide"]["A"])
    assert all(row["attribution"] in cover for row in package["documents"])


def test_the_workbook_keeps_codes_and_numbers_apart(package, content):
    sheet = openpyxl.load_workbook(io.BytesIO(content[f"data/{NAME}.xlsx"]))["Figures"]
    head = [cell.value for cell in sheet[3]]
    cells = [
        dict(zip(head, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=4)
    ]
    for cell, row in zip(cells, package["figures"], strict=True):
        assert cell["old_la_code"] in (row["old_la_code"], None) and isinstance(
            cell["old_la_code"], str | None
        )
        assert cell["value"] == (
            exact(row["value"]) if row["value"] else f"[{row['value_marker']}]"
        )


def test_nothing_in_a_cell_becomes_a_formula_or_a_link(package):
    nasty = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://example.org", "0012"]
    figures = [row | {"note": text} for row, text in zip(package["figures"], nasty, strict=False)]
    spoilt = Package(package.root, package.rows | {"figures": figures}, package)
    book = openpyxl.load_workbook(io.BytesIO(workbook(spoilt)))
    column = [cell.value for cell in book["Figures"][3]].index("note")
    cells = [row[column] for row in book["Figures"].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == nasty[: len(cells)] and len(cells) > 5
    assert {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)


def test_the_database_holds_every_row_and_its_keys_hold(package, content):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content[f"data/{NAME}.sqlite"])
    for name, table in package.rows.items():
        assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] == len(table)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.execute("UPDATE figures_rows SET measure_id = 99999")
    assert connection.execute("PRAGMA foreign_key_check").fetchall()


def test_the_views_of_the_database_have_every_id_and_every_name(package, content):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content[f"data/{NAME}.sqlite"])
    for name in package.rows:
        columns = [field["name"] for field in package.fields(name)]
        kinds = {field["name"]: field["type"] for field in package.fields(name)}
        told = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        assert told == [
            tuple(typed(row[column], kinds[column]) for column in columns) for row in package[name]
        ], name
    flat_rows = package.once(flat.figures).rows
    named = ("figure_id", "measure_title", "topic_title", "quality_flags_titles")
    told = connection.execute(f"SELECT {', '.join(named)} FROM all_figures")
    assert told.fetchall() == [tuple(row[column] or None for column in named) for row in flat_rows]


def test_two_engines_read_the_parquet_file_and_get_the_same_sums(served, package):
    """By area and unit, as DuckDB and Polars add them up; and the sums of the tidy CSV."""
    path = f"{served.folder}/data/parquet/figures.parquet"
    query = f"SELECT area_id, unit, sum(value), count(*) FROM '{path}' GROUP BY ALL"
    by_duckdb = {row[:2]: row[2:] for row in duckdb.sql(query).fetchall()}
    frame = (
        polars.scan_parquet(path)
        .group_by("area_id", "unit")
        .agg(polars.sum("value"), polars.len().alias("rows"))
        .collect()
    )
    by_polars = {row[:2]: row[2:] for row in frame.iter_rows()}
    expected = {}
    for row in package["figures"]:
        key = row["area_id"], row["unit"]
        total, number = expected.get(key, (Decimal(0), 0))
        expected[key] = total + Decimal(row["value"] or 0), number + 1
    assert {key: (value[0] or 0, value[1]) for key, value in by_duckdb.items()} == expected
    assert {key: (value[0] or 0, value[1]) for key, value in by_polars.items()} == expected


def test_the_one_parquet_file_has_every_figure(served, package):
    file = served.folder / "data/parquet/figures.parquet"
    assert duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchall() == [(len(package["figures"]),)]


def test_the_json_has_every_table_and_exact_numbers(package, content):
    whole = json.loads(content[f"data/{NAME}.json"], parse_float=Decimal)
    assert {name: len(table["rows"]) for name, table in whole["tables"].items()} == {
        name: len(table) for name, table in package.rows.items()
    }
    values = [row["value"] for row in package["figures"]]
    figures = whole["tables"]["figures"]
    place = figures["columns"].index("value")
    assert [row[place] for row in figures["rows"]] == [
        Decimal(value) if value else None for value in values
    ]
    assert [held["attribution"] for held in whole["reuse_of_documents"]] == [
        row["attribution"] for row in package["documents"]
    ]


@pytest.mark.parametrize(
    ("text", "number"), [("1280", 1280), ("47.8", 47.8), ("3.10", 3.1), ("-5", -5), ("0.1", 0.1)]
)
def test_numbers_keep_their_digits(text, number):
    assert exact(text) == number and Decimal(repr(exact(text))) == Decimal(text)


def test_a_number_that_would_lose_digits_is_refused():
    with pytest.raises(ValueError, match="too many digits"):
        exact("0.12345678901234567890")


def test_every_download_says_what_it_is(served, package):
    shown = package.once(entries)
    assert len({entry.path for entry in shown}) == len(shown) > 20
    for entry in shown:
        assert entry.bytes == (served.folder / entry.path).stat().st_size > 0
        assert entry.format and entry.what and entry.size and entry.date <= entry.released
        if entry.path.endswith(".csv"):
            assert entry.rows == len(rows((served.folder / entry.path).read_bytes()))
        assert bool(entry.documents) == (entry.licence not in ("", "official"))


def test_a_part_keeps_the_vocabulary_and_only_its_documents(package):
    document = package["documents"][1]["document_id"]
    part = part_of(package, [document])
    assert {
        row["document_id"]
        for name in ("documents", "tables", "figures", "numbers")
        for row in part[name]
    } == {document}
    assert part["measures"] == package["measures"]


def test_every_page_finds_its_own_downloads(served, package):
    shown = package.once(entries)
    whole = {entry.path for entry in catalogue.of_whole(shown)}
    assert {f"data/{NAME}.{ending}" for ending in ("zip", "xlsx", "sqlite", "json")} <= whole
    for row in package["documents"]:
        assert [entry.path for entry in catalogue.of_document(shown, row["document_id"])] == [
            f"data/documents/{row['document_id']}.zip"
        ]
    for row in package["tables"]:
        paths = [entry.path for entry in catalogue.of_table(shown, row["table_id"])]
        assert bool(paths) == (row["kind"] != "gap") and all(
            row["document_id"] in path for path in paths
        ), row["table_id"]
    for row in package["figures"]:
        topic = next(
            one["topic_id"] for one in package["measures"] if one["measure_id"] == row["measure_id"]
        )
        assert catalogue.of_topic(shown, topic)


@pytest.mark.parametrize(
    ("number", "told"),
    [(980, "980 bytes"), (12_400, "12 KB"), (999_499, "999 KB"), (1_250_000, "1.2 MB")],
)
def test_sizes_are_told_as_people_read_them(number, told):
    assert catalogue.size(number) == told


def test_every_standard_names_a_test_that_is_there():
    for standard in [one for each in discovered().values() for one in each.standards]:
        assert (REPOSITORY / standard.test).is_file() and standard.rejects


def test_two_tables_whose_names_are_cut_alike_are_two_sheets():
    one, other = (
        "children_referred_by_ethnic_group_and_age",
        "children_referred_by_ethnic_group_and_sex",
    )
    first = free(one, {}, LONGEST)
    second = free(other, {first}, LONGEST)
    assert first != second and max(len(first), len(second)) <= 31
    assert free("Figures", {}, LONGEST) == "Figures"


def test_the_workbook_opens_on_a_guide_then_figures_and_answers(package):
    book = openpyxl.load_workbook(io.BytesIO(workbook(package)), read_only=True)
    assert book.sheetnames[:3] == ["Guide", "All_figures", "All_answers"]


def test_small_files_have_no_empty_columns(served):
    """But for those by which every file of figures can be read alike."""
    for path in (served.folder / "data/by-table").rglob("*.csv"):
        table = rows(path.read_bytes())
        empty = {name for name in table[0] if not any(row[name] for row in table)}
        assert empty <= RELIED_ON, path


def test_every_format_says_what_it_is_and_makes_files(served):
    made = {file.label for file in served.downloads.files}
    for name, each in discovered().items():
        assert each.label in made, name
        assert each.suffix.startswith(".") and each.purpose.endswith("."), name
        assert (each.files is None) != (each.describes is None), name
        known = mimetypes.guess_type(f"file{each.suffix}")[0]
        assert "/" in each.media_type and known in (
            None,
            each.media_type,
            "application/xml",
            "text/xml",
        ), name


def test_a_format_is_one_file(package, monkeypatch):
    """A new module of scripts/formats is found, and its files are labelled, listed and served with
    its media type.
    """
    new = ModuleType("scripts.formats.lines")
    new.FORMAT = Format(
        "Lines",
        ".lines",
        "text/x-lines",
        "One id a line.",
        files=lambda of: [File("data/ids.lines", "\n".join(of.documents).encode(), "Ids", "Ids.")],
    )
    monkeypatch.setitem(sys.modules, "scripts.formats.lines", new)
    there = list(formats.iter_modules(formats.__path__))
    more = [*there, there[0]._replace(name="lines")]
    monkeypatch.setattr(formats, "iter_modules", lambda path: more)
    assert "lines" in formats.discovered()
    fresh = Package(package.root)
    entry = next(one for one in fresh.once(entries) if one.path == "data/ids.lines")
    assert (entry.format, entry.media_type, entry.section) == ("Lines", "text/x-lines", "whole")
    served_as = {file.path: file.content for file in fresh.once(make).files}["_headers"].decode()
    assert "/*.lines\n  Content-Type: text/x-lines" in served_as
    assert b"ids.lines" in {f.path: f.content for f in fresh.once(make).files}["catalog.ttl"]
