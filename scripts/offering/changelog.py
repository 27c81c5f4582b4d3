"""The versions that CHANGELOG.md tells of."""

import re
from typing import NamedTuple

from scripts.model.package import Package


class Release(NamedTuple):
    """One version of the changelog: `date` as YYYY-MM-DD, `text` as Markdown."""

    version: str
    date: str
    text: str


def releases(package: Package) -> list[Release]:
    """The versions of the changelog, newest first; one without a date has that of the contract."""
    parts = re.split(
        r"^## +\[?(\d+\.\d+\.\d+)\]?[^\S\n]*(?:[-–(]*[^\S\n]*(\d{4}-\d\d-\d\d)?\)?)[^\n]*$",
        package.changelog,
        flags=re.MULTILINE,
    )
    return [
        Release(version, date or package.released, text.strip())
        for version, date, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    ]
