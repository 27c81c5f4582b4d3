"""DCAT-AP 3: catalog.jsonld and catalog.ttl, written from one structure. Licences, media types, places and themes are IRIs with types.

The catalogue has the whole as one dataset and each document as one, for each document has its own re-use terms.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.offering import citation, coverage, official_tables, reuse, urls
from scripts.offering.media_types import kind
from scripts.offering.records import json_bytes
from scripts.offering.resources import File
from scripts.pages import addresses

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


def files(package: Package, made: list[File]) -> Iterator[File]:
    thing = catalogue(package, made)
    what = "A description of everything for catalogues that harvest DCAT-AP 3."
    title = f"{package.contract['title']}: catalogue"
    yield File("catalog.jsonld", json_bytes({"@context": PREFIXES} | thing), title, what)
    yield File("catalog.ttl", turtle(thing).encode(), title, what)


def catalogue(package: Package, made: Iterable[File]) -> dict:
    """The catalogue as nested nodes: keys are prefixed names, values are nodes, literals or lists of them."""
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
        "dct:rights": _rights(reuse.OURS),
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


def turtle(node: dict) -> str:
    """The same structure as Turtle."""
    prefixes = "".join(f"@prefix {name}: <{value}> .\n" for name, value in PREFIXES.items())
    nodes: dict[str, dict] = {}
    _gather(node, nodes)
    return prefixes + "".join(
        f"\n{_iri(key)} {_properties(value)} .\n" for key, value in nodes.items()
    )


def _whole(package: Package, shown: list[File]) -> dict:
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


def _official(package: Package, shown: list[File]) -> Iterator[dict]:
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
            {"@type": "dct:ProvenanceStatement", "rdfs:label": _text(row["attribution"])}
            for row in publications
        ],
    }


def _document(package: Package, shown: list[File], row: dict) -> dict:
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
) -> dict:
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
        "dct:spatial": [_place(area) for area in covered.areas],
        "dct:temporal": _period(covered),
        "dcat:distribution": [_distribution(package, file) for file in own],
    }


def _distribution(package: Package, file: File) -> dict:
    url, about = urls.url(package, file.path), kind(file.path)
    sum_ = {
        "@type": "spdx:Checksum",
        "spdx:algorithm": SHA256,
        "spdx:checksumValue": _typed(hashlib.sha256(file.content).hexdigest(), "hexBinary"),
    }
    return {
        "@id": url + "#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _text(f"{file.title} ({about.name})"),
        "dct:description": _text(file.what or file.title),
        "dcat:accessURL": _of("rdfs:Resource", url),
        "dcat:downloadURL": _of("rdfs:Resource", url),
        "dcat:mediaType": _of("dct:MediaType", IANA + about.media_type),
        "dct:format": _of("dct:MediaTypeOrExtent", EU + "file-type/" + about.file_type)
        if about.file_type
        else [],
        "dcat:byteSize": _typed(str(len(file.content)), "nonNegativeInteger"),
        "dct:modified": _day(package.released),
        "spdx:checksum": sum_,
        **_terms(package, file),
    }


def _terms(package: Package, file: File) -> dict:
    """One licence where all its documents share it; else none, and the rights in words. Files of ours alone are under ours."""
    if file.official:
        official = package.once(official_tables.terms)
        return {
            "dct:rights": _rights(official.rights),
            "dct:license": _of("dct:LicenseDocument", official.url),
        }
    held = [package.once(reuse.terms)[document] for document in file.documents]
    licences = {one.url for one in held} or {reuse.OURS_URL}
    words = [f"{one.title}. {one.attribution}" for one in held] or [reuse.OURS]
    rights = {"dct:rights": _rights(" ".join(words if len(words) == 1 else [reuse.MIXED, *words]))}
    return rights | (
        {"dct:license": _of("dct:LicenseDocument", licences.pop())} if len(licences) == 1 else {}
    )


def _place(area: dict) -> dict:
    """A place by the address of its own code; without one, by its name alone."""
    code = coverage.code(area)
    named = {"@type": "dct:Location", "rdfs:label": _text(area["title"])}
    return _of("dct:Location", ONS + code) if code else named


def _period(covered: coverage.Coverage) -> dict | list:
    if not covered.start:
        return []
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(covered.start),
        "dcat:endDate": _day(covered.end),
    }


def _us(package: Package) -> dict:
    kind_of = _of("skos:Concept", "http://purl.org/adms/publishertype/NonProfitOrganisation")
    kind_of |= {"skos:prefLabel": _text("Non-profit organisation")}
    return {
        "@id": _id(package, "#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": _text(citation.whole_author(package)),
        "dct:type": kind_of,
    }


def _rights(words: str) -> dict:
    return {"@type": "dct:RightsStatement", "rdfs:label": _text(words)}


def _id(package: Package, anchor: str) -> str:
    return urls.url(package, "catalog.ttl") + anchor


def _of(type_: str, iri: str) -> dict:
    return {"@id": iri, "@type": type_}


def _text(words: str) -> dict:
    return {"@value": " ".join(words.split()), "@language": "en"}


def _day(date: str) -> dict:
    return _typed(date, "date")


def _typed(text: str, type_: str) -> dict:
    return {"@value": text, "@type": f"xsd:{type_}"}


def _gather(node: dict, nodes: dict[str, dict]) -> None:
    """Every node that has an address, once, with what is said of it."""
    nodes.setdefault(node["@id"], {}).update(_said(node))
    for value in _said(node).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "@value" not in one:
                _gather_inner(one, nodes)


def _gather_inner(node: dict, nodes: dict[str, dict]) -> None:
    if "@id" in node and len(node) > 1:
        _gather(node, nodes)
    elif "@id" not in node:
        for value in node.values():
            if isinstance(value, dict) and "@value" not in value:
                _gather_inner(value, nodes)


def _said(node: dict) -> dict:
    return {key: value for key, value in node.items() if key != "@id" and value != []}


def _properties(said: dict) -> str:
    return " ;\n  ".join(
        f"{'a' if key == '@type' else key} {_objects(key, value)}" for key, value in said.items()
    )


def _objects(key: str, value) -> str:
    return ", ".join(_object(key, one) for one in (value if isinstance(value, list) else [value]))


def _object(key: str, value) -> str:
    """One object: a type, an address, a literal, or a node without an address."""
    if isinstance(value, str):
        return value if key == "@type" else json.dumps(value, ensure_ascii=False)
    if "@value" in value:
        ending = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return json.dumps(value["@value"], ensure_ascii=False) + ending
    return _iri(value["@id"]) if "@id" in value else f"[ {_properties(value)} ]"


def _iri(text: str) -> str:
    return text if text.split(":", 1)[0] in PREFIXES else f"<{text}>"
