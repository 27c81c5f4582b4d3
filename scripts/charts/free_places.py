"""Finds places for words in a picture where no dot, no line and no other words are."""

from typing import NamedTuple

from scripts.charts.layout import FONT, LETTER, Mark

NEAR = 9  # between a dot and its value
ABOVE = 24  # so much room is above a panel
STEPS = 12  # so many boxes cover the way from dot to dot


class Box(NamedTuple):
    """The place of words in a picture."""

    left: float
    top: float
    right: float
    bottom: float


def covered(dots: list[tuple[Mark, float]]) -> list[Box]:
    """Where dots and lines are, in small boxes along them."""
    boxes = [Box(each.at - 6, y - 6, each.at + 6, y + 6) for each, y in dots]
    last: dict[tuple[str, int], tuple[float, float]] = {}
    for each, y in dots:
        line_of = (each.look, each.part)
        from_x, from_y = last.get(line_of, (each.at, y))
        last[line_of] = (each.at, y)
        for step in range(1, STEPS):
            x = from_x + (each.at - from_x) * step / STEPS
            middle = from_y + (y - from_y) * step / STEPS
            boxes.append(Box(x - 5, middle - 5, x + 5, middle + 5))
    return boxes


def spots(x: float, y: float, words: str, low: bool, more: int = 0) -> list[Box]:
    """Where words have a place beside a dot, best first; `more` is how much farther off."""
    wide = len(words) * LETTER * 0.95
    above, below = y - NEAR - FONT - more, y + NEAR + more
    tops = [below, above] if low else [above, below]
    places = [(x - wide / 2, top) for top in tops]
    places += [(left, top) for top in tops for left in (x - 8, x + 8 - wide)]
    sides = [(x + NEAR + 2, y - FONT / 2), (x - NEAR - 2 - wide, y - FONT / 2)]
    return [Box(left, top, left + wide, top + FONT) for left, top in [*places, *sides]]


def first_free(wanted: list[Box], taken: list[Box], width: float) -> Box:
    """The first place that touches nothing and is in the picture; else the first in it."""
    inside = [box for box in wanted if box.left >= 0 and box.right <= width and box.top > -ABOVE]
    clear = [box for box in inside if not any(touches(box, other) for other in taken)]
    return [*clear, *inside, *wanted][0]


def touches(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom
