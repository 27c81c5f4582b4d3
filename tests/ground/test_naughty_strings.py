"""Naughty strings and odd CSV go in everywhere: each comes out as it went in, or is refused in one
line; nothing is raised and nothing runs.
"""

import csv
import io
import json
import re

import html5lib
import pytest

from scripts.importing import comma_separated
from scripts.model import named_files
from scripts.model.files import csv_text, read_json, read_rows
from scripts.model.problems import LONGEST, is_seen, together
from scripts.pages.plain_markdown import convert
from scripts.reading import tidy
from scripts.validations import guard, plain_ids
from tests.conftest import copy_miniature
from tests.dataset.spoil import NORTHBRIDGE, describe
from tests.naughty_strings import EVERY, FAULTY, named

ids = [named(*each) for each in EVERY]
promise = pytest.mark.promise(
    "Naughty strings come out as they went in, or are refused in one line"
)


def well_told(problems):
    """What is told, one line each, with its file, a fault and a cure."""
    told = [str(problem) for problem in together(problems)]
    for line in told:
        assert len(line) <= LONGEST and all(map(is_seen, line)), line
        assert line.count(": ") >= 2 and line.endswith("."), line
    return told


# --- as CSV and JSON


@promise
@pytest.mark.parametrize(("kind", "text"), EVERY, ids=ids)
def test_a_cell_and_a_word_of_a_descriptor_are_read_as_written_or_refused(tmp_path, kind, text):
    table, words = tmp_path / "a.csv", tmp_path / "a.json"
    table.write_bytes(csv_text(["line", "label"], [("1", text)]).encode("utf-8", "surrogatepass"))
    words.write_text(json.dumps({"title": text}) + "\n", encoding="utf-8")
    told = well_told(guard.problems_in(tmp_path, ["."], []))
    if (kind, text) in FAULTY:
        assert {line.partition(":")[0] for line in told} == {"a.csv", "a.json"}
    else:
        assert told == []
        assert read_rows(table) == [{"line": "1", "label": text}]


SPECTRUM = {  # the kinds of csv-spectrum (github.com/max-mapper/csv-spectrum), with our own words
    "simple": ("a,b,c\n1,2,3\n", [["1", "2", "3"]]),
    "simple_crlf": ("a,b,c\r\n1,2,3\r\n", [["1", "2", "3"]]),
    "comma_in_quotes": ('town,boys\n"Hill, Upper",12\n', [["Hill, Upper", "12"]]),
    "empty": ('a,b,c\n1,"",""\n2,3,4\n', [["1", "", ""], ["2", "3", "4"]]),
    "empty_crlf": ('a,b,c\r\n1,"",""\r\n2,3,4\r\n', [["1", "", ""], ["2", "3", "4"]]),
    "escaped_quotes": ('a,b\n1,"of ""school"" age"\n', [["1", 'of "school" age']]),
    "json": ('a,b\n1,"{""x"": [1, 2]}"\n', [["1", '{"x": [1, 2]}']]),
    "location_coordinates": ('a,b\n"52°24\'36""N",12\n', [["52°24'36\"N", "12"]]),
    "newlines": ('a,b\n"once\nmore",12\n', [["once\nmore", "12"]]),
    "newlines_crlf": ('a,b\r\n"once\r\nmore",12\r\n', [["once\r\nmore", "12"]]),
    "quotes_and_newlines": ('a,b\n"say ""no""\n1",2\n', [['say "no"\n1', "2"]]),
    "utf8": ("a,b\nLlŷn,ʤ\n", [["Llŷn", "ʤ"]]),
}
OF_ONE_LINE = [name for name in SPECTRUM if "newlines" not in name and "crlf" not in name]


@promise
@pytest.mark.parametrize("name", SPECTRUM)
def test_odd_csv_is_read_as_written_or_refused(tmp_path, name):
    text, rows = SPECTRUM[name]
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    told = well_told(guard.problems_in(tmp_path, ["."], []))
    if name in OF_ONE_LINE:
        assert told == []
        assert [list(row.values()) for row in read_rows(path)] == rows
    else:
        assert told and all(line.startswith("a.csv: ") for line in told)


@promise
@pytest.mark.parametrize("name", SPECTRUM)
def test_odd_csv_is_imported_cell_by_cell(tmp_path, name):
    text, rows = SPECTRUM[name]
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    (grid,) = comma_separated.extract(path).grids
    spaced = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    assert list(grid.rows[1:]) == spaced


@promise
@pytest.mark.parametrize("name", OF_ONE_LINE)
def test_odd_csv_is_written_so_that_it_reads_back(name):
    header = SPECTRUM[name][0].splitlines()[0].split(",")
    written = csv_text(header, [tuple(row) for row in SPECTRUM[name][1]])
    assert list(csv.reader(io.StringIO(written, newline="")))[1:] == SPECTRUM[name][1]


# --- into a build


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = copy_miniature(tmp_path_factory.mktemp("naughty") / "miniature")
    assert tidy.make(root).problems == []
    return root


def put_everywhere(root, text):
    """Into a printed label and what it means, titles and notes of a document, and a word of ours:
    the files, by path, as they were.
    """
    table = root / NORTHBRIDGE / "referrals-by-source.csv"
    topics = root / "data/vocabulary/topics.csv"
    contract, descriptor = root / "datapackage.json", root / NORTHBRIDGE / "datapackage.json"
    kept = {path: path.read_bytes() for path in (table, topics, contract, descriptor)}
    rows = [
        row | {"referred_by": text} if row["referred_by"] == "Schools" else row
        for row in read_rows(table)
    ]
    table.write_text(csv_text(list(rows[0]), rows), encoding="utf-8", newline="\n")
    words = [row | {"description": text} for row in read_rows(topics)]
    topics.write_text(csv_text(list(words[0]), words), encoding="utf-8", newline="\n")
    means = {text: "schools", "Police": "police", "Health": "health", "All referrals": "total"}
    describe(
        root / NORTHBRIDGE,
        title=text,
        document__attribution=text,
        resources__0__description=text,
        resources__0__locator=text,
        resources__0__schema__fields__1__means=means,
        gaps__0__description=text,
    )
    describe(root, title=text, resources__0__description=text)
    return kept


@promise
@pytest.mark.parametrize(("kind", "text"), EVERY, ids=ids)
def test_a_build_takes_it_as_text_or_refuses_it(project, kind, text):
    kept = put_everywhere(project, text)
    try:
        made = tidy.make(project)
    finally:
        for path, data in kept.items():
            path.write_bytes(data)
    told = well_told(made.problems)
    if (kind, text) in FAULTY:
        assert told
    elif not told:
        labels = {row["row_label"] for row in rows_of(made, "figures")}
        titles = {row["title"] for row in rows_of(made, "documents")}
        assert text in labels and text in titles


def rows_of(made, table):
    return [dict(row) if isinstance(row, dict) else row._asdict() for row in made.tables[table]]


# --- as ids, names of files and prose


@promise
@pytest.mark.parametrize(("kind", "text"), EVERY, ids=ids)
def test_it_is_no_id_unless_it_is_a_plain_word(kind, text):
    if plain_ids.id_fault(text) is None:
        assert text.isascii() and text == text.lower()
        assert text.replace("_", "").replace("-", "").isalnum()


# hidden files are never read; a table of a plain name is refused where nothing describes it
OTHERS = re.compile(r"\..*|.*[/\0].*|[a-z0-9_-]+", re.DOTALL)
VISIBLE = [(kind, text) for kind, text in EVERY if not OTHERS.fullmatch(text)]


@promise
@pytest.mark.parametrize(("kind", "text"), VISIBLE, ids=[named(*each) for each in VISIBLE])
def test_a_file_of_that_name_is_refused(project, kind, text):
    path = project / NORTHBRIDGE / f"{text[:60]}.csv"
    path.write_text("line,label\n1,x\n", encoding="utf-8")
    try:
        found = named_files.problems(project, read_json(project / "datapackage.json"))
        told = well_told(list(found))
    finally:
        path.unlink()
    assert len(told) == 1 and told[0].startswith(f"{NORTHBRIDGE}/")


ELEMENTS = set("p em strong code pre a ul ol li blockquote h1 h2 h3 hr br img".split())
ACTS = re.compile(r"(javascript|vbscript|data|file):", re.IGNORECASE)


@promise
@pytest.mark.parametrize(("kind", "text"), EVERY, ids=ids)
def test_in_prose_it_makes_nothing_that_acts(kind, text):
    found = convert("docs/questions/q.md", f"# Title\n\nSo {text}\n\n{text}\n", str)
    well_told(found.problems)
    tree = html5lib.parse(f"<div>{found.html}</div>", namespaceHTMLElements=False)
    for element in tree.find("body/div").iter():
        if element.tag != "div":
            assert element.tag in ELEMENTS
        addresses = [element.attrib.get(name, "") for name in ("href", "src")]
        assert not any(ACTS.match(address) for address in addresses)
        assert not [name for name in element.attrib if name.startswith("on")]
