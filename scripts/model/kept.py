"""What was worked out before, kept by the content of everything that it follows from, in a folder
that may be deleted at any time.

Each part begins with a SHA-256 of its key and its content: what is damaged, or stands under another
key, is made again.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

FOLDER = ".cache/build"


class Kept:
    """The parts in a folder. What a build has not used is dropped at its end."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        self.used: set[str] = set()

    def get(self, key: str) -> Any:
        """The part of this key as JSON reads it; None where there is none, or where it is
        damaged.
        """
        self.used.add(key)
        try:
            seal, _, content = (self.folder / key).read_bytes().partition(b"\n")
            return json.loads(content) if seal == sealed(key, content) else None
        except (OSError, ValueError):
            return None

    def put(self, key: str, part: Any) -> None:
        """Keeps a part. Where nothing can be written nothing is kept."""
        self.used.add(key)
        content = json.dumps(part, ensure_ascii=False).encode()
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


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"link {os.readlink(path)}"
    return hashlib.sha256(path.read_bytes()).hexdigest()
