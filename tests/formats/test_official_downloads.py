"""Official statistics are files of their own, with the licence and attribution of their
publications, and never mixed with ours.
"""

import io
import json
import zipfile

import pytest

from scripts.formats import archives, csv_on_the_web, official_json, official_zip
from scripts.model import validity
from scripts.offering import dcat_graph, downloads, official_tables, schema_org

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
LINE = "Department of Examples, The children count."


@pytest.fixture(scope="module")
def made(package):
    return package.once(downloads.make)


def test_every_official_file_names_licence_and_attribution_in_the_catalogue(package, made):
    nodes = dcat_graph.catalogue(package, made.shown)["dcat:dataset"]
    official = next(node for node in nodes if node["@id"].endswith("#official"))
    distributions = official["dcat:distribution"]
    assert len(distributions) == len(official_tables.resources(package)) + 2
    assert {each["dct:license"]["@id"] for each in distributions} == {LICENCE}
    assert all(LINE in json.dumps(each["dct:rights"]) for each in distributions)


def test_the_catalogue_of_the_whole_has_no_official_file(package, made):
    whole = dcat_graph.catalogue(package, made.shown)["dcat:dataset"][0]
    assert not [one for one in whole["dcat:distribution"] if "official" in one["@id"]]


def test_csv_on_the_web_names_the_licence(package):
    resource = official_tables.resources(package)[0]
    (found,) = csv_on_the_web.group(package, [resource.file])["tables"]
    assert found["dc:license"] == {"@id": LICENCE}
    assert LINE in found["dc:rights"]


def test_schema_org_names_the_publications(package, made):
    found = schema_org.official(package, made.shown)
    assert found["license"] == LICENCE
    assert [one["name"] for one in found["isBasedOn"]] == ["The children count of Exampleland"]


def test_the_api_has_the_register_with_licence_and_attribution(package):
    files = {file.path: file.content for file in official_json.files(package)}
    agreement = json.loads(files["api/v1/official/agreement.json"])
    assert agreement["licence_url"] == LICENCE
    verdict = agreement["agreement"]["columns"].index("agreement_verdict_id")
    verdicts = {row[verdict] for row in agreement["agreement"]["rows"]}
    assert verdicts == {"agrees", "differs_slightly"}
    index = json.loads(files["api/v1/official/index.json"])
    assert index["agreement"] == {"agrees": 1, "differs_slightly": 3}
    for address in index["lists"].values():
        assert f"api/v1/{address.partition('/api/v1/')[2]}" in files


def test_the_zip_is_a_valid_package_of_its_own(package, tmp_path):
    with zipfile.ZipFile(io.BytesIO(official_zip.zipped(package).content)) as archive:
        archive.extractall(tmp_path)
    assert list(validity.errors(tmp_path / "datapackage.json")) == []


def test_the_zip_of_our_figures_has_no_official_table(package):
    with zipfile.ZipFile(io.BytesIO(archives.whole(package).content)) as archive:
        assert not [name for name in archive.namelist() if "official" in name]
