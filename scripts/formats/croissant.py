"""croissant.json: the tables for machine-learning tools (Croissant 1.0), from the contract's columns."""

import hashlib
from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.offering import citation, flat, reuse, urls
from scripts.offering.offered import Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, Resource, of_contract

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
    resources = [
        *zip(package.rows, package.once(of_contract), strict=True),
        ("all_figures", package.once(flat.figures)),
    ]
    references = {table["name"]: _references(table) for table in contract["resources"]}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": contract["name"],
        "description": contract["description"],
        "url": urls.site(package),
        "version": contract["version"],
        "datePublished": package.released,
        "license": [
            reuse.OURS_URL,
            *sorted({held.url for held in package.once(reuse.terms).values()}),
        ],
        "usageInfo": reuse.MIXED,
        "keywords": contract["keywords"],
        "citeAs": citation.whole(package).bibtex,
        "isLiveDataset": False,
        "creator": {"@type": "sc:Organization", "name": citation.whole_author(package)},
        "publisher": {"@type": "sc:Organization", "name": citation.whole_author(package)},
        "distribution": [_file(package, name, resource) for name, resource in resources],
        "recordSet": [
            _records(name, resource, references.get(name, {})) for name, resource in resources
        ],
    }


def _file(package: Package, name: str, resource: Resource) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{name}.csv",
        "name": f"{name}.csv",
        "description": resource.description,
        "contentUrl": urls.url(package, resource.path),
        "contentSize": f"{len(resource.content)} B",
        "encodingFormat": "text/csv",
        "sha256": hashlib.sha256(resource.content).hexdigest(),
    }


def _records(name: str, resource: Resource, references: dict[str, str]) -> dict[str, Any]:
    key = {"key": [{"@id": f"{name}/{column}"} for column in resource.key]} if resource.key else {}
    fields = [_field(name, field, references.get(field["name"], "")) for field in resource.fields]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": resource.description,
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
        "source": {"fileObject": {"@id": f"{name}.csv"}, "extract": {"column": field["name"]}},
    }


def _references(table: dict[str, Any]) -> dict[str, str]:
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
