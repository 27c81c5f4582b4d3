"""Everything to take away, from one reading of the package. No clock: the same data, the same
bytes.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.formats import discovered
from scripts.model.package import Package
from scripts.offering import catalogue, official_tables, releases
from scripts.offering.offered import Format
from scripts.offering.resources import File, of_contract, printed
from scripts.publishing import announcements


class Downloads(NamedTuple):
    """`files` are to be written; `standing` are files of the repository that stand on the site at
    the same paths.
    """

    package: Package
    files: list[File]
    standing: list[File]
    releases: list[releases.Release]

    @property
    def shown(self) -> list[File]:
        """What people can choose from, and descriptions list."""
        return [file for file in [*self.files, *self.standing] if file.title]


def make(package: Package) -> Downloads:
    """Everything to take away; ask for it by `package.once(make)`."""
    formats = discovered()
    ours = [*package.once(of_contract), *package.once(printed)]
    standing = [
        resource.file._replace(section=section, label="CSV", media_type="text/csv", file_type="CSV")
        for section, resources in (
            ("tables", ours),
            ("official", official_tables.resources(package)),
        )
        for resource in resources
    ]
    released = releases.read(package.root)
    files = [
        file
        for each in formats.values()
        if each.files
        for file in labelled(each, each.files(package))
    ]
    files += [*releases.files(package, released), *announcements.files(package, formats)]
    there = [*files, *standing]  # no description describes another
    for each in formats.values():
        if each.describes:
            files += labelled(each, each.describes(package, there))
    return Downloads(package, files, standing, released)


def labelled(made_by: Format, files: Iterable[File]) -> list[File]:
    """The files with what their format says of itself."""
    return [
        file._replace(
            label=made_by.label,
            media_type=made_by.media_type,
            file_type=made_by.file_type,
            section=file.section or made_by.section,
        )
        for file in files
    ]


def entries(package: Package) -> list[catalogue.Entry]:
    """Every download with format, size, rows, date and terms, for people to choose from."""
    return catalogue.entries(package, package.once(make).shown)
