"""Every download, description and API file of the site, from one reading of the package. No clock: the same data, the same bytes."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from scripts.formats import (
    api,
    archives,
    croissant,
    csv_on_the_web,
    csv_tables,
    dcat,
    dfe,
    official_json,
    openapi,
    parquet,
    sqlite,
    whole_json,
    workbook,
)
from scripts.model.package import Package
from scripts.offering import catalogue, citation, official_tables, releases
from scripts.offering.resources import File, Resource, of_contract, printed
from scripts.publishing import announcements

MAKERS = [
    archives.files,
    parquet.files,
    api.files,
    official_json.files,
    citation.files,
    croissant.files,
    announcements.files,
]  # each makes several files
ONES = [workbook.file, sqlite.file, whole_json.file, openapi.file]  # each makes one


class Downloads(NamedTuple):
    """`files` are to be written; `standing` are files of the repository that stand on the site at the same paths."""

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
    standing = [
        *package.once(of_contract),
        *package.once(printed),
        *official_tables.resources(package),
    ]
    made = [*csv_tables.resources(package), *dfe.resources(package)]
    files = [
        *_files(made),
        *(one(package) for one in ONES),
        *chain.from_iterable(maker(package) for maker in MAKERS),
    ]
    released = releases.read(package.root)
    files += releases.files(package, released)
    files += csv_on_the_web.files(package, [*standing, *made])
    files += dcat.files(package, [*files, *_files(standing)])
    return Downloads(package, files, _files(standing), released)


def files(root: Path = Path()) -> Iterator[tuple[str, bytes]]:
    """(path on the site, bytes) of every file."""
    for file in make(Package(root)).files:
        yield file.path, file.content


def entries(package: Package) -> list[catalogue.Entry]:
    """Every download with format, size, rows, date and terms, for people to choose from."""
    return catalogue.entries(package, package.once(make).shown)


def _files(resources: list[Resource]) -> list[File]:
    return [resource.file for resource in resources]
