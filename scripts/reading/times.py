"""The period of each cell, from the code that a person wrote: each distinct code is read once."""

from typing import NamedTuple

from scripts.reading import periods
from scripts.reading.periods import Period


class Times(NamedTuple):
    """The codes and periods of cells, one a cell; and for each code that is no period, what is
    wrong with it.
    """

    codes: list[str]
    periods: list[Period]
    faults: dict[str, str]


def of_codes(codes: list[str]) -> Times:
    read, faults = {}, {}
    for code in dict.fromkeys(codes):
        try:
            read[code] = periods.parse(code)
        except ValueError as fault:
            read[code], faults[code] = periods.NO_PERIOD, str(fault)
    return Times(codes, [read[code] for code in codes], faults)


def columns(read: list[Period]) -> dict[str, list[str]]:
    """The columns of a period that are the same for figures and answers."""
    return {
        "period_start": [period.start for period in read],
        "period_end": [period.end for period in read],
        "time_period": [period.time_period for period in read],
        "time_identifier": [period.time_identifier for period in read],
        "period_kind": [period.kind for period in read],
        "period_months": [period.months for period in read],
    }
