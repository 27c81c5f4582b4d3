"""Each row of numbers.csv has a line, a numeral and a reason that is known; and shows no digits of
a contact or a story.
"""

from collections.abc import Iterator

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.proof.accounts import LINE_NUMBER
from scripts.reading import printed
from scripts.reading.facts import Facts
from scripts.reading.sources import NUMBERS
from scripts.validations.known_terms import unknown
from scripts.validations.refusal import NORTHBRIDGE, Refusal

FILE = f"{NORTHBRIDGE}/{NUMBERS}"
REFUSES = [
    Refusal(FILE, "1,1234", "a,1234", "row 1, column 'line': line 'a' is not a number"),
    Refusal(FILE, "14,2,", "94,2,", "row 16, column 'line': line '94' is not there"),
    Refusal(FILE, "1,1234", "1,", "row 1, column 'token': has no numeral"),
    Refusal(FILE, "reference_number", "?", "row 1, column 'reason': '?' is not in"),
    Refusal(FILE, "##", "12", "row 4, column 'token': repeats the digits"),
]


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    file = f"{facts.document.folder}/{NUMBERS}"
    last = int(facts.document.descriptor["document"]["text_lines"])
    for number, row in enumerate(facts.document.numbers, start=1):
        for column, wrong in _wrong(row, last, vocabulary):
            yield Problem(file, f"row {number}, column {column!r}", *wrong)


def _wrong(row: dict[str, str], last: int, vocabulary: Vocabulary) -> Iterator[tuple[str, Wrong]]:
    """What is wrong with a row, by column. `last` is the last line of the text."""
    how = "Write the line of the text, the first being 1"
    if not LINE_NUMBER.fullmatch(row["line"]):
        yield "line", Wrong(f"line {row['line']!r} is not a number", how)
    elif int(row["line"]) > last:
        yield "line", Wrong(f"line {row['line']!r} is not there: the text has {last}", how)
    elif not row["token"]:
        yield "token", Wrong("has no numeral", "Write it as printed, or remove the row")
    else:
        yield from _wrong_reason(row, vocabulary)


def _wrong_reason(row: dict[str, str], vocabulary: Vocabulary) -> Iterator[tuple[str, Wrong]]:
    strange = unknown(row["reason"], "number_reasons", vocabulary)
    if strange:
        yield "reason", strange
    hidden = vocabulary["number_reasons"].get(row["reason"], {}).get("masked") == "yes"
    if hidden and row["token"] != printed.masked(row["token"]):
        what = "repeats the digits of a contact detail or personal story"
        yield "token", Wrong(what, "Write # for each digit")
