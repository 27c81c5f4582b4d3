"""Official series as the mapping means them: one value a mapping, area and year.

A series is a column of a table, or a share that we work out from two or three of its columns.
"""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

KEY = ["table_id", "filter_value", "area_code", "time_period"]
COLUMNS = [
    "mapping_id",
    "area_code",
    "time_period",
    "period_start",
    "period_end",
    "value",
    "value_marker",
    "rate",
    "compared",
    "official_figure_id",
]
RATED = ["mapping_id", "area_code", "time_period", "value"]
TENTH = Decimal("0.1")


def values(mapping: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Value, letter and rate of every series, one row a mapping, area and year."""
    about = _part(mapping, figures, "column")
    for column in ("plus_column", "share_of"):
        part = _part(mapping, figures, column)[["mapping_id", "area_code", "time_period", "value"]]
        about = about.merge(
            part.rename(columns={"value": column}),
            on=["mapping_id", "area_code", "time_period"],
            how="left",
            validate="1:1",
        )
    shares = mapping.set_index("mapping_id")["share_of"]
    is_share = about["mapping_id"].map(shares) != ""
    counted = about[["value", "plus_column", "share_of"]].fillna("")
    worked_out = [share(*cells) for cells in counted.itertuples(index=False)]
    about["value"] = pd.Series(worked_out, index=about.index).where(is_share, about["value"])
    about["value_marker"] = about["value_marker"].where(
        ~(is_share & (about["value"] == "") & (about["value_marker"] == "")), "x"
    )
    return with_rates(in_force(about, mapping), mapping)[COLUMNS]


def _part(mapping: pd.DataFrame, figures: pd.DataFrame, column: str) -> pd.DataFrame:
    """The official figures of one of the columns that each mapping names; `m:m`, as several
    mappings may name one column, which has many areas and years."""
    named = mapping[mapping[column] != ""][["mapping_id", "table_id", "filter_value"]]
    named = named.assign(column=mapping[column])
    return named.merge(figures, on=["table_id", "filter_value", "column"], validate="m:m")


def share(value: str, plus: str, base: str) -> str:
    """Two counts as a percentage of a third, to one place; empty where one is missing or zero."""
    if not value or not base or not Decimal(base):
        return ""
    return str(_rounded(100 * (Decimal(value) + Decimal(plus or 0)) / Decimal(base)))


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(TENTH, ROUND_HALF_UP)


def in_force(rows: pd.DataFrame, mapping: pd.DataFrame) -> pd.DataFrame:
    """Only the years for which the mapping holds: a line ends where its definition does."""
    terms = mapping.set_index("mapping_id")
    first = rows["mapping_id"].map(terms["first_time_period"])
    last = rows["mapping_id"].map(terms["last_time_period"])
    after = rows["time_period"] >= first
    return rows[after & ((last == "") | (rows["time_period"] <= last))]


def with_rates(rows: pd.DataFrame, mapping: pd.DataFrame) -> pd.DataFrame:
    """The value for each 10,000 children or 100 episodes, so that areas of any size compare.

    `compared` is the rate of a series that has rates, also where it is unknown, and the value of
    any other: counts and rates never stand in one line.
    """
    terms = mapping.set_index("mapping_id").to_dict("index")
    base = rows.set_index(["mapping_id", "area_code", "time_period"])["value"].to_dict()
    rates = []
    for name, area, period, value in rows[RATED].itertuples(index=False):
        term = terms[name]
        year = str(int(period) - int(term["rate_years_before"] or 0))
        below = base.get((term["rate_of"], area, year), "")
        rates.append(rate(value, below, term["rate_per"]))
    is_rated = rows["mapping_id"].map(mapping.set_index("mapping_id")["rate_per"]) != ""
    with_rate = rows.assign(rate=rates)
    return with_rate.assign(compared=with_rate["rate"].where(is_rated, with_rate["value"]))


def rate(value: str, base: str, per: str) -> str:
    """To one place; empty where a number is missing or the base is zero."""
    if not value or not per or not base or not Decimal(base):
        return ""
    return str(_rounded(Decimal(per) * Decimal(value) / Decimal(base)))
