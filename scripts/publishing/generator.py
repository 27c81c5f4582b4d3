"""MkDocs at work: it builds the prose and the pages of marks from the staged folder, in a process
of its own.

What it built is kept, and taken over while nothing changes that it follows from: the staged folder,
the theme, mkdocs.yml, and the address, the version and the date that it is given.
"""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from scripts import tied
from scripts.model.kept import key_of, key_of_code, key_of_files
from scripts.model.made_before import KEPT
from scripts.model.package import Package
from scripts.pages import words
from scripts.publishing import staging

SETTINGS, THEME = "mkdocs.yml", "scripts/publishing/theme"
LIBRARIES = ("mkdocs", "mkdocs-material")


@contextmanager
def at_work(folder: Path, package: Package) -> Iterator[Callable[[], str]]:
    """MkDocs beside this process, which fills the folder. The function waits for it, and says in
    one line what is wrong; empty if nothing is.
    """
    key = key_of_built(package)
    built = KEPT.read(key)
    if built is not None:
        unpack(built, folder)
        yield str
        return
    with running(folder, package) as mkdocs:

        def finished() -> str:
            told = said("".join(reversed(mkdocs.communicate())))
            if mkdocs.returncode:
                return told or "failed"
            KEPT.write(key, packed(folder))
            return ""

        yield finished


@contextmanager
def running(folder: Path, package: Package) -> Iterator[subprocess.Popen[str]]:
    """MkDocs beside this process. It never outlives it, and stops at once where something goes
    wrong here.
    """
    with subprocess.Popen(
        command(folder, package.root),
        cwd=package.root,
        env=environment(package),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=tied.to_parent(),
    ) as mkdocs:
        try:
            yield mkdocs
        except BaseException:
            mkdocs.kill()
            raise


def key_of_built(package: Package) -> str:
    """The key of all that MkDocs reads."""
    root = package.root
    return key_of(
        "mkdocs",
        key_of_code(),
        *map(version, LIBRARIES),
        (root / SETTINGS).read_text(encoding="utf-8"),
        *(f"{name}={text}" for name, text in given(package).items()),
        key_of_files(root / staging.STAGED, root / staging.STAGED),
        key_of_files(root / THEME, root / THEME),
    )


def packed(folder: Path) -> bytes:
    """All files of a folder as one zip, not compressed: it is read more often than sent."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return held.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)


def said(text: str) -> str:
    """What MkDocs says, in one line: of an error that it did not expect the last line only, which
    names it.
    """
    lines = text.split("Traceback")[0].strip().splitlines() or text.strip().splitlines()[-1:]
    return "; ".join(line.strip() for line in lines if line.strip())


def command(folder: Path, root: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        str(root / SETTINGS),
        "--site-dir",
        str(folder),
    ]


def environment(package: Package) -> dict[str, str]:
    """No banner, and the contract's address and date for every address and date that is written
    into the site.
    """
    return {**os.environ, **given(package), "NO_MKDOCS_2_WARNING": "1"}


def given(package: Package) -> dict[str, str]:
    """What mkdocs.yml asks the environment for."""
    created = datetime.fromisoformat(package.contract["created"])
    return {
        "SITE_ADDRESS": package.contract["homepage"],
        "RELEASE": f"Version {package.contract['version']}, data of {words.day(package.released)}",
        "SOURCE_DATE_EPOCH": str(int(created.timestamp())),
    }
