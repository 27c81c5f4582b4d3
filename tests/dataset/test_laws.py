"""The laws of the house that concern the data: one way, one writer, no list of documents, the same
bytes every time.
"""

import ast
import csv
import json
import os
import subprocess
import sys

import pytest

from scripts.verbs import build, validate
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, bytes_of, descriptor

VERBS_OF_DATA = ["build", "validate", "verify", "account"]
ALL_VERBS_OF_DATA = [*VERBS_OF_DATA, "mutate"]  # it asks how many processors there are
THIRD = "westhill-notice-2023"
MADE_BESIDE = {
    f"data/official/{name}.csv"
    for name in (
        "agreement",
        "claim_verdicts",
        "claim_years",
        "counterparts",
        "official_series",
        "without_counterpart",
    )
}


def test_building_twice_gives_the_same_bytes(miniature):
    assert build.main(miniature) == 0
    first = bytes_of(miniature / "data/tidy")
    assert build.main(miniature) == 0
    assert bytes_of(miniature / "data/tidy") == first


def test_the_same_bytes_come_from_another_place_time_and_language(miniature, repository):
    """Another process, with its own hash seed, in another time zone and locale, at the same
    inputs.
    """
    build.main(miniature)
    first = bytes_of(miniature / "data/tidy")
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
        environment = {
            "PYTHONPATH": str(repository),
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "PATH": os.defpath,
        }
        subprocess.run(
            [sys.executable, "-m", "scripts.verbs.build"],
            cwd=miniature,
            env=environment,
            check=True,
            capture_output=True,
        )
        assert bytes_of(miniature / "data/tidy") == first


def test_data_tidy_is_byte_for_byte_what_build_makes(repository):
    files, problems = build.texts(repository)
    assert [str(problem) for problem in problems] == []
    assert bytes_of(repository / "data/tidy") == {
        name: text.encode() for name, text in files.items()
    }


def test_build_writes_data_tidy_and_what_follows_in_data_official_and_nothing_else(miniature):
    before = bytes_of(miniature)
    build.main(miniature)
    after = bytes_of(miniature)
    others = {path: data for path, data in after.items() if not is_made(path) and not is_kept(path)}
    assert others == before


def is_made(path):
    """Whether build writes the file at this path."""
    return path.startswith("data/tidy/") or path in MADE_BESIDE


def is_kept(path):
    """Whether build keeps the file for itself, and makes it again where it is gone."""
    return path.startswith(".cache/")


def test_made_tables_are_plain_csv(miniature):
    build.main(miniature)
    for name, data in bytes_of(miniature / "data/tidy").items():
        assert (
            not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data and data.endswith(b"\n")
        ), name
        assert data.decode("utf-8") == data.decode("utf-8").encode().decode()
        assert name == name.lower() or name == "README.md"


def add_third_document(root):
    """A new folder: a descriptor, one table with one figure, and the account of its numerals."""
    about = descriptor(root / SOUTHMERE)
    folder = root / "data/sources" / THIRD
    folder.mkdir()
    table = {
        "name": "prose",
        "path": "prose.csv",
        "title": "A number",
        "description": "",
        "locator": "Page 1",
        "lines": [1, 2],
        "rows": 1,
    }
    new = {
        "name": THIRD,
        "title": "A third document",
        "description": "Invented.",
        "document": {**about["document"], "period": "2023", "period_as_published": "2023"},
        "resources": [table],
    }
    (folder / "datapackage.json").write_text(json.dumps(new), encoding="utf-8")
    (folder / "prose.csv").write_text(
        "line,row,measure,value_as_published,period\n2,late,assessments_late,7,2023\n",
        encoding="utf-8",
    )
    (folder / "numbers.csv").write_text("line,token,reason\n", encoding="utf-8")


def test_adding_a_document_is_one_new_folder(miniature):
    assert build.main(miniature) == 0
    before = bytes_of(miniature)
    add_third_document(miniature)
    assert build.main(miniature) == 0
    assert validate.main(miniature) == 0
    after = bytes_of(miniature)
    changed = {path for path in after if after[path] != before.get(path)}
    changed = {path for path in changed if not is_kept(path)}
    assert all(is_made(path) or path.startswith(f"data/sources/{THIRD}/") for path in changed)
    for path in (path for path in before if is_made(path)):
        kept = set(before[path].splitlines()) - set(after[path].splitlines())
        assert not kept, f"a row of {path} changed"
    assert f"{THIRD}/prose/late".encode() in after["data/tidy/figures.csv"]
    assert f"\n{THIRD},".encode() in after["data/tidy/documents.csv"]


def test_taking_a_document_away_is_one_folder_less(miniature):
    add_third_document(miniature)
    build.main(miniature)
    for path in (miniature / "data/sources" / THIRD).iterdir():
        path.unlink()
    (miniature / "data/sources" / THIRD).rmdir()
    assert build.main(miniature) == 0
    assert not [
        path for path, data in bytes_of(miniature / "data/tidy").items() if THIRD.encode() in data
    ]


def test_nothing_lists_documents(repository):
    """No document's id stands in code, in the templates, in the settings of the site, or in the
    contract but as an example.
    """
    ids = [path.parent.name for path in (repository / "data/sources").glob("*/datapackage.json")]
    files = [
        path
        for path in (repository / "scripts").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    texts = {
        path.relative_to(repository).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in files
    }
    texts |= {
        name: (repository / name).read_text(encoding="utf-8")
        for name in ("mkdocs.yml", "Makefile", "pyproject.toml")
        if (repository / name).is_file()
    }
    texts["datapackage.json"] = json.dumps(
        without_examples(json.loads((repository / "datapackage.json").read_text(encoding="utf-8")))
    )
    assert ids
    assert [
        (name, document) for name, text in texts.items() for document in ids if document in text
    ] == []


def without_examples(thing):
    if isinstance(thing, dict):
        return {key: without_examples(value) for key, value in thing.items() if key != "example"}
    return [without_examples(value) for value in thing] if isinstance(thing, list) else thing


def modules(repository, *places):
    """Python files by their path, parsed."""
    paths = [
        path
        for place in places
        for path in (
            [repository / place]
            if place.endswith(".py")
            else sorted((repository / place).rglob("*.py"))
        )
    ]
    return {
        path.relative_to(repository).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
        if path.is_file()
    }


def imported(tree):
    """Full names of all that a module imports, wherever in it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


ROOMS_OF_DATA = ("reading", "validations", "register", "proof")
PURE = ("model", "checks")  # what both halves may import
MODULES_OF_DATA = (
    *(f"scripts.{room}" for room in ROOMS_OF_DATA),
    *(f"scripts.verbs.{verb}" for verb in ALL_VERBS_OF_DATA),
)
ROOMS_OF_SITE = ("offering", "formats", "charts", "asking", "pages", "publishing")
VERBS_OF_SITE = ("publish", "release")
MODULES_OF_SITE = (
    *(f"scripts.{room}" for room in ROOMS_OF_SITE),
    *(f"scripts.verbs.{verb}" for verb in VERBS_OF_SITE),
)
HALVES = {
    "data": (
        [
            *(f"scripts/{room}" for room in ROOMS_OF_DATA),
            *(f"scripts/verbs/{verb}.py" for verb in ALL_VERBS_OF_DATA),
        ],
        MODULES_OF_SITE,
    ),
    "site": (
        [
            *(f"scripts/{room}" for room in ROOMS_OF_SITE),
            *(f"scripts/verbs/{verb}.py" for verb in VERBS_OF_SITE),
        ],
        MODULES_OF_DATA,
    ),
    "pure": ([f"scripts/{room}" for room in PURE], (*MODULES_OF_DATA, *MODULES_OF_SITE)),
}


@pytest.mark.parametrize("half", HALVES)
def test_neither_half_imports_the_other_and_the_ground_imports_neither(half, repository):
    places, forbidden = HALVES[half]
    found = [
        (path, name)
        for path, tree in modules(repository, *places).items()
        for name in sorted(imported(tree))
        if name in forbidden or name.startswith(tuple(f"{module}." for module in forbidden))
    ]
    assert found == []


OUTSIDE = {
    "time",
    "random",
    "secrets",
    "uuid",
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "locale",
    "getpass",
    "platform",
}
CLOCK_AND_ENVIRONMENT = {
    "now",
    "today",
    "utcnow",
    "environ",
    "getenv",
    "environb",
    "getcwd",
    "getlogin",
    "cpu_count",
}


def test_the_data_half_knows_no_clock_no_network_and_no_environment(repository):
    trees = modules(
        repository,
        *(f"scripts/{room}" for room in (*ROOMS_OF_DATA, *PURE)),
        *(f"scripts/verbs/{verb}.py" for verb in VERBS_OF_DATA),
    )
    assert len(trees) > 10
    for path, tree in trees.items():
        assert not {name.partition(".")[0] for name in imported(tree)} & OUTSIDE, path
        assert (
            not {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            & CLOCK_AND_ENVIRONMENT
        ), path


def test_no_number_passes_through_a_float(repository):
    for path, tree in modules(
        repository,
        *(f"scripts/{room}" for room in (*ROOMS_OF_DATA, *PURE)),
        "scripts/verbs/build.py",
    ).items():
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        decimals = {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        }
        assert "float" not in names and not decimals, path


def test_the_project_in_small_speaks_of_invented_places_only(repository):
    """Tests read the project in small; it shares no document, publisher or area with the real
    data.
    """
    real, small = repository / "data", repository / "tests/miniature/data"
    for name in ("publishers", "areas"):
        with (
            (real / f"vocabulary/{name}.csv").open(encoding="utf-8", newline="") as one,
            (small / f"vocabulary/{name}.csv").open(encoding="utf-8", newline="") as other,
        ):
            assert not {row[0] for row in csv.reader(one)} & {
                row[0] for row in csv.reader(other)
            } - {f"{name[:-1]}_id"}
    assert {NORTHBRIDGE, SOUTHMERE} == {
        f"data/sources/{path.name}" for path in (small / "sources").iterdir()
    }
