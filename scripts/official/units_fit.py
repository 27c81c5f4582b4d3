"""The unit that the mapping gives a column fits its numbers.

Counts are whole, and shares are at most 100.
"""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from scripts.model.problems import Problem
from scripts.official import by_hand
from scripts.official.by_hand import MAPPING, ByHand, records

WHOLE = 100


def problems(figures: pd.DataFrame, hand: ByHand) -> Iterator[Problem]:
    """One line a column whose unit can't be right, with the first number that shows it."""
    units = by_hand.wanted(hand)[[*by_hand.COLUMN_OF, "official_unit"]]
    printed = figures[figures["value"] != ""]
    joined = printed.merge(units, on=by_hand.COLUMN_OF, validate="m:m")
    wrong = joined[_unfit(joined)]
    for row in records(wrong.drop_duplicates(by_hand.COLUMN_OF)):
        place = " ".join(row[column] for column in by_hand.COLUMN_OF if row[column])
        what = f"says {row['official_unit']}, and {row['official_figure_id']} is {row['value']}"
        cure = "Write the unit that the publication gives"
        yield Problem(MAPPING, f"{place}, column official_unit", what, cure)


def _unfit(joined: pd.DataFrame) -> pd.Series:
    """Which rows have a number that their unit can't have; each distinct number is read once."""
    beyond = {text for text in {*joined["value"]} if not 0 <= Decimal(text) <= WHOLE}
    is_broken = joined["value"].str.contains(".", regex=False)
    is_beyond = joined["value"].isin(beyond)
    unit = joined["official_unit"]
    return (unit == "count") & is_broken | (unit == "percent") & is_beyond
