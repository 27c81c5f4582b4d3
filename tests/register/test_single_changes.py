"""One other number that would make several checks hold is found by trying, and only where it makes
none differ.
"""

from scripts.checks.reckoning.members import Named, number_of
from scripts.register import single_changes
from tests.register.test_claims import fact

PARTS = [fact("d/t/a/x", "2"), fact("d/t/b/x", "3"), fact("d/t/c/x", "5")]


def check(number, verdict, rule="total", **named):
    figures = " ".join(
        f"{word}={address}" for word, addresses in named.items() for address in addresses
    )
    return {
        "check_id": f"d/{rule}/{number}",
        "document_id": "d",
        "rule": rule,
        "verdict": verdict,
        "figures": figures,
        "answers": "",
        "numbers": "",
    }


def totals(*verdicts, wholes=("15", "15")):
    """Two totals of the same three parts, 10 in all, and the checks of them."""
    facts = [
        *PARTS,
        *(fact(f"d/t/total/{place}", whole, is_total="yes") for place, whole in enumerate(wholes)),
    ]
    addresses = [part["figure_id"] for part in PARTS]
    return [
        check(place, verdict, whole=[f"d/t/total/{place}"], parts=addresses)
        for place, verdict in enumerate(verdicts)
    ], facts


def named_of(check, facts):
    """Who takes part in a check, as the register hands it over."""
    by_id = {one["figure_id"]: number_of(one) for one in facts}
    members = [one.split("=") for one in check["figures"].split()]
    return Named(
        {
            word: [by_id[address] for other, address in members if other == word]
            for word, _ in members
        }
    )


def found(checks, facts):
    named = {check["check_id"]: named_of(check, facts) for check in checks}
    return [
        (one.figure_id, str(one.value), " ".join(one.check_ids))
        for one in single_changes.changed(checks, named)
    ]


def test_a_change_is_one_row_and_each_check_that_it_mends_another():
    checks, facts = totals("discrepancy", "discrepancy")
    named = {check["check_id"]: named_of(check, facts) for check in checks}
    changes, mended = single_changes.rows(checks, named)
    assert changes[0] == {"figure_id": "d/t/a/x", "value": "7", "document_id": "d"}
    assert [row["check_id"] for row in mended[:2]] == ["d/total/0", "d/total/1"]
    assert {(row["figure_id"], row["value"]) for row in mended} == {
        (row["figure_id"], row["value"]) for row in changes
    }


def test_each_number_that_would_make_both_hold_is_named():
    both = "d/total/0 d/total/1"
    assert found(*totals("discrepancy", "discrepancy")) == [
        ("d/t/a/x", "7", both),
        ("d/t/b/x", "8", both),
        ("d/t/c/x", "10", both),
    ]


def test_one_check_that_differs_is_no_reason_to_change_a_number():
    assert found(*totals("discrepancy", "holds", wholes=("15", "10"))) == []


def test_no_number_is_named_that_would_make_another_check_differ():
    checks, facts = totals("discrepancy", "discrepancy")
    checks.append(check(2, "holds", "same", figures=["d/t/a/x", "d/t/again/x"]))
    assert [address for address, *_ in found(checks, [*facts, fact("d/t/again/x", "2")])] == [
        "d/t/b/x",
        "d/t/c/x",
    ]


def test_two_checks_that_want_different_numbers_name_none():
    assert found(*totals("discrepancy", "discrepancy", wholes=("15", "16"))) == []


def test_of_the_numbers_a_figure_could_be_only_the_one_that_makes_most_checks_hold_is_named():
    facts = [
        fact("d/t/a/x", "10"),
        fact("d/t/b/x", "300"),
        fact("d/t/c/x", "900"),
        fact("d/t/total/x", "1310", is_total="yes"),
    ]
    facts += [fact(f"d/t/b/{place}", "30", unit="percent") for place in ("share", "again")]
    shares = [
        check(
            place,
            "discrepancy",
            "share",
            percent=[f"d/t/b/{place}"],
            part=["d/t/b/x"],
            whole=["d/t/c/x"],
        )
        for place in ("share", "again")
    ]
    total = check(0, "discrepancy", whole=["d/t/total/x"], parts=["d/t/a/x", "d/t/b/x", "d/t/c/x"])

    def of_c(checks):
        return [row[1:] for row in found(checks, facts) if row[0] == "d/t/c/x"]

    assert len(of_c(shares)) == 33  # 984 to 1,016 of which 300 are 30%
    assert of_c([*shares, total]) == [("1000", "d/share/share d/share/again d/total/0")]


def test_percentages_are_not_tried_and_numbers_stay_near_the_printed_one():
    far = str(10 + single_changes.REACH + 1)
    assert found(*totals("discrepancy", "discrepancy", wholes=(far, far))) == []
    checks, facts = totals("discrepancy", "discrepancy")
    assert found(checks, [{**one, "unit": "percent"} for one in facts]) == []


def test_no_number_below_nothing_is_tried():
    assert single_changes.near(number_of(fact("d/t/a/x", "2")))[:3] == [0, 1, 3]


def test_a_number_that_cannot_be_divided_by_mends_nothing():
    growth = check(
        0,
        "discrepancy",
        "change",
        percent=["d/t/growth/x"],
        **{"from": ["d/t/a/x"], "to": ["d/t/b/x"]},
    )
    facts = [fact("d/t/a/x", "1"), fact("d/t/b/x", "3"), fact("d/t/growth/x", "50", unit="percent")]
    tried = single_changes.Tried(growth, named_of(growth, facts))
    start = number_of(facts[0])
    assert not single_changes.holds(tried, single_changes.other(start, 0))
