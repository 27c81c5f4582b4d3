"""Words and turns of phrase that readers stumbled over are not used where a reader meets them.

`words_we_avoid.csv` has them with something better. Read are templates, prose, titles and
definitions of the vocabulary, what the contract says about tables and columns, and the texts that
programs say. What documents print is theirs.
"""

import ast
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sample import PROJECT

LIST = Path(__file__).with_name("words_we_avoid.csv")
SAID = ("title", "definition", "description", "is_not", "comparability", "summary")
SAID_IN_CHARTS = ("know", "titles", "says")


class Avoided(NamedTuple):
    pattern: re.Pattern[str]
    better: str


def avoided() -> list[Avoided]:
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Avoided(re.compile(row["pattern"], re.IGNORECASE), row["better"]) for row in rows]


def found_in(text: str) -> list[str]:
    """What is to be avoided in a text, each with something better."""
    return [
        f"“{match[0]}”: better: {each.better}"
        for each in avoided()
        if (match := each.pattern.search(text))
    ]


def templates() -> Iterator[tuple[str, str]]:
    for path in sorted((PROJECT / "scripts").rglob("*.html")):
        without_comments = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
        yield str(path.relative_to(PROJECT)), without_comments


def prose() -> Iterator[tuple[str, str]]:
    for path in sorted((PROJECT / "docs").rglob("*.md")):
        yield str(path.relative_to(PROJECT)), path.read_text(encoding="utf-8")
    for path in sorted((PROJECT / "docs/charts").glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        said = [
            json.dumps(each.get(name, ""), ensure_ascii=False)
            for each in [*given.get("charts", []), *given.get("numbers", [])]
            for name in SAID_IN_CHARTS
        ]
        yield str(path.relative_to(PROJECT)), "\n".join(said)


def vocabulary() -> Iterator[tuple[str, str]]:
    for path in sorted((PROJECT / "data/vocabulary").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = "\n".join(row[column] or "" for column in SAID if column in row)
                yield f"{path.relative_to(PROJECT)}: {next(iter(row.values()))}", text


def contract() -> Iterator[tuple[str, str]]:
    given = json.loads((PROJECT / "datapackage.json").read_text(encoding="utf-8"))
    for table in given["resources"]:
        fields = table["schema"]["fields"]
        said = [f"{each.get('title', '')}\n{each.get('description', '')}" for each in fields]
        yield f"datapackage.json: {table['name']}", "\n".join([table["description"], *said])


def programs() -> Iterator[tuple[str, str]]:
    """Every text of the site half that is no docstring."""
    for folder in ("pages", "charts", "checks", "formats", "offering", "publishing"):
        for path in sorted((PROJECT / "scripts" / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = [node.value for node in ast.walk(tree) if is_said(node)]
            notes = {note for node in ast.walk(tree) if (note := docstring(node))}
            kept = [text for text in texts if text not in notes]
            yield str(path.relative_to(PROJECT)), "\n".join(kept)


def is_said(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def docstring(node: ast.AST) -> str | None:
    has = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return ast.get_docstring(node, clean=False) if isinstance(node, has) else None


@pytest.mark.parametrize("read", [templates, prose, vocabulary, contract, programs])
def test_what_readers_meet_is_in_plain_words(read):
    told = [f"{place}: {said}" for place, text in read() for said in found_in(text)]
    assert told == []


@pytest.mark.parametrize(
    "text",
    ["Take it away", "What could not be had", "The terms stand in the document.", "For whom?"],
)
def test_what_is_avoided_is_found(text):
    assert found_in(text)


@pytest.mark.parametrize(
    "text", ["Download", "What's missing", "It stands for Coventry.", "Almost"]
)
def test_what_is_plain_passes(text):
    assert not found_in(text)
