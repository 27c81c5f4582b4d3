"""A problem in the data, and how it is told: file, place, what is wrong, what to do."""

import sys
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

PLACES_SHOWN = 3
LONGEST = 1_000  # characters of a message


class Wrong(NamedTuple):
    """What is wrong with a word, and what to do."""

    what: str
    cure: str


class Problem(NamedTuple):
    """One thing that is wrong. `place` is a line, a row, a column or a key; `cure` is what to do
    about it.
    """

    file: str
    place: str
    what: str
    cure: str

    def __str__(self) -> str:
        """The problem in one line, however long what it quotes is and whatever it is made of."""
        parts = [seen(part[:LONGEST]) for part in self]
        if len(said(*parts)) > LONGEST:
            parts = [shortened(part) for part in parts]
        return said(*parts)


def said(file: str, place: str, what: str, cure: str) -> str:
    return f"{file}: {place}: {what}. {cure}."


def seen(part: str) -> str:
    """A part of a message in one line, with the number of what cannot be seen: a name of a file
    must not steer the terminal, nor turn the text round.
    """
    line = " ".join(part.splitlines())
    return "".join(each if is_seen(each) else ascii(each)[1:-1] for each in line)


def is_seen(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


def shortened(part: str) -> str:
    """A part of a message that is too long: its beginning."""
    most = LONGEST // 4 - 10
    return part if len(part) <= most else f"{part[:most]} ..."


def tell(problems: list[Problem], refused: str) -> None:
    """Print every problem, once, in order of file; then say what was left untouched."""
    told = list(together(problems))
    for problem in told:
        print(problem, file=sys.stderr)
    print(f"{len(told)} problem{'s' if len(told) != 1 else ''}. {refused}", file=sys.stderr)


def together(problems: list[Problem]) -> Iterator[Problem]:
    """One problem for what is wrong in many places of a file: one mistyped word in a descriptor is
    wrong in every cell.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.what, problem.cure), []).append(problem)
    for _, same in sorted(alike.items(), key=lambda item: item[0][0]):
        yield same[0]._replace(place=_places(same))


def _places(alike: list[Problem]) -> str:
    """The first few places of problems that say the same, and how many more there are."""
    places = list(dict.fromkeys(problem.place for problem in alike))
    more = len(places) - PLACES_SHOWN
    return "; ".join(places[:PLACES_SHOWN]) + (f" and {more} more" if more > 0 else "")
