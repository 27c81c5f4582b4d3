"""Every text of a site and of a project's history, with its place, to look for personal details in.

Reads files of any kind that holds text: pages, tables, JSON, archives and workbooks, and what git
keeps of the changes since the last release. Writes nothing.
"""

import csv
import hashlib
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html

Placed = tuple[str, str]  # a place and a text
ARCHIVES = {".zip", ".xlsx"}
PICTURES = {".png", ".ico", ".woff2", ".gz"}
SAME_ROWS = {".parquet", ".sqlite"}  # the rows of the CSV files beside them
THEIRS = "assets/javascripts/", "assets/stylesheets/"  # the theme's own code, licences and all
LIBRARIES = "bom.json"  # names of libraries, with an @ before the version
UNSEEN = {"script", "style"}
PROGRAMS = (".py", ".js", ".css", ".html", ".yml", ".toml", "Makefile", ".ci/run")
MARKED = re.compile(r"(?<![\w.])@(?=\w)")  # in a program @ marks a decorator or a type
CODE = {".css", ".map"}
SAYING = {
    "alt",
    "aria-label",
    "content",
    "data-name",
    "href",
    "label",
    "placeholder",
    "title",
    "value",
}
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
RELEASES = "data/releases"
MADE_UP = ("tests/", "browser/tests/")  # details in tests are made up, so that checks can find them


class NoHistory(Exception):
    """There is no git, or this is no checkout."""


def of_site(folder: Path) -> Iterator[Placed]:
    """Every text of every file under a folder. The same bytes are read once, wherever they are."""
    read: set[bytes] = set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(THEIRS) and path.name != LIBRARIES:
            yield from of_file(name, path.read_bytes(), read)


def of_file(name: str, data: bytes, read: set[bytes]) -> Iterator[Placed]:
    """The texts of a file, by what its name says it is. `read` are the digests of files read
    before.
    """
    suffix, digest = Path(name).suffix, hashlib.sha256(data).digest()
    if digest in read or suffix in PICTURES | SAME_ROWS | CODE:
        return
    read.add(digest)
    if suffix in ARCHIVES:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from of_file(f"{name}/{member}", archive.read(member), read)
    else:
        yield from READERS.get(suffix, lines)(name, data)


def lines(name: str, data: bytes) -> Iterator[Placed]:
    for line in data.decode("utf-8", errors="replace").splitlines():
        yield name, without_marks(name, line)


def page(name: str, data: bytes) -> Iterator[Placed]:
    """What a page shows, also behind a comment or a script, and what its attributes say."""
    for element in lxml.html.document_fromstring(data).iter():
        said = [element.tail]
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            said += [element.text, *map(element.get, SAYING.intersection(element.keys()))]
        yield from ((name, text) for text in said if text)


def cells(name: str, data: bytes) -> Iterator[Placed]:
    text = data.decode("utf-8", errors="replace")
    yield from ((name, cell) for row in csv.reader(io.StringIO(text)) for cell in row)


def strings(name: str, data: bytes) -> Iterator[Placed]:
    yield from ((name, text) for text in strings_in(json.loads(data)))


def strings_in(value: Any) -> Iterator[str]:
    """Every string of a JSON value, its keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def quoted(name: str, data: bytes) -> Iterator[Placed]:
    """What stands in quotes in a script and has more than one word: data come in scripts, too."""
    for match in QUOTED.finditer(data.decode("utf-8", errors="replace")):
        if " " in match[1]:
            yield name, match[1]


def marked_up(name: str, data: bytes) -> Iterator[Placed]:
    for element in lxml.etree.fromstring(data).iter():
        said = [element.tail, element.text if isinstance(element.tag, str) else None]
        yield from ((name, text) for text in said if text)


READERS: dict[str, Callable[[str, bytes], Iterator[Placed]]] = {
    ".html": page,
    ".csv": cells,
    ".json": strings,
    ".jsonld": strings,
    ".js": quoted,
    ".xml": marked_up,
    ".svg": marked_up,
}


def since_release(root: Path) -> Iterator[Placed]:
    """Every line that was added since the commit of the last release, and every message. Raises
    NoHistory.
    """
    released = git(root, "log", "-1", "--format=%H", "--", RELEASES).strip()
    span = [f"{released}..HEAD"] if released else ["HEAD"]
    yield from of_log(
        git(root, "log", "-p", "--unified=0", "--no-color", "--diff-merges=first-parent", *span)
    )


def of_log(log: str) -> Iterator[Placed]:
    """Commit and file, and the text of each message and each added line; what tests make up is left
    out.
    """
    commit = file = ""
    for line in log.splitlines():
        if line.startswith("commit "):
            commit, file = line[7:15], ""
        elif line.startswith("+++ "):
            file = line[4:].removeprefix("b/")
        elif line.startswith("    ") and not file:
            yield f"commit {commit}, message", line.strip()
        elif line.startswith("+") and file and not file.startswith(MADE_UP):
            yield f"commit {commit}, {file}", without_marks(file, line[1:])


def without_marks(name: str, line: str) -> str:
    """A line of a program, or of prose on programs, without the @ that marks a decorator."""
    return MARKED.sub("", line) if name.endswith(PROGRAMS) else line.replace("`@", "`")


def git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words], cwd=root, capture_output=True, encoding="utf-8", errors="replace"
        )
    except FileNotFoundError as missing:
        raise NoHistory("git is not installed") from missing
    if done.returncode:
        raise NoHistory("this folder is no git checkout, or has no commit")
    return done.stdout
