"""Every descriptor says how many bytes each of its files has, and their SHA-256."""

import hashlib
import io
import json
import zipfile

import pytest

from scripts.model import validity
from scripts.offering import digests

DESCRIPTOR = json.dumps({"resources": [{"name": "a", "path": "a.csv"}, {"name": "b", "data": [1]}]})


def test_a_file_is_measured_and_data_in_the_descriptor_are_not():
    made = digests.of_members({"datapackage.json": DESCRIPTOR.encode(), "a.csv": b"x\n1\n"})
    first, second = json.loads(made["datapackage.json"])["resources"]
    assert first["bytes"] == 4
    assert (
        first["hash"]
        == f"sha256:{hashlib.sha256(b'x' + bytes([10]) + b'1' + bytes([10])).hexdigest()}"
    )
    assert second == {"name": "b", "data": [1]}


def test_every_descriptor_of_the_site_states_what_its_files_are(small_site):
    descriptors = sorted((small_site / "site").rglob("datapackage.json"))
    assert len(descriptors) >= 4
    for path in descriptors:
        for resource in json.loads(path.read_text(encoding="utf-8"))["resources"]:
            content = (path.parent / resource["path"]).read_bytes()
            assert resource["bytes"] == len(content), (path, resource["path"])
            digest = hashlib.sha256(content).hexdigest()
            assert resource["hash"] == f"sha256:{digest}", (path, resource["path"])


def test_every_descriptor_in_a_zip_states_what_its_files_are(small_site):
    archives = sorted((small_site / "site/data").rglob("*.zip"))
    assert archives
    for archive in archives:
        with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
            names = [name for name in opened.namelist() if name.endswith("datapackage.json")]
            for name in names:
                folder = name.removesuffix("datapackage.json")
                for resource in json.loads(opened.read(name))["resources"]:
                    digest = hashlib.sha256(opened.read(folder + resource["path"])).hexdigest()
                    assert resource["hash"] == f"sha256:{digest}", (archive.name, name)


@pytest.mark.promise("Every flipped bit, missing file and added file of a published site is found")
def test_others_see_by_the_descriptor_that_a_file_has_changed(tmp_path):
    descriptor = {
        "name": "a",
        "resources": [
            {
                "name": "a",
                "path": "a.csv",
                "profile": "tabular-data-resource",
                "schema": {"fields": [{"name": "x", "type": "string"}]},
            }
        ],
    }
    members = {"datapackage.json": json.dumps(descriptor).encode(), "a.csv": b"x\n1\n"}
    for name, content in digests.of_members(members).items():
        (tmp_path / name).write_bytes(content)
    assert list(validity.errors(tmp_path / "datapackage.json")) == []
    (tmp_path / "a.csv").write_bytes(b"x\n2\n")
    assert list(validity.errors(tmp_path / "datapackage.json")) != []
