"""What a number in a text probably is when it is no figure."""

import pytest

from scripts.importing.likely_reasons import is_part, lone_page, reason

SAID = [
    ("All staff are trained at Level 3 each year.", "3", "name_part"),
    ("Courses are given at Level 1, 2 and 3 in Northbridge.", "2", "name_part"),
    ("of the children were aged under 28", "28", "condition"),
    ("They replied within 15 working days.", "15", "condition"),
    ("They live in the 10% most deprived places.", "10", "condition"),
    ("She is one of the members.", "one", "figure_of_speech"),
    ("Once the plan was agreed, it was followed.", "Once", "figure_of_speech"),
    ("There are two main issues to settle.", "two", "small_list"),
    ("Diagram 9: Children at 16 in Northbridge", "16", "heading"),
    ("Diagram 9: Children at 16 in Northbridge", "9", "list_number"),
    ("44 | Northbridge Annual Report 2014/15", "44", "page_number"),
    ("44 | Northbridge Annual Report 2014/15", "15", "name_part"),
    ("Over the 12 month period they met often.", "12", "period"),
    ("The audit under section 175/157 was done.", "157", "law_or_guidance"),
    ("In 2013-14 the workshops were given.", "2013", "period"),
    ("The board was set up in 2013.", "2013", "running_date"),
    ("Score (out of 5):\t", "5", "label"),
    ("Over 4 days, 550 people came.", "4", ""),
    ("96 percent of Year 12 and 76% of Year 13", "76", ""),
]


@pytest.mark.parametrize(("text", "token", "said"), SAID)
def test_the_reason_of_a_number(text, token, said):
    start = text.index(token)
    assert reason(text, start, start + len(token)) == said


def test_one_of_those_counted_before_is_a_figure():
    text = "They did two audits, one of the police and one of the council."
    start = text.index("one")
    assert is_part(text, start, start + 3)
    assert not is_part("She is one of the members.", 7, 10)


def test_a_number_alone_on_a_line_is_a_page_only_among_others():
    assert lone_page(["words", "35", "words"]) == 2
    assert lone_page(["words", "1"]) == 0
    assert lone_page(["words", "1", "words", "2"]) == 0
