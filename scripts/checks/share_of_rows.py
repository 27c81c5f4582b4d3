"""A percentage of things listed: the answers that count, out of all that could."""

from collections.abc import Mapping
from datetime import date

from scripts.checks.reckoning.examples import (
    dated,
    differs,
    holds,
    listed,
    not_recomputed,
    percents,
)
from scripts.checks.reckoning.members import Answer, Named
from scripts.checks.reckoning.outcome import Outcome, counted, percentage, rounds_to
from scripts.checks.reckoning.rule import ANSWERS, HUNDRED, Codes, CodeWord, Part, Rule, Said, Step

UNREADABLE = "unreadable"


def choose(named: Named, codes: Mapping[str, Codes]) -> Named | None:
    """The answers that count as `part`, all that could as `whole`. None where one cannot be read,
    or where there is none.
    """
    rows = named.answers("rows")
    if "per" in codes:
        rows = once_a_day(rows, codes["answer"])
    part = [answer for answer in rows if answer.code in codes["answer"]]
    whole = [answer for answer in rows if answer.code in codes["of"]]
    if not whole or any(answer.code == UNREADABLE for answer in rows):
        return None
    return Named({"percent": named.all("percent"), "part": part, "whole": whole})


def once_a_day(rows: list[Answer], wanted: Codes) -> list[Answer]:
    """One answer a day: one that counts if there is any, else one that cannot be read, since it
    might count.
    """
    days: dict[date | None, list[Answer]] = {}
    for answer in rows:
        days.setdefault(answer.start, []).append(answer)
    return [min(found, key=lambda one: rank(one, wanted)) for found in days.values()]


def rank(answer: Answer, wanted: Codes) -> tuple[bool, bool]:
    return answer.code not in wanted, answer.code != UNREADABLE


def reckon(named: Named) -> Outcome:
    part, whole = counted(len(named.all("part"))), counted(len(named.all("whole")))
    return rounds_to(named.number("percent"), percentage(part, whole))


def sentence(words: Said) -> str:
    return (
        f"{words['printed']} is printed. "
        f"{words['part']} out of {words['whole']} is {words['recomputed']}."
    )


OF_YES = {"answer": ("yes",), "of": ("yes", "no")}
BY_DAY = OF_YES | {"per": ("day",)}
MONDAY, TUESDAY = "2020-01-06", "2020-01-07"
RULE = Rule(
    title="Percentage of the things listed",
    definition=(
        "The answers that count are divided by all that could, and compared with the printed "
        "percentage."
    ),
    parts=(Part("percent"), Part("rows", ANSWERS, many=True)),
    codes=(CodeWord("answer"), CodeWord("of"), CodeWord("per", optional=True, only="day")),
    choose=choose,
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "part"), Step("÷", "whole"), Step("×", HUNDRED)),
    printed="percent",
    unit="percent",
    counts={"part": "answers that count", "whole": "answers in all"},
    examples=(
        holds(OF_YES, percent=percents("67"), rows=listed("yes", "yes", "no", "not_applicable")),
        holds(OF_YES, percent=percents("0"), rows=listed("no", "no")),
        differs(OF_YES, percent=percents("66"), rows=listed("yes", "yes", "no")),
        differs(OF_YES, percent=percents("50"), rows=listed("yes", "yes", "no")),
        not_recomputed(OF_YES, percent=percents("50"), rows=listed("yes", "no", UNREADABLE)),
        not_recomputed(OF_YES, percent=percents("50"), rows=listed("not_applicable")),
        holds(
            BY_DAY,
            percent=percents("50"),
            rows=[
                *dated(MONDAY, MONDAY, "no"),
                *dated(MONDAY, MONDAY, "yes"),
                *dated(TUESDAY, TUESDAY, "no"),
            ],
        ),
        differs(
            BY_DAY,
            percent=percents("67"),
            rows=[*dated(MONDAY, MONDAY), *dated(TUESDAY, TUESDAY, "no")],
        ),
        holds(
            BY_DAY,
            percent=percents("100"),
            rows=[*dated(MONDAY, MONDAY, UNREADABLE), *dated(MONDAY, MONDAY)],
        ),
        not_recomputed(
            BY_DAY,
            percent=percents("50"),
            rows=[*dated(MONDAY, MONDAY), *dated(TUESDAY, TUESDAY, UNREADABLE)],
        ),
    ),
)
