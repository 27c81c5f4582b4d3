"""Notes above a table are no rows of it, merged headings become one row, and a row of numbers never
becomes a heading.
"""

from scripts.importing.extraction import Grid
from scripts.importing.grid_headings import one_heading_row, over_pages, without_notes


def grid(*rows, title=""):
    return Grid(tuple(rows), tuple((number, number) for number in range(1, len(rows) + 1)), title)


def test_notes_above_a_table_are_its_title():
    found = without_notes(grid(("Referrals", ""), ("From", "2019"), ("Schools", "1")))
    assert (found.rows[0], found.title, found.lines[0]) == (("From", "2019"), "Referrals", (2, 2))


def test_a_merged_heading_is_said_of_each_column_under_it():
    found = one_heading_row(
        grid(
            ("From", "2019", "", "2020"), ("", "Boys", "Girls", "Boys"), ("Schools", "1", "2", "3")
        )
    )
    assert found.rows[0] == ("From", "2019 Boys", "2019 Girls", "2020 Boys")
    assert found.lines[0] == (1, 2)


def test_a_row_of_small_numbers_is_no_heading():
    rows = grid(("From", "2019/20", "2020/21"), ("Health", "60", "50"), ("All", "60", "50"))
    assert one_heading_row(rows) == rows


def test_numbers_that_look_like_years_are_no_heading_where_nothing_is_merged():
    rows = grid(("From", "Boys", "Girls"), ("Health", "2019", "1950"), ("All", "2019", "1950"))
    assert one_heading_row(rows) == rows


def test_a_table_that_goes_on_with_the_same_headings_is_one():
    first, second = grid(("From", "2019"), ("A", "1")), grid(("From", "2019"), ("B", "2"))
    (whole,) = over_pages([first, second])
    assert whole.rows == (("From", "2019"), ("A", "1"), ("B", "2"))
    assert len(over_pages([first, grid(("From", "2020"), ("B", "2"))])) == 2
