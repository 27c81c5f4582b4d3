"""A project of made-up documents: new councils, measures, words and numbers, not copies of one
document.

Reads the contract and the vocabulary of the project at hand. Writes a project that builds and is
valid. The same seed gives the same bytes.
"""

import json
import random
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.made_up_words import GROUPS, Row, Words, new_words, put, word

SEED = 20261128
YEARS = range(2012, 2026)
MEASURED = "data/measured/"  # made-up documents have been measured by nobody: empty tables


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
