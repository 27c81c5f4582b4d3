"""Claims of comparison in the reports, held against the official series of the same years."""

from decimal import Decimal
from statistics import median
from typing import NamedTuple

import pandas as pd

from scripts.official.by_hand import ByHand, records

YEARS = [
    "answer_id",
    "time_period",
    "official_value",
    "compared_value",
    "compared_areas",
    "verdict",
]
VERDICTS = ["answer_id", "mapping_id", "compared_with", "verdict", "reason_id", "note"]
HOLDS, FAILS, OPEN = "holds", "does_not_hold", "cannot_tell"
YEAR_BEFORE = "year_before"
SIGN = {"up": 1, "down": -1}

Values = dict[tuple[str, str, str], Decimal]


class Places(NamedTuple):
    """Codes of areas: of each answer; the neighbours and the region of each; the whole country."""

    answers: dict[str, str]
    beside: dict[str, list[str]]
    regions: dict[str, str]
    country: str


def verdicts(
    answers: pd.DataFrame, hand: ByHand, values: pd.DataFrame, places: Places
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A row a claim, and a row a claim and official year; `values` as series.values gives them."""
    counted, rated = numbers(values, values["value"]), numbers(values, values["compared"])
    years, told = [], []
    for claim in records(claims(answers, hand)):
        known = counted if claim["compared_with"] == YEAR_BEFORE else rated
        found = years_of(claim, known, places)
        years += found
        told.append(claim | {"verdict": together([row["verdict"] for row in found])})
        if told[-1]["verdict"] == OPEN and not claim["reason_id"]:
            told[-1]["reason_id"] = "years_differ" if found else "no_official_year"
    return (
        pd.DataFrame(told, columns=VERDICTS).sort_values("answer_id", ignore_index=True),
        pd.DataFrame(years, columns=YEARS).sort_values(YEARS[:2], ignore_index=True),
    )


def claims(answers: pd.DataFrame, hand: ByHand) -> pd.DataFrame:
    """Every answer that says which way a number goes or how it compares, with what people wrote
    about it; where nobody did, with why its measure has no official number."""
    said = answers[answers["direction"] != ""][["answer_id", "measure_id", "direction"]]
    whole = hand.not_mapped[hand.not_mapped["dimension"] == ""][["measure_id", "reason_id", "note"]]
    both = said.merge(hand.comparison_claims, on="answer_id", how="left", validate="1:1")
    both = both.merge(
        whole, on="measure_id", how="left", suffixes=("", "_of_measure"), validate="m:1"
    )
    alone = ~both["answer_id"].isin(hand.comparison_claims["answer_id"])
    both = both.fillna("")
    reason = both["reason_id_of_measure"]
    reason = reason.where(reason != "", "not_looked_at")
    reason = reason.where(both["measure_id"] != "", "no_measure")
    both["reason_id"] = both["reason_id"].where(~alone, reason)
    both["note"] = both["note"].where(~alone, both["note_of_measure"])
    return both


def numbers(values: pd.DataFrame, cells: pd.Series) -> Values:
    """These cells as numbers by mapping, area and year; withheld ones are left out."""
    keys = zip(values["mapping_id"], values["area_code"], values["time_period"], strict=True)
    return {key: Decimal(cell) for key, cell in zip(keys, cells, strict=True) if cell}


def years_of(claim: dict[str, str], known: Values, places: Places) -> list[dict[str, str]]:
    """The official years that the claim is about, each with both numbers and its verdict."""
    area, name = places.answers.get(claim["answer_id"], ""), claim["mapping_id"]
    if not area or not name or claim["direction"] not in SIGN:
        return []
    rows = []
    for year in range(int(claim["first_time_period"]), int(claim["last_time_period"]) + 1):
        own = known.get((name, area, str(year)))
        keys = _others(claim["compared_with"], name, area, year, places)
        others = [known[key] for key in keys if key in known]
        if own is None or not others:
            continue
        rise = (own - median(others)) * SIGN[claim["direction"]]
        rows.append(
            {
                "answer_id": claim["answer_id"],
                "time_period": str(year),
                "official_value": str(own),
                "compared_value": str(median(others)),
                "compared_areas": str(len(others)),
                "verdict": HOLDS if rise > 0 else FAILS,
            }
        )
    return rows


def _others(
    compared_with: str, name: str, area: str, year: int, places: Places
) -> list[tuple[str, str, str]]:
    """What it is compared with: the country, the year before, or the neighbours."""
    if compared_with == "country":
        return [(name, places.country, str(year))]
    if compared_with == "region":
        return [(name, places.regions.get(area, ""), str(year))]
    if compared_with == YEAR_BEFORE:
        return [(name, area, str(year - 1))]
    return [(name, code, str(year)) for code in places.beside.get(area, [])]


def together(found: list[str]) -> str:
    """One verdict of several years: where they differ, nobody can tell."""
    return found[0] if found and len({*found}) == 1 else OPEN
