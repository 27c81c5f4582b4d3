"""croissant.json: the tables for machine-learning tools (Croissant 1.0), from the contract's
columns.

Records are read from Parquet: of a CSV, those tools take N/A, which somebody printed, for a gap.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.formats import parquet
from scripts.model.package import Package
from scripts.offering import citation, flat, reuse, urls
from scripts.offering.offered import Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, of_contract

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
TYPES = {"number": "sc:Float", "integer": "sc:Integer", "date": "sc:Date"}


class Table(NamedTuple):
    """One table with the Parquet file that has its rows; `references` is column to the field it
    refers to.
    """

    name: str
    description: str
    fields: list[dict[str, Any]]
    key: tuple[str, ...]
    references: dict[str, str]
    file: File


def files(package: Package) -> Iterator[File]:
    what = "A description of the tables for machine-learning tools."
    yield File(
        "croissant.json",
        json_bytes(description(package)),
        f"{package.contract['title']}: Croissant",
        what,
    )


def description(package: Package) -> dict[str, Any]:
    contract = package.contract
    licences = sorted({held.url for held in package.once(reuse.terms).values()})
    about = {
        "name": contract["name"],
        "description": contract["description"],
        "url": urls.site(package),
        "license": [reuse.OURS_URL, *licences],
        "usageInfo": reuse.MIXED,
        "keywords": contract["keywords"],
        "citeAs": citation.whole(package).bibtex,
    }
    return dataset(package, about, tables(package))


def dataset(package: Package, about: dict[str, Any], tables: list[Table]) -> dict[str, Any]:
    """The description of some tables. `about` is what is said of them as a whole."""
    maker = {"@type": "sc:Organization", "name": citation.whole_author(package)}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **about,
        "version": package.contract["version"],
        "datePublished": package.released,
        "isLiveDataset": False,
        "creator": maker,
        "publisher": maker,
        "distribution": [_file(package, table) for table in tables],
        "recordSet": [_records(table) for table in tables],
    }


def tables(package: Package) -> list[Table]:
    """Those of the contract, and the figures with all names."""
    resources = [*package.once(of_contract), package.once(flat.figures)]
    held = [*package.once(parquet.tables).items(), ("all_figures", package.once(parquet.flat_file))]
    references = {table["name"]: references_of(table) for table in package.contract["resources"]}
    return [
        Table(
            name,
            resource.description,
            resource.fields,
            resource.key,
            references.get(name, {}),
            file,
        )
        for (name, file), resource in zip(held, resources, strict=True)
    ]


def _file(package: Package, table: Table) -> dict[str, Any]:
    content = table.file.content
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.parquet",
        "name": f"{table.name}.parquet",
        "description": table.description,
        "contentUrl": urls.url(package, table.file.path),
        "contentSize": f"{len(content)} B",
        "encodingFormat": "application/x-parquet",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _records(table: Table) -> dict[str, Any]:
    name = table.name
    key = {"key": [{"@id": f"{name}/{column}"} for column in table.key]} if table.key else {}
    fields = [
        _field(name, field, table.references.get(field["name"], "")) for field in table.fields
    ]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.description,
        **key,
        "field": fields,
    }


def _field(name: str, field: dict[str, Any], reference: str) -> dict[str, Any]:
    refers = {"references": {"field": {"@id": reference}}} if reference else {}
    return {
        "@type": "cr:Field",
        "@id": f"{name}/{field['name']}",
        "name": field["name"],
        "description": f"{field['title']}: {field['description']}",
        "dataType": TYPES.get(field["type"], "sc:Text"),
        **refers,
        "source": {"fileObject": {"@id": f"{name}.parquet"}, "extract": {"column": field["name"]}},
    }


def references_of(table: dict[str, Any]) -> dict[str, str]:
    """Column to the field it refers to. Croissant has no word for keys of several columns.

    It takes a table that refers to itself for a circle, and does not load it.
    """
    keys = [
        key
        for key in table["schema"].get("foreignKeys", [])
        if len(key["fields"]) == 1 and key["reference"]["resource"] not in ("", table["name"])
    ]
    return {
        key["fields"][0]: f"{key['reference']['resource']}/{key['reference']['fields'][0]}"
        for key in keys
    }


FORMAT = Format(
    label="Croissant",
    suffix=".json",
    media_type="application/json",
    purpose="Describes the tables to machine-learning tools.",
    section="descriptions",
    file_type="JSON",
    files=files,
    standards=(
        Standard(
            "Croissant 1.0",
            "https://docs.mlcommons.org/croissant/",
            "croissant.json",
            "mlcroissant, validated and loaded",
            "a column that is not there, a file that is not there",
            "tests/formats/test_metadata.py",
        ),
    ),
)
