"""A folder sealed by a list of its files with their SHA-256, in the form that `sha256sum -c
SHA256SUMS` reads.

The list finds a changed bit, a missing file and, which `sha256sum` doesn't, a file that was added.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.model.problems import Problem

LIST = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (.+)", re.ASCII)
BLOCK = 1 << 20
CURE = "Publish or restore the folder again, from where it was made"


def seal(folder: Path) -> None:
    """Write the list of all files of the folder into it. A file name with a line end can't be
    listed: ValueError.
    """
    lines = [f"{digest(folder / name)}  {name}\n" for name in names(folder)]
    if any(line.count("\n") > 1 or "\r" in line or "\\" in line for line in lines):
        raise ValueError("a file name has a line end or a backslash in it")
    (folder / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")


def names(folder: Path) -> list[str]:
    """Every file of the folder but the list itself, in order of name. A link counts as a file."""
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    found = (path.relative_to(folder).as_posix() for path in paths)
    return sorted(name for name in found if name != LIST)


def digest(path: Path) -> str:
    """The SHA-256 of a file, read in blocks."""
    added = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            added.update(block)
    return added.hexdigest()


def faults(folder: Path, shown: str) -> Iterator[Problem]:
    """What differs from the list: changed, missing and added files. `shown` is how the folder is
    named in messages.
    """
    if not (folder / LIST).is_file():
        yield Problem(f"{shown}/{LIST}", "file", "is missing, so nothing can be checked", CURE)
        return
    text = (folder / LIST).read_text(encoding="utf-8", errors="replace")
    if text and not text.endswith("\n"):
        yield Problem(f"{shown}/{LIST}", "end", "is cut off: its last line has no end", CURE)
    listed = dict(entries(text))
    there = names(folder)
    for name in sorted(listed.keys() | set(there)):
        fault = fault_of(folder / name, listed.get(name))
        if fault:
            yield Problem(f"{shown}/{name}", "file", fault, CURE)


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Name and SHA-256 of each line. A line that isn't one of the list names itself, and then is
    missing.
    """
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        yield (match[2], match[1]) if match else (line, "")


def fault_of(path: Path, expected: str | None) -> str:
    """What is wrong with one file; empty if nothing is."""
    if path.is_symlink():
        return "is a link, and no file"
    if not path.is_file():
        return "is missing"
    if expected is None:
        return f"was added: {LIST} doesn't list it"
    return (
        "" if digest(path) == expected else f"isn't the file that {LIST} lists: its SHA-256 differs"
    )
