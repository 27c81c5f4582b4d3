"""Every file of a project, damaged in every way: each is told in one line with its file, nothing is
raised, nothing is written.
"""

import os
import random
import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.model.problems import together
from scripts.publishing import fit_to_publish
from scripts.reading import tidy
from tests.conftest import REPOSITORY, copy_miniature
from tests.promising import bad, kind_of

MINIATURE = REPOSITORY / "tests/miniature"
SOURCES = sorted(
    path.relative_to(MINIATURE).as_posix()
    for folder in ("data/sources", "data/vocabulary")
    for path in (MINIATURE / folder).rglob("*.*")
    if path.is_file()
)
DOCS = [
    "docs/about/index.md",
    "docs/charts/money.json",
    "docs/glossary.csv",
    "docs/corrections.csv",
]
LONGEST_MESSAGE = 1_000


def cell(text):
    """The first cell of the first row after the header becomes this text."""

    def spoil(data):
        header, _, rest = data.partition(b"\n")
        return header + b"\n" + re.sub(rb"^[^,\n]*", lambda _: text.encode(), rest, count=1)

    return spoil


ANY = {
    "empty": lambda data: b"",
    "a NUL byte": lambda data: data[:9] + b"\0" + data[9:],
    "not UTF-8": lambda data: data[:9] + b"\xff" + data[9:],
    "UTF-16": lambda data: data.decode().encode("utf-16"),
}
TABLE = {
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "carriage returns": lambda data: data.replace(b"\n", b"\r\n"),
    "no line end": lambda data: data.rstrip(b"\n"),
    "semicolons": lambda data: data.replace(b",", b";"),
    "cell too many": lambda data: data.rstrip(b"\n") + b",x\n",
    "open quote": lambda data: data + b'"open\n',
    "column twice": lambda data: b"line,line" + data[data.index(b"\n") :],
    "column without name": lambda data: b"," + data,
    "zero width": cell("a\u200bb"),
    "direction": cell("\u202eab"),
    "private use": cell("\ue000"),
    "C1": cell("a\u0085b"),
    "mixed scripts": cell("Cоuncil"),
    "formula": cell("=1+1"),
    "spaces": cell("   "),
    "long cell": cell("x" * 2_000),
}
OBJECT = {
    "a list": lambda data: b"[]\n",
    "a text": lambda data: b'"x"\n',
    "cut off": lambda data: data[:-20],
    "key twice": lambda data: data.replace(b"{", b'{"name": "a", "name": "b", ', 1),
    "not a number": lambda data: data.replace(b"{", b'{"x": NaN, ', 1),
    "nested": lambda data: b"[" * 100_000,
    "nothing in it": lambda data: b"{}\n",
    "hidden character": lambda data: data.replace(b'"title": "', '"title": "\u200b'.encode(), 1),
}
PUT = {
    "a link": lambda path: path.symlink_to("/etc/hostname"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a pipe": os.mkfifo,
    "a folder": os.mkdir,
    "missing": lambda path: None,
}
DAMAGES = {".csv": {**ANY, **TABLE}, ".json": {**ANY, **OBJECT}}
CASES = [
    (name, damage)
    for name in [*SOURCES, "datapackage.json"]
    for damage in (*DAMAGES["." + name.rpartition(".")[2]], *PUT)
]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = copy_miniature(tmp_path_factory.mktemp("damaged") / "miniature")
    for name in DOCS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REPOSITORY / name, root / name)
    assert tidy.make(root).problems == []
    assert fit_to_publish.problems(root) == []
    return root


def heard(project, name, damage, look):
    """What is told of the damaged file; the file is as it was afterwards."""
    path = project / name
    kept = path.read_bytes()
    path.unlink()
    try:
        if damage in PUT:
            PUT[damage](path)
        else:
            path.write_bytes(DAMAGES[path.suffix][damage](kept))
        return [str(problem) for problem in together(look(project))]
    finally:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        path.write_bytes(kept)


def test_there_are_at_least_400_cases():
    assert len(CASES) >= 400


@pytest.mark.parametrize(
    ("name", "damage"),
    [pytest.param(name, damage, marks=bad(kind_of(name))) for name, damage in CASES],
)
def test_a_damaged_file_is_told_with_its_name(project, name, damage):
    told = heard(project, name, damage, lambda root: tidy.make(root).problems)
    assert told
    assert any(line.startswith(name.rpartition("/")[0] or name) for line in told), told
    assert all(line.count("\n") == 0 and len(line) < LONGEST_MESSAGE for line in told)


@pytest.mark.parametrize("name", [pytest.param(name, marks=bad(kind_of(name))) for name in DOCS])
@pytest.mark.parametrize("damage", ["NUL", "not UTF-8", "hidden", *PUT])
def test_a_damaged_file_of_the_site_is_told_with_its_name(project, name, damage):
    if damage == "missing":
        return  # a page that is not there is not made
    spoils = {"NUL": b"\0", "not UTF-8": b"\xff", "hidden": "\u200b".encode()}
    if damage in spoils:
        path = project / name
        kept = path.read_bytes()
        path.write_bytes(kept + spoils[damage])
        told = [str(problem) for problem in fit_to_publish.problems(project)]
        path.write_bytes(kept)
    else:
        told = heard(project, name, damage, fit_to_publish.problems)
    assert [line for line in told if line.startswith(f"{name}: ")] == told != []


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(name=st.sampled_from(SOURCES), seed=st.integers(0, 10**6))
def test_no_change_of_a_few_bytes_is_raised(project, name, seed):
    path, chance = project / name, random.Random(seed)
    kept = path.read_bytes()
    changed = bytearray(kept)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] = chance.choice(b'",\n0129axX-{}[]: ')
    path.write_bytes(bytes(changed))
    try:
        told = [str(problem) for problem in tidy.make(project).problems]
    finally:
        path.write_bytes(kept)
    assert all(len(line) < LONGEST_MESSAGE for line in told)
