"""Bad input where people seldom look: releases, measured data, official tables, prose, charts,
corrections and files to import. Each is told in one line with its file and its cure.
"""

import io
import json
import re
import shutil
import zipfile

import docx
import pytest
import xlsxwriter
from fpdf import FPDF

from scripts.model import named_files
from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.pages import prose
from scripts.pages.question import question_page
from scripts.publishing import before_pages, fit_to_publish
from scripts.validations import official_follows, sealed_releases, whole_package
from scripts.verbs import build, new
from tests import sample
from tests.conftest import REPOSITORY, copy_miniature
from tests.dataset.test_damaged_files import DAMAGES, LONGEST_MESSAGE, PUT, heard
from tests.promising import bad

TOLD = re.compile(r"[^\n]+: [^\n]+: [^\n]+\. [^\n]+\.", re.DOTALL)


def well_told(told, name):
    """Is each problem one line of a bearable length, and one of them about the file?"""
    assert told
    assert all(TOLD.fullmatch(line) and len(line) < LONGEST_MESSAGE for line in told), told
    assert any(line.startswith(name) for line in told), told


# --- measured data, official tables and releases: what validate reads


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project in small, built, with a release."""
    root = copy_miniature(tmp_path_factory.mktemp("kinds") / "project")
    assert build.main(root) == 0
    shutil.copytree(REPOSITORY / "data/releases/1.0.0", root / "data/releases/1.0.0")
    return root


def built(root):
    return {path.name: path.read_text(encoding="utf-8") for path in (root / "data/tidy").iterdir()}


def measured_look(root):
    contract = read_json(root / "datapackage.json")
    return named_files.problems(root, contract) or whole_package.problems(root, built(root))


def official_look(root):
    contract = read_json(root / "datapackage.json")
    stray = named_files.problems(root, contract)
    return stray or official_follows.problems(root, built(root))


MEASURED = ["mutation.csv", "mutation_by_kind.csv", "promises.csv", "survivors.csv"]
OFFICIAL = ["mapping.csv", "official_figures.csv", "datapackage.json"]
CELLS = {  # what the contract refuses, though the file is a sound table
    "mutation.csv": (b",98,95,", b",98,many,"),
    "mutation_by_kind.csv": (b"area changed,8,", b"area changed,-8,"),
    "promises.csv": (b",16,16", b",0,16"),
    "survivors.csv": (b"\n", b",more\n"),
}


def cases(folder, names):
    return [
        (f"data/{folder}/{name}", damage)
        for name in names
        for damage in (*DAMAGES["." + name.rpartition(".")[2]], *PUT)
        if damage != "missing" or name in ("promises.csv", "mapping.csv")
    ]


def tells(project, name, damage, look):
    told = heard(project, name, damage, look)
    well_told(told, name)


@bad("measured data")
@pytest.mark.parametrize(("name", "damage"), cases("measured", MEASURED))
def test_measured_data(project, name, damage):
    tells(project, name, damage, measured_look)


@bad("measured data")
@pytest.mark.parametrize("name", CELLS)
def test_measured_cells(project, name):
    path = project / "data/measured" / name
    kept = path.read_bytes()
    assert CELLS[name][0] in kept
    path.write_bytes(kept.replace(*CELLS[name], 1))
    told = [str(problem) for problem in measured_look(project)]
    path.write_bytes(kept)
    well_told(told, f"data/measured/{name}")


@bad("official tables")
@pytest.mark.parametrize(("name", "damage"), cases("official", OFFICIAL))
def test_official_tables(project, name, damage):
    tells(project, name, damage, official_look)


SEALED = ["figures.csv", "answers.csv", "ids.csv", "release.json", "package.zip", "SHA256SUMS"]
CHANGES = {
    "a byte more": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "not UTF-8": lambda path: path.write_bytes(b"\xff" + path.read_bytes()),
    "a NUL byte": lambda path: path.write_bytes(b"\0" + path.read_bytes()),
    "missing": lambda path: path.unlink(),
    "a link": lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "one added beside it": lambda path: path.with_name("extra.csv").write_text("x\n"),
}


@bad("releases")
@pytest.mark.parametrize("name", SEALED)
@pytest.mark.parametrize("change", CHANGES)
def test_releases(project, tmp_path, name, change):
    folder = tmp_path / "data/releases/1.0.0"
    shutil.copytree(project / "data/releases/1.0.0", folder)
    CHANGES[change](folder / name)
    well_told(list(map(str, sealed_releases.problems(tmp_path))), "data/releases/1.0.0/")


# --- prose, charts and corrections: what publish reads


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = sample.write(tmp_path_factory.mktemp("site"))
    assert publish_look(root) == []
    return root


def publish_look(root):
    """What publish tells before it makes anything, and of the prose of questions."""
    if unfit := fit_to_publish.problems(root):
        return unfit
    package = Package(root)
    if wrong := before_pages.problems(package):
        return wrong
    try:
        list(question_page.pages(package))
    except prose.Broken as broken:
        return broken.problems
    return []


def spoilt(site, name, text):
    """What is told of the project with this text in a file, or with these bytes."""
    path = site / name
    kept = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        return [str(problem) for problem in publish_look(site)]
    finally:
        path.unlink() if kept is None else path.write_bytes(kept)


FIGURE = "north-town-reply/cases/north/cases"
HEAD = "date,version,figure_id,was,now,reason\n"
CORRECTIONS = {
    "no such day": f"{HEAD}2027-02-30,1.0.1,{FIGURE},1,1200,Other.\n",
    "a day in words": f"{HEAD}1 March 2027,1.0.1,{FIGURE},1,1200,Other.\n",
    "a day of another calendar": f"{HEAD}2027-W09-1,1.0.1,{FIGURE},1,1200,Other.\n",
    "digits of another script": f"{HEAD}٢027-03-01,1.0.1,{FIGURE},1,1200,Other.\n",
    "no day": f"{HEAD},1.0.1,{FIGURE},1,1200,Other.\n",
    "a version in words": f"{HEAD}2027-03-01,first,{FIGURE},1,1200,Other.\n",
    "no version": f"{HEAD}2027-03-01,,{FIGURE},1,1200,Other.\n",
    "a figure that is not there": f"{HEAD}2027-03-01,1.0.1,{FIGURE}x,1,1200,Other.\n",
    "no figure": f"{HEAD}2027-03-01,1.0.1,,1,1200,Other.\n",
    "a way out of the folder": f"{HEAD}2027-03-01,1.0.1,../../x,1,1200,Other.\n",
    "now is another number": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1250,Other.\n",
    "no now": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,,Other.\n",
    "no was": f"{HEAD}2027-03-01,1.0.1,{FIGURE},,1200,Other.\n",
    "no reason": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1200,\n",
    "a reason of spaces": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1200,   \n",
    "a cell too many": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1200,Other.,x\n",
    "a cell too few": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1200\n",
    "other columns": f"day,version,figure,was,now,why\n2027-03-01,1.0.1,{FIGURE},1,1200,Other.\n",
    "columns in another order": f"version,{HEAD.replace('version,', '')}1,2,{FIGURE},1,1200,x\n",
    "hidden character": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,1200,Oth\u200ber.\n",
    "not UTF-8": HEAD.encode() + b"\xff\n",
    "UTF-16": HEAD.encode("utf-16"),
    "a NUL byte": HEAD.encode() + b"\0\n",
    "a very long number": f"{HEAD}2027-03-01,1.0.1,{FIGURE},1,{'9' * 100_000},Other.\n",
}


@bad("corrections")
@pytest.mark.parametrize("case", CORRECTIONS)
def test_corrections(site, case):
    well_told(spoilt(site, "docs/corrections.csv", CORRECTIONS[case]), "docs/corrections.csv: ")


TOPIC = "exploitation"
CHART = {"chart": "cases", "measures": ["cases"], "along": ["area"]}
SAID = {"measure": "cases", "says": ["{value} cases."]}
CHARTS = {
    "a text": '"x"',
    "a number": "1",
    "a list": "[]",
    "nothing": "",
    "cut off": '{"charts": [',
    "nested": "[" * 100_000,
    "an unknown word": json.dumps({"chart": []}),
    "charts that are none": json.dumps({"charts": {}}),
    "a chart that is a text": json.dumps({"charts": ["x"]}),
    "numbers that are none": json.dumps({"numbers": "x"}),
    "not UTF-8": b'{"charts": "\xff"}',
    "a NUL byte": b'{"charts": []}\0',
    "an id that stands twice": json.dumps({"charts": [CHART, CHART]}),
    **{
        f"a chart without {word}": json.dumps(
            {"charts": [{key: value for key, value in CHART.items() if key != word}]}
        )
        for word in CHART
    },
    **{
        f"a chart with {name}": json.dumps({"charts": [{**CHART, **words}]})
        for name, words in {
            "an unknown word": {"colour": "red"},
            "an unknown kind": {"kind": "pie"},
            "a kind that is a number": {"kind": 7},
            "an unknown order": {"order": "best"},
            "an id with a way out": {"chart": "../x"},
            "an id in capitals": {"chart": "Cases"},
            "an id that is empty": {"chart": ""},
            "an id with a line end": {"chart": "cases\n"},
            "an unknown measure": {"measures": ["none"]},
            "a measure that is a list": {"measures": [["cases"]]},
            "no measure": {"measures": []},
            "measures that are a text": {"measures": "cases"},
            "an unknown axis": {"along": ["weather"]},
            "no axis": {"along": []},
            "titles that are a text": {"titles": "x"},
            "a title of spaces": {"titles": ["   "]},
            "a title that is a number": {"titles": [1]},
            "a title with an unknown fact": {"titles": ["{wealth}"]},
            "a title that reaches into a fact": {"titles": ["{largest.figure}"]},
            "a title that reaches into the program": {"titles": ["{area.__class__.__mro__}"]},
            "a title that reads by place": {"titles": ["{0}"]},
            "a title that reads a key": {"titles": ["{panels[0]}"]},
            "a title with a format": {"titles": ["{count:>999999999}"]},
            "a title with a conversion": {"titles": ["{area!r}"]},
            "a title with an open brace": {"titles": ["{area"]},
            "a title with a closed brace": {"titles": ["area}"]},
            "a caveat of spaces": {"know": "  "},
            "where that is a text": {"where": "x"},
            "where with an unknown word": {"where": {"year": "2020"}},
            "an unknown area": {"where": {"area": ["nowhere"]}},
            "an unknown dimension": {"where": {"by": ["weather"]}},
            "an unknown category": {"where": {"category": {"weather": ["rain"]}}},
            "a length in words": {"where": {"length": "a year"}},
            "totals in words": {"where": {"totals": "yes"}},
        }.items()
    },
    **{
        f"a key number with {name}": json.dumps({"numbers": [{**SAID, **words}]})
        for name, words in {
            "an unknown word": {"titles": ["x"]},
            "an unknown measure": {"measure": "none"},
            "no sentence": {"says": []},
            "a sentence that is a text": {"says": "x"},
            "an unknown fact": {"says": ["{name}"]},
            "a fact of the program": {"says": ["{value.__init__.__globals__}"]},
            "a fact with a format": {"says": ["{value:9999999999d}"]},
            "an unknown area": {"where": {"area": ["nowhere"]}},
        }.items()
    },
}


@bad("charts")
@pytest.mark.parametrize("case", CHARTS)
def test_charts(site, case):
    name = f"docs/charts/{TOPIC}.json"
    assert TOPIC in Package(site).terms["topics"]
    well_told(spoilt(site, name, CHARTS[case]), f"{name}: ")


@bad("charts")
def test_a_chart_of_no_topic(site):
    name = "docs/charts/weather.json"
    well_told(spoilt(site, name, json.dumps({"charts": [CHART]})), f"{name}: ")


def test_a_chart_and_a_key_number_as_they_should_be(site):
    good = {"charts": [{**CHART, "titles": ["{largest.name}: {largest.said}"]}], "numbers": [SAID]}
    assert spoilt(site, f"docs/charts/{TOPIC}.json", json.dumps(good)) == []


TOP = "---\ntopic: help\nknow: Children.\n---\n# How many?\n\n"
PROSE = {
    "empty": "",
    "no title": "---\ntopic: help\nknow: Children.\n---\nText.\n",
    "no words before it": "# How many?\n\nText.\n",
    "no topic": "---\nknow: Children.\n---\n# How many?\n",
    "a blank topic": "---\ntopic:  \nknow: Children.\n---\n# How many?\n",
    "an unknown topic": "---\ntopic: weather\nknow: Rain.\n---\n# How many?\n",
    "a topic with a way out": "---\ntopic: ../help\nknow: Rain.\n---\n# How many?\n",
    "a script": f"{TOP}<script>alert(1)</script>\n",
    "an image that acts": f"{TOP}<img src=x onerror=alert(1)>\n",
    "a frame": f"{TOP}<iframe src=x></iframe>\n",
    "a style": f"{TOP}<style>p {{}}</style>\n",
    "a link that acts": f"{TOP}[a](javascript:alert(1))\n",
    "a link that acts, in capitals": f"{TOP}[a](JaVaScRiPt:alert(1))\n",
    "a link with data": f"{TOP}[a](data:text/html,x)\n",
    "a picture with data": f"{TOP}![a](data:image/svg+xml,x)\n",
    "a link to a file": f"{TOP}[a](file:///etc/passwd)\n",
    "a link by reference that acts": f"{TOP}[a][b]\n\n[b]: vbscript:x\n",
    "an unknown fact": f'{TOP}{{{{ wealth("x") }}}}\n',
    "a figure that is not there": f'{TOP}{{{{ figure("none") }}}}\n',
    "a fact without an id": f"{TOP}{{{{ figure() }}}}\n",
    "an open fact": f'{TOP}{{{{ figure("x"\n',
    "a loop": f"{TOP}{{% for x in y %}}{{% endfor %}}\n",
    "a call": f"{TOP}{{{{ ''.__class__.__mro__ }}}}\n",
    "arithmetic": f"{TOP}{{{{ 7*7 }}}}\n",
    "a file read in": f"{TOP}{{% include '/etc/passwd' %}}\n",
    "a zero-width character": f"{TOP}Te\u200bxt.\n",
    "a turned direction": f"{TOP}Te\u202ext.\n",
    "a control character": f"{TOP}Te\u0007xt.\n",
    "a byte order mark": b"\xef\xbb\xbf" + TOP.encode(),
    "not UTF-8": TOP.encode() + b"\xff\n",
    "UTF-16": TOP.encode("utf-16"),
    "a NUL byte": TOP.encode() + b"\0\n",
}


@bad("prose")
@pytest.mark.parametrize("case", PROSE)
def test_prose(site, case):
    name = "docs/questions/how-many.md"
    well_told(spoilt(site, name, PROSE[case]), f"{name}: ")


GUIDE = [case for case in PROSE if re.search("acts|script|frame|data|file|not UTF|NUL|zero", case)]


@bad("prose")
@pytest.mark.parametrize("case", GUIDE)
def test_guides(site, case):
    well_told(spoilt(site, "docs/how-to-use.md", PROSE[case]), "docs/how-to-use.md: ")


# --- files to import


def pdf_bytes():
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, 8, "We had 300 referrals in 2020/21.")
    return bytes(pdf.output())


def docx_bytes():
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("We had 300 referrals in 2020/21.")
    document.save(file)
    return file.getvalue()


def xlsx_bytes():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        workbook.add_worksheet().write_row(0, 0, ["Referrals", 300])
    return file.getvalue()


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def repacked(archive, member, content):
    """An archive with another content of one member."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as made:
        for name in old.namelist():
            made.writestr(name, content if name == member else old.read(name))
    return file.getvalue()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{"&" + before + ";" * 1}{("&" + before + ";") * 9}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB = f"{LAUGHS}]><x>&i;</x>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
WORD, BOOK, PDF = docx_bytes(), xlsx_bytes(), pdf_bytes()
IMPORTED = {
    **{f"an empty {ending}": (ending, b"") for ending in ("pdf", "docx", "xlsx", "csv", "txt")},
    **{
        f"a text called {ending}": (ending, b"We had 300 referrals.\n")
        for ending in ("pdf", "docx", "xlsx")
    },
    **{
        f"noise called {ending}": (ending, bytes(range(256)) * 4)
        for ending in ("pdf", "docx", "xlsx", "csv", "txt")
    },
    "a PDF cut off": ("pdf", PDF[: len(PDF) // 3]),
    "a PDF of its first line": ("pdf", PDF[:9]),
    "a Word file cut off": ("docx", WORD[: len(WORD) // 2]),
    "a workbook cut off": ("xlsx", BOOK[: len(BOOK) // 2]),
    "an empty archive called docx": ("docx", zipped()),
    "an empty archive called xlsx": ("xlsx", zipped()),
    "an archive of other things": ("docx", zipped(word__x="x")),
    "a Word file that is no XML": ("docx", repacked(WORD, "word/document.xml", b"<x")),
    "a workbook that is no XML": ("xlsx", repacked(BOOK, "xl/workbook.xml", b"<x")),
    "a Word file that grows": ("docx", repacked(WORD, "word/document.xml", BOMB)),
    "a workbook that grows": ("xlsx", repacked(BOOK, "xl/workbook.xml", BOMB)),
    "a Word file that reads others": ("docx", repacked(WORD, "word/document.xml", OUTSIDE)),
    "a PDF called docx": ("docx", PDF),
    "a workbook called pdf": ("pdf", BOOK),
    "spaces called txt": ("txt", b"   \n\n  \n"),
    "spaces called csv": ("csv", b" , , \n , , \n"),
    "a NUL byte in a txt": ("txt", b"We had\0 300.\n"),
    "UTF-16 called txt": ("txt", "We had 300.\n".encode("utf-16-le")),
    "a program": ("exe", b"MZ" + bytes(100)),
    "no ending": ("", b"We had 300 referrals.\n"),
    "an old Word file": ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "an old workbook": ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "a picture called pdf": ("pdf", b"\x89PNG\r\n\x1a\n" + bytes(200)),
}


@pytest.fixture(scope="module")
def at_home(tmp_path_factory):
    """A project to import into; nothing is written into it."""
    return copy_miniature(tmp_path_factory.mktemp("import") / "project")


def imported(root, path, capsys):
    """What `new` tells of a file that it refuses."""
    before = sorted(root.rglob("*"))
    capsys.readouterr()
    code = new.main(root, [str(path), "--name", "a-new-document"])
    told = capsys.readouterr().err.splitlines()
    assert (code, told[-1]) == (1, "1 problem. Nothing was written."), told
    assert sorted(root.rglob("*")) == before
    return told[:-1]


@bad("files to import")
@pytest.mark.parametrize("case", IMPORTED)
def test_files_to_import(at_home, tmp_path, capsys, case):
    ending, content = IMPORTED[case]
    path = tmp_path / (f"report.{ending}" if ending else "report")
    path.write_bytes(content)
    well_told(imported(at_home, path, capsys), f"{path.name}: ")


@bad("files to import")
@pytest.mark.parametrize("put", [put for put in PUT if put != "missing"])
def test_what_is_no_file_to_import(at_home, tmp_path, capsys, put):
    PUT[put](tmp_path / "report.pdf")
    well_told(imported(at_home, tmp_path / "report.pdf", capsys), "report.pdf: ")


@bad("files to import")
def test_a_file_to_import_that_is_not_there(at_home, tmp_path, capsys):
    well_told(imported(at_home, tmp_path / "report.pdf", capsys), "report.pdf: ")
