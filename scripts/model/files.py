"""Files are read and written here: CSV and JSON in, files and whole folders out in one step."""

import csv
import ctypes
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

AT_FDCWD, RENAME_EXCHANGE = -100, 2
OLD = "-old"


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as dicts of strings, in file order."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_in(text: str) -> list[dict[str, str]]:
    """The same of the text of such a file."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def csv_text(columns: list[str], rows: Iterable[dict[str, str] | tuple[str, ...]]) -> str:
    """CSV text: UTF-8, LF, RFC 4180 quoting, one header row, None as empty. Rows have all columns,
    and no other.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_cells(columns, rows))
    return out.getvalue()


def _cells(
    columns: list[str], rows: Iterable[dict[str, str] | tuple[str, ...]]
) -> Iterator[Iterable[str]]:
    """The cells of each row in the order of the columns."""
    wanted = set(columns)
    for row in rows:
        if isinstance(row, dict):
            if row.keys() != wanted:
                raise ValueError(f"the row has not the columns {columns}: {list(row)}")
            yield [row[column] for column in columns]
        else:
            yield row


def read_json(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def replace_file(path: Path, text: str) -> None:
    """Write the text aside, then put it in the place of the file in one step: a run that dies
    leaves the old file whole.
    """
    clear_aside(path)
    handle, aside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(aside).chmod(0o644)
        os.replace(aside, path)
    finally:
        Path(aside).unlink(missing_ok=True)


def replace_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder, then put it in the place of `folder` in one step. Everybody
    may read it.

    If `write` fails or the run dies, `folder` is what it was before. What a run that died left
    beside it is cleared away: the verbs that write run alone, so nobody is at work there.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    clear_aside(folder)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        write(aside)
        _let_all_read(aside)
        _exchange(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def clear_aside(path: Path) -> None:
    """Remove what runs that died left beside a file or folder.

    If one died between two renames, the old folder goes back first.
    """
    # as tempfile names them
    aside = re.compile(rf"\.{re.escape(path.name)}-[a-z0-9_]{{8}}({OLD})?")
    for left in sorted(path.parent.iterdir()):
        found = aside.fullmatch(left.name)
        if found and found[1] and not path.exists():
            left.rename(path)
        elif found and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        elif found:
            left.unlink()


def _let_all_read(folder: Path) -> None:
    """Whatever the umask: a web server of another user reads the site."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders atomically where the system can (Linux); elsewhere by two renames, undone if
    the second fails.
    """
    if not old.exists():
        new.rename(old)
    elif not _renameat2(new, old):
        gone = old.with_name(f"{new.name}{OLD}")
        old.rename(gone)
        try:
            new.rename(old)
        except OSError:
            gone.rename(old)
            raise
        shutil.rmtree(gone)


def _renameat2(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(
        call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
    )
