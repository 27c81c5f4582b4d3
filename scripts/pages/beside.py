"""Official statistics as pages show them: beside a figure, and as series of their own. Reads
data/official.

A project without data/official shows nothing of it.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import read_json
from scripts.model.package import Package, rows_of
from scripts.pages import words

FOLDER = Path("data/official")
DESCRIPTOR = FOLDER / "datapackage.json"
UNITS = {"count": "", "percent": "%", "fte": " full-time posts", "rate": ""}
RATES = {
    "10000": "for each 10,000 children",
    "100": "for each 100 episodes with a factor",
}
TIMES = {
    "same": "for the same time",
    "overlaps": "for another time, which overlaps it",
    "before": "the nearest official day before it",
    "after": "the nearest official day after it",
}
UNDATED = "our figure has no date; this is from the years of its document"
CLAIM_VERDICTS = {
    "holds": "Holds in the official years",
    "does_not_hold": "Does not hold in the official years",
    "cannot_tell": "Nobody can tell",
}
COMPARED = {
    "country": "the whole country",
    "region": "the region",
    "neighbours": "the statistical neighbours, the median",
    "year_before": "the year before",
    "": "",
}

Row = dict[str, str]


class Pair(NamedTuple):
    """One official number beside a figure: what it says, how the times lie, what it counts."""

    said: str
    when: str
    time: str
    mapping: Row
    likeness: str
    official_figure: Row


class Agreement(NamedTuple):
    """A row of the register, with what it is called and why."""

    row: Row
    mapping: Row
    verdict: Row
    reason: Row
    official: str


class Beside(NamedTuple):
    """All that stands beside one figure: pairs, register rows; or the reason why there is none."""

    pairs: list[Pair]
    agreements: list[Agreement]
    reason: Row
    note: str

    @property
    def shown(self) -> bool:
        return bool(self.pairs or self.reason)


class Series(NamedTuple):
    """An official series for one area, newest year first."""

    mapping: Row
    area: Row
    rows: list[Row]
    rated: str
    caveats: list[Row]


class Official(NamedTuple):
    """The tables of data/official by name, and their rows by key or by group."""

    tables: dict[str, list[Row]]
    by_id: dict[str, dict[str, Row]]
    groups: dict[str, dict[str, list[Row]]]


GROUPED = {
    "counterparts": "figure_id",
    "agreement": "figure_id",
    "claim_years": "answer_id",
    "mapping_caveats": "mapping_id",
    "official_series": "mapping_id",
}


def read(package: Package) -> Official:
    """Everything, read once for a package."""
    return package.once(read_anew)


def read_anew(package: Package) -> Official:
    path = package.root / DESCRIPTOR
    described = read_json(path)["resources"] if path.is_file() else []
    tables = {
        table["name"]: rows_of(package.root / FOLDER, table["path"], {}) for table in described
    }
    keys = {table["name"]: table["schema"].get("primaryKey", []) for table in described}
    by_id = {
        name: {row[key[0]]: row for row in tables[name]}
        for name, key in keys.items()
        if len(key) == 1
    }
    groups = {name: grouped(tables.get(name, []), column) for name, column in GROUPED.items()}
    return Official(tables, by_id, groups)


def grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def is_there(package: Package) -> bool:
    return bool(read(package).tables)


def of_figure(figure_id: str, package: Package) -> Beside:
    """What stands beside a figure; nothing at all where there are no official tables."""
    official = read(package)
    pairs = [pair(row, official) for row in official.groups["counterparts"].get(figure_id, [])]
    found = [agreement(row, official) for row in official.groups["agreement"].get(figure_id, [])]
    without = official.by_id.get("without_counterpart", {}).get(figure_id)
    reason = official.by_id["reasons"][without["reason_id"]] if without else {}
    return Beside(pairs, found, reason, without["note"] if without else "")


def pair(row: Row, official: Official) -> Pair:
    mapping = official.by_id["mapping"][row["mapping_id"]]
    figure = official.by_id["official_figures"][row["official_figure_id"]]
    time = TIMES[row["time_relation"]] if row["dated_by"] == "figure" else UNDATED
    return Pair(
        said(row["official_value"], row["official_marker"], mapping),
        words.period(row["official_period_start"], row["official_period_end"]),
        time,
        mapping,
        official.by_id["likenesses"][mapping["likeness"]]["title"],
        figure,
    )


def agreement(row: Row, official: Official) -> Agreement:
    mapping = official.by_id["mapping"][row["mapping_id"]]
    return Agreement(
        row,
        mapping,
        official.by_id["agreement_verdicts"][row["agreement_verdict_id"]],
        official.by_id["reasons"].get(row["reason_id"], {}),
        said(row["official_value"], "", mapping),
    )


def said(value: str, marker: str, mapping: Row) -> str:
    """An official number with its unit, or the letter that stands for it."""
    if not value:
        return f"[{marker}]" if marker else ""
    return words.number(value) + UNITS[mapping["official_unit"]]


def totals(package: Package) -> list[tuple[Row, int]]:
    """How often the register says what, in the order of the verdicts."""
    official = read(package)
    counted = grouped(official.tables.get("agreement", []), "agreement_verdict_id")
    return [
        (row, len(counted.get(row["agreement_verdict_id"], [])))
        for row in official.tables.get("agreement_verdicts", [])
    ]


def series(
    package: Package, *, topic_id: str = "", measure_id: str = "", area: str = ""
) -> list[Series]:
    """The official series of a topic or a measure, or all; of one area, by its id, or of each."""
    official = read(package)
    wanted = [
        mapping
        for mapping in official.tables.get("mapping", [])
        if topic_id in ("", mapping["topic_id"]) and measure_id in ("", mapping["measure_id"])
    ]
    return [
        found
        for mapping in once(wanted)
        for found in by_area(mapping, official, package)
        if area in ("", found.area["area_id"])
    ]


def matched(package: Package) -> list[Series]:
    """The series of every row of the mapping that names a measure of ours, by area."""
    official = read(package)
    return [
        found
        for mapping in official.tables.get("mapping", [])
        if mapping["measure_id"]
        for found in by_area(mapping, official, package)
    ]


def once(mappings: list[Row]) -> list[Row]:
    """Of the rows that name the same official column for the same years only the first."""
    columns = ("table_id", "column", "filter_value", "first_time_period", "last_time_period")
    return list({tuple(row[name] for name in columns): row for row in reversed(mappings)}.values())[
        ::-1
    ]


def by_area(mapping: Row, official: Official, package: Package) -> list[Series]:
    rows = official.groups["official_series"].get(mapping["mapping_id"], [])
    codes = areas_by_code(package)
    rated = RATES.get(mapping["rate_per"], "")
    caveats = official.groups["mapping_caveats"].get(mapping["mapping_id"], [])
    return [
        Series(mapping, codes[code], found[::-1], rated, caveats)
        for code, found in grouped(rows, "area_code").items()
        if code in codes
    ]


def areas_by_code(package: Package) -> dict[str, Row]:
    """The areas of our documents by the code that official tables have for them."""
    return package.once(coded_areas)


def coded_areas(package: Package) -> dict[str, Row]:
    held = {row["area_id"] for row in package["documents"]}
    return {row["new_la_code"]: row for row in package["areas"] if row["area_id"] in held}


def without(measure_id: str, package: Package) -> list[tuple[Row, Row]]:
    """Why a measure, or some groups of it, has no official number: (row, reason)."""
    official = read(package)
    return [
        (row, official.by_id["reasons"][row["reason_id"]])
        for row in official.tables.get("not_mapped", [])
        if row["measure_id"] == measure_id
    ]
