"""A folder is replaced in one step: a run that fails, or dies, leaves what was there before."""

import os
import signal
import subprocess
import sys
import time

import pytest

from scripts.model import files


def fill(text, number=3):
    return lambda folder: [(folder / f"{name}.txt").write_text(text) for name in range(number)]


def content(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.fixture(params=["exchange", "renames"])
def target(request, tmp_path, monkeypatch):
    """A folder, on a system that swaps folders in one call and on one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(files, "_renameat2", lambda *_: False)
    return tmp_path / "tidy"


def test_a_folder_that_is_not_there_is_made(target):
    files.replace_folder(target, fill("new"))
    assert content(target) == {"0.txt": "new", "1.txt": "new", "2.txt": "new"}


def test_a_parent_that_is_not_there_is_made(target):
    files.replace_folder(target / "deep" / "deeper", fill("new", 1))
    assert content(target / "deep" / "deeper") == {"0.txt": "new"}


def test_nothing_of_the_old_folder_is_left(target):
    files.replace_folder(target, fill("old", 5))
    files.replace_folder(target, fill("new", 2))
    assert content(target) == {"0.txt": "new", "1.txt": "new"}
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_writer_that_fails_leaves_what_was_there(target):
    files.replace_folder(target, fill("old"))

    def fails(folder):
        fill("new", 1)(folder)
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        files.replace_folder(target, fails)
    assert content(target) == {"0.txt": "old", "1.txt": "old", "2.txt": "old"}
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_first_writer_that_fails_leaves_nothing(target):
    with pytest.raises(ZeroDivisionError):
        files.replace_folder(target, lambda folder: 1 / 0)
    assert list(target.parent.iterdir()) == []


def test_everybody_may_read_the_new_folder(target):
    files.replace_folder(target, fill("new"))
    assert target.stat().st_mode & 0o777 == 0o755


WRITER = """
import sys, time
from pathlib import Path
from scripts.model.files import replace_folder

def write(folder):
    for number in range(40):
        (folder / f"{number}.txt").write_text(sys.argv[2])
        time.sleep(0.0005)

while True:
    replace_folder(Path(sys.argv[1]), write)
    print("replaced", flush=True)
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="folders are swapped in one call on Linux only"
)
def test_a_run_that_is_killed_leaves_one_whole_folder(tmp_path, repository):
    target = tmp_path / "tidy"
    files.replace_folder(target, fill("0", 40))
    for attempt in range(1, 11):
        command = [sys.executable, "-c", WRITER, str(target), str(attempt)]
        run = subprocess.Popen(
            command,
            cwd=repository,
            env={**os.environ, "PYTHONPATH": str(repository)},
            stdout=subprocess.PIPE,
        )
        run.stdout.readline()  # it has replaced the folder once and is at it again
        time.sleep(0.007 * attempt)
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        found = content(target)
        assert len(found) == 40
        assert set(found.values()) == {str(attempt)}


def test_a_run_killed_before_it_is_done_leaves_the_old_folder(tmp_path, repository):
    target = tmp_path / "tidy"
    files.replace_folder(target, fill("old"))
    script = (
        "import sys, os, signal; from pathlib import Path; from scripts.model.files import "
        "replace_folder\n"
    )
    script += (
        "replace_folder(Path(sys.argv[1]), lambda folder: ((folder / '0.txt').write_text('new'), "
        "os.kill(os.getpid(), signal.SIGKILL)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(target)],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository)},
    )
    assert done.returncode == -signal.SIGKILL
    assert content(target) == {"0.txt": "old", "1.txt": "old", "2.txt": "old"}


def test_a_next_run_works_after_one_that_was_killed(target):
    files.replace_folder(target, fill("old"))
    (target.parent / f".{target.name}-abcd_123").mkdir()
    (target.parent / f".{target.name}-abcd_123/half.txt").write_text("half")
    (target.parent / f".{target.name}-ours").mkdir()  # not as a run names them
    files.replace_folder(target, fill("new", 1))
    assert content(target) == {"0.txt": "new"}
    assert {path.name for path in target.parent.iterdir()} == {"tidy", ".tidy-ours"}


def test_an_old_folder_that_a_run_had_put_aside_goes_back(target):
    """Without a swap in one call a run may die between its two renames."""
    files.replace_folder(target, fill("old"))
    target.rename(target.with_name(".tidy-abcd_123-old"))
    with pytest.raises(ZeroDivisionError):
        files.replace_folder(target, lambda folder: 1 / 0)
    assert content(target) == {"0.txt": "old", "1.txt": "old", "2.txt": "old"}
    assert [path.name for path in target.parent.iterdir()] == ["tidy"]


def test_everybody_may_read_what_is_in_it_whatever_the_umask(target):
    def write(folder):
        (folder / "deep").mkdir()
        (folder / "deep/a.txt").write_text("x")

    before = os.umask(0o077)
    try:
        files.replace_folder(target, write)
    finally:
        os.umask(before)
    modes = [path.stat().st_mode & 0o777 for path in (target / "deep", target / "deep/a.txt")]
    assert modes == [0o755, 0o644]


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "numbers.csv"
    path.write_text("old\n")
    files.replace_file(path, "new é\n")
    assert path.read_bytes() == "new é\n".encode() and [
        each.name for each in tmp_path.iterdir()
    ] == ["numbers.csv"]
    monkeypatch.setattr(files.os, "replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        files.replace_file(path, "half")
    assert path.read_bytes() == "new é\n".encode() and [
        each.name for each in tmp_path.iterdir()
    ] == ["numbers.csv"]
