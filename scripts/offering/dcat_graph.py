"""DCAT-AP 3: the catalogue as RDF. Licences, media types, places and themes are IRIs with types.

The catalogue has the whole as one dataset and each document as one, for each document has its own
re-use terms.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import Graph

from scripts.model.files import read_json
from scripts.model.package import Package, Row
from scripts.offering import citation, coverage, official_tables, reuse, urls
from scripts.offering.resources import File
from scripts.pages import addresses

Node = dict[str, Any]
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "adms": "http://www.w3.org/ns/adms#",
}
EU = "http://publications.europa.eu/resource/authority/"
IANA = "https://www.iana.org/assignments/media-types/"
ONS = "http://statistics.data.gov.uk/id/statistical-geography/"
SHA256 = {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}


def nodes(package: Package, files: Iterable[File]) -> str:
    """The catalogue of all files that people can choose, as the text of JSON-LD."""
    return json.dumps({"@context": PREFIXES} | catalogue(package, files))


def read(text: str) -> Graph:
    """The same as RDF. Every node has an address: so its order is always the same."""
    return Graph().parse(data=text, format="json-ld")


def catalogue(package: Package, made: Iterable[File]) -> Node:
    """The catalogue as nested nodes: keys are prefixed names, values are nodes, literals or lists
    of them.
    """
    shown = [file for file in made if file.title]
    contract = package.contract
    return {
        "@id": urls.url(package, "catalog.ttl") + "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _text(contract["title"]),
        "dct:description": _text(contract["description"]),
        "dct:publisher": _us(package),
        "dct:language": _of("dct:LinguisticSystem", EU + "language/ENG"),
        "dct:license": _of("dct:LicenseDocument", reuse.OURS_URL),
        "dct:rights": _rights(_id(package, "#terms-ours"), reuse.OURS),
        "dct:issued": _day(package.released),
        "dct:modified": _day(package.released),
        "foaf:homepage": _of("foaf:Document", urls.site(package)),
        "dcat:themeTaxonomy": _of("skos:ConceptScheme", EU + "data-theme")
        | {"dct:title": _text("Data theme")},
        "dcat:dataset": [
            _whole(package, shown),
            *(_document(package, shown, row) for row in package["documents"]),
            *_official(package, shown),
        ],
    }


def _whole(package: Package, shown: list[File]) -> Node:
    contract = package.contract
    own = [file for file in shown if not file.document_id and not file.frozen and not file.official]
    return _dataset(
        package,
        "#whole",
        contract["title"],
        contract["description"],
        coverage.of_all(package),
        own,
        "index.html",
    ) | {
        "dct:accessRights": _of("dct:RightsStatement", EU + "access-right/PUBLIC"),
        "dct:hasPart": [
            {"@id": _id(package, "#" + row["document_id"])} for row in package["documents"]
        ],
    }


def _official(package: Package, shown: list[File]) -> Iterator[Node]:
    """The official statistics as a dataset of their own, with their publications as its sources."""
    own = [file for file in shown if file.official]
    if not own:
        return
    about = read_json(package.root / official_tables.DESCRIPTOR)
    title, what = about["title"], about["description"]
    covered = coverage.of_all(package)
    publications = official_tables.rows(package, "publications")
    yield _dataset(package, "#official", title, what, covered, own, addresses.OFFICIAL) | {
        "dct:accessRights": _of("dct:RightsStatement", EU + "access-right/PUBLIC"),
        "dct:provenance": [
            {
                "@id": _id(package, f"#{row['publication_id']}-provenance"),
                "@type": "dct:ProvenanceStatement",
                "rdfs:label": _text(row["attribution"]),
            }
            for row in publications
        ],
    }


def _document(package: Package, shown: list[File], row: Row) -> Node:
    key = row["document_id"]
    own = [file for file in shown if file.document_id == key]
    return _dataset(
        package,
        "#" + key,
        row["title"],
        row["description"],
        coverage.of_document(package, key),
        own,
        urls.document_page(key),
    ) | {
        "dct:accessRights": _of("dct:RightsStatement", EU + "access-right/PUBLIC"),
        "dct:isPartOf": {"@id": _id(package, "#whole")},
        "dct:provenance": {
            "@id": _id(package, f"#{key}-provenance"),
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": _text(row["attribution"]),
        },
    }


def _dataset(
    package: Package,
    anchor: str,
    title: str,
    description: str,
    covered: coverage.Coverage,
    own: list[File],
    page: str,
) -> Node:
    return {
        "@id": _id(package, anchor),
        "@type": "dcat:Dataset",
        "dct:title": _text(title),
        "dct:description": _text(description),
        "dct:publisher": _us(package),
        "dct:identifier": _id(package, anchor),
        "dct:issued": _day(package.released),
        "dct:modified": _day(package.released),
        "dct:language": _of("dct:LinguisticSystem", EU + "language/ENG"),
        "dcat:version": package.contract["version"],
        "dcat:keyword": [_text(word) for word in package.contract["keywords"]],
        "dcat:theme": _of("skos:Concept", EU + "data-theme/SOCI")
        | {"skos:prefLabel": _text("Population and society")},
        "dcat:landingPage": _of("foaf:Document", urls.url(package, page)),
        "foaf:page": _of("foaf:Document", urls.url(package, page)),
        "dct:spatial": [_place(package, area) for area in covered.areas],
        "dct:temporal": _period(_id(package, f"{anchor}-period"), covered),
        "dcat:distribution": [_distribution(package, file) for file in own],
    }


def _distribution(package: Package, file: File) -> Node:
    url = urls.url(package, file.path)
    sum_ = {
        "@id": url + "#checksum",
        "@type": "spdx:Checksum",
        "spdx:algorithm": SHA256,
        "spdx:checksumValue": _typed(hashlib.sha256(file.content).hexdigest(), "hexBinary"),
    }
    return {
        "@id": url + "#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _text(f"{file.title} ({file.label})"),
        "dct:description": _text(file.what or file.title),
        "dcat:accessURL": _of("rdfs:Resource", url),
        "dcat:downloadURL": _of("rdfs:Resource", url),
        "dcat:mediaType": _of("dct:MediaType", IANA + file.media_type),
        "dct:format": _of("dct:MediaTypeOrExtent", EU + "file-type/" + file.file_type)
        if file.file_type
        else [],
        "dcat:byteSize": _typed(str(len(file.content)), "nonNegativeInteger"),
        "dct:modified": _day(package.released),
        "spdx:checksum": sum_,
        **_terms(package, file),
    }


def _terms(package: Package, file: File) -> Node:
    """One licence where all its documents share it; else none, and the rights in words. Files of
    ours alone are under ours.
    """
    if file.official:
        official = package.once(official_tables.terms)
        return {
            "dct:rights": _rights(_id(package, "#terms-official"), official.rights),
            "dct:license": _of("dct:LicenseDocument", official.url),
        }
    held = [package.once(reuse.terms)[document] for document in file.documents]
    licences = {one.url for one in held} or {reuse.OURS_URL}
    words = [f"{one.title}. {one.attribution}" for one in held] or [reuse.OURS]
    said = " ".join(words if len(words) == 1 else [reuse.MIXED, *words])
    rights = {"dct:rights": _rights(_id(package, f"#terms-{_called(file.documents)}"), said)}
    return rights | (
        {"dct:license": _of("dct:LicenseDocument", licences.pop())} if len(licences) == 1 else {}
    )


def _called(documents: tuple[str, ...]) -> str:
    """A name for the terms of these documents together, said once however many files have them."""
    if len(documents) < 2:
        return documents[0] if documents else "ours"
    return hashlib.sha256("\n".join(documents).encode()).hexdigest()[:12]


def _period(address: str, covered: coverage.Coverage) -> Node | list[Node]:
    if not covered.start:
        return []
    return {
        "@id": address,
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(covered.start),
        "dcat:endDate": _day(covered.end),
    }


def _us(package: Package) -> Node:
    kind_of = _of("skos:Concept", "http://purl.org/adms/publishertype/NonProfitOrganisation")
    kind_of |= {"skos:prefLabel": _text("Non-profit organisation")}
    return {
        "@id": _id(package, "#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": _text(citation.whole_author(package)),
        "dct:type": kind_of,
    }


def _rights(address: str, words: str) -> Node:
    return {"@id": address, "@type": "dct:RightsStatement", "rdfs:label": _text(words)}


def _id(package: Package, anchor: str) -> str:
    return urls.url(package, "catalog.ttl") + anchor


def _of(type_: str, iri: str) -> Node:
    return {"@id": iri, "@type": type_}


def _text(words: str) -> Node:
    return {"@value": " ".join(words.split()), "@language": "en"}


def _day(date: str) -> Node:
    return _typed(date, "date")


def _typed(text: str, type_: str) -> Node:
    return {"@value": text, "@type": f"xsd:{type_}"}


def _place(package: Package, area: Row) -> Node:
    """A place by the address of its own code; without one, by its name alone."""
    code = coverage.code(area)
    named = {
        "@id": _id(package, f"#area-{area['area_id']}"),
        "@type": "dct:Location",
        "rdfs:label": _text(area["title"]),
    }
    return _of("dct:Location", ONS + code) if code else named
