"""A problem in the data, and how it is told: file, place, what is wrong, what to do."""

import sys
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong. `place` is a line, a row, a column or a key; `cure` is what to do about it."""

    file: str
    place: str
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.what}. {self.cure}."


def tell(problems: list[Problem], refused: str) -> None:
    """Print every problem, once, in order of file; then say what was left untouched."""
    for problem in sorted(set(problems)):
        print(problem, file=sys.stderr)
    number = len(set(problems))
    print(f"{number} problem{'s' if number != 1 else ''}. {refused}", file=sys.stderr)
