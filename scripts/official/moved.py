"""What a new copy of the official tables changes, in lines to read."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

SHOWN = 20
UNRELEASED = "## Unreleased"
BLANK = "\n\n"


class Moved(NamedTuple):
    """Ids of official figures that are new, gone or changed, each with what it was and is."""

    new: list[str]
    gone: list[str]
    changed: list[str]


def figures(before: pd.DataFrame, after: pd.DataFrame) -> Moved:
    """What moved between two tables of official figures."""
    key, cell = "official_figure_id", "value_as_published"
    one, other = before.set_index(key)[cell], after.set_index(key)[cell]
    both = other.index.intersection(one.index)
    changed = both[one[both] != other[both]]
    return Moved(
        [f"{name}: {other[name]}" for name in other.index.difference(one.index)],
        [f"{name}: was {one[name]}" for name in one.index.difference(other.index)],
        [f"{name}: {one[name]} -> {other[name]}" for name in changed],
    )


def lines(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame]) -> Iterator[str]:
    """What moved between two sets of copies and official figures; empty where nothing did."""
    yield from _copies(old.get("copies"), new["copies"])
    before, after = old.get("official_figures"), new["official_figures"]
    if before is None:
        yield f"{len(after):,} official figures taken over for the first time."
        return
    for word, found in figures(before, after)._asdict().items():
        yield from _counted(word, found)


def sentence(found: Moved, verdicts: int) -> str:
    """One line for the change log; empty where nothing moved. `verdicts` are those of the register
    that moved.
    """
    counts = {
        "new": len(found.new),
        "changed": len(found.changed),
        "no longer there": len(found.gone),
    }
    said = [f"{count:,} {word}" for word, count in counts.items() if count]
    said = [f"official numbers: {', '.join(said)}"] if said else []
    said += [f"verdicts of the register that moved: {verdicts:,}"] if verdicts else []
    return f"- Official statistics were taken over anew; {'; '.join(said)}." if said else ""


def noted(changelog: str, line: str) -> str:
    """The change log with the line first among what is not released yet."""
    top, head, rest = changelog.partition(UNRELEASED)
    if not head:
        top, newest, rest = changelog.partition("\n## ")
        top, rest = f"{top}\n", f"{newest}{rest}"
    return f"{top}{UNRELEASED}\n\n{line}\n{rest.removeprefix(BLANK)}"


def agreement(old: pd.DataFrame | None, new: pd.DataFrame) -> Iterator[str]:
    """Verdicts of the register that moved."""
    if old is None:
        return
    key, cell = ["figure_id", "mapping_id"], "agreement_verdict_id"
    before, after = old.set_index(key)[cell], new.set_index(key)[cell]
    for pair in after.index.union(before.index):
        was, now = before.get(pair, "not there"), after.get(pair, "not there")
        if was != now:
            yield f"agreement of {pair[0]}: {was} -> {now}"


def _copies(old: pd.DataFrame | None, new: pd.DataFrame) -> Iterator[str]:
    before = {} if old is None else old.set_index("table_id")["sha256"].to_dict()
    for row in new[["table_id", "file", "sha256"]].itertuples(index=False):
        if before.get(row.table_id) != row.sha256:
            yield f"{row.table_id}: new copy, {row.file}"


def _counted(word: str, found: list[str]) -> Iterator[str]:
    if not found:
        return
    yield f"{len(found):,} official figures {word}:"
    yield from (f"  {line}" for line in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"  and {len(found) - SHOWN:,} more"
