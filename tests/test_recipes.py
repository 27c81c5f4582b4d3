"""The recipes of ARCHITECTURE.md, followed in a copy of the project: what is added is found, used
and shown, and nothing lists it.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest

from scripts.model.files import read_json, read_rows
from tests.conftest import copy_miniature

REPORT = "data/sources/southmere-report-2021-22/datapackage.json"
RULE = '''"""One number is twice another."""

from scripts.checks.reckoning.examples import counts, differs, holds
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal, quantity, times
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    single = quantity(named.number("single"))
    return equal(quantity(named.number("double")), times(counted(2), single))


def sentence(words: Said) -> str:
    return f"{words['double']} should be twice {words['single']}."


RULE = Rule(
    title="One number is twice the other",
    definition="A number is compared with twice another.",
    parts=(Part("double"), Part("single")),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "single"),),
    printed="double",
    examples=(
        holds(double=counts("8"), single=counts("4")),
        differs(double=counts("9"), single=counts("4")),
    ),
)
'''
FORMAT = '''"""data/values.txt: the printed values, one a line."""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering.offered import Format
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    lines = [row["value_as_published"] for row in package["figures"]]
    text = "\\n".join([*lines, ""])
    title, description = "Printed values", "The printed values, one a line."
    yield File("data/values.txt", text.encode(), title, description)


FORMAT = Format(
    label="Plain list",
    suffix=".txt",
    media_type="text/plain",
    purpose="For people who only want the printed values.",
    files=files,
)
'''
PAGE = '''"""Every unit that a figure has."""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.pages.rendering import Page, page


def pages(package: Package) -> Iterator[Page]:
    units = sorted({row["unit"] for row in package["figures"]})
    yield page(
        "ruler/ruler.html", "ruler.html", "Units in use", "Every unit.", package, units=units
    )
'''
TEMPLATE = """<header class="head"><h1>{{ title }}</h1></header>
<ul>{% for unit in units %}<li>{{ package.title("units", unit) }}</li>{% endfor %}</ul>
"""
KIND = '''"""Dots side by side."""

from typing import Any

from scripts.charts.encodings import INK, floor, label_below, place, values
from scripts.charts.kind import Kind, Layers
from scripts.charts.layout import Laid, Layout, evenly, upright
from scripts.charts.points import Panel


def lay_out(panels: list[Panel], width: int) -> Laid:
    return upright("dots", panels, width, lambda points, wide: evenly(len(points), wide))


def layers(layout: Layout, scale: dict[str, Any]) -> Layers:
    y = {"field": "size", "type": "quantitative", "scale": scale}
    dots = {"mark": {"type": "point", "color": INK}, "encoding": {"x": place("at"), "y": y}}
    said = values({"x": place("at"), "y": y}, {"baseline": "bottom", "dy": -8})
    return [floor(layout), dots, *said, label_below(layout)]


KIND = Kind("Dot chart", in_time=False, lies=False, lay_out=lay_out, layers=layers)
'''
CHART = {
    "charts": [
        {
            "chart": "plans-by-age",
            "measures": ["children_with_a_plan"],
            "kind": "dots",
            "where": {"by": ["age_group", "sex"], "category": {"sex": ["boys"]}},
            "along": ["age_group"],
        }
    ]
}
COLUMN = {
    "name": "value_length",
    "title": "Length of the value",
    "description": "How many characters the printed value has.",
    "type": "integer",
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def change(path, change_json):
    content = read_json(path)
    change_json(content)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def add_a_check_rule(root):
    write(root / "scripts/checks/twice.py", RULE)
    claim = {
        "rule": "twice",
        "id": "boys-of-sixteen",
        "double": "plans-by-age/16-and-over/children",
        "single": "plans-by-age/16-and-over/boys",
    }
    change(root / REPORT, lambda descriptor: descriptor["claims"].append(claim))


def add_a_format(root):
    write(root / "scripts/formats/plain_list.py", FORMAT)


def add_a_page_kind(root):
    write(root / "scripts/pages/ruler/__init__.py", "")
    write(root / "scripts/pages/ruler/ruler_page.py", PAGE)
    write(root / "scripts/pages/ruler/ruler.html", TEMPLATE)


def add_a_kind_of_chart(root):
    write(root / "scripts/charts/kinds/dots.py", KIND)
    write(root / "docs/charts/help.json", json.dumps(CHART))


def add_a_column(root):
    def described(contract):
        figures = next(each for each in contract["resources"] if each["name"] == "figures")
        figures["schema"]["fields"].append(COLUMN)

    change(root / "datapackage.json", described)
    replace(
        root / "scripts/reading/figures.py",
        "    note: str\n\n\nclass Figures",
        "    note: str\n    value_length: str\n\n\nclass Figures",
    )
    replace(
        root / "scripts/reading/figures.py",
        '        "note": cells.column("note"),\n',
        '        "note": cells.column("note"),\n'
        '        "value_length": [str(len(token)) for token in cells.tokens],\n',
    )


def run(root, verb):
    """Run a verb with the scripts of the copy, as a contributor would."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", f"scripts.verbs.{verb}"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def followed(tmp_path_factory, repository):
    """A copy of the project in which all five recipes were followed, built, validated and
    published.
    """
    root = copy_miniature(tmp_path_factory.mktemp("recipes") / "project")
    for folder in ("scripts", "browser"):
        shutil.copytree(
            repository / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copyfile(repository / "mkdocs.yml", root / "mkdocs.yml")
    left_out = ("questions", "charts", "topics", "glossary.csv", "corrections.csv")
    shutil.copytree(repository / "docs", root / "docs", ignore=shutil.ignore_patterns(*left_out))
    write(root / "docs/corrections.csv", "date,version,figure_id,was,now,reason\n")
    for add in (
        add_a_check_rule,
        add_a_format,
        add_a_page_kind,
        add_a_kind_of_chart,
        add_a_column,
    ):
        add(root)
    for verb in ("build", "validate", "publish"):
        run(root, verb)
    return root


def test_a_check_rule_is_one_file(followed):
    checks = read_rows(followed / "data/tidy/checks.csv")
    (check,) = [row for row in checks if row["rule"] == "twice"]
    assert (check["printed"], check["recomputed"], check["verdict"]) == ("8", "8", "holds")
    page = (followed / "site/checks/southmere-report-2021-22.html").read_text(encoding="utf-8")
    assert "One number is twice the other" in page


def test_a_format_is_one_file(followed):
    values = (followed / "site/data/values.txt").read_text(encoding="utf-8").split("\n")
    figures = read_rows(followed / "data/tidy/figures.csv")
    assert values[:-1] == [row["value_as_published"] for row in figures]
    offered = (followed / "site/download.html").read_text(encoding="utf-8")
    assert "The printed values, one a line." in offered


def test_a_page_kind_is_one_folder(followed):
    page = (followed / "site/ruler.html").read_text(encoding="utf-8")
    assert "<h1>Units in use</h1>" in page
    assert "<li>Percentage</li>" in page


def test_a_kind_of_chart_is_one_file(followed):
    page = (followed / "site/topics/help.html").read_text(encoding="utf-8")
    assert "Dot chart. " in page
    assert (followed / "site/charts/help/plans-by-age.svg").is_file()


def test_a_column_of_figures_is_described_named_and_filled(followed):
    figures = read_rows(followed / "data/tidy/figures.csv")
    assert all(int(row["value_length"]) == len(row["value_as_published"]) for row in figures)
    parts = [path.read_text(encoding="utf-8") for path in (followed / "site").glob("dictionary*")]
    assert any("How many characters the printed value has." in part for part in parts)
