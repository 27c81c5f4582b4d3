"""Claims about words that nobody declared, found by rule among the answers of a document.

Parts that a text points to, names that are nearly the same, words of direction, target dates with
their events, what is said to happen so often with its dates, and how often one thing is said to
happen. What belongs together has the same subject.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from scripts.checks import RULES
from scripts.checks.reckoning.members import Named, answer_of
from scripts.reading.sources import Document
from scripts.register import alike_names
from scripts.register.claims import Claim, Row
from scripts.register.unclaimed import steps

REFERENCE, PART, NAME = "cross_reference", "document_part", "name_used"
TREND, DUE, EVENT, OFTEN = "trend", "action_due", "event_date", "meeting_frequency"
FREQUENCIES = ("training_frequency", "activity_frequency", OFTEN)
NUMBERS_GO, THINGS_GO = {"up", "down", "level"}, {"better", "not_better"}
ABOUT = ("subject", "area_id", "period_start", "period_end")
NOTE = "Found by rule; the document does not say it."
ByQuestion = dict[str, list[Row]]


def found(document: Document, answers: list[Row], declared: list[Claim]) -> list[Claim]:
    """The claims found among a document's own answers that none declared makes."""
    asked = by_question(answers)
    kinds = (references, names, directions, targets, dates, frequencies)
    claims = chain.from_iterable(kind(asked) for kind in kinds)
    made = (claim(document, rule, named) for rule, named in claims)
    known = [one for one in declared if one.document_id == document.id]
    return [one for one in made if not any(covers(other, one) for other in known)]


def by_question(answers: Iterable[Row]) -> ByQuestion:
    asked: ByQuestion = {}
    for answer in answers:
        asked.setdefault(answer["question_id"], []).append(answer)
    return asked


def references(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """Each part that the text points to, against all parts. Nothing where no part is listed."""
    parts = asked.get(PART, [])
    for reference in asked.get(REFERENCE, []) if parts else []:
        yield "leads_somewhere", {"reference": [reference], "parts": parts}


def names(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """Names that are nearly the same."""
    used = grouped(asked.get(NAME, []), ("subject",))
    for group in alike_names.groups(subject for (subject,) in used):
        yield "one_name", {"answers": [row for name in group for row in used[(name,)]]}


def directions(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """Words of direction for one thing in one time. More is not always better, so those two are
    told apart.
    """
    for rows in grouped(asked.get(TREND, []), ABOUT).values():
        for ways in (NUMBERS_GO, THINGS_GO):
            same = [row for row in rows if row["direction"] in ways]
            if len(same) > 1:
                yield "one_direction", {"answers": same}


def targets(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """The date that something was due, against the first date on which it happened."""
    events = grouped(filter(dated, asked.get(EVENT, [])), ("subject",))
    for target in filter(dated, asked.get(DUE, [])):
        happened = events.get((target["subject"],), [])
        if happened:
            first = min(happened, key=lambda event: event["period_start"])
            yield "kept_target", {"target": [target], "event": [first]}


def dates(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """How often a group is said to meet, against the dates that are listed."""
    events = grouped(filter(dated, asked.get(EVENT, [])), ("subject",))
    for often in asked.get(OFTEN, []):
        listed = events.get((often["subject"],), [])
        if len(listed) > 1:
            yield "once_each", {"often": [often], "dates": listed}


def frequencies(asked: ByQuestion) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """How often one thing is said to happen, where several places say it."""
    for question in FREQUENCIES:
        for rows in grouped(asked.get(question, []), ABOUT).values():
            if len(rows) > 1:
                yield "said_alike", {"answers": rows}


def grouped(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[tuple[str, ...], list[Row]]:
    """Rows with a subject, by these columns."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row["subject"]:
            found.setdefault(tuple(row[column] for column in columns), []).append(row)
    return found


def dated(row: Row) -> bool:
    return bool(row["period_start"] and row["period_end"])


def claim(document: Document, rule: str, named: dict[str, list[Row]]) -> Claim:
    """Its id is made from the address of its first answer."""
    first = next(iter(named.values()))[0]
    name = steps(first, document)
    facts = Named({word: [answer_of(row) for row in rows] for word, rows in named.items()})
    check_id = f"{document.id}/{rule.replace('_', '-')}/found-{name}"
    return Claim(check_id, document.id, rule, facts, note=NOTE)


def covers(declared: Claim, made: Claim) -> bool:
    """Whether a declared claim by the same rule has all answers of the first part already."""
    word = RULES[made.rule].parts[0].word
    theirs = {answer.fact_id for answer in declared.named.answers(word)}
    return declared.rule == made.rule and ids(made, word) <= theirs


def ids(made: Claim, word: str) -> set[str]:
    return {answer.fact_id for answer in made.named.answers(word)}
