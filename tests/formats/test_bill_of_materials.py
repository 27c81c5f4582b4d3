"""bom.json lists every library of the locks, keeps the published schema, and is the same whenever
it is made.
"""

import json
import re
import tomllib

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from scripts.offering.bill_of_materials import NAME, PYTHON, bill, plain, reasons_of

MADE = ("2.0.0", "2026-01-31T00:00:00Z")


@pytest.fixture(scope="module")
def schema(repository):
    """The published schema of CycloneDX 1.6, with those that it leads to."""
    read = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (repository / "tests/schemas").glob("*.schema.json")
    }
    resources = [(one["$id"], Resource.from_contents(one)) for one in read.values()]
    return Draft7Validator(
        read["bom-1.6.schema.json"], registry=Registry().with_resources(resources)
    )


@pytest.fixture(scope="module")
def made(repository):
    return json.loads(bill(repository, *MADE))


def test_it_keeps_the_published_schema(made, schema):
    assert [error.message[:200] for error in schema.iter_errors(made)] == []


@pytest.mark.parametrize(
    ("word", "other"), [("specVersion", 16), ("components", {}), ("bomFormat", "Another")]
)
def test_the_schema_refuses_what_is_no_bill(made, schema, word, other):
    assert list(schema.iter_errors({**made, word: other}))


@pytest.mark.promise("Every library of the locks is in the bill of materials, with its hashes")
def test_every_library_of_the_locks_is_listed_with_its_hashes(made, repository, record_property):
    lock = (repository / PYTHON).read_text(encoding="utf-8")
    locked = {
        f"pkg:pypi/{plain(name)}@{version}"
        for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    }
    node = json.loads((repository / "browser/package-lock.json").read_text(encoding="utf-8"))
    wanted = len(locked) + len(
        {
            (place.rpartition("node_modules/")[2], about["version"])
            for place, about in node["packages"].items()
            if place
        }
    )
    there = {one["purl"] for one in made["components"] if one["externalReferences"][0]["hashes"]}
    record_property("tried", wanted)
    record_property("held", len(there))
    assert locked <= there and len(there) == wanted


def test_what_we_chose_says_what_it_is_for_and_stands_in_the_lock(made, repository):
    settings = (repository / "pyproject.toml").read_text(encoding="utf-8")
    reasons = reasons_of(settings)
    for group, chosen in tomllib.loads(settings)["dependency-groups"].items():
        lock = (
            repository / f"requirements/{'site' if group == 'site' else 'test'}.txt"
        ).read_text()
        locked = {plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
        names = {plain(re.match(r"[\w.-]+", one)[0]) for one in chosen if isinstance(one, str)}
        assert names <= reasons.keys(), group
        assert group != "site" or names <= locked
    described = {
        one["name"]: one["description"] for one in made["components"] if "description" in one
    }
    assert described["pandas"] == reasons["pandas"]


def test_every_line_of_the_locks_has_a_hash(repository):
    for path in sorted((repository / "requirements").glob("*.txt")):
        pinned = re.split(r"^(?=[\w.-]+==)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert all("--hash=sha256:" in one for one in pinned[1:]), path.name


def test_it_is_the_same_whenever_it_is_made(repository):
    first = bill(repository, *MADE)
    assert first == bill(repository, *MADE)
    assert b"serialNumber" not in first


def test_a_project_without_locks_has_no_libraries(miniature):
    assert json.loads(bill(miniature, *MADE))["components"] == []


def test_what_only_tests_need_is_no_part_of_what_readers_get(made):
    scopes = {one["name"]: one["scope"] for one in made["components"] if "scope" in one}
    assert scopes["sql.js"] == "required" and scopes["eslint"] == "excluded"
    assert NAME == "bom.json"
