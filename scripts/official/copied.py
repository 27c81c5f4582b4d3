"""The copies that were read: file, SHA-256, size and date, one row a table."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

COLUMNS = ["table_id", "file", "sha256", "bytes", "rows", "copied"]


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def rows(files: dict[str, Path], counts: dict[str, int], day: str) -> pd.DataFrame:
    """One row per table; `day` is the date of the copies, or empty for the date of each file."""
    made = [
        {
            "table_id": table_id,
            "file": path.name,
            "sha256": sha256(path),
            "bytes": str(path.stat().st_size),
            "rows": str(counts.get(table_id, 0)),
            "copied": day or _changed(path),
        }
        for table_id, path in sorted(files.items())
    ]
    return pd.DataFrame(made, columns=COLUMNS)


def dated_as_before(new: pd.DataFrame, old: pd.DataFrame) -> pd.DataFrame:
    """A file that has not changed keeps the date it has."""
    before = old.set_index("sha256")["copied"].to_dict()
    days = [
        before.get(digest, day) for digest, day in zip(new["sha256"], new["copied"], strict=True)
    ]
    return new.assign(copied=days)


def _changed(path: Path) -> str:
    """The date on which the file was last written: that of the download, unless somebody says."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
