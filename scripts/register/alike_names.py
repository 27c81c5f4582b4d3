"""Names that may mean one thing: safe-spaces and safer-spaces, or one that has a word more than the
other.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cache

SMALL = {"a", "and", "for", "in", "of", "on", "the", "to"}
NEARLY_ONE_WORD = Fraction(7, 10)  # family and families, safe and safer; not lead and delegated
FEWEST = 2  # words of a name: one word alone is part of too many names


def groups(names: Iterable[str]) -> list[list[str]]:
    """Names that are alike, each with those that it is alike, in the order given. Names like no
    other are left out.
    """
    found: list[list[str]] = []
    for name in dict.fromkeys(names):
        near = [group for group in found if any(alike(name, other) for other in group)]
        joined = [other for group in near for other in group] + [name]
        found = [group for group in found if group not in near] + [joined]
    return [group for group in found if len(group) > 1]


def alike(one: str, other: str) -> bool:
    """Whether every word of the shorter name stands in the longer, the same or nearly."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    if one == other or len(shorter) < FEWEST:
        return False
    left = list(longer)
    for word in shorter:
        match = max(left, key=lambda candidate: likeness(word, candidate))
        if likeness(word, match) < NEARLY_ONE_WORD:
            return False
        left.remove(match)
    return True


def words(name: str) -> list[str]:
    return [word for word in name.split("-") if word not in SMALL]


@cache
def likeness(one: str, other: str) -> Fraction:
    """How much of two words is the same, from 0 to 1."""
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return Fraction(2 * sum(block.size for block in same), len(one) + len(other))
