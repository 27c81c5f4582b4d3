"""Documents of every shape that other councils print are built, validated, proven and published,
and their wrong neighbours refused.
"""

import pytest

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.offering import dfe_pairs
from scripts.reading import tidy
from scripts.verbs import build, publish, validate, verify
from tests import other_documents
from tests.conftest import copy_miniature
from tests.dataset.spoil import describe, edit
from tests.formats.conftest import set_contract, settings

FORMS, POLICE = "northbridge-and-southmere-forms", "northbridge-police-foi-9"
GROUPS, SCORECARD = "northbridge-foi-31", "llanfelin-scorecard-2021-22"
TEAMS, QUARTERS = "southmere-foi-77", "southmere-performance-2018"
SHOWN = ("value", "value_low", "value_high", "value_marker")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project in small with all those documents, built and published."""
    root = copy_miniature(tmp_path_factory.mktemp("others") / "miniature")
    other_documents.add(root, *other_documents.NAMES)
    assert build.main(root) == 0
    assert validate.main(root) == 0
    set_contract(root, "https://others.example/")
    settings(root)
    assert publish.main(root) == 0
    return root


@pytest.fixture(scope="module")
def figures(project):
    return {row["figure_id"]: row for row in read_rows(project / "data/tidy/figures.csv")}


@pytest.fixture
def alone(miniature):
    """A function that lays one document beside those of the project in small."""

    def lay(name):
        other_documents.add(miniature, name)
        return miniature

    return lay


def problems(root):
    return [f"{one.file}: {one.place}: {one.what}" for one in tidy.make(root).problems]


def known(row):
    return tuple(row[name] for name in SHOWN)


@pytest.mark.parametrize("name", other_documents.NAMES)
def test_every_document_is_proven_and_has_its_page(project, name):
    assert verify.main(project, ["--documents", str(project / "documents"), name]) == 0
    assert (project / f"site/documents/{name}.html").is_file()


def test_one_cell_a_line_two_numbers_in_a_cell_and_a_number_for_all_columns(figures):
    stand = {
        key.removeprefix(f"{TEAMS}/"): (row["line"], *known(row), row["breakdown_1_category"])
        for key, row in figures.items()
        if row["document_id"] == TEAMS and "/prose/" not in key
    }
    assert {line for line, *_ in stand.values()} == set(
        map(str, [*range(8, 11), *range(12, 15), *range(16, 19), *range(20, 23)])
    )
    by_line = {(line, group): values for line, *values, group in stand.values()}
    assert by_line["8", "first_team"] == ["181", "", "", ""]
    assert by_line["8", "second_team"] == ["74", "", "", ""]
    assert by_line["16", "total"] == ["22", "", "", ""]
    assert by_line["17", "night_team"] == ["", "", "", "z"]
    assert by_line["20", "day_teams"] == ["", "0", "4", "c"]


def test_a_refusal_without_a_number_keeps_its_reason(figures):
    reasons = {
        key.rpartition("/")[2]: (row["value_as_published"], row["value"], row["withheld_reason"])
        for key, row in figures.items()
        if key.startswith(f"{TEAMS}/prose/")
    }
    assert reasons == {
        "lawyers": ("", "", "neither_confirm_nor_deny"),
        "night-team": ("", "", "s21_already_available"),
    }


def test_a_table_copied_from_a_web_page_keeps_its_blank_and_its_withheld_cells(figures):
    cells = {
        key.removeprefix(f"{POLICE}/ages/"): known(row)[0] or row["value_marker"]
        for key, row in figures.items()
        if key.startswith(f"{POLICE}/ages/")
    }
    assert list(cells.values()) == ["z", "22", "z", "2", "c", "c", "z", "28", "0", "22", "0", "30"]


def test_a_total_with_a_withheld_part_is_not_recomputed(project):
    left = read_rows(project / "data/tidy/not_recomputed.csv")
    reasons = {row["check_id"]: row["reason"] for row in left}
    assert reasons[f"{POLICE}/total/from-12"] == "number_missing"
    made = {row["check_id"]: row["verdict"] for row in read_rows(project / "data/tidy/checks.csv")}
    assert made[f"{POLICE}/total/unknown-age"] == "holds"


def test_a_year_a_quarter_and_another_area_stand_in_one_table(figures):
    row = f"{SCORECARD}/indicators/visits-in-time"
    shown = {
        column: (figures[f"{row}/{column}"]["value"], figures[f"{row}/{column}"]["area_id"])
        for column in ("year", "quarter", "penfoel")
    }
    assert shown == {
        "year": ("58.1", "llanfelin"),
        "quarter": ("44.6", "llanfelin"),
        "penfoel": ("61", "penfoel"),
    }
    kinds = {figures[f"{row}/{column}"]["period_kind"] for column in ("year", "quarter")}
    assert kinds == {"financial_year", "financial_quarter"}
    series = {figures[f"{row}/{column}"]["series_id"] for column in ("year", "quarter")}
    assert len(series) == 2


def test_a_rating_and_an_arrow_stay_in_the_printed_cell_only(figures):
    row = f"{SCORECARD}/indicators"
    rated, falling = (
        figures[f"{row}/reviews-in-time/year"],
        figures[f"{row}/visits-in-time/quarter"],
    )
    assert (rated["value"], rated["value_as_published"]) == ("83.3", "83.3% (G)")
    assert (falling["value"], falling["value_as_published"]) == ("44.6", "44.6%↓")


def test_a_reduction_from_one_year_to_the_next_is_recomputed(project):
    made = {row["check_id"]: row for row in read_rows(project / "data/tidy/checks.csv")}
    fall = made[f"{SCORECARD}/difference/fall"]
    assert (fall["printed"], fall["recomputed"], fall["verdict"]) == ("25", "25", "holds")


def test_ethnic_groups_keep_their_publisher_s_names_and_withheld_counts(figures):
    rows = [row for key, row in figures.items() if key.startswith(f"{GROUPS}/ethnic-groups/")]
    assert {row["row_label"] for row in rows} >= {"Any other background", "Gypsy/Roma"}
    withheld = [row for row in rows if row["value_as_published"] == "*"]
    assert [known(row) for row in withheld] == [("", "", "", "c")] * 2
    assert {row["withheld_reason"] for row in withheld} == {"s40_personal_data"}


def test_a_printed_mark_may_not_mean_a_number_and_a_number_no_other(alone):
    root = alone(GROUPS)
    path = root / f"data/sources/{GROUPS}"
    describe(path, resources__1__schema__fields__3__means={"*": "c s40_personal_data", "3": "30"})
    assert any("'3' does not say 30" in told for told in problems(root))


@pytest.mark.parametrize(
    ("row", "right", "wrong"),
    [
        ("rate-q2", "2018-07/2018-09", "2018-04/2018-06"),
        ("referrals-2017-q2", "2017-07/2017-09", "2017-04/2017-06"),
        ("referrals-2017-18", "2017-04/2018-03", "2018-04/2019-03"),
        ("june", "2017-07/2018-06", "2018-07/2019-06"),
    ],
)
def test_a_wrong_quarter_or_year_is_refused_at_its_period(alone, row, right, wrong):
    root = alone(QUARTERS)
    path = root / f"data/sources/{QUARTERS}/prose.csv"
    line = next(one for one in path.read_text().splitlines() if f",{row}," in one)
    edit(path, line, line.replace(right, wrong))
    told = [one for one in problems(root) if f"the period {wrong!r} is not that of" in one]
    assert len(told) == 1 and "column 'period'" in told[0]


def test_quarters_have_the_department_s_words_and_neighbours_no_code(figures):
    rate, neighbours = (
        figures[f"{QUARTERS}/prose/{row}"] for row in ("rate-q2", "referrals-rate-neighbours")
    )
    assert (rate["time_period"], rate["time_identifier"]) == ("201819", "Financial year Q2")
    assert neighbours["area_id"] == "southmere_neighbours"
    assert not (neighbours["new_la_code"] or neighbours["country_code"])


def test_claims_about_quarters_are_recomputed(project):
    made = {row["check_id"]: row["verdict"] for row in read_rows(project / "data/tidy/checks.csv")}
    assert made[f"{QUARTERS}/change/referrals"] == made[f"{QUARTERS}/higher/rate"] == "holds"


FORMS_READ = {
    "length-months": ("25", "", "", "actual"),
    "spending": ("205000", "", "", "actual"),
    "offences-change": ("-5", "", "", "actual"),
    "referrals-change": ("3.2", "", "", "actual"),
    "visits-in-time": ("46", "", "", "actual"),
    "wait-years": ("4.5", "", "", "actual"),
    "children-helped": ("142", "", "", "provisional"),
    "children-with-a-plan": ("", "340", "365", "actual"),
    "reviews-in-time": ("25", "", "", "actual"),
    "children-for-each-worker": ("12.5", "", "", "actual"),
    "children-referred": ("", "0", "5", "actual"),
    "children-assessed": ("", "201", "", "actual"),
}


@pytest.mark.parametrize("row", FORMS_READ)
def test_printed_forms_are_read_as_what_they_say(figures, row):
    found = figures[f"{FORMS}/forms/{row}/printed"]
    assert (found["value"], found["value_low"], found["value_high"], found["value_kind"]) == (
        FORMS_READ[row]
    )


def test_a_rounded_table_keeps_what_each_number_may_have_been(figures):
    rounded = figures[f"{FORMS}/rounded/first-team/children"]
    assert (rounded["value"], rounded["value_low"], rounded["value_high"]) == ("40", "38", "42")


def test_a_target_is_no_actual_and_no_second_print_of_one(project, figures):
    reached, target = (figures[f"{FORMS}/prose/{row}"] for row in ("in-time", "in-time-target"))
    assert (reached["value_kind"], target["value_kind"]) == ("actual", "target")
    assert reached["series_id"] != target["series_id"]
    members = read_rows(project / "data/tidy/check_members.csv")
    assert target["figure_id"] not in {row["figure_id"] for row in members}


def test_a_target_that_is_called_an_actual_is_not_proven(alone, capsys):
    root = alone(FORMS)
    path = root / f"data/sources/{FORMS}/prose.csv"
    edit(path, "in-time-target,finished_in_time", "in-time-target,visits_in_time")
    edit(path, ",,target", ",,")
    assert verify.main(root, ["--documents", str(root / "documents"), FORMS]) == 1
    assert "calls '90 per cent' a target" in capsys.readouterr().err


def test_an_area_of_two_is_left_out_of_the_department_s_format_only(project):
    cuts = {cut.figure_id: cut.reason for cut in dfe_pairs.pairs(Package(project))[1]}
    forms = {key: reason for key, reason in cuts.items() if key.startswith(f"{FORMS}/")}
    assert set(forms.values()) == {dfe_pairs.NO_LEVEL}
    flat = (project / "site/data/flat/figures.csv").read_text(encoding="utf-8")
    assert all(key in flat for key in forms)
