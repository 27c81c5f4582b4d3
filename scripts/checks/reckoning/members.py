"""Who takes part in a check: numbers and answers, made from rows of the tidy tables, and the part
that each plays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scripts.checks.reckoning.interval import ENDLESS, Bound, Interval, between, point

ROUNDED = {"percent", "gbp_thousand"}  # units whose numbers were rounded before they were printed
NEARLY = Decimal("0.9")
THOUSAND = Decimal(1000)
TARGET = "target"
WITHHELD = {"c", "k"}  # markers: there is a number, and it is kept back


class Number(NamedTuple):
    """One number of a check. `known` is all that the print says of it; `value` the one number that
    is printed, if one is.

    `fact_id` is empty for a number that the claim itself brings, such as the 12 months of a year.
    `marker` says why no single number is printed.
    """

    fact_id: str
    value: Decimal | None
    known: Interval
    unit: str
    qualifier: str = ""
    kind: str = ""
    marker: str = ""
    is_total: bool = False
    start: date | None = None
    end: date | None = None

    @property
    def withheld(self) -> bool:
        """Whether the publisher keeps it back, and prints a limit at most."""
        return self.value is None and self.marker in WITHHELD

    @property
    def half_unit(self) -> Decimal:
        """Half of the last printed decimal: 0.5 for 12, 0.05 for 12.3."""
        return unit_of(self.value) / 2 if self.value is not None else Decimal(0)

    @property
    def loose(self) -> Interval:
        """What it can have been before it was rounded to be printed."""
        return self.known.widened(self.half_unit) if self.unit in ROUNDED else self.known

    def with_known(self, known: Interval) -> Number:
        return self._replace(known=known)


class Answer(NamedTuple):
    """One answer of a check: its code or words, the days that it is about, its subject, and the way
    that it says things go.
    """

    fact_id: str
    code: str
    start: date | None = None
    end: date | None = None
    subject: str = ""
    direction: str = ""


Fact = Number | Answer


class Named:
    """The facts of a claim, by the word of the claim that names them."""

    def __init__(self, facts: Mapping[str, Iterable[Fact]]):
        self.facts = {word: tuple(found) for word, found in facts.items()}

    def __contains__(self, word: object) -> bool:
        return bool(self.facts.get(str(word)))

    def all(self, word: str) -> tuple[Fact, ...]:
        return self.facts.get(word, ())

    def numbers(self, word: str) -> list[Number]:
        return [fact for fact in self.all(word) if isinstance(fact, Number)]

    def answers(self, word: str) -> list[Answer]:
        return [fact for fact in self.all(word) if isinstance(fact, Answer)]

    def number(self, word: str) -> Number:
        """The one number that the word names."""
        (only,) = self.numbers(word)
        return only

    def every_number(self) -> list[Number]:
        return [fact for word in self.facts for fact in self.numbers(word)]

    def with_number(self, instead: Number) -> Named:
        """The same facts, with this number for the one of its id."""
        return Named(
            {
                word: [instead if fact.fact_id == instead.fact_id else fact for fact in found]
                for word, found in self.facts.items()
            }
        )


def number_of(row: Mapping[str, str]) -> Number:
    """The number of a figure's row. Where nothing is known of it, it can be anything."""
    value = Decimal(row["value"]) if row.get("value") else None
    return Number(
        row["figure_id"],
        value,
        known_of(row, value),
        row["unit"],
        row.get("qualifier", ""),
        row.get("value_kind", ""),
        row.get("value_marker", ""),
        row.get("is_total") == "yes",
        day_of(row.get("period_start")),
        day_of(row.get("period_end")),
    )


def answer_of(row: Mapping[str, str]) -> Answer:
    return Answer(
        row["answer_id"],
        row["answer"],
        day_of(row.get("period_start")),
        day_of(row.get("period_end")),
        row.get("subject", ""),
        row.get("direction", ""),
    )


def literal(number: int) -> Number:
    """A number that the claim itself says, such as the 12 months of a year."""
    return Number("", Decimal(number), point(number), "count")


def known_of(row: Mapping[str, str], value: Decimal | None) -> Interval:
    """From the printed limits where there are any, else from the word before the number, else the
    number itself.
    """
    low, high = row.get("value_low", ""), row.get("value_high", "")
    if value is not None and row.get("qualifier"):
        return qualified(value, row["qualifier"])
    if low or high:
        return between(Decimal(low or -ENDLESS), Decimal(high or ENDLESS))
    return point(value) if value is not None else between(-ENDLESS, ENDLESS)


def qualified(value: Decimal, word: str) -> Interval:
    """What a word such as over or almost leaves open. `about` is true of what rounds to the
    number.
    """
    return {
        "over": Interval(Bound(value, True), Bound(ENDLESS, True)),
        "under": Interval(Bound(-ENDLESS, True), Bound(value, True)),
        "up_to": Interval(Bound(-ENDLESS, True), Bound(value)),
        "at_least": Interval(Bound(value), Bound(ENDLESS, True)),
        "almost": Interval(Bound(value * NEARLY), Bound(value, True)),
    }.get(word, point(value).widened(last_digit(value) / 2))


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def unit_of(value: Decimal) -> Decimal:
    """The size of the last printed digit: 1 for 12, 0.1 for 12.3."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def last_digit(value: Decimal) -> Decimal:
    """The size of the last digit that is not zero: 100 for 4,500, 1 for 537."""
    return unit_of(value.normalize())
