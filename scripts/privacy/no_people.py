"""Personal details and names in texts: where they stand and of which kind they are, never what they
say.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scripts.model.problems import Problem
from scripts.privacy.people import Names
from scripts.privacy.personal_texts import Placed
from scripts.validations import personal_details

TOGETHER = 500  # texts that are looked at in one go: most have nothing in them
APART = "\0"
CURE = "Remove it, and look for others of its kind: no personal details are kept"
NAME = "a name that a document's text has"


class Looked(NamedTuple):
    """How many texts were looked at, each once, and what was found in them."""

    texts: int
    problems: list[Problem]


def look(texts: Iterable[Placed], names: Names | None = None) -> Looked:
    """Every detail in the texts. A text that stands in many places is told with the first."""
    first: dict[str, str] = {}
    for place, text in texts:
        first.setdefault(text, place)
    found = [
        Problem(first[text], "text", f"has {kind}", CURE)
        for some in parcels(list(first))
        for text, kind in details(some)
    ]
    if names:
        named = (text for text in first if any(True for _ in names.stand_in(text)))
        found += [Problem(first[text], "text", f"has {NAME}", CURE) for text in named]
    return Looked(len(first), found)


def parcels(texts: list[str]) -> Iterator[list[str]]:
    yield from (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER))


def details(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Text and kind of each detail."""
    if personal_details.kinds(APART.join(texts)):
        yield from ((text, kind) for text in texts for kind in personal_details.kinds(text))
