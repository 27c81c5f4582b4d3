"""The number that a printed cell stands for, and what is known of it; or the marker and reason
where it has none.

Pure: a function of one printed token and of what its column and row say about it. Numbers stay
exact digits.
"""

import math
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import printed
from scripts.reading.printed import Amount, Print

ACTUAL, CHANGE = "actual", "change"
DAMAGED, UNUSUAL = "damaged_print", "unusual_number"
PENCE = re.compile(r".*[0-9]\s?p")
IF_DAMAGED = (
    "if the print is damaged, say what it stands for in `damaged` of its column, "
    f"or add the flag `{DAMAGED}`, and say why in a note"
)
MONEY = ("gbp", "gbp_thousand")
SHORT_MILLIONS_UNFIT = frozenset({"months", "years", "days", "miles"})
NAMES = {"percent": "%", "pounds": "£", "share": "a share", "ordinal": "a place in an order"}
PLACES = 100  # a share that has no last digit lies between two hundredths

# what a number printed in one unit is in the unit of its measure
TIMES = {
    ("pounds", "gbp"): Fraction(1),
    ("pounds", "gbp_thousand"): Fraction(1),
    ("share", "percent"): Fraction(100),
    ("fraction", "percent"): Fraction(100),
    ("share", "ratio"): Fraction(1),
    ("years", "months"): Fraction(12),
    ("months", "years"): Fraction(1, 12),
    ("ordinal", "rank"): Fraction(1),
}
CURES = {"pounds": "gbp", "share": "percent", "ordinal": "rank"}


class Unit(NamedTuple):
    """A unit with the numbers that are possible in it: the least and the most (empty: no end), and
    whether only whole ones.
    """

    id: str
    least: str = ""
    most: str = ""
    whole: bool = False


class Words(NamedTuple):
    """The words that stand for a number in a unit, with their values; and the markers."""

    numbers: Mapping[str, str]
    markers: frozenset[str]


class Asked(NamedTuple):
    """A printed token, and what is said about it.

    `given`: the column `value` beside it. `means`: what its column says that the token means; None
    if nothing. `rounded_to`: the base to which the publisher rounded. `damaged`, `unusual`: the
    cell has that flag.
    """

    token: str
    given: str = ""
    means: str | None = None
    qualifier: str = ""
    kind: str = ""
    rounded_to: str = ""
    damaged: bool = False
    unusual: bool = False

    @property
    def meant(self) -> str | None:
        """What a person says that it stands for; None if nobody says."""
        return self.given or self.means


class Value(NamedTuple):
    """Exact digits, and the closed bounds of what is known; or no number, with a marker and a
    reason.

    `number` is empty where no single number is printed. `low` and `high` are empty for one exact
    number, and where that end is not known.
    """

    number: str = ""
    low: str = ""
    high: str = ""
    marker: str = ""
    reason: str = ""
    qualifier: str = ""
    kind: str = ACTUAL


class Fault(NamedTuple):
    """What is wrong with a cell, and what to do about it; the caller knows the file and the
    place.
    """

    what: str
    cure: str


class Reader:
    """Reads each distinct token once, with the units, markers and number words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary):
        self._vocabulary = vocabulary
        self._words: dict[str, Words] = {}
        self._read: dict[tuple[Asked, Unit], tuple[Value, tuple[Fault, ...]]] = {}

    def read(self, asked: Asked, measure: Mapping[str, str]) -> tuple[Value, tuple[Fault, ...]]:
        """What a token stands for as a number of a measure. A measure that is not known has no
        unit, which suits all.
        """
        measured_in = self._unit(measure)
        if (asked, measured_in) not in self._read:
            words = self._words_of(measured_in.id)
            self._read[asked, measured_in] = read(asked, measured_in, words)
        return self._read[asked, measured_in]

    def _unit(self, measure: Mapping[str, str]) -> Unit:
        row = self._vocabulary["units"].get(measure.get("unit", ""))
        return unit(row, measure.get("variant", "") == CHANGE) if row else Unit("")

    def _words_of(self, unit_id: str) -> Words:
        if unit_id not in self._words:
            numbers = self._vocabulary.number_words(unit_id)
            self._words[unit_id] = Words(numbers, frozenset(self._vocabulary["markers"]))
        return self._words[unit_id]


@lru_cache(maxsize=1)
def reader_of(vocabulary: Vocabulary) -> Reader:
    """The reader of a vocabulary; made once, so that what several documents print alike is read
    once.
    """
    return Reader(vocabulary)


class _Wrong(Exception):
    """Ends the reading of a token; its arguments are those of a fault."""


def unit(row: Mapping[str, str], is_change: bool = False) -> Unit:
    """A unit from its row of the vocabulary. A change may be negative or more than all, and needs
    not be whole.
    """
    if is_change:
        return Unit(row["unit_id"])
    return Unit(
        row["unit_id"], row.get("min", ""), row.get("max", ""), row.get("decimals", "") == "0"
    )


def read(asked: Asked, measured_in: Unit, words: Words) -> tuple[Value, tuple[Fault, ...]]:
    """What a token stands for in the unit of its measure, and what is wrong with it."""
    said = printed.read(asked.token, words.numbers)
    kind, qualifier = asked.kind or ACTUAL, asked.qualifier
    try:
        kind = _agreed("kind", said.kind if said else "", asked.kind, asked.token) or ACTUAL
        qualifier = _agreed(
            "qualifier", said.qualifier if said else "", asked.qualifier, asked.token
        )
        value = _value(asked._replace(qualifier=qualifier), said, measured_in, words)
    except _Wrong as wrong:
        return Value(qualifier=qualifier, kind=kind), (Fault(*wrong.args),)
    faults = tuple(_impossible(value, asked, measured_in))
    return value._replace(qualifier=qualifier, kind=kind), faults


def _agreed(word: str, print_says: str, told: str, token: str) -> str:
    """A word that the print and the source both may say, and that they may not say differently."""
    if print_says and told and print_says != told:
        what = f"{token!r} says {print_says!r}, and its {word} is {told!r}"
        raise _Wrong(what, "Correct the one that is wrong, or leave it to the print")
    return print_says or told


def _value(asked: Asked, said: Print | None, measured_in: Unit, words: Words) -> Value:
    marker, _, reason = (asked.meant or "").partition(" ")
    if marker in words.markers:
        known = _withheld(asked, said, measured_in)
        return known._replace(marker=marker, reason=reason)
    if asked.damaged:
        return _damaged(asked, said, measured_in, words)
    if said is None:
        return Value(_told(asked, measured_in, words))
    known = _known(asked, said, measured_in)
    if asked.meant is not None and not _same(asked.meant, known, measured_in, words):
        raise _Wrong(f"{asked.token!r} does not say {asked.meant}", _cure(asked))
    return known


def _cure(asked: Asked) -> str:
    if asked.given:
        return "Correct the cell, or leave `value` empty: the print is read as it stands"
    return f"Take it out of `means`; {IF_DAMAGED}"


def _withheld(asked: Asked, said: Print | None, measured_in: Unit) -> Value:
    """What is known of a number that is withheld: a limit that is printed, and nothing more. A
    printed number is not withheld.
    """
    if said is None or asked.damaged or not printed.NUMERAL.search(asked.token):
        return Value()
    if not said.qualifier and not said.end:
        raise _Wrong(
            f"{asked.token!r} is a number, and is said to be {asked.meant!r}", _cure(asked)
        )
    return _known(asked, said, measured_in)


def _damaged(asked: Asked, said: Print | None, measured_in: Unit, words: Words) -> Value:
    """A cell that is printed as one thing and read as another."""
    if asked.meant is None:
        what = f"{asked.token!r} is flagged `{DAMAGED}`, and nothing says what it stands for"
        raise _Wrong(what, "Give the number or marker that it stands for, or remove the flag")
    if (
        said
        and not said.end
        and _same(asked.meant, _known(asked, said, measured_in), measured_in, words)
    ):
        what = f"{asked.token!r} is flagged `{DAMAGED}`, and says {asked.meant} as it stands"
        raise _Wrong(what, "Remove the flag")
    return _known(asked, _plain(asked, words), measured_in)


def _plain(asked: Asked, words: Words) -> Print:
    """What a person says that a token stands for, which must be a number."""
    meant = printed.read(asked.meant or "", words.numbers)
    if meant is None:
        what = f"{asked.meant!r} is not a number"
        raise _Wrong(what, "Write the number in digits, or a marker of data/vocabulary/markers.csv")
    return meant


def _told(asked: Asked, measured_in: Unit, words: Words) -> str:
    """The number that a person gives for words that say none by themselves."""
    token = " ".join(asked.token.lower().split())
    if asked.meant is None:
        raise _Wrong(f"{asked.token!r} is not a number", _cure_unread(asked.token, words))
    number = _known(asked, _plain(asked, words), measured_in).number
    depends_on_the_sentence = words.numbers.get(token) == ""
    dash_or_nil = token != "" and not asked.given and number == "0"
    if depends_on_the_sentence or (dash_or_nil and not printed.says_a_number(token, words.numbers)):
        return number
    raise _Wrong(f"{asked.token!r} does not say {asked.meant}", _cure_told(asked.token, words))


def _cure_unread(token: str, words: Words) -> str:
    if printed.says_a_number(token, words.numbers):
        return f"Copy the number alone; {IF_DAMAGED}"
    return "Say in `means`, or in a column `value`, which marker or number it stands for"


def _cure_told(token: str, words: Words) -> str:
    if printed.says_a_number(token, words.numbers) or not token:
        return f"Correct the cell; {IF_DAMAGED}"
    return (
        "Correct the cell; if these words do stand for a number, add them to "
        f"data/vocabulary/number_words.csv with `numeral` no; {IF_DAMAGED}"
    )


def _same(meant: str, known: Value, measured_in: Unit, words: Words) -> bool:
    """Whether a number that a person gives is the one that the print says."""
    told = printed.read(meant, words.numbers)
    if told is None or told.end or told.qualifier or not known.number:
        return False
    return _converted(told.amount, measured_in, meant).exact == Fraction(known.number)


def _known(asked: Asked, said: Print, measured_in: Unit) -> Value:
    """The number of a print in the unit of its measure, and the bounds of what is known of it."""
    if measured_in.id in MONEY and said.kind and PENCE.fullmatch(asked.token):
        raise _Wrong(f"{asked.token!r} may be pence", "Copy the number alone, and say its kind")
    amount = _converted(said.amount, measured_in, asked.token)
    if said.end:
        end = _converted(said.end, measured_in, asked.token)
        return _between(amount, end, asked)
    low, high = _bounds(amount.exact, asked.qualifier, _half(amount, asked), measured_in)
    if not amount.digits:
        low, high = _hundredths(amount.exact)
    shown = "" if said.qualifier else amount.digits
    return Value(shown, low, high)


def _between(low: Amount, high: Amount, asked: Asked) -> Value:
    if asked.qualifier not in ("", "about"):
        what = f"{asked.token!r} is a range, and its qualifier is {asked.qualifier!r}"
        raise _Wrong(what, "Take out the qualifier")
    return Value("", low.digits, high.digits)


def _half(amount: Amount, asked: Asked) -> Fraction:
    """Half of the base to which a number is rounded: so far may it be from the printed one."""
    if not asked.rounded_to:
        return Fraction(0)
    base = Fraction(asked.rounded_to)
    if amount.exact % base:
        what = f"{asked.token!r} is not rounded to {asked.rounded_to}"
        raise _Wrong(what, "Correct the cell, or `rounded_to`")
    return base / 2


def _bounds(exact: Fraction, qualifier: str, half: Fraction, measured_in: Unit) -> tuple[str, str]:
    """The closed bounds of a number that is qualified or rounded. Nothing is known of one that is
    about so much.
    """
    step = 1 if measured_in.whole and not half else 0
    least = measured_in.least
    if qualifier == "about" or (not qualifier and not half):
        return "", ""
    if qualifier == "over":
        return _low(exact - half + step, measured_in), ""
    if qualifier == "at_least":
        return _low(exact - half, measured_in), ""
    if qualifier == "under":
        return least, _high(exact + half - step, measured_in)
    if qualifier == "up_to":
        return least, _high(exact + half, measured_in)
    if qualifier == "almost":
        return "", _high(exact + half - step, measured_in)
    return _low(exact - half, measured_in), _high(exact + half, measured_in)


def _low(exact: Fraction, measured_in: Unit) -> str:
    """A lower bound: the next whole number where only whole ones are possible, and never less than
    the least.
    """
    bound = Fraction(math.ceil(exact)) if measured_in.whole else exact
    return printed.digits_of(max(bound, Fraction(measured_in.least or bound)))


def _high(exact: Fraction, measured_in: Unit) -> str:
    bound = Fraction(math.floor(exact)) if measured_in.whole else exact
    return printed.digits_of(min(bound, Fraction(measured_in.most or bound)))


def _hundredths(exact: Fraction) -> tuple[str, str]:
    """The hundredths between which a number lies that has no last digit."""
    ends = math.floor(exact * PLACES), math.ceil(exact * PLACES)
    low, high = (printed.digits_of(Fraction(end, PLACES)) for end in ends)
    return low, high


def _converted(amount: Amount, measured_in: Unit, token: str) -> Amount:
    """A printed amount in the unit of its measure."""
    times = _times(amount, measured_in.id)
    if times is None:
        named = NAMES.get(amount.unit, amount.unit.replace("_", " "))
        named = "per cent" if named == "%" and "%" not in token else named
        wanted = CURES.get(amount.unit, amount.unit)
        what = f"{token!r} is printed with {named}, but the measure's unit is {measured_in.id!r}"
        raise _Wrong(what, f"Use a measure whose unit is `{wanted}`")
    if times == 1:
        return amount
    exact = amount.exact * times
    digits = printed.digits_of(exact)
    if not digits and amount.digits and amount.unit == "months":
        what = f"{token!r} is not a number of {measured_in.id} that ends"
        raise _Wrong(what, f"Use a measure whose unit is `{amount.unit}`")
    return amount._replace(exact=exact, digits=digits)


def _times(amount: Amount, measured_in: str) -> Fraction | None:
    """What a printed amount is multiplied by; None if its unit does not suit the measure's."""
    if amount.scaled in printed.SHORT_MILLIONS and measured_in in SHORT_MILLIONS_UNFIT:
        return None
    if measured_in == "gbp_thousand" and amount.scaled and amount.unit in ("", "pounds"):
        return Fraction(1, 1000)
    if amount.unit in ("", measured_in) or not measured_in:
        return Fraction(1)
    alike = Fraction(1) if amount.unit == "fraction" else None
    return TIMES.get((amount.unit, measured_in), alike)


def _impossible(value: Value, asked: Asked, measured_in: Unit) -> Iterator[Fault]:
    """A number that is not possible in its unit, without the flag; or the flag without such a
    number.
    """
    numbers = [Fraction(digits) for digits in (value.number, value.low, value.high) if digits]
    strange = [number for number in numbers if not _is_possible(number, measured_in)]
    if strange and not asked.unusual:
        what = f"{asked.token!r} is not a number that is possible in {measured_in.id!r}"
        how = f"Correct the cell or its measure; if it is printed so, add the flag `{UNUSUAL}`"
        yield Fault(what, how)
    if asked.unusual and not strange:
        what = f"{asked.token!r} is flagged `{UNUSUAL}`, and is possible in {measured_in.id!r}"
        yield Fault(what, "Remove the flag")


def _is_possible(number: Fraction, measured_in: Unit) -> bool:
    return Fraction(measured_in.least or number) <= number <= Fraction(
        measured_in.most or number
    ) and not (measured_in.whole and number.denominator != 1)
