"""Statistical neighbours: for each of our councils the ten that are most like it.

Reads the department's wide table: a row a council, with SN_1, SN_1P to SN_10, SN_10P.
"""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from scripts.model.problems import Problem
from scripts.official.by_hand import OfficialTable

PLACES = range(1, 11)
COLUMNS = ["old_la_code", "place", "neighbour_old_la_code", "closeness"]
HEADS = ["old_la_code", *(f"SN_{place}{more}" for place in PLACES for more in ("", "P"))]


class Near(NamedTuple):
    """The neighbours of our councils, how many rows the table has, and what is wrong."""

    rows: pd.DataFrame
    counts: dict[str, int]
    problems: list[Problem]


def read(files: dict[str, Path], tables: list[OfficialTable], ours: set[str]) -> Near:
    """The neighbours of our councils; none where there is no such table."""
    found = [
        table.table_id
        for table in tables
        if table.layout == "neighbours" and table.table_id in files
    ]
    if not found:
        return Near(pd.DataFrame(columns=COLUMNS), {}, [])
    path = files[found[0]]
    try:
        wide = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError):
        what, cure = "cannot be read as UTF-8 rows and columns", "Download it again"
        return Near(pd.DataFrame(columns=COLUMNS), {}, [Problem(path.name, "file", what, cure)])
    problems = [
        Problem(path.name, f"row 1, column {head}", "is missing", "Download the file again")
        for head in HEADS
        if head not in wide.columns
    ]
    if problems:
        return Near(pd.DataFrame(columns=COLUMNS), {}, problems)
    problems = cell_problems(wide, path.name, ours)
    return Near(long(wide[wide["old_la_code"].isin(ours)]), {found[0]: len(wide)}, problems)


def cell_problems(wide: pd.DataFrame, file: str, ours: set[str]) -> list[Problem]:
    """Councils that stand twice or not at all, and neighbours that are no code."""
    told = []
    for row in wide.index[wide["old_la_code"].duplicated()]:
        what = f"{wide.at[row, 'old_la_code']!r} stands twice"
        told.append(Problem(file, f"row {row + 2}", what, "Keep one of the rows"))
    for code in sorted(ours - {*wide["old_la_code"]}):
        told.append(Problem(file, f"old_la_code {code}", "has no row", "Download the file again"))
    for place in PLACES:
        cells = wide[f"SN_{place}"]
        for row, cell in cells[~cells.str.fullmatch(r"\d{3}")].items():
            where = f"row {int(str(row)) + 2}, column SN_{place}"
            told.append(Problem(file, where, f"{cell!r} is no code of a council", "Correct it"))
    return told


def long(wide: pd.DataFrame) -> pd.DataFrame:
    """One row per council and neighbour, the most alike first."""
    parts = [
        pd.DataFrame(
            {
                "old_la_code": wide["old_la_code"],
                "place": str(place),
                "neighbour_old_la_code": wide[f"SN_{place}"],
                "closeness": wide[f"SN_{place}P"].str.strip(),
            }
        )
        for place in PLACES
    ]
    together = pd.concat(parts)
    return together.sort_values(["old_la_code", "place"], key=_by_number, kind="stable")[COLUMNS]


def _by_number(cells: pd.Series) -> pd.Series:
    return pd.to_numeric(cells)
