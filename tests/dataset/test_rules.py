"""Every rule of arithmetic: an example that holds, one that is rounding where rounding can be, one that is a discrepancy."""

import csv
import json
from decimal import Decimal

import pytest

from scripts.checks.rules import RULES
from scripts.register.claims import Claim, literal
from scripts.register.recomputing import check

HOLDS, ROUNDING, DISCREPANCY = "holds", "rounding", "discrepancy"


def figure(value, unit="count", qualifier=""):
    return {"figure_id": f"d/t/{value}", "value": value, "unit": unit, "qualifier": qualifier}


def counts(*values):
    return [figure(value) for value in values]


def percents(*values):
    return [figure(value, "percent") for value in values]


def thousands(*values):
    return [figure(value, "gbp_thousand") for value in values]


def pounds(*values):
    return [figure(value, "gbp") for value in values]


def lasting(start, end):
    return [figure("1") | {"period_start": start, "period_end": end}]


def dated(start, end):
    return [
        {"answer_id": f"d/t/{start}", "answer": "yes", "period_start": start, "period_end": end}
    ]


def listed(*codes):
    return [{"answer_id": f"d/t/{place}", "answer": code} for place, code in enumerate(codes)]


def row(rule, words=None, **named):
    return check(Claim(f"d/{rule}/x", "d", rule, named, words or {}))


OF_YES = {"answer": "yes", "of": ["yes", "no"]}
EXAMPLES = [
    ("total", HOLDS, {"whole": counts("12"), "parts": counts("5", "7")}),
    ("total", DISCREPANCY, {"whole": counts("13"), "parts": counts("5", "7")}),
    ("total", ROUNDING, {"whole": thousands("13"), "parts": thousands("5", "7")}),
    ("total", DISCREPANCY, {"whole": thousands("15"), "parts": thousands("5", "7")}),
    ("share", HOLDS, {"percent": percents("33.3"), "part": counts("1"), "whole": counts("3")}),
    ("share", HOLDS, {"percent": percents("17"), "part": counts("1"), "whole": counts("6")}),
    ("share", DISCREPANCY, {"percent": percents("16"), "part": counts("1"), "whole": counts("6")}),
    ("share", DISCREPANCY, {"percent": percents("18"), "part": counts("1"), "whole": counts("6")}),
    ("share", HOLDS, {"percent": percents("25"), "part": counts("1"), "whole": counts("1", "3")}),
    ("shares_add_up", HOLDS, {"parts": percents("33.4", "33.3", "33.3")}),
    ("shares_add_up", ROUNDING, {"parts": percents("33.3", "33.3", "33.3")}),
    ("shares_add_up", DISCREPANCY, {"parts": percents("33.3", "33.3", "23.3")}),
    ("shares_add_up", HOLDS, {"parts": percents("30", "20"), "whole": percents("50")}),
    (
        "unit_cost",
        HOLDS,
        {"each": pounds("37.50"), "number": counts("20"), "total": pounds("750.00")},
    ),
    ("unit_cost", ROUNDING, {"each": pounds("37"), "number": counts("20"), "total": pounds("745")}),
    (
        "unit_cost",
        DISCREPANCY,
        {"each": pounds("37.50"), "number": counts("20"), "total": pounds("760.00")},
    ),
    ("difference", HOLDS, {"result": counts("3"), "from": counts("10"), "less": counts("7")}),
    (
        "difference",
        ROUNDING,
        {"result": percents("4"), "from": percents("10"), "less": percents("7")},
    ),
    ("difference", DISCREPANCY, {"result": counts("4"), "from": counts("10"), "less": counts("7")}),
    ("change", HOLDS, {"percent": percents("11.1"), "from": counts("270"), "to": counts("300")}),
    ("change", HOLDS, {"percent": percents("-10"), "from": counts("300"), "to": counts("270")}),
    ("change", DISCREPANCY, {"percent": percents("66"), "from": counts("3"), "to": counts("5")}),
    ("change", DISCREPANCY, {"percent": percents("10"), "from": counts("5"), "to": counts("3")}),
    ("fall", HOLDS, {"percent": percents("12.5"), "from": counts("400"), "to": counts("350")}),
    ("fall", DISCREPANCY, {"percent": percents("16"), "from": counts("60"), "to": counts("50")}),
    (
        "fall",
        DISCREPANCY,
        {"percent": percents("12.5"), "from": counts("350"), "to": counts("400")},
    ),
    ("average", HOLDS, {"average": counts("51"), "total": counts("610"), "number": [literal(12)]}),
    (
        "average",
        DISCREPANCY,
        {"average": counts("50"), "total": counts("610"), "number": counts("12")},
    ),
    (
        "average",
        DISCREPANCY,
        {"average": counts("49"), "total": counts("610"), "number": counts("12")},
    ),
    ("same", HOLDS, {"figures": counts("7", "7", "7")}),
    ("same", DISCREPANCY, {"figures": counts("7", "7", "8")}),
    ("at_most", HOLDS, {"part": counts("7"), "whole": counts("7")}),
    ("at_most", DISCREPANCY, {"part": counts("8"), "whole": counts("7")}),
    ("count_of", HOLDS, {"figure": counts("2"), "rows": counts("1", "1")}),
    ("count_of", DISCREPANCY, {"figure": counts("3"), "rows": counts("1", "1")}),
    ("higher", HOLDS, {"higher": counts("8"), "lower": counts("7")}),
    ("higher", DISCREPANCY, {"higher": counts("7"), "lower": counts("8")}),
    ("possible_share", HOLDS, {"percent": percents("47.8"), "whole": counts("578")}),
    ("possible_share", DISCREPANCY, {"percent": percents("66"), "whole": counts("3")}),
    ("possible_share", DISCREPANCY, {"percent": percents("40"), "whole": counts("3")}),
    (
        "share_of_rows",
        HOLDS,
        {"percent": percents("67"), "rows": listed("yes", "yes", "no", "not_applicable")},
    ),
    ("share_of_rows", HOLDS, {"percent": percents("0"), "rows": listed("no", "no")}),
    ("share_of_rows", DISCREPANCY, {"percent": percents("66"), "rows": listed("yes", "yes", "no")}),
    ("share_of_rows", DISCREPANCY, {"percent": percents("50"), "rows": listed("yes", "yes", "no")}),
    (
        "periods_match",
        HOLDS,
        {
            "figure": lasting("2019-04-01", "2021-03-31"),
            "others": lasting("2019-04-01", "2020-03-31") + lasting("2020-04-01", "2021-03-31"),
        },
    ),
    (
        "periods_match",
        DISCREPANCY,
        {
            "figure": lasting("2019-04-01", "2021-03-31"),
            "others": lasting("2019-04-01", "2020-03-31"),
        },
    ),
    (
        "same_period",
        HOLDS,
        {"answers": dated("2014-01-01", "2014-01-31") + dated("2014-01-01", "2014-01-31")},
    ),
    (
        "same_period",
        DISCREPANCY,
        {
            "answers": dated("2014-01-01", "2014-01-31")
            + dated("2014-01-01", "2014-01-31")
            + dated("2014-03-01", "2014-03-31")
        },
    ),
    (
        "same_period",
        DISCREPANCY,
        {"answers": dated("2014-09-01", "2015-09-30") + dated("2014-04-01", "2015-09-30")},
    ),
    ("approximates", HOLDS, {"about": counts("4500"), "exact": counts("4467")}),
    ("approximates", DISCREPANCY, {"about": counts("4500"), "exact": counts("4580")}),
    ("approximates", DISCREPANCY, {"about": counts("4500"), "exact": counts("4700")}),
    ("approximates", HOLDS, {"about": [figure("600", qualifier="over")], "exact": counts("601")}),
    (
        "approximates",
        DISCREPANCY,
        {"about": [figure("600", qualifier="over")], "exact": counts("599")},
    ),
    ("approximates", HOLDS, {"about": [figure("600", qualifier="under")], "exact": counts("599")}),
    (
        "approximates",
        DISCREPANCY,
        {"about": [figure("600", qualifier="under")], "exact": counts("601")},
    ),
    ("approximates", HOLDS, {"about": [figure("600", qualifier="up_to")], "exact": counts("600")}),
    (
        "approximates",
        DISCREPANCY,
        {"about": [figure("600", qualifier="up_to")], "exact": counts("601")},
    ),
    (
        "approximates",
        HOLDS,
        {"about": [figure("600", qualifier="at_least")], "exact": counts("600")},
    ),
    (
        "approximates",
        DISCREPANCY,
        {"about": [figure("600", qualifier="at_least")], "exact": counts("599")},
    ),
    ("approximates", HOLDS, {"about": [figure("600", qualifier="almost")], "exact": counts("590")}),
    (
        "approximates",
        DISCREPANCY,
        {"about": [figure("600", qualifier="almost")], "exact": counts("610")},
    ),
    ("approximates", HOLDS, {"about": counts("100"), "exact": counts("60", "41")}),
]


@pytest.mark.parametrize(("rule", "verdict", "named"), EXAMPLES)
def test_a_rule_tells_what_holds_from_rounding_and_from_a_discrepancy(rule, verdict, named):
    assert row(rule, OF_YES if rule == "share_of_rows" else None, **named)["verdict"] == verdict


def test_every_rule_has_an_example_that_holds_and_one_that_does_not():
    assert {rule for rule, verdict, _ in EXAMPLES if verdict == HOLDS} == set(RULES)
    assert {rule for rule, verdict, _ in EXAMPLES if verdict == DISCREPANCY} == set(RULES)


def test_rules_descriptors_and_vocabularies_name_the_same_rules(repository):
    schema = json.loads(
        (repository / "scripts/reading/source.schema.json").read_text(encoding="utf-8")
    )["$defs"]["claim"]
    with_words = [option["properties"]["rule"]["const"] for option in schema["oneOf"]]
    assert set(schema["properties"]["rule"]["enum"]) == set(with_words) == set(RULES)
    assert len(with_words) == len(RULES)
    for folder in (repository, repository / "tests/miniature"):
        with (folder / "data/vocabulary/check_rules.csv").open(
            encoding="utf-8", newline=""
        ) as file:
            assert {term["rule_id"] for term in csv.DictReader(file)} == set(RULES)


def test_the_project_in_small_uses_every_rule(repository):
    used = set()
    for path in (repository / "tests/miniature/data/sources").glob("*/datapackage.json"):
        used |= {claim["rule"] for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]}
    assert used == set(RULES)


def test_a_difference_with_a_caveat_is_a_caveat_and_not_a_discrepancy():
    named = {"whole": counts("13"), "parts": counts("5", "7")}
    told = row("total", {"caveat": "One is in neither part."}, **named)
    assert (told["verdict"], told["explanation"]) == ("caveat", "One is in neither part.")
    assert (
        row("total", {"caveat": "Never needed."}, whole=counts("12"), parts=counts("5", "7"))[
            "explanation"
        ]
        == ""
    )


def test_a_claim_about_a_cell_without_a_number_is_not_recomputed():
    assert row("total", whole=counts("12"), parts=counts("5", "")) is None


def test_a_check_tells_printed_recomputed_and_difference_in_plain_digits():
    told = row("total", whole=counts("1000000"), parts=counts("999999.90", "0.2"))
    assert (told["printed"], told["recomputed"], told["difference"]) == (
        "1000000",
        "1000000.1",
        "-0.1",
    )


def test_numbers_never_pass_through_a_float():
    long = "12345678901234567890.12"
    assert row("same", figures=counts(long, long))["printed"] == long
    assert row("total", whole=counts("0.3"), parts=counts("0.1", "0.2"))["verdict"] == HOLDS
    assert (
        row("total", whole=counts("90071992547409930"), parts=counts("90071992547409929"))[
            "verdict"
        ]
        == DISCREPANCY
    )


def test_a_total_holds_for_its_parts_and_for_nothing_else():
    for size in range(1, 8):
        parts = [str(7 * number % 11) for number in range(size)]
        whole = sum(map(int, parts))
        assert row("total", whole=counts(str(whole)), parts=counts(*parts))["verdict"] == HOLDS
        for wrong in (whole - 1, whole + 1, whole * 10 + 1):
            assert (
                row("total", whole=counts(str(wrong)), parts=counts(*parts))["verdict"]
                == DISCREPANCY
            )


def test_a_correctly_rounded_share_always_holds_and_one_two_digits_off_never_does():
    for whole in range(1, 40):
        for part in range(whole + 1):
            exact = Decimal(100 * part) / whole
            for step in (Decimal(1), Decimal("0.1")):
                printed = exact.quantize(step)
                assert (
                    row(
                        "share",
                        percent=percents(str(printed)),
                        part=counts(str(part)),
                        whole=counts(str(whole)),
                    )["verdict"]
                    == HOLDS
                )
                off = str(printed + 2 * step)
                assert (
                    row(
                        "share",
                        percent=percents(off),
                        part=counts(str(part)),
                        whole=counts(str(whole)),
                    )["verdict"]
                    == DISCREPANCY
                )


def test_shares_rounded_one_by_one_are_never_a_discrepancy():
    for parts in ([1, 1, 1], [1, 2, 4], [1] * 7, [3, 5, 7, 11], [2, 2, 2, 1]):
        rounded = [
            str((Decimal(100 * part) / sum(parts)).quantize(Decimal("0.1"))) for part in parts
        ]
        assert row("shares_add_up", parts=percents(*rounded))["verdict"] in {HOLDS, ROUNDING}


def test_a_check_names_what_it_counts_and_the_numbers_that_it_brings():
    told = row(
        "share_of_rows", OF_YES, percent=percents("50"), rows=listed("yes", "no", "not_applicable")
    )
    assert (told["figures"], told["answers"], told["numbers"]) == (
        "percent=d/t/50",
        "part=d/t/0 whole=d/t/0 whole=d/t/1",
        "",
    )
    assert (
        row("count_of", {"answer": "yes"}, figure=counts("1"), rows=listed("yes", "no"))["answers"]
        == "rows=d/t/0"
    )
    assert (
        row(
            "count_of",
            {"answer": ["yes", "no"]},
            figure=counts("2"),
            rows=listed("yes", "no", "once"),
        )["answers"]
        == "rows=d/t/0 rows=d/t/1"
    )
    told = row("average", average=counts("51"), total=counts("610"), number=[literal(12)])
    assert (told["figures"], told["answers"], told["numbers"]) == (
        "average=d/t/51 total=d/t/610",
        "",
        "number=12",
    )


def test_a_percentage_that_any_whole_could_give_is_not_recomputed():
    assert row("possible_share", percent=percents("4"), whole=counts("578")) is None
    assert (
        row("possible_share", percent=percents("4.5"), whole=counts("100"))["verdict"]
        == DISCREPANCY
    )


def test_a_share_may_be_of_a_number_that_we_counted():
    told = row("share", percent=percents("57"), part=counts("4"), whole=[literal(7)])
    assert (told["verdict"], told["figures"], told["numbers"]) == (
        HOLDS,
        "percent=d/t/57 part=d/t/4",
        "whole=7",
    )


def test_a_caveat_about_periods_is_of_another_date():
    told = row(
        "periods_match",
        {"caveat": "Another year."},
        figure=lasting("2019-04-01", "2021-03-31"),
        others=lasting("2019-04-01", "2020-03-31"),
    )
    assert (told["verdict"], told["class"]) == ("caveat", "different_date")


def on_days(**codes):
    return [
        {"answer_id": f"d/t/{day}/{place}", "answer": code, "period_start": day}
        for day, found in codes.items()
        for place, code in enumerate(found)
    ]


def test_several_answers_of_a_day_count_once_if_any_of_them_counts():
    by_day = OF_YES | {"per": "day"}
    told = row(
        "share_of_rows",
        by_day,
        percent=percents("50"),
        rows=on_days(monday=("no", "yes", "yes"), tuesday=("no", "no")),
    )
    assert (told["verdict"], told["answers"]) == (
        HOLDS,
        "part=d/t/monday/1 whole=d/t/monday/1 whole=d/t/tuesday/0",
    )
    assert (
        row(
            "share_of_rows",
            by_day,
            percent=percents("67"),
            rows=on_days(monday=("yes",), tuesday=("no",)),
        )["verdict"]
        == DISCREPANCY
    )
    assert (
        row(
            "share_of_rows",
            by_day,
            percent=percents("100"),
            rows=on_days(monday=("unreadable", "yes")),
        )["verdict"]
        == HOLDS
    )
    assert (
        row(
            "share_of_rows",
            by_day,
            percent=percents("50"),
            rows=on_days(monday=("yes",), tuesday=("no", "unreadable")),
        )
        is None
    )


@pytest.mark.parametrize("codes", [("yes", "no", "unreadable"), ("not_applicable",)])
def test_a_share_of_marks_that_cannot_be_read_or_of_none_is_not_recomputed(codes):
    assert row("share_of_rows", OF_YES, percent=percents("50"), rows=listed(*codes)) is None
