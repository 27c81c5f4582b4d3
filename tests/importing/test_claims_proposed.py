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


def rules(tables, beside=None):
    return {
        (each.rule, each.whole.printed, tuple(part.printed for part in each.parts))
        for each in proposed(tables, beside)
    }


def prose(*numbers):
    columns = ["line", "row", "measure", "value_as_published"]
    rows = [(line, f"number-{line}-{number}", "", number) for line, number in numbers]
    return columns, [dict(zip(columns, row, strict=True)) for row in rows]


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


ATTENDANCE = ["line", "body", "may", "june", "july", "came", "share"]


def attendance(*rows):
    return [dict(zip(ATTENDANCE, row, strict=True)) for row in rows]


MARKS = attendance(
    ("4", "Police", "YES", "NO", "YES", "2", "67%"),
    ("5", "Council", "YES", "YES", "YES", "3", "100%"),
    ("6", "Trust", "NO", "NO", "YES", "1", "33%"),
)


def test_counts_and_shares_of_marks_are_proposed():
    found = rules({"attendance": (ATTENDANCE, MARKS)})
    assert {("count_of", "2", ()), ("share_of_rows", "67%", ())} <= found


def test_numbers_that_are_no_counts_of_the_marks_are_not_proposed():
    rows = [{**row, "came": "7", "share": "11%"} for row in MARKS]
    assert not {rule for rule, _, _ in rules({"attendance": (ATTENDANCE, rows)})} & {
        "count_of",
        "share_of_rows",
    }


def test_a_percentage_of_one_column_in_another_is_a_share():
    columns = ["line", "body", "came", "expected", "percent"]
    rows = [("4", "A", "3", "4", "75%"), ("5", "B", "1", "2", "50%"), ("6", "C", "2", "8", "25%")]
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    assert ("share", "75%", ("3", "4")) in rules({"attendance": (columns, made)})


def test_a_cost_of_one_is_proposed():
    columns = ["line", "course", "cost", "people", "each"]
    rows = [("4", "First", "£750", "20", "£37.50"), ("5", "Next", "£600", "20", "£30.00")]
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    assert ("unit_cost", "£37.50", ("£750", "20")) in rules({"costs": (columns, made)})


def test_a_total_of_the_columns_right_before_it():
    columns = ["line", "source", "jan", "feb", "mar", "total"]
    rows = [("4", "A", "5", "1", "2", "3"), ("5", "B", "6", "2", "4", "6")]
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    assert ("total", "3", ("1", "2")) in rules({"referrals": (columns, made)})


def test_a_named_total_at_the_end_is_held_against_its_parts_however_far_off():
    rows = table(("4", "A", "50", ""), ("5", "B", "70", ""), ("6", "Total", "300", ""))
    assert ("total", "300", ("50", "70")) in rules({"referrals": (COLUMNS, rows)})


def test_totals_and_shares_in_sentences_close_together():
    found = rules({"prose": prose(("4", "178"), ("4", "46"), ("5", "224"), ("6", "79.5%"))})
    assert ("total", "224", ("178", "46")) in found
    assert ("share", "79.5%", ("178", "224")) in found


def test_numbers_that_the_words_compare_are_proposed_and_others_not():
    numbers = {"prose": prose(("4", "882"), ("4", "578"))}
    beside = {"1": "It fell from 882 to 578.", "2": "It fell from 882 to 578."}
    assert ("higher", "882", ("578",)) in rules(numbers, beside)
    assert rules(numbers, {"1": "882 and 578 came.", "2": "882 and 578 came."}) == set()


def test_a_sum_of_a_column_that_a_sentence_prints():
    rows = table(("4", "2019", "50", ""), ("5", "2020", "33", ""))
    found = rules({"referrals": (COLUMNS, rows), "prose": prose(("9", "83"))})
    assert ("total", "83", ("50", "33")) in found


def test_a_table_that_never_exceeds_another_of_the_same_labels():
    columns = ["line", "year", "cases"]
    all_of, some = [("1", "A", "9"), ("2", "B", "8"), ("3", "C", "7")], [("5", "A", "4")]
    some += [("6", "B", "5"), ("7", "C", "1")]
    tables = {
        name: (columns, [dict(zip(columns, row, strict=True)) for row in rows])
        for name, rows in {"all": all_of, "some": some}.items()
    }
    assert ("at_most", "4", ("9",)) in rules(tables)


def test_a_number_that_cannot_be_read_is_claimed_like_those_beside_it():
    rows = [*MARKS, *attendance(("7", "Board", "YES", "NO", "NO", "ო", "%E"))]
    found = rules({"attendance": (ATTENDANCE, rows)})
    assert {("count_of", "ო", ()), ("share_of_rows", "%E", ())} <= found
    columns = ["line", "body", "came", "expected", "percent"]
    shares = [("4", "A", "3", "4", "75%"), ("5", "B", "1", "2", "50%"), ("6", "C", "2", "I", "25%")]
    made = [dict(zip(columns, row, strict=True)) for row in shares]
    assert ("share", "25%", ("2", "I")) in rules({"attendance": (columns, made)})


def test_words_among_words_are_no_numbers_that_cannot_be_read():
    rows = [{**row, "came": "none", "share": "some"} for row in MARKS]
    assert rules({"attendance": (ATTENDANCE, rows)}) == set()


def test_a_total_of_some_of_the_columns_before_it_may_be_of_another_time():
    columns = ["line", "source", "jan", "feb", "mar", "total"]
    rows = [("4", "A", "5", "1", "2", "3"), ("5", "B", "6", "2", "4", "6")]
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    assert ("periods_match", "3", ("5", "2")) in rules({"referrals": (columns, made)})
    whole = [{**row, "total": str(int(row["total"]) + int(row["jan"]))} for row in made]
    assert "periods_match" not in {rule for rule, *_ in rules({"referrals": (columns, whole)})}


def test_a_part_of_a_number_on_its_line_where_words_say_of_what():
    numbers = {"prose": prose(("4", "110"), ("4", "72"), ("5", "60"))}
    assert ("at_most", "72", ("110",)) in rules(numbers, {"2": "72 of them answered"})
    assert rules(numbers, {"2": "72 more came later"}) == set()


def test_percentages_of_a_table_that_a_number_above_it_can_give():
    columns = ["line", "need", "share"]
    rows = [("9", "A", "12.5%"), ("10", "B", "37.5%"), ("11", "C", "50.0%")]
    grid = (columns, [dict(zip(columns, row, strict=True)) for row in rows])
    found = rules({"needs": grid, "prose": prose(("6", "48"), ("3", "80"))})
    assert ("possible_share", "12.5%", ("48",)) in found
    assert ("possible_share", "12.5%", ("80",)) not in found  # a line further up
    assert "possible_share" not in {
        rule for rule, *_ in rules({"needs": grid, "prose": prose(("6", "41"))})
    }


def test_percentages_a_few_lines_apart_that_the_words_compare():
    numbers = {"prose": prose(("4", "28%"), ("6", "3"), ("8", "25%"))}
    assert ("higher", "28%", ("25%",)) in rules(numbers, {"1": "28%, above the region"})
    far = {"prose": prose(("4", "28%"), ("6", "3"), ("18", "25%"))}
    assert "higher" not in {rule for rule, *_ in rules(far, {"1": "28%, above the region"})}
