"""What a published site of made-up documents weighs: bytes and files of each fact, bytes of each
page.

Reads the folder `site` of a project that has been published.
"""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FACTS = ("data/tidy/figures.csv", "data/tidy/answers.csv")
OF_OUR_DOCUMENTS = ("questions", "charts", "topics", "glossary.csv", "corrections.csv")
HEADS = {"corrections.csv": "date,version,figure_id,was,now,reason\n"}


class Measure(NamedTuple):
    """An amount with its unit, and what it is of."""

    what: str
    amount: float
    unit: str


def prepare(root: Path) -> None:
    """Put beside the made-up data what a site is made of, but for prose about our own documents."""
    if (root / "docs").exists():
        return
    ours = shutil.ignore_patterns(*OF_OUR_DOCUMENTS)
    shutil.copytree("docs", root / "docs", ignore=ours)
    for name, head in HEADS.items():
        (root / "docs" / name).write_text(head, encoding="utf-8")
    shutil.copytree("scripts/publishing/theme", root / "scripts/publishing/theme")
    shutil.copyfile("mkdocs.yml", root / "mkdocs.yml")


def measures(root: Path) -> Iterator[Measure]:
    """The weights of the site of `root`."""
    sizes = {path: path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()}
    pages = [size for path, size in sizes.items() if path.suffix == ".html"]
    facts = sum(rows(root / name) for name in FACTS)
    yield Measure("pages of the site", len(pages), "pages")
    yield Measure("a page", sum(pages) / len(pages) / 1000, "KB")
    yield Measure("the heaviest page", max(pages) / 1000, "KB")
    yield Measure(
        "a fact, all formats and pages together", sum(sizes.values()) / facts / 1000, "KB"
    )
    yield Measure("a fact, all formats and pages together", len(sizes) / facts, "files")


def rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1
