"""What was measured and is no longer so: tables that were renamed or removed, and tables that
nobody has measured.

Nothing of it is wrong, so it stops nothing: it only has to be measured again.
"""

from pathlib import Path

from scripts.model.files import read_rows

MEASURED = Path("data/measured/mutation.csv")
TABLES = Path("data/tidy/tables.csv")


def notices(root: Path) -> list[str]:
    """One sentence a kind of staleness; none where all is as measured."""
    if not (root / MEASURED).is_file():
        return []
    measured = {row["table_id"] for row in read_rows(root / MEASURED)}
    rows = [row for row in read_rows(root / TABLES) if row["kind"] != "gap"]
    gone = sorted(measured - {row["table_id"] for row in rows})
    new = sorted({row["table_id"] for row in rows} - measured)
    return [
        f"{MEASURED}: {', '.join(names[:3])}{more(names)}: {what}. Measure again: make mutate."
        for names, what in ((gone, "no longer there"), (new, "not measured yet"))
        if names
    ]


def more(names: list[str]) -> str:
    return f" and {len(names) - 3} more" if len(names) > 3 else ""
