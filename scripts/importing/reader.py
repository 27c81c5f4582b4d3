"""Reads a publisher's file with the importer for its kind. Importers are found in this folder;
nothing lists them.
"""

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

import scripts.importing
from scripts.importing import office_archive
from scripts.importing.extraction import Extraction, Unreadable

LARGEST = 50_000_000


@cache
def importers() -> dict[str, ModuleType]:
    """Each importer by the end of the file names that it reads."""
    names = [module.name for module in pkgutil.iter_modules(scripts.importing.__path__)]
    modules = [importlib.import_module(f"scripts.importing.{name}") for name in sorted(names)]
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


def read(path: Path) -> Extraction:
    """The text and tables of a file. Unreadable, with the reason and the cure, if there is no way
    to read it.
    """
    refuse_odd(path)
    importer = importers().get(path.suffix.lower())
    if importer is None:
        known = ", ".join(sorted(importers()))
        raise Unreadable(f"is of no kind that can be read ({known})", "Save it as one of these")
    if path.suffix.lower() not in (".txt", ".csv"):
        office_archive.refuse_odd(path)
    extraction: Extraction = importer.extract(path)
    if any("\0" in line.text for line in extraction.lines):
        raise Unreadable("has NUL signs, as no text has", "Save it as plain text in UTF-8")
    if not any(line.text.strip() for line in extraction.lines):
        raise Unreadable("has no text in it", "Check that it is the right file")
    return extraction


def refuse_odd(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        raise Unreadable("is not a file", "Give the file itself, not a folder or a link")
    if not path.stat().st_size:
        raise Unreadable("is empty", "Save it again, or ask the publisher for it")
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"is larger than {LARGEST:,} bytes", "Keep the pages with figures")
