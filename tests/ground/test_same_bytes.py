"""The same inputs give the same bytes: under another seed, time zone, language, umask, place and
clock.
"""

import datetime
import os
import shutil
import subprocess
import sys

import pytest

from scripts.model import seals
from tests.conftest import REPOSITORY

# A year and a half later, for all that asks the system: Python, and libraries in other languages.
CLOCK = """
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#define LATER 47000000
int clock_gettime(clockid_t clock, struct timespec *now) {
    int code = syscall(SYS_clock_gettime, clock, now);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += LATER;
    return code;
}
int gettimeofday(struct timeval *now, void *zone) {
    struct timespec read;
    int code = clock_gettime(CLOCK_REALTIME, &read);
    now->tv_sec = read.tv_sec;
    now->tv_usec = read.tv_nsec / 1000;
    return code;
}
time_t time(time_t *into) {
    struct timespec read;
    clock_gettime(CLOCK_REALTIME, &read);
    if (into) *into = read.tv_sec;
    return read.tv_sec;
}
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
    "changed and changed back": {"INCREMENTAL": "yes"},
}
COMPILER = shutil.which("cc") or shutil.which("gcc")
CHANGED = "data/sources/southmere-report-2021-22/datapackage.json"
RUN = """
import os, sys
os.umask(int(os.environ.get("UMASK", "022"), 8))
from pathlib import Path
from scripts.verbs import build, publish
if "INCREMENTAL" in os.environ:
    changed = Path(os.environ["CHANGED"])
    kept = changed.read_bytes()
    changed.write_bytes(kept.replace(b'"title": "', b'"title": "Another ', 1))
    assert build.main() == 0
    changed.write_bytes(kept)
sys.exit(build.main() or publish.main())
"""


def made(tmp_path, source, given):
    """What each file of data/tidy and site/ holds, made anew in a process of its own: from nothing,
    or from what an earlier build left in .cache.
    """
    root = tmp_path / given.get("PLACE", "project")
    left = ("site", "tidy", "build") + (() if "INCREMENTAL" in given else (".cache",))
    shutil.copytree(source, root, ignore=shutil.ignore_patterns(*left))
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "CHANGED": CHANGED, **given}
    environment["PYTHONPATH"] = str(REPOSITORY)
    if "CLOCK" in given:
        environment["LD_PRELOAD"] = str(later(tmp_path))
    command = [sys.executable, "-c", RUN]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return content(root)


def later(folder):
    """A library that puts the clock forward for whatever is started with it."""
    source, library = folder / "clock.c", folder / "clock.so"
    source.write_text(CLOCK, encoding="utf-8")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
    shown = [sys.executable, "-c", "import datetime; print(datetime.date.today())"]
    preloaded = {**os.environ, "LD_PRELOAD": str(library)}
    today = subprocess.run(shown, env=preloaded, capture_output=True, text=True, check=True)
    assert int(today.stdout[:4]) > datetime.date.today().year
    return library


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
@pytest.mark.skipif(not sys.platform.startswith("linux") or not COMPILER, reason="moves a clock")
def test_the_same_bytes(tmp_path, small_site, condition, record_property):
    before = content(small_site)
    after = made(tmp_path, small_site, CONDITIONS[condition])
    assert len(before) > 300
    assert [name for name in before if before[name] != after.get(name)] == []
    assert after.keys() == before.keys()
    record_property("tried", len(before))
