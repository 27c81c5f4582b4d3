"""Measures are suggested by printed words, less by what stands round them, never against a sign."""

from scripts.importing import drafting
from scripts.importing.extraction import Extraction, Grid, Line
from scripts.importing.suggestions import Suggester
from scripts.model.terms import Vocabulary

MEASURES = {
    "referrals": {"title": "Referrals", "definition": "Referrals of children.", "unit": "count"},
    "referrals_percent": {
        "title": "Referrals, share",
        "definition": "A share of the referrals.",
        "unit": "percent",
    },
    "visits": {"title": "Visits", "definition": "How often a house was visited.", "unit": "count"},
}


def drafted(*texts):
    lines = tuple(Line(text, 1) for text in texts)
    rows = tuple(tuple(text.split("\t")) for text in texts)
    spans = tuple((number, number) for number in range(1, len(texts) + 1))
    grid = Grid(rows, spans)
    return drafting.table("t", grid, Extraction(lines, (grid,)), Suggester(MEASURES), Vocabulary())


def test_a_sign_says_the_unit():
    choices = Suggester(MEASURES).choices("Referrals", "40%")
    assert choices[0].term == "referrals_percent"


def test_words_of_the_context_count_less_than_printed_ones():
    choices = Suggester(MEASURES).choices("visits", context="referrals")
    assert [choice.term for choice in choices[:2]] == ["visits", "referrals"]


def test_rows_whose_labels_have_a_sign_get_measures_of_their_own():
    descriptor, columns, rows = drafted("Referrals\tMay\tJune", "Police\t4\t6", "% Police\t40\t60")
    assert columns[-1] == "measure"
    assert rows[0]["measure"].startswith("?referrals ")
    assert rows[1]["measure"].startswith("?referrals_percent ")
    assert {"name": "measure", "type": "string"} in descriptor["schema"]["fields"]


def test_rows_alike_have_the_measure_of_their_columns():
    descriptor, columns, _ = drafted("Referrals\tMay\tJune", "Police\t4\t6", "Schools\t5\t7")
    assert "measure" not in columns
    assert descriptor["every_figure"]["measure"].startswith("?referrals")


def test_one_cell_with_a_sign_makes_no_column_of_percentages():
    descriptor, _, _ = drafted(
        "Referrals\tMay\tJune", "Police\t4\t6", "Schools\t5%\t7", "All\t9\t8"
    )
    assert descriptor["every_figure"]["measure"].startswith("?referrals ")


def test_columns_of_words_and_marks_are_no_figures():
    descriptor, _, _ = drafted(
        "Body\tRole\tMay\tReferrals", "Police\tHead of team\tYES\t1", "Council\tChair of it\tNO\t2"
    )
    role, may, came = descriptor["schema"]["fields"][2:]
    assert role["gives"] == "?label"
    assert may["gives"] == {"question": "?"}
    assert descriptor["every_figure"]["measure"].startswith("?referrals")


def test_a_table_under_a_question_is_called_by_its_headings():
    grid = Grid((("Year", "Referrals"), ("2019", "4")), ((2, 2), (3, 3)), "How many came?")
    assert drafting.title_of(grid) == "Referrals, Year"
    assert drafting.title_of(grid._replace(title="Children who came")) == "Children who came"
