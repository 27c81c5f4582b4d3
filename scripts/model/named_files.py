"""Which files may stand under data/ and docs/: those that the contract, a descriptor or a kind of
page names, and no others.

A link, a pipe, a device, a folder in the place of a file and any other file are told by name.
Nothing is opened here.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.model.problems import Problem

FOLDERS = ("data", "docs")
NAME = r"[a-z0-9]+([-_][a-z0-9]+)*"
KINDS = [  # what is named by its place
    r"data/README\.md",
    r"data/(tidy|official|releases|sources|vocabulary|measured)/README\.md",
    rf"data/sources/{NAME}/(datapackage\.json|{NAME}\.csv)",
    rf"data/sources/{NAME}/vocabulary/{NAME}\.csv",
    rf"data/official/(datapackage\.json|{NAME}\.csv)",
    r"data/releases/[0-9]+\.[0-9]+\.[0-9]+/.+",  # each is sealed by a list of its own
    rf"docs/({NAME}|(about|questions|topics)/{NAME})\.md",
    rf"docs/charts/{NAME}\.json",
    rf"docs/queries/{NAME}\.sql",
    r"docs/(glossary|corrections)\.csv",
]
LINK = ("is a link", "Put the file itself here: links can lead out of the folder")
NO_FILE = ("is a pipe, a socket or a device", "Remove it: only plain files are read")
STRAY = ("is named by nothing", "Remove it, or describe it in datapackage.json")
LOST = ("is a folder in the place of a file", "Remove it, and put the file there")


def problems(root: Path, contract: dict[str, Any]) -> list[Problem]:
    """Everything under data/ and docs/ that may not be there, in order of name."""
    tables = "|".join(re.escape(table["path"]) for table in contract["resources"])
    allowed = re.compile("|".join([*KINDS, tables]))
    return [
        Problem(name, "file", *fault)
        for folder in FOLDERS
        if (root / folder).is_dir() or (root / folder).is_symlink()
        for name, fault in faults(root, folder, allowed)
    ]


def faults(
    root: Path, name: str, allowed: re.Pattern[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Path and fault of what may not stand at this path or below it; hidden files are never read
    and never published.
    """
    path = root / name
    if path.is_symlink():
        yield name, LINK
    elif path.is_dir():
        if allowed.fullmatch(name) and "/releases/" not in name:
            yield name, LOST
        for below in sorted(os.listdir(path)):
            if not below.startswith("."):
                yield from faults(root, f"{name}/{below}", allowed)
    elif not path.is_file():
        yield name, NO_FILE
    elif not allowed.fullmatch(name):
        yield name, STRAY
