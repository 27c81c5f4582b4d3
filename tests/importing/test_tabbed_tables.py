"""Tables between tabs: marks beside counts, two side by side, two numbers in a cell, words with
several numbers.
"""

from scripts.importing import plain_tables, tabbed_tables, worded_cells
from scripts.importing.extraction import Line


def lines(*texts):
    return [Line(text, 1) for text in texts]


def test_marks_beside_counts_are_one_table():
    found = lines(
        "Body\tMay\tJune\tMeetings\tShare",
        "Northbridge Council\tYES\tNO\t1\t50%",
        "Southwold Trust\tYES\tYES\t2\t100%",
        "",
    )
    (grid,) = tabbed_tables.grids(found, set())
    assert grid.rows[0] == ("Body", "May", "June", "Meetings", "Share")
    assert grid.rows[2] == ("Southwold Trust", "YES", "YES", "2", "100%")
    assert grid.lines == ((1, 1), (2, 2), (3, 3))


def test_two_tables_side_by_side_are_two():
    found = lines(
        "Children by need\t\tChildren by age\t",
        "Need\tShare\tAge\tShare",
        "Neglect\t40%\t0 - 3\t25%",
        "Other\t60%\t4 - 11\t70%",
        "\t\t12 +\t5%",
    )
    need, age = tabbed_tables.grids(found, set())
    assert need.rows == (("Need", "Share"), ("Neglect", "40%"), ("Other", "60%"))
    assert need.title == "Children by need"
    assert age.rows[1:] == (("0 - 3", "25%"), ("4 - 11", "70%"), ("12 +", "5%"))
    assert age.title == "Children by age"
    assert age.lines[-1] == (5, 5)


def test_two_numbers_in_a_cell_are_two_columns_of_one_heading():
    found = lines("Body\tMay\tCame", "Council\tYES\t1 2", "Trust\tYES\t2 2", "Police\tNO\t0")
    (grid,) = tabbed_tables.grids(found, set())
    assert grid.rows[0] == ("Body", "May", "Came", "Came")
    assert grid.rows[1] == ("Council", "YES", "1", "2")
    assert grid.rows[3] == ("Police", "NO", "0", "")


def test_two_numbers_that_ran_into_a_mark_get_the_cells_that_others_have():
    found = lines(
        "Body\tMay\tCame\tShare\t",
        "Council\tYES\t1 2\t50%\t",
        "Trust\tYES (2 2\t100%\t\t",
        "Police\tNO\t0 2\t0%\t",
    )
    (grid,) = tabbed_tables.grids(found, set())
    assert grid.rows[2] == ("Trust", "YES", "2", "2", "100%")


def test_a_number_that_ran_into_a_mark_stays_where_no_cell_is_free():
    assert tabbed_tables.apart(["Trust", "YES 2 2", "100%"]) == ("Trust", "YES 2 2", "100%")


def test_sentences_between_tabs_are_no_table_of_figures():
    words = "Review the plan for children who are missing\tDecember 2020\tHead of the service"
    assert list(tabbed_tables.grids(lines("Action\tDate\tLead", words, words), set())) == []


def test_a_table_of_numbers_is_left_to_plain_tables():
    found = lines("Need\tMay\tJune", "Neglect\t4\t5", "Other\t6\t7")
    assert list(tabbed_tables.grids(found, set())) == []
    (grid,) = plain_tables.grids(found, set())
    assert grid.rows == (("Need", "May", "June"), ("Neglect", "4", "5"), ("Other", "6", "7"))


def test_numbers_in_the_same_words_row_after_row_are_columns():
    found = lines(
        "Course\tCost",
        "First steps\t£750 a session for 20 people",
        "Next steps\t£600 a session for 12 people",
    )
    (grid,) = worded_cells.grids(found, set())
    assert grid.rows[0] == ("Course", "Cost", "Cost")
    assert grid.rows[1:] == (("First steps", "£750", "20"), ("Next steps", "£600", "12"))


def test_cells_in_different_words_are_no_columns():
    found = lines("First\t£750 a session for 20 people", "Next\tfrom 3 to 12 people")
    assert list(worded_cells.grids(found, set())) == []


def test_a_label_over_two_lines_is_one_row():
    found = lines("Outcome\tCases", "Closed\t4", "Passed on\t", "to others\t6", "All\t10")
    (grid,) = plain_tables.grids(found, set())
    assert grid.rows[2] == ("Passed on to others", "6")
    assert grid.lines[2] == (3, 4)


def test_a_row_may_say_that_there_is_no_number_and_its_label_may_be_a_year():
    found = lines("2016 = No data", "", "2017 = 48", "", "2018/19 = 74", "")
    (grid,) = plain_tables.grids(found, set())
    assert grid.rows[1:] == (("2016", "No data"), ("2017", "48"), ("2018/19", "74"))


def test_a_number_that_ran_into_a_mark_stands_in_the_empty_cell_after_it():
    found = lines("Body\tMay\tCame\tShare", "Council\tYES 2\t\t50%", "Trust\tYES\t4\t100%")
    (grid,) = tabbed_tables.grids(found, set())
    assert grid.rows[1] == ("Council", "YES", "2", "50%")
