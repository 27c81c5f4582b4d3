"""Sums, shares and repeats of a draft's numbers are proposed, and nothing is where the numbers
don't say it.
"""

import pytest

from scripts.importing.claims_proposed import proposed

COLUMNS = ["line", "source", "count", "percent"]


def table(*rows):
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


SHARES = table(
    ("4", "Schools", "50", "25%"),
    ("5", "Police", "150", "75%"),
    ("6", "Total", "200", "100%"),
)


def rules(tables):
    return {
        (each.rule, each.whole.printed, tuple(part.printed for part in each.parts))
        for each in proposed(tables)
    }


def test_a_total_and_shares_of_it_are_proposed():
    found = rules({"referrals": (COLUMNS, SHARES)})
    assert ("total", "200", ("50", "150")) in found
    assert ("share", "25%", ("50", "200")) in found
    assert ("shares_add_up", "100%", ("25%", "75%")) in found


def test_a_named_total_is_proposed_though_it_differs_a_little():
    rows = [{**row} for row in SHARES]
    rows[2]["count"] = "201"
    assert ("total", "201", ("50", "150")) in rules({"referrals": (COLUMNS, rows)})


def test_numbers_that_make_no_sum_are_not_proposed():
    rows = table(("4", "A", "50", ""), ("5", "B", "70", ""), ("6", "C", "90", ""))
    assert rules({"referrals": (COLUMNS, rows)}) == set()


def test_a_table_that_adds_up_two_others_is_proposed_cell_by_cell():
    one = table(("1", "A", "1", ""), ("2", "B", "2", ""), ("3", "C", "4", ""))
    two = table(("5", "A", "10", ""), ("6", "B", "20", ""), ("7", "C", "40", ""))
    both = table(("9", "A", "11", ""), ("10", "B", "22", ""), ("11", "C", "44", ""))
    found = rules({name: (COLUMNS, rows) for name, rows in {"x": one, "y": two, "z": both}.items()})
    assert ("total", "22", ("2", "20")) in found


@pytest.mark.parametrize(("printed", "is_said"), [("200", True), ("20", False)])
def test_a_long_number_in_two_places_is_a_repeat(printed, is_said):
    columns = ["line", "row", "measure", "value_as_published"]
    prose = [dict(zip(columns, ("9", "a", "", printed), strict=True))]
    rows = table(("4", "A", printed, ""), ("5", "B", "31", ""))
    found = rules({"referrals": (COLUMNS, rows), "prose": (columns, prose)})
    assert (("same", printed, (printed,)) in found) == is_said
