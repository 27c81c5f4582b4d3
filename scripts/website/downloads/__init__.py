"""Downloads, metadata, citations and the static API: everything to take away, made from the contract and the data alone."""

from scripts.website.downloads.make import Downloads, entries, files, make

__all__ = ["Downloads", "entries", "files", "make"]
