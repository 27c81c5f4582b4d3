"""Whatever stops a run, `data/tidy` and `site/` are whole, the next run works, and nothing of the
stopped one lives on or lies about.
"""

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.model import files, runs, seals
from scripts.verbs import build, publish
from tests.conftest import REPOSITORY

VERBS = {"build": "scripts.verbs.build", "publish": "scripts.verbs.publish"}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="folders are swapped in one call on Linux only"
)


def promise(text):
    return pytest.mark.promise(text)


@pytest.fixture
def project(tmp_path, small_site):
    """A built and published project of its own."""
    shutil.copytree(small_site, tmp_path / "project")
    return tmp_path / "project"


def start(root, verb, **given):
    return subprocess.Popen(
        [sys.executable, "-m", VERBS[verb]],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **given,
    )


def content(folder):
    """What each file of a folder holds."""
    return {name: seals.digest(folder / name) for name in seals.names(folder)}


def whole(root, tidy):
    """Is all as it was, or as it was to become?"""
    return content(root / "data/tidy") in tidy and not list(seals.faults(root / "site", "site"))


def left_over(root):
    """What runs put aside while they write."""
    return [
        path for path in root.rglob(".*") if path.name.startswith((".site-", ".tidy-", ".pages-"))
    ]


def living(root):
    """Processes that are at work in the project."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if Path(os.readlink(process / "cwd")) == root:
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # it ended just now
            continue
    return found


def gone(root):
    """Did all processes of the project end, at once or nearly so?"""
    for _ in range(40):
        if not living(root):
            return True
        time.sleep(0.05)
    return False


def rename(root, number):
    """Give the contract another title, and a document another: all that is made of them differs."""
    for name in ("datapackage.json", "data/sources/southmere-report-2021-22/datapackage.json"):
        path = root / name
        before, mark, after = path.read_text(encoding="utf-8").partition('"title": "')
        title, quote, rest = after.partition('"')
        title = f"{title.rpartition(' copy ')[0] or title} copy {number}"
        path.write_text(before + mark + title + quote + rest, encoding="utf-8", newline="\n")


def length(root, verb):
    """How long a run takes here, in seconds."""
    started = time.monotonic()
    assert start(root, verb).wait() == 0
    return time.monotonic() - started


@promise("A run that is killed leaves everything whole, and no process")
@pytest.mark.parametrize("verb", VERBS)
def test_killed_at_random_moments(project, verb, tries, record_property):
    chance, lasts = random.Random(tries), length(project, verb)
    tries = tries // len(VERBS)
    for number in range(tries):
        before = content(project / "data/tidy")
        rename(project, number)
        run = start(project, verb)
        time.sleep(chance.uniform(0, lasts))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert gone(project), living(project)
        if verb == "build":
            after = content(project / "data/tidy")
            assert after.keys() == before.keys()
            if after != before:  # it had replaced the folder already: then all of it is new
                assert start(project, "build").wait() == 0
                assert content(project / "data/tidy") == after
        else:
            assert whole(project, [before])
    record_property("tried", tries)
    assert start(project, "build").wait() == 0
    assert start(project, verb).wait() == 0
    assert left_over(project) == []


@promise("A run that is interrupted says so in one line and leaves everything whole")
@pytest.mark.parametrize("signalled", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(project, signalled):
    before = content(project / "data/tidy")
    run = start(project, "publish")
    while "downloads" not in run.stdout.readline():
        pass
    time.sleep(0.3)
    run.send_signal(signalled)
    told = run.communicate()[1]
    assert run.returncode != 0
    assert gone(project), living(project)
    assert "Traceback" not in told
    assert told.strip() == (runs.STOPPED if signalled == signal.SIGINT else "")
    assert whole(project, [before])
    assert start(project, "publish").wait() == 0
    assert left_over(project) == []


@promise("Of two runs at once one wins, and the other says so in one line")
@pytest.mark.parametrize("verb", VERBS)
def test_started_twice_at_once(project, verb):
    both = [start(project, verb), start(project, verb)]
    told = [run.communicate()[1] for run in both]
    assert sorted(run.returncode for run in both) == [0, 1]
    assert [text.strip() for run, text in zip(both, told, strict=True) if run.returncode] == [
        runs.BUSY
    ]
    assert whole(project, [content(project / "data/tidy")])


def test_a_run_that_is_over_lets_go(tmp_path):
    with runs.held(tmp_path):
        with pytest.raises(runs.Busy), runs.held(tmp_path):
            pass
    with runs.held(tmp_path):
        assert not list(tmp_path.iterdir())  # nothing is left behind


# --- what the system refuses


@contextmanager
def disk(folder, options):
    """A disk of its own at the folder, if this machine lets us have one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    allowed = shutil.which("mount") and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield bool(allowed)
    finally:
        if allowed:
            subprocess.run(["umount", str(folder)], check=True)


def refused(run):
    """A run that was refused: one problem in a line or two, and no traceback."""
    told = run.communicate()[1].strip()
    assert run.returncode == 1, told
    assert "Traceback" not in told
    assert len(told.splitlines()) <= 3, told
    return told


def small_files(most):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@promise(
    "A run that may not write, or has no room, says so in one line and leaves everything whole"
)
@pytest.mark.parametrize(
    ("verb", "most"), [("build", 2_000), ("publish", 2_000), ("publish", 60_000)]
)
def test_no_room_for_a_file(project, verb, most):
    before = content(project / "data/tidy")
    if verb == "build":
        rename(project, 1)  # without a change it has nothing to write
    told = refused(start(project, verb, preexec_fn=small_files(most)))
    assert "as it was" in told
    assert whole(project, [before])
    assert left_over(project) == []


@promise(
    "A run that may not write, or has no room, says so in one line and leaves everything whole"
)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_a_disk_that_is_full_or_read_only(tmp_path, project, verb, trouble):
    """A real one where this machine lets us mount it; everywhere a file system that refuses."""
    with disk(tmp_path / "disk", "size=64m") as allowed:
        if not allowed:
            return
        root = tmp_path / "disk/project"
        shutil.copytree(project, root)
        before = content(root / "data/tidy")
        if verb == "build":
            rename(root, 1)
        if trouble == "full":
            filled = tmp_path / "disk/filled"
            with filled.open("wb", buffering=0) as file, pytest.raises(OSError):
                while True:
                    file.write(bytes(1 << 16))
        else:
            subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "disk")], check=True)
        told = refused(start(root, verb))
        assert "no space" in told or "read-only" in told, told
        assert whole(root, [before])
        assert left_over(root) == []


@promise(
    "A run that may not write, or has no room, says so in one line and leaves everything whole"
)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("step", ["mkdtemp", "write_text", "chmod", "_exchange"])
def test_a_file_system_that_refuses_a_step(miniature, monkeypatch, capsys, code, step):
    assert build.main(miniature) == 0
    before = content(miniature / "data/tidy")
    rename(miniature, 1)
    capsys.readouterr()

    def refuses(*_given, **_named):
        raise OSError(code, os.strerror(code), "data/tidy")

    owner = {"mkdtemp": files.tempfile, "_exchange": files}.get(step, Path)
    with monkeypatch.context() as spoilt:
        spoilt.setattr(owner, step, refuses)
        assert build.main(miniature) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 2 and told.startswith("data/tidy: the system: refused: ")
    assert content(miniature / "data/tidy") == before
    assert left_over(miniature) == []


@promise(
    "The data and the site are the same bytes, and can be read by everybody, whatever the umask"
)
def test_a_web_server_can_read_the_site_whatever_the_umask(tmp_path, small_site):
    root = tmp_path / "project"
    shutil.copytree(small_site, root, ignore=shutil.ignore_patterns("site", "tidy"))
    before = os.umask(0o077)
    try:
        assert build.main(root) == 0 and publish.main(root) == 0
    finally:
        os.umask(before)
    for folder in ("site", "data/tidy"):
        for path in [root / folder, *(root / folder).rglob("*")]:
            wanted = 0o755 if path.is_dir() else 0o644
            assert path.stat().st_mode & 0o777 == wanted, path


def test_git_ignores_what_a_run_puts_aside(tmp_path):
    shutil.copyfile(REPOSITORY / ".gitignore", tmp_path / ".gitignore")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    aside = [
        ".site-abcd1234/index.html",
        "data/.tidy-abcd1234/figures.csv",
        "data/.measured-abcd1234/mutation.csv",
        "data/sources/.north-abcd1234/answers.csv",
        "data/sources/north/.numbers.csv-abcd1234",
        "data/official/.counterparts.csv-abcd1234",
        "data/releases/.2.0.0-abcd1234/package.zip",
        "build/.pages-abcd1234/index.md",
        ".README.md-abcd1234",
    ]
    for name in aside:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("half")
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["??", ".gitignore"]


def test_what_a_run_left_behind_is_not_read_as_data(miniature):
    assert build.main(miniature) == 0
    before = content(miniature / "data/tidy")
    for name in (
        "data/sources/.north-abcd1234",
        "data/releases/.2.0.0-abcd1234",
        "data/.tidy-abcd1234",
    ):
        (miniature / name).mkdir(parents=True)
        (miniature / name / "half.csv").write_text("half")
    assert build.main(miniature) == 0
    assert content(miniature / "data/tidy") == before
