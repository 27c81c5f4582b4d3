"""Whether a project may be published at all: its contract, its files and its prose, before anything
is made of them.
"""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.model import contract, named_files
from scripts.model.contract import CONTRACT
from scripts.model.files import read_json, read_rows
from scripts.model.problems import Problem

DOCS = "docs"
SETTINGS = {  # what only the site needs, its form, and what to write
    "homepage": (r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?", "the site's address"),
    "created": (
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
        "a day and time, such as 2026-01-31T00:00:00Z",
    ),
    "title": (r".*\S.*", "the title of the site"),
}
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)


def problems(root: Path) -> list[Problem]:
    """What keeps the project from being published; nothing else of it is read while there is
    any.
    """
    if unreadable := unreadable_problems(root, [root / CONTRACT]):
        return unreadable
    described = read_json(root / CONTRACT)
    unfit = contract.shape_problems(described) or [
        *setting_problems(described),
        *date_problems(described),
        *named_files.problems(root, described),
    ]
    paths = sorted((root / DOCS).rglob("*.*"))
    return unfit or unreadable_problems(root, [path for path in paths if path.is_file()])


def unreadable_problems(root: Path, paths: list[Path]) -> list[Problem]:
    """Files that are not the text, the JSON or the table that their names say."""
    faults = {path: READERS[path.suffix](path) for path in paths if path.suffix in READERS}
    return [
        Problem(path.relative_to(root).as_posix(), "file", fault, "Correct it, or put it back")
        for path, fault in faults.items()
        if fault
    ]


def text_fault(path: Path) -> str:
    """Why the file is no plain text; empty if it is."""
    if path.is_symlink() or not path.is_file():
        return "is missing, or no plain file"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "cannot be read as UTF-8"
    hidden = any(not each.isprintable() and each not in "\n\t\N{NO-BREAK SPACE}" for each in text)
    return "has a character that cannot be seen" if hidden else ""


def json_fault(path: Path) -> str:
    """Why the file is no JSON; empty if it is."""
    if fault := text_fault(path):
        return fault
    try:
        return "" if isinstance(read_json(path), dict | list) else "is no object and no list"
    except (ValueError, RecursionError) as wrong:
        return f"is not JSON ({str(wrong)[:80]})"


def table_fault(path: Path) -> str:
    """Why the file is no table of rows that are as long as its header; empty if it is."""
    if fault := text_fault(path):
        return fault
    try:
        rows = read_rows(path)
    except csv.Error as wrong:
        return f"is not CSV ({str(wrong)[:80]})"
    uneven = [row for row in rows if None in row or None in row.values()]
    return "has rows that are longer or shorter than its header" if uneven else ""


READERS: dict[str, Callable[[Path], str]] = {
    ".md": text_fault,
    ".json": json_fault,
    ".csv": table_fault,
    ".sql": text_fault,
}


def date_problems(described: dict[str, Any]) -> list[Problem]:
    """A planned update that is no day, or does not come after the release."""
    planned = str(described.get("next_update", ""))
    if not planned or (DAY.fullmatch(planned) and planned > str(described.get("created", ""))[:10]):
        return []
    what = "is no day after the day of the release"
    return [
        Problem(CONTRACT, "next_update", what, "Write the day, such as 2027-05-31, or leave it out")
    ]


def setting_problems(described: dict[str, Any]) -> list[Problem]:
    """Settings of the site that are missing, or could act where they are written."""
    return [
        Problem(CONTRACT, name, "is missing, or not as it must be", f"Write {what}")
        for name, (form, what) in SETTINGS.items()
        if not re.fullmatch(form, str(described.get(name, "")), re.ASCII)
    ]
