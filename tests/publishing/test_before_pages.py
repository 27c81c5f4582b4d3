"""Build tells what publish would refuse: each fault in what people write round the data, with its
file and its place.
"""

import json
import shutil

import pytest

from scripts.model import seals
from scripts.model.package import Package
from scripts.publishing import contents
from scripts.verbs import build
from tests.conftest import copy_miniature
from tests.dataset.spoil import edit, edit_all
from tests.site_projects import with_docs

QUESTION = "docs/questions/how-many-children.md"
FIGURE = "southmere-report-2021-22/plans-by-age/total/children"
CHART = {
    "chart": "plans",
    "measures": ["referrals"],
    "along": ["referral_source"],
    "kind": "bars",
    "titles": ["{largest.name}: {largest.said}"],
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The project in small with prose, built; tests copy it."""
    root = with_docs(copy_miniature(tmp_path_factory.mktemp("round") / "project"))
    (root / "docs/charts").mkdir()
    assert build.main(root) == 0
    return root


@pytest.fixture
def root(built, tmp_path):
    return shutil.copytree(built, tmp_path / "project")


def adding(file, text):
    def spoil(root):
        path = root / file
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.parent.mkdir(exist_ok=True)
        path.write_text(before + text, encoding="utf-8")

    return spoil


def chart(**changed):
    given = {"charts": [{**CHART, **changed}]}
    return adding("docs/charts/help.json", json.dumps(given))


def sentence(text):
    given = {"numbers": [{"measure": "referrals", "says": [text]}]}
    return adding("docs/charts/help.json", json.dumps(given))


def released(root):
    folder = root / "data/releases/0.9.0"
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text("figure_id\n", encoding="utf-8")
    seals.seal(folder)
    (folder / "figures.csv").write_text("figure_id\na\n", encoding="utf-8")


FAULTS = {
    "HTML in a guide": (
        adding("docs/hosting.md", "\n\n<b>bold</b>\n"),
        "docs/hosting.md: line ",
        "is HTML",
    ),
    "a fact in a guide": (
        adding("docs/hosting.md", '\n\n{{ figure("a/b/c") }}\n'),
        "docs/hosting.md: line ",
        "cannot be filled in on this page",
    ),
    "a figure that is not there": (
        adding(QUESTION, '\n{{ figure("a/b/c") }}\n'),
        f"{QUESTION}: line 9: 'a/b/c' is not in the package",
    ),
    "a question on no topic": (
        lambda root: edit(root / QUESTION, "topic: help", "topic: hope"),
        f"{QUESTION}: topic: is no topic",
    ),
    "a topic's prose": (
        adding("docs/topics/help.md", "# Help\n\n{{ nothing }}\n"),
        "docs/topics/help.md: line 3: 'nothing' cannot be filled in",
    ),
    "a page about the site": (
        adding("docs/about/cite.md", "\n{{ counts.figures }}\n"),
        "docs/about/cite.md: line ",
        "'counts.figures' cannot be filled in",
    ),
    "a correction of no figure": (
        adding("docs/corrections.csv", "2024-01-02,1.0.0,a/b/c,1,2,Wrong.\n"),
        "docs/corrections.csv: row 1, column 'figure_id': ",
    ),
    "a list with a row too long": (
        adding("docs/corrections.csv", "2024-01-02,1.0.0,a/b/c,1,2,Wrong.,more\n"),
        "docs/corrections.csv: file: has rows that are longer",
    ),
    "an acronym that nobody explains": (
        adding("docs/glossary.csv", "kind,term\nacronym,ABC\n"),
        "docs/glossary.csv: ",
        "has no row, and is in ",
    ),
    "a link to no page": (
        adding(QUESTION, "\n[here](../measures/children.html)\n"),
        f"{QUESTION}: line 9: the link to '../measures/children.html' leads nowhere",
    ),
    "a link to no guide": (
        adding("docs/hosting.md", "\n\n[here](nowhere.md)\n"),
        "docs/hosting.md: line ",
        "the link to 'nowhere.md' leads nowhere",
    ),
    "a link to no anchor of a page": (
        adding(QUESTION, "\n[here](../glossary.html#nothing)\n"),
        f"{QUESTION}: line 9: the link to '../glossary.html#nothing' leads to an anchor",
    ),
    "a link to no anchor of a guide": (
        adding("docs/hosting.md", "\n\n[here](add-a-document.md#nothing)\n"),
        "docs/hosting.md: line ",
        "leads to an anchor that is not there",
    ),
    "a link to no file": (
        adding(QUESTION, "\n[here](../data/nothing.csv)\n"),
        f"{QUESTION}: line 9: the link to '../data/nothing.csv' leads nowhere",
    ),
    "a query of no table": (
        adding("docs/queries/99-none.sql", "-- Which?\nSELECT * FROM nowhere;\n"),
        "docs/queries/99-none.sql: the query: fails: no such table",
    ),
    "a chart of no measure": (
        chart(measures=["plans"]),
        "docs/charts/help.json: charts/0/measures: 'plans' is not in data/vocabulary/measures.csv",
    ),
    "a chart of no kind": (
        chart(kind="pie"),
        'docs/charts/help.json: charts/0/kind: "pie" does not follow',
    ),
    "a misspelt word of a chart": (
        chart(title=["Plans"]),
        "docs/charts/help.json: charts/0: ",
        "does not follow `additionalProperties`",
    ),
    "a title that says what no fact can": (
        chart(titles=["{biggest.name}"]),
        "docs/charts/help.json: charts/0, sentence 1: '{biggest.name}' is no fact",
    ),
    "a sentence that says what no fact can": (
        sentence("{many} children"),
        "docs/charts/help.json: numbers/0, sentence 1: '{many}' is no fact",
    ),
    "a sentence with a brace too many": (
        sentence("{value children"),
        "docs/charts/help.json: numbers/0, sentence 1: '{' is no fact",
    ),
    "charts of no topic": (
        adding("docs/charts/hope.json", "{}"),
        "docs/charts/hope.json: file: 'hope' is not in data/vocabulary/topics.csv",
    ),
    "a dimension with the title of a measure": (
        lambda root: edit(root / "data/vocabulary/dimensions.csv", ",Referred by,", ",Referrals,"),
        "data/sources/northbridge-foi-1234/referrals-by-source.csv: ",
        "cannot be in DfE's layout: label 'Referrals' stands 2 times",
    ),
    "a site without an address": (
        lambda root: edit_all(root / "datapackage.json", '"homepage": "http', '"homepage": "'),
        "datapackage.json: homepage: is missing, or not as it must be",
    ),
    "a changelog of another version": (
        lambda root: edit(root / "CHANGELOG.md", "## 1.0.0", "## 1.0.1"),
        "CHANGELOG.md: version: says 1.0.1, datapackage.json says 1.0.0",
    ),
    "a release that was changed": (
        released,
        "data/releases/0.9.0/figures.csv: file: isn't the file that SHA256SUMS lists",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_build_tells_the_fault_and_leaves_the_tables(root, capsys, fault):
    spoil, *says = FAULTS[fault]
    spoil(root)
    before = (root / "data/tidy/figures.csv").read_bytes()
    assert build.main(root) == 1
    told = capsys.readouterr().err
    assert [line for line in told.splitlines() if all(words in line for words in says)], told
    assert "Traceback" not in told
    assert (root / "data/tidy/figures.csv").read_bytes() == before


@pytest.mark.parametrize(
    "fine",
    [
        adding(QUESTION, "\n[a](../glossary.html) [b](../add-a-chart.html#key-numbers)\n"),
        adding(QUESTION, "\n[a](#x)\n# x\n"),
        adding(QUESTION, "\n[a](../measures/referrals.html) [b](https://example.org/)\n"),
        adding(QUESTION, f"\n[a](../documents/{FIGURE.split('/')[0]}/plans-by-age.html)\n"),
        adding(QUESTION, "\n[a](../data/tidy/figures.csv) [b](../datapackage.json)\n"),
        adding("docs/hosting.md", "\n\n[here](add-a-chart.md#a-chart)\n"),
        adding("docs/queries/99-all.sql", "-- Which?\nSELECT figure_id FROM figures;\n"),
        adding("docs/glossary.csv", "kind,term\n"),
        chart(),
        sentence("{value} children in {area}."),
    ],
)  # fmt: skip
def test_build_has_nothing_against_what_is_well_written(root, capsys, fine):
    fine(root)
    assert build.main(root) == 0, capsys.readouterr().err


def test_faults_of_many_files_are_told_at_once(root, capsys):
    for fault in (
        "HTML in a guide",
        "a link to no page",
        "a query of no table",
        "a chart of no kind",
    ):
        FAULTS[fault][0](root)
    FAULTS["a changelog of another version"][0](root)
    assert build.main(root) == 1
    told = capsys.readouterr().err
    for file in ("docs/hosting.md", QUESTION, "docs/queries/99-none.sql", "docs/charts/help.json"):
        assert f"{file}: " in told
    assert "CHANGELOG.md: version" in told


def test_prose_is_read_again_only_when_something_changed(root, monkeypatch):
    monkeypatch.setattr(build, "import_module", None)  # nothing may ask for the half that shows
    assert build.main(root) == 0


def test_every_page_stands_where_its_kind_says(built):
    package = Package(built)
    for kind in contents.kinds():
        if hasattr(kind, "stands_at"):
            made = {page.path for page in kind.pages(package)}
            assert set(kind.stands_at(package)) == made, kind.__name__
