"""Claims name figures by address; found claims fill in for those that nobody declared; the register
tells them all.
"""

import json

import pytest

from scripts.reading import tidy
from scripts.reading.sources import Document
from scripts.register import recomputing
from scripts.register.claims import Index, declared
from scripts.register.figure_flags import FigureFlag
from scripts.register.related import related
from scripts.register.unclaimed import found, known, repeated
from scripts.validations import whole_package
from scripts.verbs import build
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, describe, descriptor, edit

# the one claim of the project in small that nobody can recompute
UNBORN = "southmere-report-2021-22/total/unborn"


def fact(address, value="1", **more):
    document, table, row, *column = address.split("/")
    return {
        "figure_id": address,
        "address_row": row,
        "address_column": "".join(column),
        "document_id": document,
        "table_id": f"{document}/{table}",
        "value": value,
        "value_low": "",
        "value_high": "",
        "unit": "count",
        "is_total": "no",
        "measure_id": "m",
        "area_id": "a",
        "value_marker": "",
        "period_start": "2020-01-01",
        "period_end": "2020-12-31",
        "qualifier": "",
        "value_kind": "actual",
        "source_row": "1",
        "line": "1",
        "breakdown_1_dimension": "",
        "breakdown_1_category": "",
        "breakdown_2_dimension": "",
        "breakdown_2_category": "",
    } | more


def answer(address, code):
    document, table, row, *column = address.split("/")
    return {
        "answer_id": address,
        "answer": code,
        "document_id": document,
        "table_id": f"{document}/{table}",
        "address_row": row,
        "address_column": "".join(column),
        "question_id": "q",
    }


TABLES = {"resources": [{"name": name} for name in ("t", "u", "prose", "other", "answers")]}
TABLE = [
    fact("d/t/a/x", "2"),
    fact("d/t/a/y", "3"),
    fact("d/t/b/x", "5"),
    fact("d/t/b/y", "7"),
    fact("d/t/total/x", "7", is_total="yes"),
    fact("d/t/total/y", "9", is_total="yes"),
]


def claims(*given, facts=TABLE):
    return declared(Document("d", "data/sources/d", {"claims": list(given)}, {}, []), Index(facts))


def addresses(claim, word):
    return [fact.fact_id for fact in claim.named.all(word)]


def test_a_star_stands_for_any_one_part_of_an_address_and_never_for_a_total():
    (claim,), problems = claims(
        {"rule": "total", "id": "x", "whole": "t/total/x", "parts": ["t/*/x"]}
    )
    assert (addresses(claim, "whole"), addresses(claim, "parts"), problems) == (
        ["d/t/total/x"],
        ["d/t/a/x", "d/t/b/x"],
        [],
    )


def test_a_star_never_crosses_a_slash():
    made, problems = claims({"rule": "total", "id": "x", "whole": "t/total/x", "parts": ["t/*"]})
    assert made == []
    assert [str(problem) for problem in problems] == [
        (
            "data/sources/d/datapackage.json: claim x: parts 'd/t/*' names no figure. Correct "
            "the address."
        )
    ]


def test_a_total_named_in_full_can_be_a_part_but_never_of_itself():
    (claim,), _ = claims(
        {"rule": "total", "id": "all", "whole": "t/total/x", "parts": ["t/total/y", "t/total/x"]}
    )
    assert addresses(claim, "parts") == ["d/t/total/y"]


def test_row_makes_one_check_for_each_row():
    made, problems = claims(
        {"rule": "at_most", "id": "x-within-y", "part": "t/{row}/x", "whole": "t/{row}/y"}
    )
    assert [claim.check_id for claim in made] == [
        "d/at-most/x-within-y/a",
        "d/at-most/x-within-y/b",
        "d/at-most/x-within-y/total",
    ]
    assert [addresses(claim, "whole") for claim in made] == [
        ["d/t/a/y"],
        ["d/t/b/y"],
        ["d/t/total/y"],
    ]
    assert problems == []


def test_row_tells_a_row_that_the_other_column_lacks():
    made, problems = claims(
        {"rule": "at_most", "id": "x", "part": "t/{row}/x", "whole": "t/{row}/y"},
        facts=[fact("d/t/a/x"), fact("d/t/a/y"), fact("d/t/b/x")],
    )
    assert [claim.check_id for claim in made] == ["d/at-most/x/a"]
    assert ["'d/t/b/y' names no figure" in problem.what for problem in problems] == [True]


def test_row_that_stands_for_nothing_is_told():
    made, problems = claims(
        {"rule": "at_most", "id": "x", "part": "t/{row}/z", "whole": "t/{row}/y"}
    )
    assert made == [] and problems


def test_a_share_may_be_of_a_sum_that_is_not_printed():
    (claim,), _ = claims(
        {
            "rule": "share",
            "id": "a",
            "percent": "t/total/y",
            "part": "t/a/x",
            "whole": ["t/a/*", "t/b/*"],
        }
    )
    assert addresses(claim, "whole") == ["d/t/a/x", "d/t/a/y", "d/t/b/x", "d/t/b/y"]


def test_a_plain_number_of_a_claim_is_taken_as_it_is():
    (claim,), _ = claims(
        {"rule": "average", "id": "a", "average": "t/a/x", "total": "t/a/y", "number": 12}
    )
    assert str(claim.named.number("number").value) == "12"


def test_a_full_address_reaches_another_document():
    (claim,), _ = claims(
        {"rule": "same", "id": "s", "figures": ["t/a/x", "other/t/a/x"]},
        facts=[*TABLE, fact("other/t/a/x")],
    )
    assert addresses(claim, "figures") == ["d/t/a/x", "other/t/a/x"]


def test_an_index_with_another_table_finds_what_a_new_one_finds():
    before = Index([*TABLE, fact("d/other/a/x", "1")])
    now = [fact("d/t/a/x", "9"), fact("d/t/c/x", "4")]
    other, fresh = before.with_table("d/t", now), Index([*now, fact("d/other/a/x", "1")])
    for pattern in ("d/t/*/x", "d/t/b/x", "d/other/*/x", "d/t/c/x"):
        assert other.find(pattern) == fresh.find(pattern), pattern
    assert other.facts == fresh.facts
    assert other.full("t/a/x", "d") == "d/t/a/x"
    assert before.find("d/t/*/x") == ["d/t/a/x", "d/t/b/x", "d/t/total/x"]


def test_an_id_twice_is_told_once_for_the_same_rule_only():
    two = [{"rule": "total", "id": "x", "whole": "t/total/x", "parts": ["t/*/x"]}] * 2
    other = {"rule": "at_most", "id": "x", "part": "t/a/x", "whole": "t/a/y"}
    assert len(claims(*two)[1]) == 1
    assert claims(two[0], other)[1] == []


def register(root):
    made = tidy.make(root)
    return {row["check_id"]: row for row in made.tables["checks"]}, made.problems


def test_the_register_has_every_verdict_once_it_is_needed(miniature):
    checks, problems = register(miniature)
    verdicts = {check: row["verdict"] for check, row in checks.items() if row["verdict"] != "holds"}
    assert problems == []
    assert verdicts == {
        "northbridge-foi-1234/share/share/health": "discrepancy",
        "northbridge-foi-1234/fall/health": "discrepancy",
        "northbridge-foi-1234/shares-add-up/shares": "rounding",
        "southmere-report-2021-22/at-most/over-600": "may_hold",
        "southmere-report-2021-22/total/sixteen-and-over": "discrepancy",
        "southmere-report-2021-22/total/boys-and-girls": "caveat",
    }


def test_an_accepted_discrepancy_carries_its_cause_and_the_publishers_status(miniature):
    row = register(miniature)[0]["southmere-report-2021-22/total/sixteen-and-over"]
    accepted = descriptor(miniature / SOUTHMERE)["discrepancies"][0]
    cause = descriptor(miniature / SOUTHMERE)["causes"][0]
    assert (row["printed"], row["recomputed"]) == (accepted["printed"], accepted["recomputed"])
    copied = ("class", "explanation", "support", "status")
    assert [row[word] for word in copied] == [cause[word] for word in copied]
    (told,) = [
        one for one in tidy.make(miniature).tables["causes"] if one["cause_id"] == row["cause_id"]
    ]
    assert told["what"] == cause["what"]


def test_one_cause_is_told_once_with_all_the_checks_that_it_breaks(miniature):
    checks, _ = register(miniature)
    broken = [key for key, row in checks.items() if row["cause_id"].endswith("/second-decimal")]
    assert broken == [
        "northbridge-foi-1234/share/share/health",
        "northbridge-foi-1234/fall/health",
    ]


def test_causes_and_discrepancies_must_fit_each_other(miniature):
    cause = descriptor(miniature / SOUTHMERE)["causes"][0]
    describe(miniature / SOUTHMERE, discrepancies__0__cause="no-such-cause")
    told = [str(problem) for problem in register(miniature)[1]]
    assert any("its cause 'no-such-cause' is not among the causes" in one for one in told)
    assert any("cause sixteen-and-over: explains no discrepancy" in one for one in told)
    describe(miniature / SOUTHMERE, discrepancies__0__cause=cause["id"], causes=[cause, cause])
    assert [problem.what for problem in register(miniature)[1]] == ["stands twice"]


def test_a_caveat_may_name_a_cause_too(miniature):
    cause = descriptor(miniature / SOUTHMERE)["causes"][0]
    other = cause | {"id": "unborn-left-out", "explanation": "They may count unborn children."}
    describe(miniature / SOUTHMERE, causes=[cause, other], caveats__0__cause="unborn-left-out")
    checks, problems = register(miniature)
    row = checks["southmere-report-2021-22/total/boys-and-girls"]
    assert problems == []
    assert (row["verdict"], row["explanation"]) == ("caveat", other["explanation"])
    describe(miniature / SOUTHMERE, causes=[cause])
    assert [problem.place for problem in register(miniature)[1]] == [
        "caveats: southmere-report-2021-22/total/boys-and-girls"
    ]


def test_each_member_of_a_check_is_a_row(miniature):
    made = tidy.make(miniature).tables
    by_check = {}
    for row in made["check_members"]:
        by_check.setdefault(row["check_id"], []).append(row)
    assert set(by_check) == {row["check_id"] for row in made["checks"]}
    assert [
        (row["place"], row["part"], row["figure_id"].rpartition("/")[2], row["number"])
        for row in by_check["northbridge-foi-1234/unit-cost/cost-each"]
    ] == [
        ("1", "number", "", "12"),
        ("2", "each", "cost-each", ""),
        ("3", "total", "cost-of-a-day", ""),
    ]


def test_a_caveat_is_of_another_base_or_date_unless_its_acceptance_says_otherwise(miniature):
    accepted = descriptor(miniature / SOUTHMERE)["caveats"][0]
    assert register(miniature)[0][accepted["check"]]["class"] == "different_base"
    describe(miniature / SOUTHMERE, caveats__0__class="different_date")
    assert register(miniature)[0][accepted["check"]]["class"] == "different_date"
    describe(miniature / SOUTHMERE, caveats__0__class="no_such_class")
    assert [problem.place for problem in register(miniature)[1]] == [
        f"caveats: {accepted['check']}"
    ]


def test_answers_are_counted_all_or_with_one_answer_only(miniature):
    checks, _ = register(miniature)
    assert checks["northbridge-foi-1234/count-of/subjects"]["recomputed"] == "3"
    assert checks["northbridge-foi-1234/count-of/yearly-subjects"]["recomputed"] == "2"


def test_an_answer_that_changes_changes_the_count(miniature):
    edit(miniature / NORTHBRIDGE / "answers.csv", "neglect,every_year", "neglect,once")
    _, problems = register(miniature)
    assert [problem.place for problem in problems] == [
        "check northbridge-foi-1234/count-of/yearly-subjects"
    ]


def test_flags_follow_from_the_checks(miniature):
    flags = tidy.make(miniature).tables["figure_flags"]
    girls = "southmere-report-2021-22/plans-by-age/16-and-over/girls"
    assert FigureFlag(girls, "in_discrepancy") in flags
    assert FigureFlag("southmere-report-2021-22/prose/children", "printed_twice") in flags
    boys = "southmere-report-2021-22/plans-by-age/16-and-over/boys"
    assert FigureFlag(boys, "small_count") in flags
    assert "northbridge-foi-1234/referrals-by-source/police/share" not in dict(flags)


def test_every_flag_of_a_figure_is_a_row_of_its_own(miniature):
    prose = miniature / NORTHBRIDGE / "prose.csv"
    edit(prose, "12,up_to,,,period_not_stated", "12,up_to,,,period_not_stated heading_lost")
    rows = tidy.make(miniature).tables["figure_flags"]
    (figure_id,) = {figure_id for figure_id, flag in rows if flag == "heading_lost"}
    assert FigureFlag(figure_id, "period_not_stated") in rows
    assert len(rows) == len(set(rows))


def test_a_flag_of_the_table_that_the_vocabulary_lacks_is_refused(miniature):
    assert build.main(miniature) == 0
    boys = "southmere-report-2021-22/plans-by-age/16-and-over/boys"
    flags = miniature / "data/tidy/figure_flags.csv"
    edit(flags, f"{boys},small_count", f"{boys},big_count")
    told = list(whole_package.frictionless_problems(miniature, "datapackage.json"))
    assert any("figure_flags" in problem.file and "big_count" in problem.what for problem in told)


def test_totals_are_found_where_nobody_claims_them(miniature):
    describe(miniature / NORTHBRIDGE, claims=[], roundings=[], discrepancies=[], causes=[])
    edit(miniature / NORTHBRIDGE / "referrals-by-source.csv", "Police,90", "Police,91")
    checks, problems = register(miniature)
    found_ids = [check for check in checks if check.startswith("northbridge-foi-1234/total/found-")]
    assert found_ids == [
        f"northbridge-foi-1234/total/found-referrals-by-source-{year}"
        for year in ("y2019-20", "y2020-21")
    ]
    places = [problem.place for problem in problems]
    assert f"check {found_ids[0]}" in places
    health = "northbridge-foi-1234/share/found-referrals-by-source-y2020-21-health"
    assert f"check {health}" in places  # its percentage is cut off


def test_no_total_is_found_where_a_number_is_withheld_since_the_difference_would_tell_it():
    parts, whole = (
        [fact("d/t/a/x", "2"), fact("d/t/b/x", "3")],
        fact("d/t/total/x", "9", is_total="yes"),
    )

    def totals(*facts):
        return [addresses(claim, "parts") for claim in found_in(*facts) if claim.rule == "total"]

    assert totals(*parts, whole) == [["d/t/a/x", "d/t/b/x"]]
    assert totals(*parts, fact("d/t/c/x", "", value_marker="c"), whole) == []
    assert totals(*parts, fact("d/t/c/x", "", value_marker="z"), whole) == [["d/t/a/x", "d/t/b/x"]]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (fact("d/t/a/x", "900", qualifier="over"), {"value": "850"}, ["discrepancy"]),
        (fact("d/t/a/x", "900", qualifier="almost"), {"value": "882"}, []),
        (fact("d/t/a/x", "", value_low="0", value_high="4"), {"value": "7"}, ["discrepancy"]),
        (fact("d/t/a/x", "", value_low="0", value_high="4"), {"value": "3"}, []),
        (fact("d/t/a/x", "7"), {"value": "7"}, ["holds"]),
        (fact("d/t/a/x", "7"), {"value": "8"}, ["discrepancy"]),
    ],
)
def test_two_numbers_of_one_thing_and_time_that_cannot_both_hold_are_found(one, other, verdict):
    claims = found_in(one, fact("d/u/a/x", line="2", **other))
    checks, _ = recomputing.recomputed([claim for claim in claims if claim.rule == "same"], {})
    assert [check["verdict"] for check in checks] == verdict


def test_a_number_is_held_against_each_other_one_that_it_cannot_be():
    figures = [
        fact("d/t/a/x", "900", qualifier="over"),
        fact("d/u/a/x", "3", line="2"),
        fact("e/t/a/x", "", value_low="0", value_high="4"),
    ]
    claims = [claim for claim in found_in(*figures) if claim.rule == "same"]
    assert [(claim.check_id, addresses(claim, "figures")) for claim in claims] == [
        ("d/same/found-t-a-x", ["d/t/a/x", "d/u/a/x"]),
        ("d/same/found-t-a-x-and-e-t-a-x", ["d/t/a/x", "e/t/a/x"]),
    ]
    assert [claim for claim in found_in(*figures, document="e") if claim.rule == "same"] == []


def test_a_limit_is_held_against_a_number_of_a_later_document():
    limit = fact("d/t/a/x", "", value_low="0", value_high="4")
    (claim,) = found_in(limit, fact("e/t/a/x", "7"))
    assert (claim.rule, addresses(claim, "figures")) == ("same", ["d/t/a/x", "e/t/a/x"])


@pytest.mark.parametrize("more", [{"value_kind": "estimate"}, {"area_id": "b"}])
def test_numbers_of_another_kind_or_place_are_not(more):
    one, other = fact("d/t/a/x", "900"), fact("d/u/a/x", "850", line="2", **more)
    assert not [claim for claim in found_in(one, other) if claim.rule == "same"]


def test_totals_that_are_claimed_are_not_found_again(miniature):
    checks, _ = register(miniature)
    assert not [check for check in checks if check.startswith("northbridge") and "/found-" in check]


def found_in(*facts, document="d"):
    own = [fact for fact in facts if fact["document_id"] == document]
    source = Document(document, f"data/sources/{document}", TABLES, {}, [])
    return found(source, own, repeated(facts), known([]), MEASURES)


def measure(base="", variant="count"):
    return {"base_measure_id": base, "variant": variant}


MEASURES = related(
    {
        "m": measure(),
        "n": measure(),
        "m_late": measure("m", "part"),
        "m_percent": measure("m", "share"),
        "m_late_percent": measure("m_late", "share"),
    }
)


def nearby(*figures):
    return [
        ([number.fact_id for number in claim.named.every_number()], claim.rule)
        for claim in found_in(*figures)
    ]


def test_a_share_is_found_where_its_parts_stand_on_its_line_under_related_measures():
    late = fact("d/prose/late", "19", measure_id="m_late")
    every = fact("d/prose/all", "132")
    share = fact("d/prose/share", "13", unit="percent", measure_id="m_late_percent")
    assert nearby(late, every, share) == [
        (["d/prose/share", "d/prose/late", "d/prose/all"], "share")
    ]
    (claim,) = found_in(late, every, share)
    assert recomputing.recomputed([claim], {})[0][0]["verdict"] == "discrepancy"
    another = {**every, "figure_id": "d/prose/more", "period_end": "2021-12-31"}
    for other in (
        {**every, "measure_id": "n"},
        {**every, "value_kind": "target"},
        another,
    ):
        assert nearby(late, other, share) == []


def test_the_ends_of_a_range_are_not_one_number_in_two_places():
    assert nearby(fact("d/prose/from", "3"), fact("d/prose/to", "61")) == []
    elsewhere = fact("d/prose/from", "3", line="2")
    assert nearby(elsewhere, fact("d/prose/to", "61"))[0][1] == "same"


def test_a_target_is_never_taken_for_the_number_that_came_about():
    target = fact("d/prose/target", "90", value_kind="target", line="2")
    assert nearby(fact("d/prose/actual", "89"), target) == []
    claim = {"rule": "same", "id": "x", "figures": ["d/prose/actual", "d/prose/target"]}
    made, problems = claims(claim, facts=[fact("d/prose/actual", "89"), target])
    assert made == [] and "holds a target against a number that is none" in problems[0].what


def test_a_percentage_beside_its_count_is_found():
    total = fact("d/t/total/x", "8", is_total="yes", source_row="2", breakdown_1_category="total")
    made = found_in(
        fact("d/t/a/x", "2"), fact("d/t/a/p", "25", unit="percent", measure_id="m_percent"), total
    )
    assert [
        (
            claim.rule,
            addresses(claim, "percent"),
            addresses(claim, "part"),
            addresses(claim, "whole"),
        )
        for claim in made
    ] == [("share", ["d/t/a/p"], ["d/t/a/x"], ["d/t/total/x"])]


def test_the_same_number_in_two_places_is_found_in_the_first_document_only():
    one, other = fact("d/prose/a", "7"), fact("e/prose/a", "8")
    assert [addresses(claim, "figures") for claim in found_in(one, other)] == [
        ["d/prose/a", "e/prose/a"]
    ]
    assert found_in(one, other, document="e") == []


def test_numbers_of_different_things_are_never_taken_for_the_same():
    different = (
        {"measure_id": "n"},
        {"area_id": "b"},
        {"period_end": "2021-12-31"},
        {"qualifier": "about"},
        {"breakdown_1_category": "c"},
        {"period_start": ""},
    )
    for words in different:
        assert found_in(fact("d/prose/a"), fact("d/prose/b", **words)) == [], words


def test_every_check_names_figures_and_answers_that_exist(miniature):
    assert build.main(miniature) == 0
    made = tidy.make(miniature).tables
    for table, key in (("figures", "figure_id"), ("answers", "answer_id")):
        named = [row[key] for row in made["check_members"] if row[key]]
        assert named and set(named) <= {row[key] for row in made[table]}


def test_every_claim_of_the_project_in_small_becomes_a_check(miniature):
    checks, _ = register(miniature)
    for folder in (NORTHBRIDGE, SOUTHMERE):
        for claim in json.loads(
            (miniature / folder / "datapackage.json").read_text(encoding="utf-8")
        )["claims"]:
            stem = f"{folder.rpartition('/')[2]}/{claim['rule'].replace('_', '-')}/{claim['id']}"
            assert [
                check
                for check in [*checks, UNBORN]
                if check == stem or check.startswith(f"{stem}/")
            ], stem


def test_a_claim_that_cannot_be_recomputed_is_listed_with_the_reason_and_is_no_check(miniature):
    made = tidy.make(miniature).tables
    (unborn,) = made["not_recomputed"]
    assert unborn == {
        "check_id": UNBORN,
        "document_id": "southmere-report-2021-22",
        "rule": "total",
        "is_declared": "yes",
        "reason": "number_missing",
    }
    assert [(row["part"], row["figure_id"]) for row in made["not_recomputed_members"]] == [
        (part, f"southmere-report-2021-22/plans-by-age/unborn/{column}")
        for part, column in (("whole", "children"), ("parts", "boys"), ("parts", "girls"))
    ]
    assert unborn["check_id"] not in {row["check_id"] for row in made["checks"]}


def reasons(*given, facts=TABLE):
    document = Document("d", "data/sources/d", {**TABLES, "claims": list(given)}, {}, [])
    return [
        row["reason"]
        for row in recomputing.register(
            [document],
            [row for row in facts if "figure_id" in row],
            [row for row in facts if "answer_id" in row],
            MEASURES,
        ).not_recomputed
    ]


def test_why_a_claim_cannot_be_recomputed():
    share = {"rule": "possible_share", "id": "x", "percent": "d/t/share/x", "whole": "d/t/all/x"}
    marks = {
        "rule": "share_of_rows",
        "id": "y",
        "percent": "d/t/share/x",
        "rows": ["d/u/a"],
        "answer": "yes",
        "of": ["yes", "no"],
    }
    percent = fact("d/t/share/x", "4", unit="percent")
    assert reasons(share, facts=[percent, fact("d/t/all/x", "578")]) == ["cannot_fail"]
    assert reasons(share, facts=[percent, fact("d/t/all/x", "", value_marker="n")]) == [
        "number_missing"
    ]
    assert reasons(marks, facts=[percent, answer("d/u/a", "unreadable")]) == ["answer_missing"]


def test_a_new_difference_between_dates_names_the_answers(miniature):
    edit(
        miniature / NORTHBRIDGE / "answers.csv",
        "online-safety,every_year,every year,2019-04/2021-03",
        "online-safety,every_year,every year,2019-04/2020-03",
    )
    (problem,) = tidy.make(miniature).problems
    assert "answers=northbridge-foi-1234/answers/neglect-frequency" in str(
        problem
    ) and "same-period/same-years" in str(problem)


def test_where_no_percentage_belongs_a_row_of_them_claims_nothing_and_all_else_is_listed():
    none = [
        fact("d/t/all/share", "", value_marker="z"),
        fact("d/t/all/x"),
        fact("d/t/a/x", "", value_marker="z"),
    ]
    assert (
        reasons(
            {
                "rule": "share",
                "id": "x",
                "percent": "t/{row}/share",
                "part": "t/{row}/x",
                "whole": "t/all/x",
            },
            facts=none,
        )
        == []
    )
    assert reasons(
        {
            "rule": "share",
            "id": "x",
            "percent": "t/all/share",
            "part": "t/all/x",
            "whole": "t/all/x",
        },
        facts=none,
    ) == ["number_missing"]
    assert reasons(
        {"rule": "at_most", "id": "x", "part": "t/a/x", "whole": "t/all/x"}, facts=none
    ) == ["number_missing"]
