"""Every row of the mapping that names a measure of ours is about something that documents print.

A claim of comparison is held against a series of its own measure.
"""

from collections.abc import Iterator

import pandas as pd

from scripts.model.problems import Problem
from scripts.official.by_hand import COLUMN_OF, FOLDER, MAPPING, OURS, ByHand
from scripts.official.matching import BREAKDOWNS

CLAIMS = f"{FOLDER}/comparison_claims.csv"


def problems(hand: ByHand, figures: pd.DataFrame, answers: pd.DataFrame) -> Iterator[Problem]:
    """`figures` and `answers` as data/tidy has them."""
    yield from _of_nothing(hand, figures)
    yield from _of_another_measure(hand, answers)


def year_problems(hand: ByHand, official: pd.DataFrame) -> Iterator[Problem]:
    """A first or last year of which the column has no row: the line begins and ends in the table.

    `official` is the table of official figures.
    """
    columns = [*COLUMN_OF, "time_period"]
    held = {*official[columns].itertuples(index=False, name=None)}
    for word in ("first_time_period", "last_time_period"):
        named = hand.mapping[hand.mapping[word] != ""]
        for index, *key in named[[*COLUMN_OF, word]].itertuples(name=None):
            if tuple(key) not in held:
                what = f"the table has no row for {key[-1]}"
                cure = "Write a year that it has"
                yield Problem(MAPPING, f"row {index + 2}, column {word}", what, cure)


def _of_nothing(hand: ByHand, figures: pd.DataFrame) -> Iterator[Problem]:
    printed = {*figures.rename(columns=BREAKDOWNS)[OURS].itertuples(index=False, name=None)}
    claimed = {*hand.comparison_claims["mapping_id"]}
    named = hand.mapping[hand.mapping["measure_id"] != ""]
    for index, row in zip(named.index, named.to_dict("records"), strict=True):
        group = tuple(row[column] for column in OURS)
        if group not in printed and row["mapping_id"] not in claimed:
            said = " ".join(filter(None, group))
            cure = "Write the group that a document prints, or name no measure"
            place = f"row {index + 2}, column measure_id"
            yield Problem(MAPPING, place, f"no figure is of {said!r}", cure)


def _of_another_measure(hand: ByHand, answers: pd.DataFrame) -> Iterator[Problem]:
    measures = dict(zip(hand.mapping["mapping_id"], hand.mapping["measure_id"], strict=True))
    of_answers = dict(zip(answers["answer_id"], answers["measure_id"], strict=True))
    claims = hand.comparison_claims
    rows = claims[["answer_id", "mapping_id"]].itertuples(name=None)
    for index, answer, mapping in rows:
        series, said = measures.get(mapping, ""), of_answers.get(answer, "")
        if mapping and series != said:
            what = (
                f"{mapping!r} is about {series or 'no measure'}, the answer about {said or 'none'}"
            )
            place = f"row {index + 2}, column mapping_id"
            yield Problem(CLAIMS, place, what, "Write a series of the measure that is compared")
