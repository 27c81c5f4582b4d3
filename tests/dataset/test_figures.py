"""Printed cells become figures and answers, one for each cell, with all that holds for it."""

from scripts.reading import tidy
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, edit


def tables(root):
    made = tidy.make(root)
    assert made.problems == []
    return made.tables


def figures(root):
    return {row["figure_id"]: row for row in tables(root)["figures"]}


def test_every_printed_cell_becomes_exactly_one_figure(miniature):
    addresses = [row["figure_id"] for row in tables(miniature)["figures"]]
    assert len(addresses) == len(set(addresses)) == 4 * 3 + 6 + 5 * 3 + 7


def test_a_figure_keeps_its_printed_token_and_its_line(miniature):
    cost = figures(miniature)["northbridge-foi-1234/prose/cost-each"]
    assert (cost["value_as_published"], cost["value"], cost["unit"], cost["line"]) == (
        "£40.00",
        "40.00",
        "gbp",
        "16",
    )


def test_a_number_word_is_a_number(miniature):
    subjects = figures(miniature)["northbridge-foi-1234/prose/subjects"]
    assert (subjects["value_as_published"], subjects["value"]) == ("three", "3")


def test_a_cell_without_a_number_has_a_marker_and_its_reason_and_never_a_value(miniature):
    cell = figures(miniature)["southmere-report-2021-22/plans-by-age/unborn/boys"]
    assert (
        cell["value"],
        cell["value_marker"],
        cell["withheld_reason"],
        cell["value_as_published"],
    ) == ("", "x", "not_held", "n/k")


def test_a_blank_cell_is_never_zero(miniature):
    table = miniature / SOUTHMERE / "plans-by-age.csv"
    edit(table, "7,Unborn,n/k,n/k,2", "7,Unborn,,n/k,2")
    problems = tidy.make(miniature).problems
    assert [problem.what for problem in problems] == ["'' is not a number"]
    describe(
        miniature / SOUTHMERE,
        resources__0__schema__fields__2__means={"": "z"},
        resources__0__counts={"boys": {"z": 1}, "girls": {"x not_held": 1}},
    )
    cell = figures(miniature)["southmere-report-2021-22/plans-by-age/unborn/boys"]
    assert (cell["value"], cell["value_marker"]) == ("", "z")


def test_a_marker_letter_that_is_printed_is_not_taken_for_a_marker_unless_the_descriptor_says_so(
    miniature,
):
    edit(miniature / SOUTHMERE / "plans-by-age.csv", "20,18,38", "x,18,38")
    assert "'x' is not a number" in [problem.what for problem in tidy.make(miniature).problems]


def test_a_printed_total_is_marked_as_one(miniature):
    made = figures(miniature)
    assert {address for address, row in made.items() if row["is_total"] == "yes"} >= {
        "northbridge-foi-1234/referrals-by-source/total/y2019-20",
        "southmere-report-2021-22/plans-by-age/under-5/children",
    }
    assert made["southmere-report-2021-22/plans-by-age/under-5/girls"]["is_total"] == "no"


def test_breakdowns_stand_in_the_order_of_the_vocabulary(miniature):
    cell = figures(miniature)["southmere-report-2021-22/plans-by-age/5-to-15/girls"]
    assert [
        cell[f"breakdown_{number}_{part}"]
        for number in (1, 2)
        for part in ("dimension", "category")
    ] == ["age_group", "5_to_15", "sex", "girls"]


def test_labels_and_headings_stay_as_printed(miniature):
    cell = figures(miniature)["northbridge-foi-1234/referrals-by-source/total/share"]
    assert (cell["row_label"], cell["column_label"], cell["value_as_published"]) == (
        "All referrals",
        "Share in 2020/21",
        "100%",
    )


def test_a_columns_heading_is_the_printed_period_unless_it_says_otherwise(miniature):
    made = figures(miniature)
    assert (
        made["northbridge-foi-1234/referrals-by-source/police/y2019-20"]["period_as_published"]
        == "2019/20"
    )
    assert (
        made["northbridge-foi-1234/referrals-by-source/police/share"]["period_as_published"]
        == "2020/21"
    )


def test_a_figure_has_the_area_of_its_document_unless_its_row_says_otherwise(miniature):
    made = figures(miniature)
    assert made["southmere-report-2021-22/prose/neighbour"]["la_name"] == "Northbridge"
    assert made["southmere-report-2021-22/prose/late"]["new_la_code"] == "E99000002"


def test_an_address_does_not_change_when_a_document_prints_its_rows_in_another_order(miniature):
    before = figures(miniature)
    path = miniature / NORTHBRIDGE / "referrals-by-source.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    cells = [row.partition(",")[2] for row in reversed(rows)]
    path.write_text(
        "\n".join([header, *(f"{line},{row}" for line, row in enumerate(cells, start=7))]) + "\n",
        encoding="utf-8",
    )
    after = figures(miniature)
    assert {address: row["value"] for address, row in after.items()} == {
        address: row["value"] for address, row in before.items()
    }


def test_values_keep_more_digits_than_a_float_has(miniature):
    long = "90071992547409931.10"
    edit(
        miniature / SOUTHMERE / "prose.csv",
        "a-month,assessments_a_month,51",
        f"a-month,assessments_a_month,{long}",
    )
    made = tidy.make(miniature).tables["figures"]
    assert [row["value"] for row in made if row["figure_id"].endswith("/a-month")] == [long]


def test_an_answer_has_our_term_and_the_printed_words(miniature):
    answers = {row["answer_id"]: row for row in tables(miniature)["answers"]}
    frequency = answers["northbridge-foi-1234/answers/neglect-frequency"]
    assert (frequency["answer"], frequency["answer_as_published"], frequency["line"]) == (
        "every_year",
        "every year",
        "18",
    )


def test_an_answer_to_a_question_for_text_is_our_own_words(miniature):
    edit(
        miniature / NORTHBRIDGE / "answers.csv",
        "20,private-fostering-frequency,training_frequency,private-fostering,once,once,",
        "21,audience,training_audience,,Everybody who works there.,the number of people trained,",
    )
    describe(miniature / NORTHBRIDGE, claims__7__rows=["answers/*-frequency", "answers/audience"])
    assert tables(miniature)["answers"][-1]["answer"] == "Everybody who works there."


def test_tables_and_gaps_are_listed_with_how_much_they_hold(miniature):
    listed = {
        row.table_id: (row.kind, row.recoverable, row.figures, row.answers)
        for row in tables(miniature)["tables"]
    }
    assert listed == {
        "northbridge-foi-1234/referrals-by-source": ("table", "yes", "12", "0"),
        "northbridge-foi-1234/prose": ("prose", "yes", "6", "0"),
        "northbridge-foi-1234/answers": ("answers", "yes", "0", "3"),
        "northbridge-foi-1234/people-trained": ("gap", "no", "0", "0"),
        "southmere-report-2021-22/plans-by-age": ("table", "yes", "15", "0"),
        "southmere-report-2021-22/prose": ("prose", "yes", "7", "0"),
        "southmere-report-2021-22/chart-1": ("gap", "no", "0", "0"),
    }


def test_every_numeral_of_a_figure_is_used_by_it_and_the_others_have_a_reason(miniature):
    numbers = tables(miniature)["numbers"]
    assert all(bool(row.used_as) != bool(row.reason) for row in numbers)
    assert [row.used_as for row in numbers if (row.line, row.token) == ("16", "480")] == [
        "northbridge-foi-1234/prose/cost-of-a-day"
    ]


def test_figures_of_one_series_are_alike_in_all_but_their_period(miniature):
    made = figures(miniature)
    ids = [
        made[f"northbridge-foi-1234/referrals-by-source/{row}/{column}"]["series_id"]
        for row, column in (("police", "y2019-20"), ("police", "y2020-21"), ("health", "y2020-21"))
    ]
    assert ids[0] == ids[1] != ids[2]


def test_what_may_be_compared_is_a_row_with_a_reason(miniature):
    pairs = {
        (row.measure_id, row.other_measure_id, row.documents): row
        for row in tables(miniature)["comparisons"]
    }
    assert {row.may_compare for row in pairs.values()} <= {"yes", "with_care", "no"}
    assert all(row.reason for row in pairs.values())
    assert pairs["referrals", "referrals", "other"].may_compare == "with_care"
    different = [
        row.may_compare
        for pair, row in pairs.items()
        if set(pair[:2]) == {"referrals", "children_with_a_plan"}
    ]
    assert different and set(different) == {"no"}


def test_measures_that_nobody_related_are_not_set_side_by_side(miniature):
    measures = {(row.measure_id, row.other_measure_id) for row in tables(miniature)["comparisons"]}
    assert ("assessments", "referrals") not in measures
