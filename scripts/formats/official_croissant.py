"""data/official/croissant.json: the official tables for machine-learning tools, a dataset of their
own.
"""

from collections.abc import Iterator
from typing import Any

from scripts.formats import croissant, parquet
from scripts.formats.croissant import Table
from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.offering import citation, official_tables, reuse, urls
from scripts.offering.offered import Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, Resource

PATH = "data/official/croissant.json"
TABLES = "data/official/parquet"


def files(package: Package) -> Iterator[File]:
    """Nothing where there are no official tables."""
    tables = package.once(held)
    if tables:
        about = read_json(package.root / official_tables.DESCRIPTOR)
        what = "A description of the official tables for machine-learning tools."
        content = json_bytes(croissant.dataset(package, said(package), tables))
        yield File(PATH, content, f"{about['title']}: Croissant", what, official=True)
        yield from (table.file for table in tables)


def said(package: Package) -> dict[str, object]:
    """What is said of them as a whole: the licence of the publications, and how each is to be
    named.
    """
    about = read_json(package.root / official_tables.DESCRIPTOR)
    terms = package.once(official_tables.terms)
    return {
        "name": about["name"],
        "description": about["description"],
        "url": urls.url(package, "official/index.html"),
        "license": [terms.url, reuse.OURS_URL],
        "usageInfo": terms.rights,
        "keywords": about["keywords"],
        "citeAs": citation.whole(package).bibtex,
    }


def held(package: Package) -> list[Table]:
    """The official tables that have a row, each with its Parquet file."""
    descriptor = package.root / official_tables.DESCRIPTOR
    described = read_json(descriptor)["resources"] if descriptor.is_file() else []
    pairs = zip(described, official_tables.resources(package), strict=True)
    with_rows = [(about, resource) for about, resource in pairs if resource.rows]
    there = {about["name"] for about, _ in with_rows}
    return [_table(about, resource, there) for about, resource in with_rows]


def _table(about: dict[str, Any], resource: Resource, there: set[str]) -> Table:
    """One table, whose columns refer only to tables that are there."""
    references = {
        column: field
        for column, field in croissant.references_of(about).items()
        if field.partition("/")[0] in there
    }
    name = about["name"]
    file = File(f"{TABLES}/{name}.parquet", parquet.packed(resource), official=True)
    return Table(name, about["description"], resource.fields, resource.key, references, file)


FORMAT = Format(
    label="Croissant (official)",
    suffix=".json",
    media_type="application/json",
    purpose="Describes the official tables to machine-learning tools.",
    section="official",
    file_type="JSON",
    files=files,
    standards=(
        Standard(
            "Croissant 1.0",
            "https://docs.mlcommons.org/croissant/",
            PATH,
            "mlcroissant, validated and loaded",
            "a column that is not there, a file that is not there",
            "tests/formats/test_metadata.py",
        ),
    ),
)
