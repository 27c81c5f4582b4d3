"""Laws are discovered: each file of a room is one, with `problems(facts, vocabulary)` and examples
it refuses (`REFUSES`).
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts


def discovered(room: ModuleType) -> list[ModuleType]:
    """Every law of a room, in order of name. Nothing lists them."""
    names = sorted(module.name for module in iter_modules(room.__path__))
    return [import_module(f"{room.__name__}.{name}") for name in names]


def problems(rooms: list[ModuleType], facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Everything that is wrong with the facts of a document, by the laws of these rooms."""
    for room in rooms:
        for law in discovered(room):
            yield from law.problems(facts, vocabulary)
