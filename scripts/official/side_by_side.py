"""Each official series of our areas, year by year, with the country, the region and the neighbours
beside it.

What is set side by side is the rate of a series that has rates, otherwise the value as printed.
"""

from decimal import Decimal
from statistics import median

import pandas as pd

from scripts.official import claimed
from scripts.official.by_hand import ByHand, records
from scripts.official.claimed import Places, Values

COLUMNS = [
    "mapping_id",
    "area_code",
    "time_period",
    "period_start",
    "period_end",
    "value",
    "unit",
    "value_marker",
    "rate",
    "of_region",
    "of_country",
    "of_neighbours",
    "neighbours_counted",
]


def rows(values: pd.DataFrame, hand: ByHand, ours: set[str], places: Places) -> pd.DataFrame:
    """A row a series, area of ours and year; `values` as series.values gives them."""
    units = hand.mapping.set_index("mapping_id")["official_unit"]
    values = values.assign(unit=values["mapping_id"].map(units))
    known = claimed.numbers(values, values["compared"])
    own = records(values[values["area_code"].isin(ours)])
    made = [row | beside(row, known, places) for row in own]
    ordered = pd.DataFrame(made, columns=COLUMNS)
    return ordered.sort_values(COLUMNS[:3], ignore_index=True)


def beside(row: dict[str, str], known: Values, places: Places) -> dict[str, str]:
    """The same number of the region, the country, and the median of the neighbours."""
    name, area, year = row["mapping_id"], row["area_code"], row["time_period"]
    near = [known.get((name, code, year)) for code in places.beside.get(area, [])]
    counted = [number for number in near if number is not None]
    return {
        "of_region": printed(known.get((name, places.regions.get(area, ""), year))),
        "of_country": printed(known.get((name, places.country, year))),
        "of_neighbours": printed(median(counted) if counted else None),
        "neighbours_counted": str(len(counted)),
    }


def printed(number: Decimal | None) -> str:
    return "" if number is None else str(number)
