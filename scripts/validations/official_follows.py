"""data/official is a valid package of its own, and what follows from our figures follows from them
now.

Reads data/official; what build would write now is given.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from scripts.model import validity
from scripts.model.files import read_json
from scripts.model.problems import Problem
from scripts.official import derived
from scripts.official.by_hand import FOLDER
from scripts.reading.sources import DESCRIPTOR


def problems(root: Path, built: dict[str, str]) -> list[Problem]:
    """What is wrong with the official tables; `built` is data/tidy, by file name.

    A project without official tables has nothing wrong.
    """
    if not (root / FOLDER).is_dir():
        return []
    files, found = derived.files(root, built)
    found = found or [*stale(root / FOLDER, files), *unsaid(root / FOLDER / DESCRIPTOR)]
    return found or list(invalid(root / FOLDER))


def before_writing(root: Path, follows: Collection[str]) -> list[Problem]:
    """What would be wrong with the official tables that people write or fetch; `follows` are the
    names of those that build makes.
    """
    path = root / FOLDER / DESCRIPTOR
    if not path.is_file():
        return []
    described = read_json(path)
    tables = [table for table in described["resources"] if table["path"] not in follows]
    found = validity.errors_of({**described, "resources": tables}, root / FOLDER)
    return list(unsaid(path)) or list(as_problems(found))


def stale(folder: Path, files: dict[str, str]) -> Iterator[Problem]:
    for name, text in sorted(files.items()):
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            yield Problem(f"{FOLDER}/{name}", "file", "is not what build makes", "Run make build")


def unsaid(descriptor: Path) -> Iterator[Problem]:
    """Every table and every column has a title and a description."""
    for table in read_json(descriptor)["resources"]:
        for thing in (table, *table["schema"]["fields"]):
            for word in ("title", "description"):
                if not thing.get(word, "").strip():
                    place = f"{table['name']}/{thing['name']}"
                    cure = f"Write its {word} in plain English"
                    yield Problem(f"{FOLDER}/{DESCRIPTOR}", place, f"has no {word}", cure)


def invalid(folder: Path) -> Iterator[Problem]:
    """Types, keys and patterns that do not hold."""
    return as_problems(validity.errors(folder / DESCRIPTOR))


def as_problems(errors: Iterable[validity.Fault]) -> Iterator[Problem]:
    """Frictionless counts the header as a row, we do not."""
    for file, error in errors:
        number = getattr(error, "row_number", None)
        place = f"row {number - 1}" if number else "file"
        yield Problem(f"{FOLDER}/{file or DESCRIPTOR}", place, error.message, "Correct it")
