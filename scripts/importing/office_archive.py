"""Looks into the archive that a Word or Excel file is, before any reader does: how large it is
unpacked, what its XML declares, and whether it has macros or takes something from other files.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from scripts.importing.extraction import Unreadable

LARGEST_UNPACKED = 300_000_000
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
PARTS = (".xml", ".rels")
MACROS = re.compile(r"(?:.*/)?vbaProject\.bin|Basic/.+|Scripts/.+", re.IGNORECASE)
LINK = "/hyperlink"  # the end of the type of a link that a reader may follow; nothing is loaded
CURE = "Open it in Word, Excel or LibreOffice and save it again"


def refuse_odd(path: Path) -> None:
    """Unreadable for an archive that unpacks to far more than it is, that has macros or takes parts
    from elsewhere, or whose XML declares entities: text would be lost.
    """
    if not zipfile.is_zipfile(path):
        return  # the reader of its kind says what it is
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                what = f"is larger than {LARGEST_UNPACKED:,} bytes once it is unpacked"
                raise Unreadable(what, CURE)
            names = [part.filename for part in parts if part.filename.endswith(PARTS)]
            if any(DECLARES.search(archive.read(name)) for name in names):
                raise Unreadable("declares XML entities, which can hide or change its text", CURE)
            refuse_macros(part.filename for part in parts)
            refuse_outside(archive.read(name) for name in names if name.endswith(".rels"))
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        RuntimeError,
        NotImplementedError,
        OSError,
    ) as fault:
        raise Unreadable(f"is damaged or locked ({fault})", CURE) from None


def refuse_macros(names: Iterable[str]) -> None:
    """Unreadable where a part is a program: what it would show or change is not known."""
    if any(MACROS.fullmatch(name) for name in names):
        what = "has macros, and what they would show or change is not known"
        raise Unreadable(what, "Save it without macros, as .xlsx, .ods or .docx")


def refuse_outside(relations: Iterable[bytes]) -> None:
    """Unreadable where a part is taken from another file: what stands there may have changed."""
    for target in outside(relations):
        what = f"takes something from another file ({target[:80]!r}), which may have changed"
        raise Unreadable(what, "Break its links to other files, keep the values and save it again")


def outside(relations: Iterable[bytes]) -> Iterator[str]:
    """Where parts are taken from outside the archive; links to follow are none."""
    for content in relations:
        for relation in etree.fromstring(content):
            is_link = (relation.get("Type") or "").endswith(LINK)
            if relation.get("TargetMode") == "External" and not is_link:
                yield relation.get("Target") or ""
