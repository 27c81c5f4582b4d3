"""Steps whose cost is measured. Each is a command run in a process of its own, so that its memory
is its own.

`{root}` is a project of made-up documents that has been built. A stage may prepare something first,
unmeasured.
"""

import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks import published

FIGURES = "data/tidy/figures.csv"
CACHE = ".cache"


class Stage(NamedTuple):
    """`code` is Python run in the project's folder, with `root` the made-up project; `most`
    documents it is tried with; `weighs` measures what it wrote.
    """

    name: str
    does: str
    code: str
    most: int = 100_000
    prepare: Callable[[Path], None] = lambda root: None
    weighs: Callable[[Path], Iterable[published.Measure]] = lambda root: ()

    def command(self, root: Path) -> list[str]:
        start = f"from pathlib import Path; root = Path({str(root)!r}); "
        return [sys.executable, "-c", start + self.code]


def forget(root: Path) -> None:
    """Nothing kept from an earlier build."""
    shutil.rmtree(root / CACHE, ignore_errors=True)


def change_one_document(root: Path) -> None:
    """One document gets another title, as after a correction."""
    path = next((root / "data/sources").glob("*/datapackage.json"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"description": "', '"description": "Again. ', 1), encoding="utf-8"
    )


STAGES = [
    Stage(
        "build",
        "build all documents, nothing kept",
        "from scripts.verbs import build; raise SystemExit(build.main(root))",
        prepare=forget,
    ),
    Stage(
        "build again",
        "build when nothing changed",
        "from scripts.verbs import build; raise SystemExit(build.main(root))",
    ),
    Stage(
        "build one",
        "build when one document changed",
        "from scripts.verbs import build; raise SystemExit(build.main(root))",
        prepare=change_one_document,
    ),
    Stage(
        "publish",
        "make the site, nothing kept but drawings",
        "from scripts.verbs import publish; assert publish.main(root) == 0",
        most=320,
        prepare=published.prepare,
        weighs=published.measures,
    ),
    Stage(
        "validate",
        "check the package",
        (
            "from scripts.model import validity; assert not list(validity.errors(root / "
            "'datapackage.json'))"
        ),
    ),
    Stage(
        "frictionless",
        "check the same package with frictionless alone",
        "import frictionless; assert frictionless.validate(str(root / 'datapackage.json')).valid",
        most=320,
    ),
    Stage(
        "pandas",
        "read and write figures.csv with pandas",
        (
            f"import pandas; pandas.read_csv(root / '{FIGURES}', dtype='string').to_csv(root / "
            "'copy.csv', index=False)"
        ),
    ),
    Stage(
        "polars",
        "read and write figures.csv with polars",
        (
            f"import polars; polars.read_csv(root / '{FIGURES}', "
            "infer_schema=False).write_csv(root / 'copy.csv')"
        ),
    ),
]
