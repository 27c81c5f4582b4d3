"""The workflows: every step of others is pinned to a commit, jobs may do no more than they need,
and each release is signed by a job that runs nothing of ours.
"""

import re
import subprocess

import pytest
import yaml

from scripts.model import seals
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / ".github/workflows"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
SIGNS = "actions/attest-build-provenance@"
SIGNING = {"contents": "read", "id-token": "write", "attestations": "write"}


def workflows():
    return sorted(FOLDER.glob("*.yml"))


def not_pinned(text):
    """The lines that use the work of others, but not one commit of it."""
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    return [line for line in used if not PINNED.fullmatch(line)]


def signing():
    """The one workflow that signs, as it is read, and the steps of its job."""
    (path,) = [path for path in workflows() if SIGNS in path.read_text(encoding="utf-8")]
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    (job,) = read["jobs"].values()
    return read, job


@pytest.mark.promise("Every step of a workflow that others wrote is pinned to one commit")
@pytest.mark.parametrize("path", workflows(), ids=lambda path: path.name)
def test_every_step_of_others_is_pinned(path):
    text = path.read_text(encoding="utf-8")
    assert "uses:" in text
    assert not_pinned(text) == []


@pytest.mark.parametrize("name", ["actions/checkout@v4", "actions/checkout", "a/b@main # v1"])
def test_a_step_that_is_not_pinned_is_told(name):
    assert not_pinned(f"steps:\n  - uses: {name}\n") == [f"uses: {name}"]


def test_a_release_that_reaches_main_is_signed():
    read, job = signing()
    when = read[True]["push"]  # YAML reads `on` as a truth
    assert when == {"branches": ["main"], "paths": ["data/releases/**"]}
    (step,) = [step for step in job["steps"] if step.get("uses", "").startswith(SIGNS)]
    assert step["with"] == {"subject-path": f"data/releases/*/{seals.LIST}"}
    assert job["steps"].index(step) == len(job["steps"]) - 1  # after the seals were checked


def test_the_job_that_signs_may_do_nothing_else_and_runs_nothing_of_ours():
    read, job = signing()
    assert read["permissions"] == {}
    assert job["permissions"] == SIGNING
    ran = " ".join(step.get("run", "") for step in job["steps"])
    assert not re.search("make|python|pip|npm", ran)
    assert "secrets." not in str(read)


def test_no_other_job_may_sign():
    for path in workflows():
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        jobs = [read, *read["jobs"].values()]
        signs = [job for job in jobs if "attestations" in job.get("permissions", {})]
        assert len(signs) == (1 if SIGNS in path.read_text(encoding="utf-8") else 0)


@pytest.mark.parametrize(("spoilt", "code"), [("", 0), ("more", 1)])
def test_the_seals_are_checked_before_anything_is_signed(tmp_path, spoilt, code):
    """The very command of the workflow, on two releases of which one may be spoilt."""
    _, job = signing()
    (command,) = [step["run"] for step in job["steps"] if "run" in step]
    for version in ("1.0.0", "2.0.0"):
        folder = tmp_path / "data/releases" / version
        folder.mkdir(parents=True)
        (folder / "a.csv").write_text("a\n")
        seals.seal(folder)
    with (tmp_path / "data/releases/1.0.0/a.csv").open("a") as file:
        file.write(spoilt)
    done = subprocess.run(["bash", "-e", "-c", command], cwd=tmp_path, capture_output=True)
    assert done.returncode == code


def test_readers_are_told_how_to_check_a_signature():
    for name in ("SECURITY.md", "docs/hosting.md"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        assert "gh attestation verify SHA256SUMS --repo OWNER/PROJECT" in text
        assert "sha256sum -c SHA256SUMS" in text
        assert ".github/workflows/sign.yml" in text
