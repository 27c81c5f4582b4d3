"""What a new copy of the official tables changes, in lines to read."""

from collections.abc import Iterator

import pandas as pd

SHOWN = 20


def lines(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame]) -> Iterator[str]:
    """What moved between two sets of copies and official figures; empty where nothing did."""
    yield from _copies(old.get("copies"), new["copies"])
    before, after = old.get("official_figures"), new["official_figures"]
    if before is None:
        yield f"{len(after):,} official figures taken over for the first time."
        return
    key, cell = "official_figure_id", "value_as_published"
    one = before.set_index(key)[cell]
    other = after.set_index(key)[cell]
    added, gone = other.index.difference(one.index), one.index.difference(other.index)
    both = other.index.intersection(one.index)
    changed = both[one[both] != other[both]]
    yield from _counted("new", [f"{name}: {other[name]}" for name in added])
    yield from _counted("gone", [f"{name}: was {one[name]}" for name in gone])
    yield from _counted("changed", [f"{name}: {one[name]} -> {other[name]}" for name in changed])


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
