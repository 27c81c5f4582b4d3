"""Whatever area a figure is for, all is published; no description gives an area another's code."""

import json

import pytest
from rdflib import RDF, Graph, Namespace

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.offering import dfe_pairs, downloads
from scripts.verbs import build, publish
from tests.conftest import copy_miniature
from tests.formats.conftest import set_contract, settings
from tests.reading import areas_of_every_kind as every_kind

DCT = Namespace("http://purl.org/dc/terms/")
ADDRESS = "https://areas.example/"
WITHOUT_LEVEL = ("northbridge-and-southmere-report", "northbridge-police-force-area-report")
WITHOUT_DFE_CODE = ("llanfelin-report", "invermuir-report")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project in small with a document for each kind of area, published."""
    root = copy_miniature(tmp_path_factory.mktemp("areas") / "miniature")
    for written, area_id in every_kind.WRITTEN.items():
        every_kind.add(root, written, area_id)
    assert build.main(root) == 0
    set_contract(root, ADDRESS)
    settings(root)
    assert publish.main(root) == 0
    return root


@pytest.fixture(scope="module")
def made(project):
    return Package(project).once(downloads.make)


@pytest.fixture(scope="module")
def content(made):
    return {file.path: file.content for file in made.files}


def test_each_document_and_its_area_have_a_page_and_no_other_area_has_one(project):
    areas = {path.stem for path in (project / "site/areas").glob("*.html")} - {"index"}
    documents = read_rows(project / "data/tidy/documents.csv")
    assert areas == {row["area_id"] for row in documents}
    for row in documents:
        assert (project / f"site/documents/{row['document_id']}.html").is_file()


def places(page):
    """The places of the description in the head of a page: names with codes."""
    start = '<script type="application/ld+json">'
    text = page.read_text(encoding="utf-8").split(start, 1)[1].split("</script>", 1)[0]
    covered = json.loads(text)["spatialCoverage"]
    every = covered.get("containsPlace", [covered])
    return {place["name"]: place.get("identifier") for place in every}


def test_the_head_of_a_page_gives_a_place_its_own_code_or_none(project):
    expected = {
        "northbridge-and-southmere-report": {"Northbridge and Southmere": None},
        "northbridge-police-force-area-report": {"Northbridge police force area": "E98000001"},
        "llanfelin-report": {"Llanfelin": "W99000001"},
        "invermuir-report": {"Invermuir": "S99000001"},
    }
    found = {name: places(project / f"site/documents/{name}.html") for name in expected}
    assert found == expected


def test_the_catalogue_gives_a_place_its_own_code_or_its_name(content):
    graph = Graph().parse(data=content["catalog.ttl"].decode(), format="turtle")
    codes = {str(place).rsplit("/", 1)[-1] for place in graph.subjects(RDF.type, DCT.Location)}
    assert {"E98000001", "W99000001", "S99000001"} <= codes
    assert not {"E99000000", "W99000000", "S99000000"} & codes
    assert '"Northbridge and Southmere"@en' in content["catalog.ttl"].decode()


def test_the_department_s_format_leaves_out_what_it_has_no_place_for_and_says_why(made):
    pairs, cuts = dfe_pairs.pairs(made.package)
    assert pairs
    reasons = {cut.figure_id.split("/")[0]: cut.reason for cut in cuts}
    assert all(reasons[name] == dfe_pairs.NO_LEVEL for name in WITHOUT_LEVEL)
    assert all(reasons[name] == dfe_pairs.NO_CODE for name in WITHOUT_DFE_CODE)
    kept = {row["la_name"] for pair in pairs for row in pair.data}
    assert kept == {"Northbridge", "Southmere"}


def test_the_figures_themselves_are_in_every_other_download(content, made):
    flat = content["data/flat/figures.csv"].decode()
    for name in (*WITHOUT_LEVEL, *WITHOUT_DFE_CODE):
        assert f"{name}/prose/all" in flat
        assert f"api/v1/documents/{name}.json" in content
