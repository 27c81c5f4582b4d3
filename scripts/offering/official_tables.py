"""The official statistics to take away: tables of their own, each with the licence and attribution
of its publications.

Reads data/official. They are never part of the files with our figures.
"""

from typing import Any, NamedTuple

from scripts.model.files import read_json, read_rows
from scripts.model.package import Package, Row
from scripts.offering.resources import Resource

FOLDER = "data/official"
DESCRIPTOR = f"{FOLDER}/datapackage.json"
OURS = "The mapping, the reasons and the registers are ours: CC BY 4.0."


class Terms(NamedTuple):
    """Under which licence official numbers may be used again, and the lines to copy."""

    title: str
    url: str
    attributions: tuple[str, ...]

    @property
    def rights(self) -> str:
        return " ".join([f"{self.title}.", *self.attributions, OURS])


def resources(package: Package) -> list[Resource]:
    """The official tables as CSV files that stand on the site; none where there are none."""
    return package.once(read)


def read(package: Package) -> list[Resource]:
    path = package.root / DESCRIPTOR
    if not path.is_file():
        return []
    return [_resource(package, table) for table in read_json(path)["resources"]]


def _resource(package: Package, table: dict[str, Any]) -> Resource:
    path = package.root / FOLDER / table["path"]
    return Resource(
        f"{FOLDER}/{table['path']}",
        f"Official statistics: {table['title']}",
        table["description"],
        table["schema"]["fields"],
        read_rows(path),
        (),
        tuple(table["schema"].get("primaryKey", [])),
        path.read_bytes(),
        official=True,
    )


def rows(package: Package, name: str) -> list[Row]:
    """The rows of one official table."""
    path = f"{FOLDER}/{name}.csv"
    return next((each.rows for each in resources(package) if each.path == path), [])


def terms(package: Package) -> Terms:
    """The licence of all publications and the attribution of each; they share one licence."""
    publications = rows(package, "publications")
    lines = tuple(dict.fromkeys(row["attribution"] for row in publications))
    return Terms(publications[0]["licence"], publications[0]["licence_url"], lines)
