"""Printed totals of official tables: England is the sum of its nine regions, but for rounding."""

from collections.abc import Iterator

import pandas as pd

from scripts.model.problems import Problem
from scripts.official.open_data import Wanted

REGION = r"E12\d{6}"  # E13 are the two halves of London, which is a region itself


def problems(
    rows: pd.DataFrame, wanted: Wanted, rounded_to: int, columns: list[str]
) -> Iterator[Problem]:
    """England against its regions in the columns of counts, by year and filter.

    `rows` holds the country and the regions with the wanted columns; a total with a withheld part
    is not recomputed.
    """
    key = ["time_period", *wanted.filters]
    england = rows[rows["geographic_level"] == "National"]
    is_region = (rows["geographic_level"] == "Regional") & rows["region_code"].str.fullmatch(REGION)
    regions = rows[is_region]
    for column in columns:
        yield from _of_column(england, regions, key, column, wanted.file, rounded_to)


def _of_column(
    england: pd.DataFrame,
    regions: pd.DataFrame,
    key: list[str],
    column: str,
    file: str,
    rounded_to: int,
) -> Iterator[Problem]:
    parts = regions[key].assign(part=pd.to_numeric(regions[column], errors="coerce"))
    summed = parts.groupby(key)["part"].agg(["size", "count", "sum"]).reset_index()
    total = england[key].assign(
        row=england.index, printed=pd.to_numeric(england[column], errors="coerce")
    )
    both = total.merge(summed, on=key, how="inner", validate="1:1")
    slack = rounded_to * (both["size"] + 1) / 2 if rounded_to > 1 else both["size"] * 0
    whole = both["printed"].notna() & (both["size"] == both["count"])
    wrong = both[whole & ((both["printed"] - both["sum"]).abs() > slack)]
    for row, printed, found in wrong[["row", "printed", "sum"]].itertuples(index=False):
        yield Problem(
            file,
            f"row {row}, column {column}",
            f"prints {printed:.0f} for England, and the regions add up to {found:.0f}",
            "Check that the file is whole",
        )
