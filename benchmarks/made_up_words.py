"""New words for made-up documents: measures, groups and councils, added to the vocabulary."""

import csv
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

GROUPS = 12  # categories of the made-up breakdown
DOCUMENTS_A_MEASURE = 3  # a new measure for each so many documents
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Row = dict[str, str]


class Words(NamedTuple):
    """Ids of the vocabulary that made-up documents may use."""

    areas: list[str]
    publishers: list[str]
    counts: list[str]
    shares: list[str]
    questions: list[str]
    reasons: list[str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def put(path: Path, rows: Iterable[Row], columns: Iterable[str] = ()) -> None:
    there = list(rows)
    names = list(columns) or list(there[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(there)


def new_words(folder: Path, documents: int, dice: random.Random) -> Words:
    """Adds made-up measures, categories and publishers; the ids that documents choose from."""
    areas = [row for row in read(folder / "areas.csv") if is_plain_council(row)]
    measures = read(folder / "measures.csv")
    made = list(made_up_measures(1 + documents // DOCUMENTS_A_MEASURE, measures[0], dice))
    put(folder / "measures.csv", [*measures, *made])
    dimensions = read(folder / "dimensions.csv")
    put(
        folder / "dimensions.csv",
        [
            *dimensions,
            {"dimension_id": "made_up_group", "title": "Group", "definition": "Made up."},
        ],
    )
    groups = [f"group_{number}" for number in range(GROUPS)] + ["total"]
    categories = [
        {
            "dimension_id": "made_up_group",
            "category_id": group,
            "title": group.replace("_", " ").capitalize(),
            "definition": "Made up.",
        }
        for group in groups
    ]
    put(folder / "categories.csv", [*read(folder / "categories.csv"), *categories])
    publishers = read(folder / "publishers.csv")
    councils = [
        {
            "publisher_id": f"{row['area_id'].replace('_', '-')}-made-up-council",
            "title": f"{row['title']} Council (made up)",
            "area_id": row["area_id"],
            "description": "Made up.",
        }
        for row in areas
    ]
    put(folder / "publishers.csv", [*publishers, *councils])
    return Words(
        areas=[row["area_id"] for row in areas],
        publishers=[row["publisher_id"] for row in councils],
        counts=[row["measure_id"] for row in made if row["unit"] == "count"],
        shares=[row["measure_id"] for row in made if row["unit"] == "percent"],
        questions=[
            row["question_id"]
            for row in read(folder / "questions.csv")
            if row["answer_type"] == "text" and row["topic_id"]
        ],
        reasons=[
            row["reason_id"]
            for row in read(folder / "number_reasons.csv")
            if row["masked"] != "yes"
        ],
    )


def is_plain_council(row: Row) -> bool:
    return row["geographic_level"] == "Local authority" and not row.get("end_date")


def made_up_measures(number: int, like: Row, dice: random.Random) -> Iterator[Row]:
    for each in range(number):
        name = f"{word(dice)}_{word(dice)}_{each}"
        blank = dict.fromkeys(like, "")
        about = {"topic_id": like["topic_id"], "definition": "Made up.", "is_not": "Made up."}
        title = name.replace("_", " ").capitalize()
        counted = {"measure_id": name, "title": title, "unit": "count", "variant": "count"}
        yield {**blank, **about, **counted}
        share = {"measure_id": f"{name}_percent", "title": f"{title} (%)", "unit": "percent"}
        share |= {"variant": "share"}
        yield {**blank, **about, **share}


def word(dice: random.Random) -> str:
    return "".join(dice.choice(LETTERS) for _ in range(dice.randrange(4, 10)))
