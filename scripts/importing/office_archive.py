"""Looks into the archive that a Word or Excel file is, before any reader does: how large it is
unpacked, and what its XML declares.
"""

import re
import zipfile
from pathlib import Path

from scripts.importing.extraction import Unreadable

LARGEST_UNPACKED = 300_000_000
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
PARTS = (".xml", ".rels")
CURE = "Open it in Word, Excel or LibreOffice and save it again"


def refuse_odd(path: Path) -> None:
    """Unreadable for an archive that unpacks to far more than it is, or whose XML declares
    entities: text would be lost.
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
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as fault:
        raise Unreadable(f"is damaged or locked ({fault})", CURE) from None
