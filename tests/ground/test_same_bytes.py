"""The same inputs give the same bytes: under another seed, time zone, language, umask, place and
clock.
"""

import os
import shutil
import subprocess
import sys

import pytest

from scripts.model import seals
from tests.conftest import REPOSITORY

# A year and a half later, for all that asks: what a program reads of the clock goes through one of
# these.
CLOCK = """
import datetime, time
LATER = 47_000_000
def later(read):
    return lambda *given: read(*given) + LATER
time.time, in_ns = later(time.time), time.time_ns
time.time_ns = lambda: in_ns() + LATER * 10**9
class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now()
    @classmethod
    def today(cls):
        return cls.now()
datetime.date, datetime.datetime = Date, Moment
"""
CONDITIONS = {
    "seed": {"PYTHONHASHSEED": "1"},
    "other seed, time zone and language": {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
    },
    "umask and place": {"UMASK": "077", "PLACE": "an other/plåce"},
    "clock": {"CLOCK": "later"},
}
RUN = """
import os, sys
os.umask(int(os.environ.get("UMASK", "022"), 8))
from scripts.verbs import build, publish
sys.exit(build.main() or publish.main())
"""


def made(tmp_path, source, given):
    """What each file of data/tidy and site/ holds, made anew in a process of its own."""
    root = tmp_path / given.get("PLACE", "project")
    shutil.copytree(source, root, ignore=shutil.ignore_patterns("site", "tidy", "build"))
    paths = [str(REPOSITORY)]
    if "CLOCK" in given:
        (tmp_path / "clock").mkdir()
        (tmp_path / "clock/sitecustomize.py").write_text(CLOCK, encoding="utf-8")
        paths.insert(0, str(tmp_path / "clock"))
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **given}
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    command = [sys.executable, "-c", RUN]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return content(root)


def content(root):
    found = {}
    for folder in ("data/tidy", "site"):
        for name in seals.names(root / folder):
            found[f"{folder}/{name}"] = seals.digest(root / folder / name)
    return found


@pytest.mark.promise(
    "The data and the site are the same bytes under any seed, time, place and language"
)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_same_bytes(tmp_path, small_site, condition, record_property):
    before = content(small_site)
    after = made(tmp_path, small_site, CONDITIONS[condition])
    assert len(before) > 300
    assert [name for name in before if before[name] != after.get(name)] == []
    assert after.keys() == before.keys()
    record_property("tried", len(before))
