"""Ids become paths and addresses, so each has one plain form: small letters, digits, single hyphens
or underscores.

Small letters only, so that no two differ by case alone; and no name that an operating system keeps
for itself.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.model import own_terms
from scripts.model.contract import VOCABULARY
from scripts.model.problems import Problem

ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
LONGEST = 100
RESERVED = {
    *("con", "prn", "aux", "nul", "index"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][!-~]*)?")


def problems(root: Path, contract: dict[str, Any]) -> Iterator[Problem]:
    """Ids and addresses of the vocabulary that are not plain."""
    return own_terms.placed(root, faults(root, contract))


def faults(root: Path, contract: dict[str, Any]) -> Iterator[Problem]:
    """The same, each told at its row of the whole table."""
    for table in contract["resources"]:
        if not table["path"].startswith(f"{VOCABULARY}/"):
            continue
        names = [field["name"] for field in table["schema"]["fields"]]
        for number, row in enumerate(own_terms.rows(root / table["path"]), start=1):
            for column in names:
                if fault := fault_of(column, row[column]):
                    yield Problem(table["path"], f"row {number}, {column}", *fault)


def fault_of(column: str, text: str) -> tuple[str, str] | None:
    """What is wrong with one cell, and the cure. Only columns of ids and of addresses are looked
    at.
    """
    if not text:
        return None
    if column.endswith("_id"):
        return id_fault(text)
    if column == "url" and not ADDRESS.fullmatch(text):
        return f"{text[:60]!r} is no web address", "Write an address that begins with https://"
    return None


def id_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with an id, and the cure."""
    if len(text) > LONGEST or not ID.fullmatch(text):
        what = f"{text[:60]!r} is no plain id"
        return what, f"Use small letters, digits, - and _, at most {LONGEST} of them"
    if text in RESERVED:
        return f"{text!r} is a name that computers keep for themselves", "Choose another id"
    return None
