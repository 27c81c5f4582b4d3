"""The downloads as people choose them: each with format, size, rows, date, what it is and on what
terms.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.package import Package
from scripts.offering.resources import File
from scripts.offering.reuse import licence_of

OFFICIAL = "official"


class Entry(NamedTuple):
    """One download. `date` is the newest date of its documents, or else the release's; `licence` an
    id, `differs`, `official`, or empty for ours.
    """

    title: str
    path: str
    format: str
    media_type: str
    bytes: int
    size: str
    rows: int | None
    date: str
    released: str
    what: str
    licence: str
    documents: tuple[str, ...]
    document_id: str
    table_id: str
    topic_id: str
    section: str


def entries(package: Package, files: Iterable[File]) -> list[Entry]:
    return [_entry(package, file) for file in files if file.title]


def of_table(shown: list[Entry], table_id: str) -> list[Entry]:
    """A table's files: tidy, as printed, in DfE's format."""
    return [entry for entry in shown if entry.table_id == table_id]


def of_topic(shown: list[Entry], topic_id: str) -> list[Entry]:
    return [entry for entry in shown if entry.topic_id == topic_id]


def of_document(shown: list[Entry], document_id: str) -> list[Entry]:
    """A document's files that are not one table's: its zip."""
    return [entry for entry in shown if entry.document_id == document_id and not entry.table_id]


def of_whole(shown: list[Entry]) -> list[Entry]:
    """What is neither of one document nor of one topic."""
    return [entry for entry in shown if not entry.document_id + entry.topic_id]


def size(number: int) -> str:
    """Bytes as people read them: 980 bytes, 12 KB, 1.3 MB."""
    if number < 1_000:
        return f"{number} bytes"
    return f"{round(number / 1_000):,} KB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def newest(package: Package, documents: Iterable[str]) -> str:
    """The newest date printed on any of the documents, or the release's where none is."""
    rows = package.terms["documents"]
    return max(
        (row["date"] for each in documents if (row := rows.get(each)) and row["date"]),
        default=package.released,
    )


def _entry(package: Package, file: File) -> Entry:
    length = len(file.content)
    date = newest(package, file.documents)
    licence = OFFICIAL if file.official else licence_of(package, file.documents)
    return Entry(
        file.title,
        file.path,
        file.label,
        file.media_type,
        length,
        size(length),
        file.rows,
        date,
        file.frozen or package.released,
        file.what,
        licence,
        file.documents,
        file.document_id,
        file.table_id,
        file.topic_id,
        file.section,
    )
