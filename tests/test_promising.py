"""The table of promises counts what was tried and what held, and a test that failed held
nothing.
"""

import subprocess
import sys

from scripts.model.files import read_rows
from tests import promising
from tests.conftest import REPOSITORY

TESTS = """
import pytest

@pytest.mark.promise("b holds")
def test_many(record_property):
    record_property("tried", 10)
    record_property("held", 9)

@pytest.mark.promise("a breaks")
@pytest.mark.parametrize("number", range(3))
def test_three(number):
    assert number

@pytest.mark.promise("c cannot begin")
def test_broken(nothing_like_it):
    pass

@pytest.mark.breaks("b holds")
def test_seen():
    pass

@pytest.mark.breaks("a breaks")
def test_not_seen():
    assert False
"""


def test_trials_are_counted_by_promise():
    seen = [promising.Seen("b", 10, 9), promising.Seen("a", 1, 0), promising.Seen("b", 1, 1)]
    seen += [promising.Seen("b", 0, 0, 1), promising.Seen("tried by no test", 0, 0, 1)]
    assert promising.rows(seen) == [
        {"promise": "a", "tried": "1", "held": "0", "seen_to_fail": "0"},
        {"promise": "b", "tried": "11", "held": "10", "seen_to_fail": "1"},
    ]


def test_a_run_of_some_tests_leaves_other_promises_as_they_are(tmp_path):
    path = tmp_path / "promises.csv"
    promising.write(path, [promising.Seen("a", 1, 1), promising.Seen("b", 2, 2)], True)
    promising.write(path, [promising.Seen("b", 5, 4)], False)
    assert path.read_text() == "promise,tried,held,seen_to_fail\na,1,1,0\nb,5,4,0\n"
    promising.write(path, [promising.Seen("a", 0, 0, 1)], False)
    promising.write(path, [promising.Seen("a", 3, 3)], False)
    assert path.read_text() == "promise,tried,held,seen_to_fail\na,3,3,1\nb,5,4,0\n"
    promising.write(path, [promising.Seen("b", 5, 4)], True)
    assert path.read_text() == "promise,tried,held,seen_to_fail\nb,5,4,0\n"


def test_a_run_writes_what_it_saw(tmp_path):
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    written = tmp_path / "measured/promises.csv"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "--rootdir", tmp_path]
    command += ["-p", "no:cacheprovider", "--write-promises", written, tmp_path]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a breaks: 2 of 3 held, seen to fail 0 times" in done.stdout
    assert read_rows(written) == [
        {"promise": "a breaks", "tried": "3", "held": "2", "seen_to_fail": "0"},
        {"promise": "b holds", "tried": "10", "held": "9", "seen_to_fail": "1"},
        {"promise": "c cannot begin", "tried": "1", "held": "0", "seen_to_fail": "0"},
    ]
