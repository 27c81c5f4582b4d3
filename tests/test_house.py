"""The laws of the house that concern names: no two modules share one, and no local name hides what
is imported.
"""

import ast
from collections import Counter

import pytest

ROOMS_OF_SITE = ("offering", "formats", "charts", "asking", "pages", "publishing")


def modules(repository, *rooms):
    """Every module of these rooms, or of all."""
    folders = [repository / "scripts" / room for room in rooms or ("",)]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def stems(paths):
    """The names that stand twice or more."""
    named = Counter(path.stem for path in paths if path.stem != "__init__")
    return sorted(name for name, times in named.items() if times > 1)


def hidden(tree):
    """(line, name) of each assignment or parameter inside a function that hides an import of the
    module.
    """
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for node in ast.walk(function)
    ]
    named = [(node.arg, node) for node in inside if isinstance(node, ast.arg)]
    named += [
        (node.id, node)
        for node in inside
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return sorted({(node.lineno, name) for name, node in named if name in imported})


def test_no_two_modules_share_a_name(repository):
    assert stems(modules(repository)) == []


def test_no_local_name_hides_an_import(repository):
    found = {
        path.relative_to(repository).as_posix(): hidden(ast.parse(path.read_text()))
        for path in modules(repository, *ROOMS_OF_SITE)
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import words\n\ndef say(text):\n    return words.said(text)\n", []),
        ("import words\n\ndef say(words):\n    return words\n", [(3, "words")]),
        ("import words\n\ndef say():\n    words = 1\n    return words\n", [(4, "words")]),
        ("import words\n\ndef say(of):\n    return [words for words in of]\n", [(4, "words")]),
    ],
)
def test_a_local_name_that_hides_an_import_is_found(text, names):
    assert hidden(ast.parse(text)) == names


def test_two_modules_of_one_name_are_found(tmp_path):
    assert stems([tmp_path / "a/words.py", tmp_path / "b/words.py", tmp_path / "a/x.py"]) == [
        "words"
    ]


PARTING = {"split", "rsplit", "partition", "rpartition", "startswith", "endswith"}
PARTING |= {"removeprefix", "removesuffix"}
IDS = ("_id", "address")  # how a variable, an attribute or a column ends that holds an id
OF_THE_WEB = {"addresses", "corrections"}  # their addresses are those of pages, with a #


def parted_ids(tree):
    """The lines on which something that is called an id is taken apart, to find something out."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in PARTING
    ]
    return [call.lineno for call in calls if name_of(call.func.value).endswith(IDS)]


def name_of(node):
    """What a variable, an attribute or a column of a row is called."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    return getattr(node, "id", getattr(node, "attr", ""))


def test_no_code_parts_an_id_to_find_something_out(repository):
    found = {
        path.relative_to(repository).as_posix()
        for path in modules(repository)
        if path.stem not in OF_THE_WEB and parted_ids(ast.parse(path.read_text()))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('row["document_id"] == "a"', []),
        ('row["note"].split(". ")', []),
        ('row["figure_id"].split("/")[0]', [1]),
        ('fact.table_id.partition("/")', [1]),
        ('def of(series_id):\n    return series_id.rsplit("/", 1)', [2]),
    ],
)
def test_an_id_that_is_parted_is_found(text, lines):
    assert parted_ids(ast.parse(text)) == lines
