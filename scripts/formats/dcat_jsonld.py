"""catalog.jsonld: the catalogue (DCAT-AP 3) as JSON-LD."""

from scripts.model.package import Package
from scripts.offering import dcat_graph
from scripts.offering.offered import Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File


def describes(package: Package, files: list[File]) -> list[File]:
    nodes = {"@context": dcat_graph.PREFIXES} | dcat_graph.catalogue(package, files)
    title = f"{package.contract['title']}: catalogue"
    what = "A description of everything for catalogues that harvest DCAT-AP 3."
    return [File("catalog.jsonld", json_bytes(nodes), title, what)]


FORMAT = Format(
    label="JSON-LD",
    suffix=".jsonld",
    media_type="application/ld+json",
    purpose="For catalogues of data.",
    section="descriptions",
    file_type="JSON_LD",
    describes=describes,
    standards=(
        Standard(
            "DCAT-AP 3.0.1",
            "https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
            "catalog.jsonld",
            "pyshacl with the shapes of SEMIC, ranges included",
            "no title, no address, a licence or a media type as text, a size as text",
            "tests/formats/test_metadata.py",
        ),
    ),
)
