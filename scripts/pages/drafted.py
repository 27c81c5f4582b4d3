"""How good drafts of documents are, as `make drafts` measured it: for the page on the proof."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import read_rows
from scripts.model.package import Package

SCORES, MISSES = Path("benchmarks/drafts.csv"), Path("benchmarks/draft_misses.csv")
REASONS = "reasons"  # a miss of this kind is named by the id of a reason
CLAIMS = "claims that the document declares"  # and of these by the id of a rule
PROPOSED = f"proposed {CLAIMS}"
TABLES = {REASONS: "number_reasons", CLAIMS: "check_rules", PROPOSED: "check_rules"}


class Drafted(NamedTuple):
    """One kind of thing that a draft holds: how many were right, of how many, the aim, and what was
    missed how often.
    """

    kind: str
    right: int
    of: int
    target_percent: int
    missed: list[tuple[str, int]]


def drafted(package: Package) -> list[Drafted]:
    """All documents together, one row a kind; none where nothing was measured."""
    if not (package.root / SCORES).is_file():
        return []
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    target: dict[str, int] = {}
    for row in read_rows(package.root / SCORES):
        right[row["kind"]] += int(row["right"])
        of[row["kind"]] += int(row["of"])
        target[row["kind"]] = int(row["target_percent"])
    missed = misses(package)
    return [
        Drafted(
            kind, right[kind], of[kind], target[kind], missed.get(kind, Counter()).most_common()
        )
        for kind in of
    ]


def misses(package: Package) -> dict[str, Counter[str]]:
    """How often each kind was missed in which way, in words."""
    found: dict[str, Counter[str]] = {}
    for row in read_rows(package.root / MISSES):
        said = in_words(row["kind"], row["missed"], package)
        found.setdefault(row["kind"], Counter())[said] += int(row["number"])
    return found


def in_words(kind: str, missed: str, package: Package) -> str:
    table = TABLES.get(kind, "")
    return package.title(table, missed) if table else missed
