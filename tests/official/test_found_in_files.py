"""Every official figure stands in the file it came from; every corruption of it is noticed."""

import csv
import io
import json

import pytest

from scripts.official import by_hand, corrupted, found_in_files
from scripts.verbs import build, mutate, validate, verify

FIGURES = "data/official/official_figures.csv"
MAPPING = "data/official/mapping.csv"


@pytest.fixture
def project(miniature):
    assert build.main(miniature) == 0
    return miniature


def prove(root):
    return verify.main(root, ["--official", str(root / "official")])


def spoil(path, row, column, cell):
    """Write another cell into a row of a CSV file; rows are counted from 0."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    rows[row][column] = cell
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def test_every_official_figure_is_found(project, capsys):
    assert prove(project) == 0
    assert "64 official figures found" in capsys.readouterr().out


def test_a_changed_file_is_refused_by_name(project, capsys):
    path = project / "official/referrals_2020_to_2022.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert prove(project) == 1
    error = capsys.readouterr().err
    assert "referrals_2020_to_2022.csv: file: has changed since it was read" in error


def test_a_missing_file_is_told(project, capsys):
    (project / "official/children_2020_to_2021.csv").unlink()
    assert prove(project) == 1
    assert "children_2020_to_2021.csv: file: is not there" in capsys.readouterr().err


CORRUPTIONS = [
    ("official_figure_id", "x"),
    ("table_id", "plans"),
    ("column", "Within_1_day"),
    ("filter_value", "Boys"),
    ("area_code", "E99000003"),
    ("time_period", "2022"),
    ("time_identifier", "Calendar year"),
    ("period_start", "2000-01-01"),
    ("period_end", "2000-01-01"),
    ("value", "7"),
    ("value_marker", "c"),
    ("value_as_published", "7"),
    ("row", "4"),
]


@pytest.mark.parametrize(("column", "cell"), CORRUPTIONS)
def test_a_corrupted_cell_is_noticed(project, capsys, column, cell):
    spoil(project / FIGURES, 0, column, cell)
    assert build.main(project) == 1 or prove(project) == 1


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("measure_id", "referalls"),
        ("topic_id", "helps"),
        ("category_1", "teachers"),
        ("table_id", "plan"),
        ("column", "Referral_counts"),
        ("share_of", "Plans"),
        ("counted", "on_date"),
        ("likeness", "alike"),
        ("reason", " "),
        ("definition", ""),
        ("mapping_id", "plans"),
        ("rate_of", "people"),
    ],
)
def test_a_corrupted_cell_of_the_mapping_is_noticed(project, capsys, column, cell):
    spoil(project / MAPPING, 0, column, cell)
    assert build.main(project) == 1
    assert "mapping.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("column", "cell"),
    [("last_time_period", "2020"), ("likeness", "context_only"), ("official_unit", "percent")],
)
def test_a_mapping_that_means_something_else_changes_what_follows(project, capsys, column, cell):
    assert validate.main(project) == 0
    spoil(project / MAPPING, 0, column, cell)
    assert validate.main(project) == 1


def test_a_changed_register_is_noticed(project, capsys):
    spoil(project / "data/official/agreement.csv", 0, "agreement_verdict_id", "differs")
    assert validate.main(project) == 1
    assert "data/official/agreement.csv: file: is not what build makes" in capsys.readouterr().err


def test_a_table_with_other_columns_is_refused(project, capsys):
    path = project / "data/official/reasons.csv"
    path.write_text("reason,title\n", encoding="utf-8")
    assert build.main(project) == 1
    assert "reasons.csv: header: is not reason_id, title, definition" in capsys.readouterr().err


def test_a_package_that_does_not_describe_its_tables_is_refused(project):
    path = project / "data/official/datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"] = [each for each in described["resources"] if each["name"] != "reasons"]
    path.write_text(json.dumps(described), encoding="utf-8")
    (problem,) = by_hand.head_problems(project)
    assert str(problem) == (
        "data/official/reasons.csv: file: is not described. "
        "Describe it in data/official/datapackage.json."
    )
    path.write_text(json.dumps({**described, "resources": [{"name": "reasons"}]}), encoding="utf-8")
    assert {told.cure for told in by_hand.head_problems(project)} == {
        "Describe each table with its name, path and columns"
    }


def test_the_corruption_test_counts_what_is_noticed_of_figures_and_mapping(project, capsys):
    """Every official figure that says something else than its file is noticed."""
    assert mutate.main(project, ["--official", str(project / "official"), "--write"]) == 0
    assert (project / "data/official/official_mutation.csv").read_text("utf-8").count("\n") == 18
    said = dict(line.rsplit(": ", 1) for line in capsys.readouterr().out.splitlines())
    noticed, _, corruptions = said["official_figures"].split()[:3]
    assert noticed == corruptions and int(noticed) > 300
    noticed, _, corruptions = said["mapping"].split()[:3]
    assert int(corruptions) >= int(noticed) > 0
    assert said["mapping, measure_id"] == said["mapping, table_id"] == "6 of 6"


def test_a_figure_that_nothing_holds_to_its_file_fails_the_corruption_test(project, monkeypatch):
    monkeypatch.setattr(found_in_files, "faults_in", lambda *_: [])
    monkeypatch.setattr(corrupted, "contradicted", lambda *_: set())
    assert mutate.main(project, ["--official", str(project / "official")]) == 1
