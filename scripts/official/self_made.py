"""What we made of each official figure follows from its other cells: id, days, value and letter.

Without the files this is all that can be proven of them; with the files `verify` proves the rest.
"""

from collections.abc import Iterator

import pandas as pd

from scripts.model.problems import Problem
from scripts.official import by_hand, open_data, year_ends
from scripts.official.by_hand import FOLDER, ByHand

FILE = f"{FOLDER}/official_figures.csv"
ID = ["table_id", "time_period", "area_code", "column", "filter_value"]
CURE = "Run make official FROM=folder"
SHOWN = 20


def problems(figures: pd.DataFrame, hand: ByHand) -> Iterator[Problem]:
    """Cells that do not follow from the others of their row."""
    for column, expected in derived_cells(figures, hand).items():
        wrong = (figures[column] != expected).to_numpy().nonzero()[0][:SHOWN]
        cells = zip(wrong, figures[column].iloc[wrong], expected.iloc[wrong], strict=True)
        for row, cell, right in cells:
            place = f"row {row + 2}, column {column}"
            yield Problem(FILE, place, f"{cell!r} should be {right!r}", CURE)


def derived_cells(figures: pd.DataFrame, hand: ByHand) -> dict[str, pd.Series]:
    """The cells as they follow: of value_as_published, and of table, year, area and column."""
    printed = figures["value_as_published"]
    number = printed.str.fullmatch(open_data.NUMBER)
    spans = _spans(figures, hand)
    return {
        "official_figure_id": _joined(figures),
        "value": printed.where(number, ""),
        "value_marker": printed.where(~number, "").replace(open_data.OLD_MARKERS),
        "period_start": pd.Series([span.start for span in spans], index=figures.index),
        "period_end": pd.Series([span.end for span in spans], index=figures.index),
        "time_identifier": figures["table_id"].map(
            hand.official_tables.set_index("table_id")["time_identifier"]
        ),
    }


def _joined(figures: pd.DataFrame) -> pd.Series:
    cells = (figures[column] for column in ID)
    return pd.Series(list(map("/".join, zip(*cells, strict=True))), index=figures.index, dtype=str)


def _spans(figures: pd.DataFrame, hand: ByHand) -> list[year_ends.Span]:
    """The days of each figure; each distinct year is worked out once."""
    ends = hand.official_tables.set_index("table_id")["year_ends"].to_dict()
    wanted = by_hand.wanted(hand)[[*by_hand.COLUMN_OF, "counted"]]
    joined = figures.merge(wanted, on=by_hand.COLUMN_OF, how="left", validate="m:1")
    keys = [
        (period, ends.get(table, ""), counted)
        for period, table, counted in zip(
            joined["time_period"], joined["table_id"], joined["counted"].fillna(""), strict=True
        )
    ]
    days = {key: _span(*key) for key in {*keys}}
    return [days[key] for key in keys]


def _span(period: str, ends: str, counted: str) -> year_ends.Span:
    try:
        return year_ends.span(period, ends, counted)
    except ValueError:
        return year_ends.Span("", "")
