"""data/official-statistics.zip: the official tables as a Data Package of their own, apart from our
figures.
"""

from collections.abc import Iterator

from scripts.formats.archives import packed
from scripts.model.package import Package
from scripts.offering import digests, official_tables
from scripts.offering.offered import Format
from scripts.offering.resources import File

ZIP = "data/official-statistics.zip"


def files(package: Package) -> Iterator[File]:
    """Nothing where there are no official tables."""
    if official_tables.resources(package):
        yield zipped(package)


def zipped(package: Package) -> File:
    """The whole package of official tables, valid by itself."""
    descriptor = (package.root / official_tables.DESCRIPTOR).read_bytes()
    members = {
        each.path.rpartition("/")[2]: each.content for each in official_tables.resources(package)
    }
    content = packed(digests.of_members({"datapackage.json": descriptor} | members))
    what = "All official tables with the mapping and the registers, as a Data Package of its own."
    return File(ZIP, content, "Official statistics beside our figures", what, official=True)


FORMAT = Format(
    label="Data Package (zip, official)",
    suffix=".zip",
    media_type="application/zip",
    purpose="All official tables, valid by themselves.",
    section="official",
    file_type="ZIP",
    files=files,
)
