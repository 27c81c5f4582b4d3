"""Released versions never change: each folder of data/releases is as its SHA256SUMS lists it."""

from collections.abc import Iterator
from pathlib import Path

from scripts.model import seals
from scripts.model.problems import Problem

RELEASES = "data/releases"


def problems(root: Path) -> Iterator[Problem]:
    """A changed, missing or added file in a released version, and a version that isn't sealed."""
    for folder in sorted(path for path in (root / RELEASES).glob("[!.]*") if path.is_dir()):
        yield from seals.faults(folder, folder.relative_to(root).as_posix())
