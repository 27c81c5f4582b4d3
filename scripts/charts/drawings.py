"""Keeps what is drawn, in a folder that can be deleted at any time: what was drawn once from the
same words is not drawn again.

A kept file is the SHA-256 of its content, then the content: a file that was cut short or changed
counts as not there.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".cache" / "drawings"
DIGEST = 64


def kept(kind: str, given: str, draw: Callable[[], bytes]) -> bytes:
    """What `draw` makes of the text `given`. `kind` tells drawings of the same text apart."""
    words = "\0".join((kind, _drawn_by(), given))
    path = FOLDER / f"{hashlib.sha256(words.encode()).hexdigest()}.{kind}"
    found = _read(path)
    if found is None:
        found = draw()
        _write(path, found)
    return found


@cache
def _drawn_by() -> str:
    """What draws, with its version: another may draw otherwise."""
    return f"vl-convert-python {version('vl-convert-python')}"


def _read(path: Path) -> bytes | None:
    try:
        found = path.read_bytes()
    except OSError:
        return None
    digest, content = found[:DIGEST], found[DIGEST:]
    return content if hashlib.sha256(content).hexdigest().encode() == digest else None


def _write(path: Path, content: bytes) -> None:
    """Put the file in its place in one step. Where it cannot be kept, it is drawn again next
    time.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).hexdigest().encode() + content)
        os.replace(aside, path)
    except OSError:
        return
