"""catalog.ttl: the catalogue (DCAT-AP 3) as Turtle."""

from scripts.model.made_before import made
from scripts.model.package import Package
from scripts.offering import dcat_graph
from scripts.offering.offered import Format, Standard
from scripts.offering.resources import File


def describes(package: Package, files: list[File]) -> list[File]:
    nodes = dcat_graph.nodes(package, files)
    content = made("turtle", [nodes], lambda: dcat_graph.read(nodes).serialize(encoding="utf-8"))
    title = f"{package.contract['title']}: catalogue"
    what = "A description of everything for catalogues that harvest DCAT-AP 3."
    return [File("catalog.ttl", content, title, what)]


FORMAT = Format(
    label="Turtle",
    suffix=".ttl",
    media_type="text/turtle",
    purpose="For catalogues of data.",
    section="descriptions",
    file_type="RDF_TURTLE",
    describes=describes,
    standards=(
        Standard(
            "DCAT-AP 3.0.1",
            "https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
            "catalog.ttl",
            "pyshacl with the shapes of SEMIC, ranges included",
            "no title, no address, a licence or a media type as text, a size as text",
            "tests/formats/test_metadata.py",
        ),
    ),
)
