"""What a download format says of itself. Each module of scripts/formats has one as `FORMAT`."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from scripts.model.package import Package
from scripts.offering.resources import File

WHOLE, DOCUMENT, TOPIC, TABLE = "whole", "document", "topic", "table"  # what a file may hold


class Standard(NamedTuple):
    """A published standard that a format keeps.

    `files` says which files, `checked_with` names a validator that is not ours, `rejects` what it
    must refuse, and `test` is the file of our tests that gives it good and bad examples.
    """

    name: str
    url: str
    files: str
    checked_with: str
    rejects: str
    test: str


class Format(NamedTuple):
    """One download format.

    `suffix` ends the names of its files, `label` is what people call it, `purpose` says in a
    sentence what it is good for, `scope` what a file of it may hold, and `section` is the part of
    the download page that shows it. A format either makes `files` of the package alone or
    `describes` the files of the others. `file_type` is the EU's name for it, if it has one.
    """

    label: str
    suffix: str
    media_type: str
    purpose: str
    scope: tuple[str, ...] = (WHOLE,)
    section: str = "whole"
    file_type: str = ""
    files: Callable[[Package], Iterable[File]] | None = None
    describes: Callable[[Package, list[File]], Iterable[File]] | None = None
    standards: tuple[Standard, ...] = ()
