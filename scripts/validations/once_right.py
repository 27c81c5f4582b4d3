"""What is wrong with the tables beside the documents, and with the package as a whole. What was
found right is looked at again only when something of it changed.

Reads data/measured, data/official and the releases. Writes what it keeps, and nothing else.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from scripts.model.kept import Kept, key_of, key_of_code, key_of_files
from scripts.model.problems import Problem
from scripts.reading import keys

RIGHT = "right"  # all that is kept
OF_KEPT_BACK = (
    "figures.csv",
    "answers.csv",
    "checks.csv",
    "check_members.csv",
    "not_recomputed.csv",
    "not_recomputed_members.csv",
)
Files = dict[str, str]


class Look(NamedTuple):
    """The key of all that is looked at, and how: with the module that reads frictionless, which is
    slow to start.
    """

    key: str
    at: Callable[[ModuleType], Iterable[Problem]]


def problems(root: Path, built: Files, follows: Collection[str], kept: Kept) -> list[Problem]:
    """Everything that is wrong. `built` is data/tidy by file name; `follows` are the names of those
    official tables that build makes.
    """
    found = []
    for look in looks(root, built, follows):
        if kept.get(look.key) is None:
            wrong = list(look.at(import_module("scripts.validations.whole_package")))
            found += wrong
            if not wrong:
                kept.put(look.key, RIGHT)
    return found


def looks(root: Path, built: Files, follows: Collection[str]) -> Iterator[Look]:
    code = key_of_code(), keys.key_of_common(root)
    measured = key_of_files(root, root / "data/measured")
    yield Look(key_of("measured", *code, measured), lambda whole: whole.measured_problems(root))
    releases = key_of_files(root, root / "data/releases", "figures.csv")
    ours = [built[name] for name in OF_KEPT_BACK]
    kept_back = key_of("kept back", *code, releases, *ours)
    yield Look(kept_back, lambda whole: whole.kept_back_problems(root, built))
    by_hand = key_of_files(root, root / "data/official", without=follows)
    key = key_of("official tables", *code, by_hand)
    yield Look(key, lambda whole: whole.official_problems(root, follows))
