"""The flags of figures, one a row: those that were read, and those that follow from the numbers and
the checks.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from scripts.reading.figures import Figure, Figures
from scripts.register.claims import Row
from scripts.register.recomputing import Register

SMALL_COUNTS = {"1", "2", "3", "4"}


class FigureFlag(NamedTuple):
    """A flag of a figure: what to take care of."""

    figure_id: str
    flag_id: str


def rows(read: Iterable[Figures], register: Register) -> list[FigureFlag]:
    """Every flag of every figure, each once, in the order of the figures: first what was read, then
    what follows.
    """
    follows = following(register)
    return [
        FigureFlag(figure.figure_id, flag)
        for figures in read
        for figure, given in zip(figures.rows, figures.flags, strict=True)
        for flag in dict.fromkeys([*given, *follows(figure)])
    ]


def following(register: Register) -> Callable[[Figure], Iterator[str]]:
    """What flags of a figure follow: in a discrepancy, printed more than once, small count."""
    broken = _members(register, lambda row: row["verdict"] == "discrepancy")
    twice = _members(register, lambda row: (row["rule"], row["verdict"]) == ("same", "holds"))

    def follows(figure: Figure) -> Iterator[str]:
        if figure.figure_id in broken:
            yield "in_discrepancy"
        if figure.figure_id in twice:
            yield "printed_twice"
        if figure.unit == "count" and figure.value in SMALL_COUNTS:
            yield "small_count"

    return follows


def _members(register: Register, wanted: Callable[[Row], bool]) -> set[str]:
    """The figures that take part in the checks wanted."""
    return {
        number.fact_id
        for row in register.rows
        if wanted(row)
        for number in register.named[row["check_id"]].every_number()
    }
