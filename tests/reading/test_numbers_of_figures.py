"""Figures keep what their print says: limits, kinds, damaged print. Each accepted form has a
refused neighbour.
"""

import pytest

from scripts.reading import figures, tidy
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, descriptor, edit

PLANS = "southmere-report-2021-22/plans-by-age"


def made(root):
    found = tidy.make(root)
    assert found.problems == []
    return {row["figure_id"]: row for row in found.tables["figures"]}


def checks_of(root, rule, figure_id):
    """Ids of the checks by a rule in which a figure takes part."""
    tables = tidy.make(root).tables
    assert figure_id in {row["figure_id"] for row in tables["figures"]}
    by_rule = {row["check_id"] for row in tables["checks"] if row["rule"] == rule}
    return sorted(
        row["check_id"]
        for row in tables["check_members"]
        if row["check_id"] in by_rule and row["figure_id"] == figure_id
    )


def problems(root):
    return [problem.what for problem in tidy.make(root).problems]


@pytest.fixture
def girls(miniature):
    """Sets the cell of unborn girls, which says `n/k` and means `x not_held`, and the words of its
    column.
    """

    def set_cell(token, **words):
        edit(
            miniature / SOUTHMERE / "plans-by-age.csv",
            "7,Unborn,n/k,n/k,2",
            f"7,Unborn,n/k,{token},2",
        )
        described = descriptor(miniature / SOUTHMERE)["resources"][0]
        fields = described["schema"]["fields"]
        others = {name: count for name, count in described["counts"].items() if name != "girls"}
        describe(miniature / SOUTHMERE, resources__0__counts=others)
        number = next(at for at, field in enumerate(fields) if field["name"] == "girls")
        for word, value in words.items():
            describe(
                miniature / SOUTHMERE, **{f"resources__0__schema__fields__{number}__{word}": value}
            )
        return miniature

    return set_cell


def known(row):
    return row["value"], row["value_low"], row["value_high"], row["value_marker"]


@pytest.mark.parametrize(
    ("token", "low", "high"),
    [("<5", "0", "4"), ("fewer than 5", "0", "4"), ("0-4", "0", "4"), ("over 200", "201", "")],
)
def test_a_limit_keeps_what_is_known_and_is_no_number(girls, token, low, high):
    row = made(girls(token))[f"{PLANS}/unborn/girls"]
    assert known(row) == ("", low, high, "")
    assert row["value_as_published"] == token


def test_a_limit_may_be_withheld_for_a_reason(girls):
    row = made(girls("<5", means={"<5": "c"}))[f"{PLANS}/unborn/girls"]
    assert known(row) == ("", "0", "4", "c")


def test_a_total_with_a_limit_among_its_parts_is_not_added_up(girls):
    assert checks_of(girls("<5"), "total", f"{PLANS}/unborn/girls") == []


@pytest.mark.parametrize("means", [{"4": "40"}, {"4": "c"}, {"<5": "5"}, {"3-4": "3.5"}])
def test_means_never_turns_a_number_into_another(girls, means):
    token = next(iter(means))
    assert [what for what in problems(girls(token, means=means)) if what.startswith(repr(token))]


def test_damaged_print_is_flagged_and_says_why(girls):
    root = girls(
        "%0", damaged={"%0": "0"}, gives={"sex": "girls", "note": "%0 is 0, turned round."}
    )
    row = made(root)[f"{PLANS}/unborn/girls"]
    assert row["value"] == "0"
    flags = tidy.make(root).tables["figure_flags"]
    assert (row["figure_id"], "damaged_print") in flags
    assert row["note"] == "%0 is 0, turned round."


def test_damaged_print_without_a_note_is_refused(girls):
    assert "'%4' is damaged print, and no note says why it is read so" in problems(
        girls("%4", damaged={"%4": "4"})
    )


def test_a_number_of_a_table_that_is_rounded_has_bounds(miniature):
    describe(
        miniature / NORTHBRIDGE,
        resources__0__every_figure={"measure": "referrals", "rounded_to": "10"},
    )
    rows = {row["figure_id"]: row for row in tidy.make(miniature).tables["figures"]}
    police = rows["northbridge-foi-1234/referrals-by-source/police/y2019-20"]
    assert known(police) == ("90", "85", "95", "")


def test_a_rounded_table_refuses_a_number_that_is_not_rounded(miniature):
    describe(
        miniature / NORTHBRIDGE,
        resources__0__every_figure={"measure": "referrals", "rounded_to": "100"},
    )
    assert "'90' is not rounded to 100" in problems(miniature)


PROSE = "15,late,assessments_late,123,,,2021-04/2022-03,2021/22,"


def with_kind(root, kind, token="123"):
    path = root / SOUTHMERE / "prose.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = [row.replace("_late,123,", f"_late,{token},") for row in rows]
    kinds = [kind if ",late," in row else "" for row in rows]
    lines = [
        f"{header},value_kind",
        *(f"{row},{one}" for row, one in zip(rows, kinds, strict=True)),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def test_a_target_is_a_kind_of_its_own_in_no_series_and_no_comparison_with_what_was(miniature):
    actual = made(miniature)["southmere-report-2021-22/prose/late"]
    made_again = tidy.make(with_kind(miniature, "target")).tables
    target = next(row for row in made_again["figures"] if row["figure_id"].endswith("prose/late"))
    assert (actual["value_kind"], target["value_kind"]) == ("actual", "target")
    assert actual["series_id"] != target["series_id"]
    compared = {row.measure_id for row in made_again["comparisons"]}
    assert "assessments_late" not in compared


def test_a_remark_in_the_cell_sets_the_kind(miniature):
    root = with_kind(miniature, "", "123 (not finalised)")
    late = {row["figure_id"]: row for row in tidy.make(root).tables["figures"]}[
        "southmere-report-2021-22/prose/late"
    ]
    assert (late["value"], late["value_kind"]) == ("123", "provisional")


def test_a_remark_that_contradicts_the_kind_is_refused(miniature):
    root = with_kind(miniature, "target", "123 (not finalised)")
    assert "'123 (not finalised)' says 'provisional', and its kind is 'target'" in problems(root)


def test_a_kind_that_is_not_in_the_vocabulary_is_refused(miniature):
    assert "'goal' is not in data/vocabulary/value_kinds.csv" in problems(
        with_kind(miniature, "goal")
    )


def test_the_same_number_is_not_looked_for_between_a_target_and_what_was(miniature):
    path = miniature / SOUTHMERE / "prose.csv"
    text = path.read_text(encoding="utf-8").replace(
        "15,late,assessments_late,123", "15,late,assessments,123"
    )
    path.write_text(text, encoding="utf-8")
    late = "southmere-report-2021-22/prose/late"
    assert checks_of(miniature, "same", late)
    with_kind(miniature, "target")
    assert checks_of(miniature, "same", late) == []


@pytest.mark.parametrize(
    ("stands_with", "kind", "part"),
    [
        ("actual", "estimate", ""),
        ("estimate", "estimate", "estimate"),
        ("target", "target", "target"),
    ],
)
def test_the_vocabulary_says_which_kinds_of_value_stand_in_one_series(stands_with, kind, part):
    vocabulary = {"value_kinds": {kind: {"series_with": stands_with}}}
    assert figures.series_kind(kind, vocabulary) == part
