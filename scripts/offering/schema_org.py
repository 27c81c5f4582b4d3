"""schema.org `Dataset` as JSON-LD for the head of pages: the whole, a document, a table. The
context is http:, as the shapes ask.
"""

import json
from collections.abc import Iterable
from typing import Any

from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.offering import citation, coverage, official_tables, reuse, urls
from scripts.offering.offered import Standard
from scripts.offering.resources import File
from scripts.pages import addresses

STANDARD = Standard(
    "schema.org Dataset",
    "https://schema.org/Dataset",
    "the head of the pages of the whole, each document and each table",
    (
        "pyshacl with the shapes of ESIP (Google required and recommended, science-on-schema.org "
        "1.2.3)"
    ),
    "a short description, no name, no licence, two time spans, no version, another namespace",
    "tests/formats/test_metadata.py",
)
CONTEXT = {"@vocab": "http://schema.org/"}
SHORTEST, LONGEST = 50, 5_000


def whole(package: Package, files: Iterable[File]) -> dict[str, Any]:
    contract = package.contract
    parts = [
        {"@id": urls.url(package, urls.document_page(row["document_id"]))}
        for row in package["documents"]
    ]
    return _dataset(
        package,
        "index.html",
        contract["title"],
        contract["description"],
        coverage.of_all(package),
        [
            file
            for file in files
            if file.title and not file.document_id and not file.frozen and not file.official
        ],
        urls.url(package, urls.api("licences")),
        citation.whole(package),
    ) | {
        "hasPart": parts,
        "usageInfo": reuse.MIXED,
        "includedInDataCatalog": {"@id": urls.url(package, "catalog.jsonld")},
    }


def official(package: Package, files: Iterable[File]) -> dict[str, Any]:
    """The official statistics, a dataset of their own, based on their publications."""
    about = read_json(package.root / official_tables.DESCRIPTOR)
    terms = package.once(official_tables.terms)
    based = [
        {"@type": "CreativeWork", "name": row["title"], "url": row["url"]}
        for row in official_tables.rows(package, "publications")
    ]
    return _dataset(
        package,
        addresses.OFFICIAL,
        about["title"],
        about["description"],
        coverage.of_all(package),
        [file for file in files if file.title and file.official],
        terms.url,
        citation.whole(package),
    ) | {"isBasedOn": based, "usageInfo": terms.rights}


def document(package: Package, files: Iterable[File], document_id: str) -> dict[str, Any]:
    row = package.term("documents", document_id)
    own = [file for file in files if file.title and file.document_id == document_id]
    covered, cited = (
        coverage.of_document(package, document_id),
        citation.document(package, document_id),
    )
    page = urls.document_page(document_id)
    return _dataset(
        package,
        page,
        row["title"],
        row["description"],
        covered,
        own,
        *_terms(package, document_id),
        cited,
    ) | _source(package, row)


def table(package: Package, files: Iterable[File], table_id: str) -> dict[str, Any]:
    row = package.term("tables", table_id)
    of = package.term("documents", row["document_id"])
    own = [file for file in files if file.title and file.table_id == table_id]
    description = f"{row['title']} ({row['locator']}). {row['description']} From: {of['title']}."
    covered, cited = coverage.of_table(package, table_id), citation.table(package, table_id)
    title = f"{row['title']}. {of['title']}"
    page = urls.table_page(table_id)
    whole_document = {
        "isPartOf": {"@id": urls.url(package, urls.document_page(row["document_id"]))}
    }
    return (
        _dataset(
            package,
            page,
            title,
            description,
            covered,
            own,
            *_terms(package, row["document_id"]),
            cited,
        )
        | _source(package, of)
        | whole_document
    )


def script(thing: dict[str, Any]) -> str:
    """The text between <script type="application/ld+json"> and </script>, in ASCII: no `<` of the
    data can end it.
    """
    return json.dumps(thing).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _dataset(
    package: Package,
    page: str,
    name: str,
    description: str,
    covered: coverage.Coverage,
    files: list[File],
    licence: str,
    cited: citation.Citation,
) -> dict[str, Any]:
    url = urls.url(package, page)
    us = {
        "@type": "Organization",
        "name": citation.whole_author(package),
        "url": urls.site(package),
    }
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "identifier": url,
        "sameAs": url,
        "name": name,
        "alternateName": name,
        "description": _fitting(description, package),
        "keywords": package.contract["keywords"],
        "license": licence,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "creator": us,
        "publisher": us,
        "version": package.contract["version"],
        "datePublished": package.released,
        "dateModified": package.released,
        "citation": cited.full,
        **_times(covered),
        **_places(covered),
        "variableMeasured": _measures(covered, name),
        "distribution": [_download(package, file) for file in files],
    }


def _fitting(text: str, package: Package) -> str:
    """50 to 5,000 characters, as Google asks; a short description is followed by that of the
    whole.
    """
    text = " ".join(text.split())
    return (text if len(text) >= SHORTEST else f"{text} {package.contract['description']}")[
        :LONGEST
    ]


def _times(covered: coverage.Coverage) -> dict[str, Any]:
    return {"temporalCoverage": f"{covered.start}/{covered.end}"} if covered.start else {}


def _places(covered: coverage.Coverage) -> dict[str, Any]:
    """One place, as the shapes allow; what lies in it is listed inside."""
    places = [_place(area) for area in covered.areas]
    if len(places) == 1:
        return {"spatialCoverage": places[0]}
    return {
        "spatialCoverage": {
            "@type": "Place",
            "name": ", ".join(place["name"] for place in places),
            "containsPlace": places,
        }
    }


def _place(area: dict[str, str]) -> dict[str, Any]:
    """A place by its name, with its own code where it has one."""
    code = coverage.code(area)
    return {"@type": "Place", "name": area["title"]} | ({"identifier": code} if code else {})


def _measures(covered: coverage.Coverage, name: str) -> list[dict[str, Any]]:
    """The measures as properties with their units; facts that are not numbers are named as such."""
    measures = [
        {
            "@type": "PropertyValue",
            "name": row["title"],
            "description": row["definition"],
            "unitText": row["unit"],
        }
        for row in covered.measures
    ]
    return measures or [{"@type": "PropertyValue", "name": "Published facts that are not numbers"}]


def _download(package: Package, file: File) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": f"{file.title} ({file.label})",
        "contentUrl": urls.url(package, file.path),
        "encodingFormat": file.media_type,
        "contentSize": f"{len(file.content)} B",
    }


def _terms(package: Package, document_id: str) -> tuple[str]:
    return (package.once(reuse.terms)[document_id].url,)


def _source(package: Package, row: dict[str, str]) -> dict[str, Any]:
    """The document it comes from, with the line to copy."""
    publisher = package.term("publishers", row["publisher_id"])["title"]
    about = {
        "@type": "CreativeWork",
        "name": row["attribution"],
        "publisher": {"@type": "Organization", "name": publisher},
    }
    about |= {"datePublished": row["date"]} if row["date"] else {}
    return {
        "isBasedOn": about | ({"url": row["url"]} if row["url"] else {}),
        "creditText": row["attribution"],
    }
