"""Every download, description and API file of the site, from one reading of the package. No clock: the same data, the same bytes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.website.downloads import api, archives, citation, columnar, database, dfe, openapi, tables, whole_json, workbook
from scripts.website.downloads.package import File, Package, Resource, read


class Downloads(NamedTuple):
    """`files` are to be written; `standing` are shown to people and stand in the repository already."""

    package: Package
    files: list[File]
    standing: list[File]


def make(root: Path = Path()) -> Downloads:
    package = read(root)
    made = [*tables.resources(package)]
    standing = [*package.resources, *package.printed]
    files = [resource.file for resource in made]
    for maker in MAKERS:
        files += maker(package)
    return Downloads(package, files, [resource.file for resource in standing])


def files(root: Path = Path()) -> Iterator[tuple[str, bytes]]:
    """(path on the site, bytes) of every file."""
    for file in make(root).files:
        yield file.path, file.content


MAKERS: list[Callable[[Package], Iterator[File] | list[File]]] = [
    archives.files,
    lambda package: [workbook.file(package), database.file(package), whole_json.file(package)],
    columnar.files,
    dfe.files,
    api.files,
    lambda package: [openapi.file(package)],
    citation.files,
]
