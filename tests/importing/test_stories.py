"""Stories about people are left out from their heading to the next section, and no further."""

from scripts.importing.stories import story_lines

REPORT = [
    "Contents",
    "Case study\t3",
    "How many referrals\t4",
    "Case study",
    "A child of 9 came to Northbridge.",
    "What happened next",
    "After 2 years she left.",
    "How many referrals",
    "There were 540 referrals.",
]


def test_a_story_ends_at_the_next_title_of_the_contents():
    assert story_lines(REPORT, {1, 2, 3}) == {4, 5, 6, 7}


def test_without_contents_it_ends_at_a_title_that_is_no_part_of_it():
    texts = ["Case study 1", "Background", "She was 9.", "Outcome", "Well.", "Referrals", "540"]
    assert story_lines(texts, set()) == {1, 2, 3, 4, 5}


def test_a_sentence_that_speaks_of_case_studies_begins_none():
    assert story_lines(["We chose three case studies from the year.", "540"], set()) == set()
