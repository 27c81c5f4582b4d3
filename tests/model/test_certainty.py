"""Whatever the proof is certain of, frictionless calls valid: held to it over packages spoilt in a
thousand ways.
"""

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

from scripts.model import certainty

SPOILT = 1_000
TOWNS = [["town", "region", "people", "share", "since", "open"]]
TOWNS += [
    [
        f"town-{number}",
        f"region-{number % 3}",
        str(number * 37),
        f"{number}.5",
        f"20{10 + number}-02-1{number}",
        "yes",
    ]
    for number in range(1, 7)
]
REGIONS = [["region", "title"], *([f"region-{number}", f"Region {number}"] for number in range(4))]
NASTY = [
    "",
    " ",
    "x",
    "0",
    "00",
    "-0",
    "1.0",
    "1e3",
    "NaN",
    "INF",
    "1,280",
    "٣",
    "１",
    "true",
    "2015-02-30",
    "2015-2-3",
    "2016-02-29",
    "2015-02-29",
    "town-1",
    "town-2 ",
    "region-9",
    "a\nb",
    "yes\n",
    '"',
    "é",
    "\u200b",
    "1" * 30,
    "-5",
    "101",
    "None",
    "null",
    ";",
    "\t",
    "#",
    "'",
]


def field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": constraints}


def descriptor() -> dict[str, Any]:
    """Two tables with every kind of column, constraint and key that the contract has."""
    towns = {
        "fields": [
            field("town", required=True, pattern="[a-z]+-[0-9]+"),
            field("region", required=True),
            field("people", "integer", minimum=0),
            field("share", "number", maximum=100),
            field("since", "date"),
            field("open", enum=["yes", "no"]),
        ],
        "missingValues": [""],
        "primaryKey": ["town"],
        "foreignKeys": [
            {"fields": ["region"], "reference": {"resource": "regions", "fields": ["region"]}}
        ],
    }
    regions = {"fields": [field("region"), field("title")], "primaryKey": ["region"]}
    return {
        "name": "spoilt",
        "resources": [
            {"name": "towns", "path": "towns.csv", "schema": towns},
            {"name": "regions", "path": "regions.csv", "schema": regions},
        ],
    }


def write(
    folder: Path, package: dict[str, Any], towns: list[list[str]], regions: list[list[str]]
) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    for name, rows in (("towns", towns), ("regions", regions)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def change_cell(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    row = dice.choice(rows)
    row[dice.randrange(len(row))] = dice.choice(NASTY)


def copy_cell(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    column = dice.randrange(len(rows[0]))
    dice.choice(rows)[column] = dice.choice(rows)[column]


def drop_row(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    rows.pop(dice.randrange(len(rows)))


def repeat_row(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    rows.append(list(dice.choice(rows)))


def change_width(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    row = dice.choice(rows)
    row.append(dice.choice(NASTY)) if dice.random() < 0.5 else row.pop()


def blank_row(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    rows.insert(dice.randrange(1, len(rows) + 1), [""] * dice.choice([0, 1, len(rows[0])]))


def change_field(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    chosen = dice.choice(package["resources"][0]["schema"]["fields"])
    chosen["type"] = dice.choice(["string", "integer", "number", "date", "boolean", "year", "any"])
    chosen["constraints"] = dict(
        dice.sample(
            [
                ("required", True),
                ("unique", True),
                ("pattern", "[a-z-]+[0-9]?"),
                ("enum", ["1", "yes"]),
                ("minLength", 2),
                ("maxLength", 6),
                ("minimum", 3),
                ("maximum", 50),
            ],
            dice.randrange(3),
        )
    )


def change_key(dice: random.Random, rows: list[list[str]], package: dict[str, Any]) -> None:
    names = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    package["resources"][0]["schema"]["primaryKey"] = dice.sample(names, dice.randrange(1, 3))


SPOILERS: list[Callable[[random.Random, list[list[str]], dict[str, Any]], None]] = [
    change_cell,
    change_cell,
    change_cell,
    copy_cell,
    drop_row,
    repeat_row,
    change_width,
    blank_row,
    change_field,
    change_key,
]


def spoil(folder: Path, dice: random.Random) -> dict[str, Any]:
    package = descriptor()
    towns, regions = [list(row) for row in TOWNS], [list(row) for row in REGIONS]
    for _ in range(dice.randrange(1, 3)):
        rows = towns if dice.random() < 0.7 else regions
        if len(rows) > 1 and all(rows):
            dice.choice(SPOILERS)(dice, rows, package)
    write(folder, package, towns, regions)
    return package


def is_valid(folder: Path) -> bool:
    """What frictionless says. On some descriptors it breaks off, which is no yes."""
    try:
        return bool(frictionless.validate(str(folder / "datapackage.json")).valid)
    except Exception:
        return False


def test_a_sound_package_is_certain(tmp_path):
    write(tmp_path, descriptor(), TOWNS, REGIONS)
    assert certainty.uncertain(descriptor(), tmp_path) == {}
    assert is_valid(tmp_path)


def test_a_table_without_rows_is_certain(tmp_path):
    write(tmp_path, descriptor(), TOWNS[:1], REGIONS)
    assert certainty.uncertain(descriptor(), tmp_path) == {}
    assert is_valid(tmp_path)


def test_it_is_never_certain_of_a_package_that_frictionless_refuses(tmp_path):
    dice = random.Random(20261128)
    certain, wrong, alarms = 0, [], 0
    for _ in range(SPOILT):
        package = spoil(tmp_path, dice)
        proved, valid = certainty.uncertain(package, tmp_path) == {}, is_valid(tmp_path)
        certain += proved
        alarms += valid and not proved
        if proved and not valid:
            wrong.append((package, (tmp_path / "towns.csv").read_text(encoding="utf-8")))
    assert wrong == []
    assert certain > SPOILT / 20  # it is of use
    assert alarms < SPOILT / 10


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        (2, "many", "column people"),
        (2, "-5", "column people"),
        (3, "100.5", "column share"),
        (4, "2015-2-3", "column since"),
        (5, "perhaps", "column open"),
        (0, "Town 1", "column town"),
        (0, "town-2", "primary key stands twice"),
        (1, "region-9", "foreign key to regions"),
        (1, "", "column region"),
    ],
)
def test_what_was_unusual_is_said(tmp_path, column, value, words):
    towns = [list(row) for row in TOWNS]
    towns[1][column] = value
    write(tmp_path, descriptor(), towns, REGIONS)
    assert words in certainty.uncertain(descriptor(), tmp_path)["towns"]


def test_a_column_of_text_may_have_each_cell_once(tmp_path):
    package = descriptor()
    package["resources"][0]["schema"]["fields"][0].setdefault("constraints", {})["unique"] = True
    write(tmp_path, package, TOWNS, REGIONS)
    assert certainty.uncertain(package, tmp_path) == {}
    towns = [list(row) for row in TOWNS]
    towns[1][0] = towns[2][0]
    write(tmp_path, package, towns, REGIONS)
    assert "stand twice" in certainty.uncertain(package, tmp_path)["towns"]


def test_a_description_it_does_not_know_is_uncertain(tmp_path):
    package = descriptor()
    package["resources"][0]["dialect"] = {"delimiter": ";"}
    write(tmp_path, package, TOWNS, REGIONS)
    assert "towns" in certainty.uncertain(package, tmp_path)


def test_a_table_that_says_that_it_is_one_is_still_certain(tmp_path):
    """Data Package 2.0 has the word `type`; only `table` is known."""
    described = descriptor()
    (tmp_path / "towns.csv").write_text("\n".join(map(",".join, TOWNS)) + "\n", encoding="utf-8")
    (tmp_path / "regions.csv").write_text("\n".join(map(",".join, REGIONS)) + "\n", "utf-8")
    for word, doubts in (("table", set()), ("picture", {"towns", "regions"})):
        for table in described["resources"]:
            table["type"] = word
        assert set(certainty.uncertain(described, tmp_path)) == doubts


def test_the_official_tables_are_certainly_valid(repository):
    """So that validate need not read every cell of thousands of rows."""
    folder = repository / "data/official"
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert certainty.uncertain(described, folder) == {}
