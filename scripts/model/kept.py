"""What was worked out before, kept by the content of everything that it follows from, in a folder
that may be deleted at any time.

Each part begins with a SHA-256 of its key and its content: what is damaged, or stands under another
key, is made again.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

CODE = Path(__file__).resolve().parent.parent
FOLDER = ".cache/build"


class Kept:
    """The parts in a folder under root. What a run has not used is dropped at its end."""

    def __init__(self, root: Path, folder: str = FOLDER) -> None:
        self.folder = root / folder
        self.used: set[str] = set()

    def get(self, key: str) -> Any:
        """The part of this key as JSON reads it; None where there is none, or where it is
        damaged.
        """
        content = self.read(key)
        try:
            return None if content is None else json.loads(content)
        except ValueError:
            return None

    def put(self, key: str, part: Any) -> None:
        """Keeps a part. Where nothing can be written nothing is kept."""
        self.write(key, json.dumps(part, ensure_ascii=False).encode())

    def read(self, key: str) -> bytes | None:
        """The bytes that are kept under this key; None where there are none, or where they are
        damaged.
        """
        self.used.add(key)
        try:
            seal, _, content = (self.folder / key).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if seal == sealed(key, content) else None

    def write(self, key: str, content: bytes) -> None:
        """Keeps bytes. Where nothing can be written nothing is kept."""
        self.used.add(key)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(prefix=".", dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(sealed(key, content) + b"\n" + content)
            os.replace(aside, self.folder / key)
        except OSError:
            return

    def drop_unused(self) -> None:
        """Removes every part that was not asked for, so that the folder does not grow."""
        try:
            unused = {path.name for path in self.folder.iterdir()} - self.used
            for name in unused:
                (self.folder / name).unlink(missing_ok=True)
        except OSError:
            return


def sealed(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + content).hexdigest().encode()


def key_of(*texts: str) -> str:
    """One key of several texts; no two lists of texts have the same."""
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def key_of_files(
    root: Path, folder: Path, pattern: str = "*", without: Collection[str] = ()
) -> str:
    """The key of every file below a folder, but for those of some names: their names from root, and
    their bytes.
    """
    there = [path for path in folder.rglob(pattern) if path.is_symlink() or path.is_file()]
    paths = sorted(path for path in there if path.name not in without)
    return key_of(*(f"{path.relative_to(root).as_posix()} {_content(path)}" for path in paths))


@lru_cache(maxsize=1)
def key_of_code() -> str:
    """The key of the code, of the libraries it is used with, and of the language."""
    files = [key_of_files(CODE, CODE, pattern) for pattern in ("*.py", "*.json")]
    libraries = CODE.parent / "requirements"
    return key_of(sys.version, *files, key_of_files(libraries, libraries))


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"link {os.readlink(path)}"
    return hashlib.sha256(path.read_bytes()).hexdigest()
