"""A newcomer comes from the home page to loaded data, with the re-use terms in hand, by nothing but
links that the pages have.
"""

import hashlib
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import urljoin
from urllib.request import urlopen, urlretrieve

import duckdb
import frictionless
import openpyxl
import pandas
import pytest
import rdflib

DCAT, DCT = (
    rdflib.Namespace("http://www.w3.org/ns/dcat#"),
    rdflib.Namespace("http://purl.org/dc/terms/"),
)


class Reader(HTMLParser):
    """The links of a page with their words, and its pieces of code by the words of the summary
    above them.
    """

    def __init__(self):
        super().__init__()
        self.links, self.code, self.words, self.href = [], {}, "", None

    def handle_starttag(self, tag, attrs):
        self.href = dict(attrs).get("href", self.href) if tag == "a" else self.href
        self.words = "" if tag in ("a", "summary", "pre") else self.words

    def handle_data(self, data):
        self.words += data

    def handle_endtag(self, tag):
        if tag == "a":
            self.links.append((" ".join(self.words.split()), self.href))
        elif tag == "summary":
            self.summary = self.words
        elif tag == "pre":
            self.code[self.summary] = self.words


def read(address):
    reader = Reader()
    with urlopen(address) as answer:
        reader.feed(answer.read().decode())
    return reader


def follow(address, *words):
    """The address that the links with these words lead to, one after the other."""
    for wanted in words:
        href = next(href for said, href in read(address).links if wanted in said)
        address = urljoin(address, href)
    return address


@pytest.fixture(scope="module")
def home(served):
    return served.address


@pytest.fixture(scope="module")
def attributions(package):
    return {row["attribution"] for row in package["documents"]}


def test_with_pandas(home, package, attributions):
    frame = pandas.read_csv(follow(home, "Download", "all figures as one CSV file"), dtype="string")
    assert len(frame) == len(package["figures"])
    assert set(frame["attribution"]) <= attributions and frame["licence_title"].notna().all()


def test_with_a_spreadsheet(home, package, attributions, tmp_path):
    place, _ = urlretrieve(follow(home, "Download", "Excel workbook"), tmp_path / "figures.xlsx")
    book = openpyxl.load_workbook(place)
    said = " ".join(str(cell.value) for row in book["Guide"].iter_rows() for cell in row)
    assert all(line in said for line in attributions)
    assert len([*book["All_figures"].iter_rows(min_row=4)]) == len(package["figures"])


def test_with_duckdb(home, package, attributions, tmp_path, monkeypatch):
    """As the page says: curl fetches the file, DuckDB reads it."""
    monkeypatch.chdir(tmp_path)
    fetch, query = read(follow(home, "Download")).code["DuckDB"].split("\n", 1)
    subprocess.run(["sh", "-c", fetch.split(": ", 1)[1]], check=True, timeout=60)
    assert duckdb.sql(query).fetchall()
    found = duckdb.sql(
        "SELECT attribution, count(*) FROM 'figures.parquet' GROUP BY ALL"
    ).fetchall()
    assert {line for line, _ in found} <= attributions and sum(
        number for _, number in found
    ) == len(package["figures"])


def test_with_frictionless(home, package):
    loaded = frictionless.Package(follow(home, "Download", "datapackage.json"))
    figures, documents = (
        loaded.get_resource(name).read_rows() for name in ("figures", "documents")
    )
    terms = {row["document_id"]: row["licence_id"] for row in documents}
    assert len(figures) == len(package["figures"]) and all(
        terms[row["document_id"]] for row in figures
    )


def test_with_r(home, tmp_path):
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    code = read(follow(home, "Download")).code["R (readr)"]
    subprocess.run(["Rscript", "-"], input=code, cwd=tmp_path, text=True, check=True, timeout=120)


def test_with_a_dcat_harvester(home, package):
    """The catalogue says for each file where it is, how long, its sum, and on what terms."""
    graph = rdflib.Graph().parse(follow(home, "Download", "Catalogue"), format="json-ld")
    datasets = set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert len(datasets) == 2 + len(package["documents"])  # the whole, and official statistics
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    for dataset in datasets:
        one = min(graph.objects(dataset, DCAT.distribution))
        with urlopen(str(graph.value(one, DCAT.downloadURL))) as answer:
            content = answer.read()
        assert len(content) == int(graph.value(one, DCAT.byteSize))
        assert (
            hashlib.sha256(content).hexdigest()
            == str(graph.value(graph.value(one, spdx.checksum), spdx.checksumValue)).lower()
        )
        assert graph.value(graph.value(one, DCT.rights), rdflib.RDFS.label)


@pytest.mark.parametrize("tool", ["Python (pandas)", "Python (frictionless)"])
def test_the_code_on_a_tables_page_runs_as_it_stands(home, package, tool, tmp_path):
    table = next(row for row in package["tables"] if row["kind"] == "table")
    code = read(
        follow(
            home,
            "Documents",
            next(
                row["title"]
                for row in package["documents"]
                if row["document_id"] == table["document_id"]
            ),
            table["title"],
        )
    ).code[tool]
    assert f"{home}data/by-table/{table['table_id']}.csv" in code
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert "figure_id" in told


def test_a_way_that_no_page_has_is_not_found(home):
    with pytest.raises(StopIteration):
        follow(home, "Download", "A file that nobody made")
