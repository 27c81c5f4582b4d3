"""Each description of the data is valid for a validator that is not ours, and that validator
rejects a bad one.
"""

import json
import warnings
from xml.etree import ElementTree

import frictionless
import mlcroissant
import pyshacl
import pytest
import rdflib
import yaml
from csvw import CSVW
from etils import epath
from jsonschema import Draft7Validator
from rdflib.compare import isomorphic

from scripts.formats import croissant as croissant_format
from scripts.formats import feed, parquet
from scripts.model.package import Package
from scripts.offering import changelog, citation, official_tables, resources, schema_org

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = rdflib.Namespace("http://schema.org/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
ATOM = "{http://www.w3.org/2005/Atom}"
SHAPES = ["googleRequired", "googleRecommended", "soso_common_v1.2.3"]


def conforms(graph, shapes):
    """Whether a graph fits the shapes, and the report; references to shapes that the profile forgot
    to publish are dropped.
    """
    for triple in [
        triple
        for triple in shapes.triples((None, SH.property, None))
        if (triple[2], SH.path, None) not in shapes
    ]:
        shapes.remove(triple)
    fits, _, report = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    return fits, report


# --- CSV on the Web


def csvw_is_valid(path):
    """The validator raises, or warns, or says so."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            return CSVW(str(path), validate=True).is_valid and not told
        except (ValueError, OSError):
            return False


def test_every_csv_has_a_valid_description_beside_it(served):
    tables = sorted(served.folder.rglob("*.csv"))
    assert len(tables) > 50
    apart = {"official", "1.0.0", "v1.0.0"}  # has a package of its own; is frozen
    folders = {table.parent for table in tables} - {
        table.parent for table in tables if table.parent.name in apart
    }
    for folder in sorted(folders):
        described = json.loads((folder / "csv-metadata.json").read_text())["tables"]
        assert {one["url"] for one in described} == {path.name for path in folder.glob("*.csv")}
        assert csvw_is_valid(folder / "csv-metadata.json"), folder


@pytest.mark.parametrize(
    ("old", "new"),
    [('"decimal"', '"date"'), ('"figure_id"', '"figure_number"'), ("figures.csv", "nothing.csv")],
)
def test_a_wrong_description_of_a_csv_is_rejected(served, tmp_path, old, new):
    folder = served.folder / "data/flat"
    for path in folder.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    described = (folder / "csv-metadata.json").read_text()
    assert old in described and csvw_is_valid(folder / "csv-metadata.json")
    (tmp_path / "csv-metadata.json").write_text(described.replace(old, new))
    assert not csvw_is_valid(tmp_path / "csv-metadata.json")


def test_a_column_is_described_once_in_a_folder_and_named_in_each_table(served):
    described = json.loads((served.folder / "data/by-topic/csv-metadata.json").read_text())
    columns = [one for table in described["tables"] for one in table["tableSchema"]["columns"]]
    told = [(one["titles"], one["dc:description"]) for one in columns if "dc:description" in one]
    assert len(told) == len(set(told)) < len(columns)
    assert {title for title, _ in told} == {one["titles"] for one in columns}


# --- schema.org


@pytest.fixture(scope="module")
def datasets(served):
    """The JSON-LD of the whole, of every document and of every table."""
    package, shown = served.downloads.package, served.downloads.shown
    documents = [
        schema_org.document(package, shown, row["document_id"]) for row in package["documents"]
    ]
    tables = [schema_org.table(package, shown, row["table_id"]) for row in package["tables"]]
    return [schema_org.whole(package, shown), *documents, *tables]


def graph_of(*things):
    graph = rdflib.Graph()
    for thing in things:
        graph.parse(data=schema_org.script(thing), format="json-ld")
    return graph


@pytest.mark.parametrize("name", SHAPES)
def test_the_pages_datasets_fit_the_shapes(datasets, profile, name):
    graph = graph_of(*datasets)
    assert len(set(graph.subjects(rdflib.RDF.type, SCHEMA.Dataset))) == len(datasets), (
        "the shapes would pass for want of a target"
    )
    fits, report = conforms(graph, rdflib.Graph().parse(profile(f"schema-org/{name}.ttl")))
    assert fits, report


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("googleRequired", {"description": "Too short."}),
        ("googleRequired", {"name": []}),
        ("googleRecommended", {"temporalCoverage": ["2015", "2016"]}),
        ("googleRecommended", {"license": []}),
        ("soso_common_v1.2.3", {"version": []}),
        ("soso_common_v1.2.3", {"@context": {"@vocab": "https://schema.org/"}}),
    ],
)
def test_a_spoilt_dataset_does_not_fit(datasets, profile, name, spoilt):
    shapes = rdflib.Graph().parse(profile(f"schema-org/{name}.ttl"))
    assert not conforms(graph_of(datasets[0] | spoilt), shapes)[0]


def test_a_dataset_says_its_terms_and_where_it_can_be_had(served, datasets):
    for thing in datasets:
        assert thing["license"].startswith("http") and thing["citation"]
        for one in thing["distribution"]:
            assert (served.folder / one["contentUrl"].removeprefix(served.address)).is_file()
    licences = {thing["license"] for thing in datasets[1:3]}
    assert len(licences) == 2, "each document has its own terms"


def test_no_text_of_the_data_can_end_the_script():
    assert "</script" not in schema_org.script({"name": "</script><script>alert(1)</script>"})


# --- DCAT-AP


@pytest.fixture(scope="module")
def catalogue(served):
    return rdflib.Graph().parse(served.folder / "catalog.ttl")


def shapes_of(paths):
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path)
    return graph


def test_both_forms_of_the_catalogue_say_the_same(served, catalogue):
    assert isomorphic(catalogue, rdflib.Graph().parse(served.folder / "catalog.jsonld"))


def test_the_catalogue_fits_dcat_ap(catalogue, package, profile):
    assert len(set(catalogue.subjects(rdflib.RDF.type, DCAT.Dataset))) == 2 + len(
        package["documents"]
    )  # the whole, the official statistics, and each document
    fits, report = conforms(
        catalogue,
        shapes_of(profile(f"dcat-ap-3.0.1/{name}.ttl") for name in ("dcat-ap-SHACL", "ranges")),
    )
    assert fits, report


@pytest.mark.parametrize(
    ("predicate", "instead"),
    [
        (DCT.title, None),
        (DCAT.accessURL, None),
        (DCT.license, rdflib.Literal("CC BY")),
        (DCAT.mediaType, rdflib.Literal("text/csv")),
        (DCAT.byteSize, rdflib.Literal("large")),
    ],
)
def test_a_spoilt_catalogue_does_not_fit(catalogue, profile, predicate, instead):
    shapes = shapes_of(profile(f"dcat-ap-3.0.1/{name}.ttl") for name in ("dcat-ap-SHACL", "ranges"))
    spoilt = rdflib.Graph()
    for one, said, other in catalogue:
        if said != predicate or instead is not None:
            spoilt.add((one, said, instead if said == predicate else other))
    assert not conforms(spoilt, shapes)[0]


def test_the_catalogue_leads_to_files_that_are_there(served, catalogue):
    for address in catalogue.objects(None, DCAT.downloadURL):
        assert (served.folder / str(address).removeprefix(served.address)).is_file()


# --- Croissant


@pytest.fixture
def croissant(served, tmp_path, monkeypatch):
    """The description; what mlcroissant downloads stays in this test's own folder."""
    monkeypatch.setattr(
        "mlcroissant._src.core.constants.DOWNLOAD_PATH", epath.Path(tmp_path / "downloaded")
    )
    return json.loads((served.folder / "croissant.json").read_text())


def loaded(described, tmp_path, name):
    (tmp_path / "croissant.json").write_text(json.dumps(described))
    return [*mlcroissant.Dataset(jsonld=tmp_path / "croissant.json").records(record_set=name)]


@pytest.mark.parametrize("name", ["documents", "figures", "measures", "all_figures"])
def test_croissant_is_valid_and_loads_from_the_site(served, package, croissant, tmp_path, name):
    records = loaded(croissant, tmp_path, name)
    assert len(records) == len(package["figures" if name == "all_figures" else name])


PRINTED = ["N/A", "NA", "null", "None", "nan", "#N/A"]


def test_croissant_loads_every_printed_answer(served, package, croissant, tmp_path):
    """What pandas takes for a gap in a CSV, mlcroissant loads as it is printed."""
    fields = [
        {"name": name, "title": name, "type": kind, "description": "An example."}
        for name, kind in (("answer_id", "string"), ("printed", "string"), ("number", "number"))
    ]
    rows = [
        {"answer_id": f"a{n}", "printed": words, "number": ""} for n, words in enumerate(PRINTED)
    ]
    content = parquet.packed(resources.made("printed.csv", "", "", fields, rows))
    file = resources.File("data/parquet/printed.parquet", content)
    (served.folder / file.path).write_bytes(content)
    table = croissant_format.Table("printed", "An example.", fields, ("answer_id",), {}, file)
    about = {"name": "example", "description": "An example.", "license": [], "url": served.address}
    described = croissant_format.dataset(package, about, [table])
    found = loaded(described, tmp_path, "printed")
    (served.folder / file.path).unlink()
    assert [row["printed/printed"].decode() for row in found] == PRINTED


@pytest.mark.parametrize("name", ["answers", "figures"])
def test_croissant_loses_no_printed_cell(served, package, croissant, tmp_path, name):
    column = {"answers": "answer_as_published", "figures": "value_as_published"}[name]
    found = [(row[f"{name}/{column}"] or b"").decode() for row in loaded(croissant, tmp_path, name)]
    assert found == [row[column] for row in package[name]]


@pytest.mark.parametrize("name", ["official_figures", "agreement", "publications"])
def test_the_official_croissant_is_valid_and_loads(served, package, croissant, tmp_path, name):
    described = json.loads((served.folder / "data/official/croissant.json").read_text())
    found = loaded(described, tmp_path, name)
    assert len(found) == len(official_tables.rows(package, name)) > 0
    assert "Department of Examples" in described["usageInfo"]


def test_a_column_that_does_not_exist_does_not_load(croissant, tmp_path):
    """Validation alone lets it through; loading does not."""
    fields = next(one for one in croissant["recordSet"] if one["name"] == "figures")["field"]
    fields[0]["source"]["extract"]["column"] = "nothing"
    with pytest.raises(mlcroissant.GenerationError):
        loaded(croissant, tmp_path, "figures")


def test_a_file_that_does_not_exist_is_rejected(croissant, tmp_path):
    croissant["recordSet"][0]["field"][0]["source"]["fileObject"]["@id"] = "nothing.parquet"
    with pytest.raises(mlcroissant.ValidationError):
        loaded(croissant, tmp_path, croissant["recordSet"][0]["name"])


# --- Data Package


def test_the_site_is_the_package(served):
    assert frictionless.validate(f"{served.folder}/datapackage.json").valid


# --- Citation File Format


def cff_errors(profile, text):
    schema = Draft7Validator(json.loads(profile("citation-1.2.0.schema.json").read_text()))
    return [error.message for error in schema.iter_errors(yaml.safe_load(text))]


def test_every_cff_fits_the_official_schema(content, profile):
    files = [one for path, one in content.items() if path.endswith(".cff")]
    assert len(files) == 2
    assert [error for one in files for error in cff_errors(profile, one.decode())] == []


def test_a_cff_without_authors_is_rejected(content, profile):
    assert cff_errors(profile, content["CITATION.cff"].decode().split("authors:")[0])


def test_the_citation_has_the_contract_s_version_and_date(package):
    cited = yaml.safe_load(citation.whole(package).cff)
    assert (
        cited["version"] == package.contract["version"]
        and cited["date-released"] == package.contract["created"][:10]
    )


# --- the feed, llms.txt, robots.txt, _headers


def test_the_feed_has_what_atom_asks_and_an_entry_a_version_and_a_correction(content, package):
    atom = ElementTree.fromstring(content["feed.xml"])
    entries = atom.findall(f"{ATOM}entry")
    corrected = feed.together(package)
    assert len(entries) == len(changelog.releases(package)) + len(corrected)
    assert len(changelog.releases(package)) >= 1
    for one in (atom, *entries):
        assert all(one.find(f"{ATOM}{name}").text for name in ("id", "title", "updated"))
    assert (
        atom.find(f"{ATOM}author/{ATOM}name").text
        and atom.find(f"{ATOM}link[@rel='self']") is not None
    )


def test_the_feed_escapes_what_the_changelog_says(package):
    spoilt = Package(package.root)
    spoilt.changelog = (
        "# Changes\n\n## 1.2.0 - 2026-12-01\n\n<b>5 & 6</b>\n\n## 1.1.0 (2026-11-30)\n"
    )
    found = changelog.releases(spoilt)
    assert [one.date for one in found] == ["2026-12-01", "2026-11-30"]
    assert (
        "<b>5 & 6</b>"
        in ElementTree.fromstring(feed.feed(spoilt)).find(f"{ATOM}entry/{ATOM}content").text
    )


def test_llms_txt_leads_to_files_that_are_there(served, content):
    text = content["llms.txt"].decode()
    assert text.startswith("# ") and "\n> " in text
    for address in [part.split(")")[0] for part in text.split("](")[1:]]:
        path = address.removeprefix(served.address)
        assert path.endswith(".html") or (served.folder / path).is_file(), address


def test_headers_name_a_content_type_for_every_kind_of_file(content):
    text = content["_headers"].decode()
    for path in content:
        if "." in path:
            assert f"/*.{path.rsplit('.', 1)[1]}\n" in text, path


def with_versions(package, *versions):
    """The package with a changelog of these (version, day)."""
    spoilt = Package(package.root)
    spoilt.changelog = "".join(f"## {version} ({day})\n\n- It.\n\n" for version, day in versions)
    return spoilt


def entries_of(package):
    found = ElementTree.fromstring(feed.feed(package)).findall(f"{ATOM}entry")
    found = [one for one in found if one.find(f"{ATOM}title").text.startswith("Version ")]
    return [(one.find(f"{ATOM}id").text, one.find(f"{ATOM}updated").text) for one in found]


def test_two_versions_of_one_day_are_two_entries_with_times_of_their_own(package):
    both = with_versions(package, ("1.1.0", "2026-11-22"), ("1.0.0", "2026-11-22"))
    first = with_versions(package, ("1.0.0", "2026-11-22"))
    (new_id, new), (old_id, old) = entries_of(both)
    assert new_id != old_id and new > old
    assert entries_of(first) == [(old_id, old)]


def test_the_ids_of_the_feed_stay_when_the_site_moves(package):
    moved = Package(package.root)
    moved.contract["homepage"] = "https://figures.example/elsewhere/"
    assert entries_of(moved) == entries_of(package)
    assert b"figures.example/elsewhere" in feed.feed(moved)
