"""A project of made-up documents: new councils, measures, words and numbers, not copies of one
document.

Reads the contract and the vocabulary of the project at hand. Writes a project that builds and is
valid. The same seed gives the same bytes.
"""

import csv
import json
import random
import shutil
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

SEED = 20261128
YEARS = range(2012, 2026)
GROUPS = 12  # categories of the made-up breakdown
DOCUMENTS_A_MEASURE = 3  # a new measure for each so many documents
MEASURED = "data/measured/"  # made-up documents have been measured by nobody: empty tables
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


def write(root: Path, project: Path, documents: int, seed: int = SEED) -> None:
    """A project in `root` with so many made-up documents, and the contract and vocabulary of
    `project`.
    """
    dice = random.Random(seed)
    shutil.copytree(project / "data/vocabulary", root / "data/vocabulary")
    for name in ("CHANGELOG.md", "CITATION.cff"):
        shutil.copyfile(project / name, root / name)
    write_contract(root, project)
    words = new_words(root / "data/vocabulary", documents, dice)
    for number in range(documents):
        write_document(root / "data/sources", number, words, dice)


def write_contract(root: Path, project: Path) -> None:
    """The project's contract without the tables that only its own documents have; those of what was
    measured are there and empty.
    """
    contract = json.loads((project / "datapackage.json").read_text(encoding="utf-8"))
    contract["resources"] = [
        table
        for table in contract["resources"]
        if table["path"].startswith(("data/tidy/", "data/vocabulary/", MEASURED))
    ]
    for table in contract["resources"]:
        if table["path"].startswith(MEASURED):
            (root / MEASURED).mkdir(parents=True, exist_ok=True)
            put(root / table["path"], [], [each["name"] for each in table["schema"]["fields"]])
    (root / "datapackage.json").write_text(json.dumps(contract), encoding="utf-8")


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


def write_document(sources: Path, number: int, words: Words, dice: random.Random) -> None:
    """One folder: two tables with totals, a table by month, sentences, answers and the account of
    numerals.
    """
    place = dice.randrange(len(words.areas))
    name = f"made-up-{number:05}"
    folder = sources / name
    folder.mkdir(parents=True)
    lines = count(1)
    tables = [
        table_by_group(folder, "by-group", lines, words, place, dice),
        table_by_group(folder, "by-group-again", lines, words, place, dice),
        prose(folder, lines, words, place, dice),
        answers(folder, lines, words, dice),
    ]
    put(folder / "numbers.csv", numerals(lines, words, dice))
    about = {
        "type": "council_report",
        "publisher": words.publishers[place],
        "area": words.areas[place],
        "reference": str(number),
        "date_as_published": "",
        "date": "",
        "period": "2012-01/2026-12",
        "period_as_published": "",
        "url": "",
        "licence": "not_stated",
        "licence_basis": "not_stated",
        "licence_line": "",
        "attribution": "Made up.",
        "text_sha256": f"{number:064x}",
        "text_lines": next(lines),
    }
    descriptor = {
        "name": name,
        "title": f"Made-up report {number}",
        "description": "Made up.",
        "document": about,
        "resources": tables,
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=1), encoding="utf-8")


def table_by_group(
    folder: Path, name: str, lines: Iterator[int], words: Words, place: int, dice: random.Random
) -> dict[str, Any]:
    """Groups by years of one measure, with a printed total that is right."""
    measure, first = dice.choice(words.counts), dice.choice(YEARS[:-4])
    years = [f"y{year}" for year in range(first, first + 4)]
    groups = [f"group_{group}" for group in range(GROUPS)]
    cells = {
        group: [number_of(10_000, measure, place, year, group) for year in years]
        for group in groups
    }
    cells["total"] = [sum(column) for column in zip(*cells.values(), strict=True)]
    rows = [
        {
            "line": str(next(lines)),
            "group": group.replace("_", " ").capitalize(),
            **dict(zip(years, (f"{cell:,}" for cell in values), strict=True)),
        }
        for group, values in cells.items()
    ]
    put(folder / f"{name}.csv", rows)
    means = {group.replace("_", " ").capitalize(): group for group in cells}
    columns = [
        {
            "name": year,
            "title": f"{year[1:]}/{(int(year[1:]) + 1) % 100:02}",
            "type": "string",
            "gives": {"period": f"{year[1:]}-04/{int(year[1:]) + 1}-03"},
        }
        for year in years
    ]
    group_column = {
        "name": "group",
        "title": "Group",
        "type": "string",
        "gives": "made_up_group",
        "means": means,
    }
    fields = [{"name": "line", "type": "string"}, group_column, *columns]
    return {
        **table(name, rows),
        "every_figure": {"measure": measure},
        "schema": {"fields": fields},
    }


def number_of(below: int, measure: str, place: int, year: str, group: str) -> int:
    """The same for the same measure, council, year and group, so that repeats agree."""
    return random.Random(f"{measure} {place} {year} {group}").randrange(1, below)


def table(name: str, rows: list[Row]) -> dict[str, Any]:
    span = [int(rows[0]["line"]), int(rows[-1]["line"])]
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": name.replace("-", " ").capitalize(),
        "description": "Made up.",
        "locator": "Page 1",
        "lines": span,
        "rows": len(rows),
    }


def prose(
    folder: Path, lines: Iterator[int], words: Words, place: int, dice: random.Random
) -> dict[str, Any]:
    """Numbers in sentences: counts and shares, with their years."""
    rows = []
    for number in range(110):
        year = dice.choice(YEARS[:-1])
        is_count = dice.random() < 0.6
        measure = dice.choice(words.counts if is_count else words.shares)
        number_there = number_of(1000, measure, place, f"y{year}", "")
        printed = str(number_there) if is_count else f"{number_there / 10}%"
        rows.append(
            {
                "line": str(next(lines)),
                "row": f"row-{number}",
                "measure": measure,
                "value_as_published": printed,
                "period": f"{year}-04/{year + 1}-03",
                "period_as_published": f"{year}/{(year + 1) % 100:02}",
            }
        )
    put(folder / "prose.csv", rows)
    return table("prose", rows)


def answers(
    folder: Path, lines: Iterator[int], words: Words, dice: random.Random
) -> dict[str, Any]:
    """Printed facts that are not numbers, about as many as in the real reports."""
    rows = [
        {
            "line": str(next(lines)),
            "row": f"row-{number}",
            "question": dice.choice(words.questions),
            "subject": f"{word(dice)}-{word(dice)}",
            "answer": f"{word(dice)} {word(dice)}",
            "answer_as_published": f"{word(dice)} {word(dice)}",
        }
        for number in range(300)
    ]
    put(folder / "answers.csv", rows)
    return table("answers", rows)


def numerals(lines: Iterator[int], words: Words, dice: random.Random) -> list[Row]:
    return [
        {
            "line": str(next(lines)),
            "token": str(dice.randrange(3000)),
            "reason": dice.choice(words.reasons),
        }
        for _ in range(160)
    ]
