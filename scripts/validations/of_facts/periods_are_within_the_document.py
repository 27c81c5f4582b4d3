"""A period that nothing printed dates lies within the document's, or is flagged; and none is
flagged that does.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading import periods, time_words
from scripts.reading.answers import Answers
from scripts.reading.facts import Facts
from scripts.reading.figures import Figures, given_flags
from scripts.reading.periods import Period
from scripts.validations.places import of_word
from scripts.validations.refusal import NORTHBRIDGE, SOUTHMERE, Refusal

OUTSIDE = "outside_document_period"
REFUSES = [
    Refusal(
        f"{SOUTHMERE}/prose.csv",
        "2020-04/2021-03,2020/21",
        "2020-04/2021-03,lately",
        "is outside the document's, and the printed words 'lately' name no time",
    ),
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "from 2019/20 to 2020/21,",
        "lately,outside_document_period",
        "is flagged `outside_document_period`, and its period '2019-04/2021-03' is within",
    ),
]
FLAG_IT = f"Correct the period; or, if the words lead there, add the flag `{OUTSIDE}`"
LEAVE_IT = "Correct the period, or leave it empty"


class Said(NamedTuple):
    """What the cells say of a time: the code and its period, the printed words, and whether it is
    flagged.
    """

    code: str
    period: Period
    words: str
    is_flagged: bool


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    stated = _stated(facts)
    for read, cure in ((facts.of_figures, FLAG_IT), (facts.of_answers, LEAVE_IT)):
        times = _said(read)
        wrong = {said: _fault(said, stated, cure) for said in set(times)}
        for cell, said in enumerate(times):
            fault = wrong[said]
            if fault:
                word = "flags" if said.is_flagged else "period"
                yield Problem(*of_word(read.cells, cell, word), *fault)


def _stated(facts: Facts) -> list[tuple[str, str]]:
    """The first and last days of the document's period and of its date, where it states them."""
    about = facts.document.descriptor["document"]
    whole = periods.parse(about["period"])
    stated = [(whole.start, whole.end), (about["date"], about["date"])]
    return [days for days in stated if days[0]]


def _said(read: Figures | Answers) -> list[Said]:
    words = [row.period_as_published for row in read.rows]
    flagged = [OUTSIDE in flags for flags in given_flags(read.cells)]
    return list(map(Said, read.times.codes, read.times.periods, words, flagged))


def _fault(said: Said, stated: list[tuple[str, str]], cure: str) -> Wrong | None:
    needed = bool(said.period.start) and not time_words.name_a_time(said.words)
    needed = needed and not _is_within(said.period, stated)
    if needed and not said.is_flagged:
        what = (
            f"the period {said.code!r} is outside the document's, and the printed words "
            f"{said.words!r} name no time that is understood"
        )
        return Wrong(what, cure)
    if said.is_flagged and not needed:
        what = (
            f"is flagged `{OUTSIDE}`, and its period {said.code!r} is within the document's, or "
            "is printed"
        )
        return Wrong(what, "Correct the period, or remove the flag")
    return None


def _is_within(period: Period, stated: list[tuple[str, str]]) -> bool:
    """Whether a period lies within what a document states; which may be nothing."""
    return not stated or any(start <= period.start and period.end <= end for start, end in stated)
