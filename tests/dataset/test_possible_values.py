"""Only possible values: what is no number, no day, no line or out of range is refused by name, in
every place where people write one.
"""

import pytest

from scripts.reading import tidy
from tests.dataset.spoil import NORTHBRIDGE, describe
from tests.dataset.test_bad_input import both, cell, word

promise = pytest.mark.promise("A value that is not possible is refused by name")
REFERRALS, PROSE = f"{NORTHBRIDGE}/referrals-by-source.csv", f"{NORTHBRIDGE}/prose.csv"
ANSWERS, NUMBERS = f"{NORTHBRIDGE}/answers.csv", f"{NORTHBRIDGE}/numbers.csv"
NORTH = f"{NORTHBRIDGE}/datapackage.json"
VOCABULARY = "data/vocabulary"


OTHER_DIGITS = {  # a place where people write digits, once with those of another script
    "a cell of a table": (cell(REFERRALS, "Police,90", "Police,9٠"), REFERRALS),
    "a cell in full-width digits": (cell(REFERRALS, "Police,90", "Police,９０"), REFERRALS),
    "a cell in mathematical digits": (cell(REFERRALS, "Police,90", "Police,𝟗𝟎"), REFERRALS),
    "a number in a sentence": (cell(PROSE, "£480", "£48٠"), PROSE),
    "a percentage": (cell(REFERRALS, "33.3%", "33.٣%"), REFERRALS),
    "the line of a row": (cell(REFERRALS, "8,Police", "٨,Police"), REFERRALS),
    "the line of a numeral": (cell(NUMBERS, "1,1234", "١,1234"), NUMBERS),
    "a period": (cell(PROSE, "11%,,2019-04/2021-03", "11%,,2٠19-04/2021-03"), PROSE),
    "the date of a document": (word(NORTHBRIDGE, document__date="2021-05-1٤"), NORTH),
    "the period of a document": (word(NORTHBRIDGE, document__period="٢019-04/2021-03"), NORTH),
    "the line of the licence": (word(NORTHBRIDGE, document__licence_line="2٣"), NORTH),
    "a control sum": (
        word(NORTHBRIDGE, resources__1__control={"value_as_published": "54٨"}),
        NORTH,
    ),
    "a meaning": (
        both(
            cell(REFERRALS, "Police,90", "Police,ninety-ish"),
            word(NORTHBRIDGE, resources__0__schema__fields__2__means={"ninety-ish": "9٠"}),
        ),
        NORTHBRIDGE,
    ),
}
VALUES = {
    "a count below nothing": (cell(REFERRALS, "Police,90", "Police,-90"), REFERRALS),
    "a count that is no whole number": (cell(REFERRALS, "Police,90", "Police,90.5"), REFERRALS),
    "a count of ninety digits": (cell(REFERRALS, "Police,90", f"Police,{'9' * 90}"), REFERRALS),
    "a count in scientific form": (cell(REFERRALS, "Police,90", "Police,9e1"), REFERRALS),
    "a count that is not a number": (cell(REFERRALS, "Police,90", "Police,NaN"), REFERRALS),
    "a count without an end": (cell(REFERRALS, "Police,90", "Police,Infinity"), REFERRALS),
    "a count of a computer": (cell(REFERRALS, "Police,90", "Police,0x5A"), REFERRALS),
    "a count with a line under it": (cell(REFERRALS, "Police,90", "Police,9_0"), REFERRALS),
    "a percentage over a hundred": (cell(REFERRALS, "33.3%", "1100%"), REFERRALS),
    "a percentage below nothing": (cell(REFERRALS, "33.3%", "-33.3%"), REFERRALS),
    "money below nothing": (cell(PROSE, "£480", "£-480"), PROSE),
    "money in front of its sign": (cell(PROSE, "£480", "-£480"), PROSE),
    "more money than there is": (cell(PROSE, "£480", "£480,000,000,000,000"), PROSE),
    "a day that no month has": (word(NORTHBRIDGE, document__date="2021-02-30"), NORTH),
    "a month that no year has": (word(NORTHBRIDGE, document__period="2019-13/2021-03"), NORTH),
    "a year that is none of ours": (word(NORTHBRIDGE, document__date="3021-05-14"), NORTH),
    "a day that is not the printed one": (word(NORTHBRIDGE, document__date="2021-05-15"), NORTH),
    "a month that is not the printed one": (word(NORTHBRIDGE, document__date="2021-06-14"), NORTH),
    "a period that is not the printed one": (
        cell(PROSE, "11%,,2019-04/2021-03", "11%,,2018-04/2021-03"),
        PROSE,
    ),
    "a line before the first": (cell(REFERRALS, "8,Police", "0,Police"), REFERRALS),
    "a line below nothing": (cell(REFERRALS, "8,Police", "-8,Police"), REFERRALS),
    "a line after the last": (cell(REFERRALS, "10,All", "24,All"), REFERRALS),
    "a line of a numeral after the last": (cell(NUMBERS, "14,2,", "94,2,"), NUMBERS),
    "a table after the last line": (word(NORTHBRIDGE, resources__0__lines=[4, 99]), NORTH),
    "lines that end before they start": (word(NORTHBRIDGE, resources__0__lines=[10, 4]), NORTH),
    "a gap after the last line": (word(NORTHBRIDGE, gaps__0__lines=[21, 99]), NORTH),
    "a licence after the last line": (word(NORTHBRIDGE, document__licence_line="99"), NORTH),
}
CHARACTERS = {
    "a title with what cannot be seen": (word(NORTHBRIDGE, title="North\u200bbridge"), NORTH),
    "a title that turns round": (word(NORTHBRIDGE, title="North\u202ebridge"), NORTH),
    "a title of spaces": (word(NORTHBRIDGE, title="   "), NORTH),
    "a title of mixed scripts": (word(NORTHBRIDGE, title="Nоrthbridge"), NORTH),
    "a label of mixed scripts": (cell(REFERRALS, "Police", "Pоlice"), REFERRALS),
    "a note in private characters": (cell(PROSE, "Those that", "Those\ue000 that"), PROSE),
    "a term of mixed scripts": (
        cell(f"{VOCABULARY}/topics.csv", "Training,", "Trаining,"),
        f"{VOCABULARY}/topics.csv",
    ),
}
CASES = OTHER_DIGITS | VALUES | CHARACTERS


@promise
@pytest.mark.parametrize("name", CASES)
def test_what_is_not_possible_is_refused_by_name(miniature, name):
    spoil, file = CASES[name]
    spoil(miniature)
    told = [str(problem) for problem in tidy.make(miniature).problems]
    assert any(line.startswith(file) for line in told), told


def test_what_lies_outside_its_range_stands_with_a_flag_that_readers_see(miniature):
    spoil = cell(PROSE, "£480,,,,period_not_stated", "£-480,,,,period_not_stated unusual_number")
    spoil(miniature)
    describe(miniature / NORTHBRIDGE, resources__1__control__value_as_published="-412")
    made = tidy.make(miniature)
    assert not [problem for problem in made.problems if "possible" in problem.what]
