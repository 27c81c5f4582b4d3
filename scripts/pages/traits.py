"""What tells the figures of a sum apart, and what they have in common, in words: each trait is said
once, as far up as it is shared.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.pages import words


class Names(NamedTuple):
    """What all figures of a check have in common, what those of one part have, and what tells each
    from the others.
    """

    about: str
    of_part: dict[str, str]
    of_figure: dict[tuple[str, str], str]  # by part and figure_id


def told_apart(named: dict[str, list[dict[str, Any]]], package: Package) -> Names:
    """Each trait is said as far up as it is shared: of all figures, of those of one part, or of one
    figure.
    """
    said = {
        figure["figure_id"]: traits_of(figure, package)
        for figures in named.values()
        for figure in figures
    }
    everywhere = shared(said.values())
    within = {
        part: shared(said[figure["figure_id"]] for figure in figures) if len(figures) > 1 else []
        for part, figures in named.items()
    }
    of_part = {
        part: chosen(said[named[part][0]["figure_id"]], set(same) - set(everywhere))
        for part, same in within.items()
    }
    of_figure = {}
    for part, figures in named.items():
        for figure in figures:
            own = {*range(len(said[figure["figure_id"]]))} - {*everywhere, *within[part]}
            of_figure[part, figure["figure_id"]] = chosen(said[figure["figure_id"]], own) or (
                figure["row_label"] if len(figures) > 1 else ""
            )
    return Names(chosen(next(iter(said.values())), set(everywhere)), of_part, of_figure)


def shared(said: Iterable[tuple[str, ...]]) -> list[int]:
    """The places at which all the traits are alike."""
    return [place for place, found in enumerate(zip(*said, strict=True)) if len(set(found)) == 1]


def chosen(traits: tuple[str, ...], places: set[int]) -> str:
    return ", ".join(traits[place] for place in sorted(places) if traits[place])


def traits_of(figure: dict[str, str], package: Package) -> tuple[str, ...]:
    """Measure, both breakdowns, area and period of a figure in words."""
    first, second, *_ = [*(category for _, category in words.breakdowns(figure, package)), "", ""]
    return (
        package.title("measures", figure["measure_id"]),
        first,
        second,
        package.title("areas", figure["area_id"]),
        words.period_words(figure),
    )
