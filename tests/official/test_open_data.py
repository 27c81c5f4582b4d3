"""Files in the open-data format: what is accepted, and one line for everything that is wrong."""

import pytest

from scripts.verbs import build, official, validate

REFERRALS = "official/referrals_2020_to_2022.csv"
PLANS = "official/plans_2021_to_2022.csv"


@pytest.fixture
def project(miniature):
    assert build.main(miniature) == 0
    return miniature


def take(root):
    return official.main(root, ["--from", str(root / "official"), "--copied", "2026-04-27"])


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_files_as_they_are_change_nothing(project, capsys):
    before = content(project / "data/official")
    assert take(project) == 0
    assert content(project / "data/official") == before
    assert "new" not in capsys.readouterr().out


def test_a_new_copy_says_in_the_change_log_what_moved(project, capsys):
    """Once, and above the released versions; a copy that is the same adds nothing."""
    path = project / REFERRALS
    path.write_text(
        path.read_text("utf-8").replace("Northbridge,270", "Northbridge,280", 1), "utf-8"
    )
    assert take(project) == 0
    log = (project / "CHANGELOG.md").read_text("utf-8")
    top, versions = log.split("\n## 1.0.0")
    assert top.startswith(
        "# Changes\n\n## Unreleased\n\n- Official statistics were taken over anew"
    )
    assert "official numbers: 1 changed; verdicts of the register that moved: " in top
    assert take(project) == 0
    assert (project / "CHANGELOG.md").read_text("utf-8") == log
    path.write_text(
        path.read_text("utf-8").replace("Northbridge,280", "Northbridge,270", 1), "utf-8"
    )
    assert take(project) == 0
    log = (project / "CHANGELOG.md").read_text("utf-8")
    assert log.count("## Unreleased") == 1 and log.count("- Official statistics") == 2
    assert build.main(project) == 0 and validate.main(project) == 0


SPOILS = [
    (REFERRALS, "Referral_count", "Referral_counts", "row 1, column Referral_count: is missing"),
    (REFERRALS, "2021,Reporting year,National", "2021.0,Reporting year,National", "decimal point"),
    (REFERRALS, "2021,Reporting year,National", "21,Reporting year,National", "'21' is no year"),
    (REFERRALS, "2021,Reporting year,Nat", "202123,Reporting year,Nat", "not two years in a row"),
    (REFERRALS, "Reporting year,Nat", "Calendar year,Nat", "is not 'Reporting year'"),
    (REFERRALS, "National", "Nation", "'Nation' is no level of areas"),
    (REFERRALS, "E99000001,Northbridge", "E99,Northbridge", "'E99' is no code of an area"),
    (REFERRALS, "E99000001,Northbridge", "E99000009,Elsewhere", "has the code of 'Northbridge'"),
    (REFERRALS, "903,E99000003,Oldbridge", "999,E99000099,Nowhere", "no area of the vocabulary"),
    (REFERRALS, "Northbridge,270", "Northbridge,", "column Referral_count: '' is empty"),
    (REFERRALS, "Northbridge,270", "Northbridge,27%", "'27%' has a percent sign"),
    (REFERRALS, "Northbridge,270", 'Northbridge,"1,270"', "'1,270' has commas"),
    (REFERRALS, "Northbridge,270", "Northbridge,27.5", "'27.5' is no whole number"),
    (REFERRALS, "Northbridge,270", "Northbridge,~", "'~' is no number and no known letter"),
    (REFERRALS, "Northbridge,270,", "Northbridge,270,1,", "cannot be read as rows and columns"),
    (REFERRALS, "2021,Reporting year,Local authority,E99000000,Exampleland,,,901",
     "2020,Reporting year,Local authority,E99000000,Exampleland,,,901", "stands twice"),
    (PLANS, "All children", "all children", "has no row of 'All children'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "was", "now", "told"), SPOILS)
def test_what_is_wrong_is_told_and_changes_nothing(project, capsys, file, was, now, told):
    before = content(project / "data/official")
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, -1 if "children" in was else 1), encoding="utf-8")
    assert take(project) == 1
    error = capsys.readouterr().err
    assert told in error
    assert path.name in error
    assert content(project / "data/official") == before


def test_all_that_is_wrong_is_told_at_once(project, capsys):
    (project / REFERRALS).write_text("", encoding="utf-8")
    path = project / PLANS
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert take(project) == 1
    error = capsys.readouterr().err
    assert "referrals_2020_to_2022.csv: file: is empty" in error
    assert "plans_2021_to_2022.csv: file: is not text in UTF-8" in error


def test_a_folder_without_a_file_changes_nothing(project, capsys):
    before = content(project / "data/official")
    (project / PLANS).unlink()
    assert take(project) == 1
    assert "plans_*.csv: no file fits" in capsys.readouterr().err
    assert content(project / "data/official") == before


def test_two_files_for_one_table_are_refused(project, capsys):
    (project / "official/plans_2021_to_2023.csv").write_bytes((project / PLANS).read_bytes())
    assert take(project) == 1
    assert "2 files fit" in capsys.readouterr().err


def test_large_files_are_read_in_pieces(project, monkeypatch, capsys):
    monkeypatch.setattr("scripts.official.open_data.ROWS_AT_ONCE", 3)
    before = content(project / "data/official")
    assert take(project) == 0
    assert content(project / "data/official") == before


def test_a_row_that_stands_in_two_pieces_is_found(project, monkeypatch, capsys):
    monkeypatch.setattr("scripts.official.open_data.ROWS_AT_ONCE", 3)
    path = project / REFERRALS
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[2]]), encoding="utf-8")
    assert take(project) == 1
    assert f"row {len(lines) + 1}: 2020, E99000001 stands twice" in capsys.readouterr().err


def test_a_new_year_is_taken_over_by_one_command(project, capsys):
    old, new = project / REFERRALS, project / "official/referrals_2020_to_2023.csv"
    row = "2023,Reporting year,Local authority,E99000000,Exampleland,,,901,E99000001,Northbridge"
    text = old.read_text(encoding="utf-8").replace("Northbridge,302", "Northbridge,300")
    new.write_text(f"{text}{row},320,150,20,300\n", encoding="utf-8")
    old.unlink()
    assert take(project) == 0
    out = capsys.readouterr().out
    assert "referrals: new copy, referrals_2020_to_2023.csv" in out
    assert "4 official figures new:" in out
    assert "referrals/2021/E99000001/Referral_count/: 302 -> 300" in out
    assert "differs_slightly -> agrees" in out
    assert build.main(project) == 0


def test_a_measure_is_added_by_one_row_of_the_mapping(project, capsys):
    path = project / "data/official/mapping.csv"
    text = path.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("referrals_in_a_sentence"))
    added = row.replace("referrals_in_a_sentence,referrals,", "growth,referrals_change,")
    path.write_text(f"{text}{added.replace('Referral_count', 'Within_1_day')}\n", encoding="utf-8")
    assert take(project) == 0
    assert build.main(project) == 0


def test_a_mapped_column_that_was_not_taken_over_is_refused_by_build(project, capsys):
    path = project / "data/official/mapping.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Assessment_count", "Assessments_begun"), encoding="utf-8")
    assert build.main(project) == 1
    error = capsys.readouterr().err
    assert "referrals Assessments_begun: has no official figure yet" in error
    assert "referrals Assessment_count: is in no row of the mapping" in error
