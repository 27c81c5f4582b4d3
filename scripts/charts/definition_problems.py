"""What is wrong in docs/charts: the words, ids and facts of charts and key numbers.

They are data that people write. A sentence may name the facts that docs/add-a-chart.md lists, and
nothing of a fact but its words: no format, no other part of it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jsonschema

from scripts.charts.definitions import FOLDER
from scripts.charts.kinds import KINDS
from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.model.problems import Problem

TEXT = {"type": "string", "pattern": r"\S"}
TEXTS = {"type": "array", "items": TEXT}
SOME = {**TEXTS, "minItems": 1}
WHERE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "by": TEXTS,
        "category": {"type": "object", "additionalProperties": SOME},
        "length": {"type": "string", "pattern": r"^[1-9][0-9]{0,4} (months|days)\Z"},
        "area": SOME,
        "totals": {"type": "boolean"},
    },
}
NUMBER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["measure", "says"],
    "properties": {"measure": TEXT, "says": SOME, "where": WHERE},
}
CHART = {
    "type": "object",
    "additionalProperties": False,
    "required": ["chart", "measures", "along"],
    "properties": {
        "chart": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*\Z"},
        "measures": SOME,
        "along": SOME,
        "kind": {"enum": list(KINDS)},
        "where": WHERE,
        "order": {"enum": ["printed", "largest", "time"]},
        "titles": TEXTS,
        "know": TEXT,
    },
}
SHAPE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "numbers": {"type": "array", "items": NUMBER},
        "charts": {"type": "array", "items": CHART},
    },
}
POINTS = ("largest", "second", "smallest", "first", "last", "estimate")
IN_TITLES = {
    *("area", "when", "measure", "ranges", "paths", "range", "count", "full", "each", "total"),
    *("parts", "fell", "largest_value"),
    *(f"{point}.{part}" for point in POINTS for part in ("name", "said", "when", "place")),
}
IN_NUMBERS = {
    *("measure", "value", "area", "category", "when", "when_or_not", "before", "before_when"),
    "estimate",
}
AXES = {"period", "area", "measure", "place", "document"}
FACT = re.compile(r"\{([^{}]*)\}|[{}]")
CURE = "See the words of a chart in docs/add-a-chart.md"
LONGEST = 80


def problems(package: Package) -> list[Problem]:
    """All that is wrong with all files of the folder."""
    return [
        problem
        for path in sorted((package.root / FOLDER).glob("[!.]*.json"))
        for problem in file_problems(path, package)
    ]


def file_problems(path: Path, package: Package) -> list[Problem]:
    file, given = f"{FOLDER}/{path.name}", read_json(path)
    if wrong := list(shape_problems(file, given)):
        return wrong
    return [
        *topic_problems(file, path.stem, package),
        *id_problems(file, given),
        *term_problems(file, given, package),
        *fact_problems(file, given),
    ]


def shape_problems(file: str, given: Any) -> Iterator[Problem]:
    for error in jsonschema.Draft202012Validator(SHAPE).iter_errors(given):
        place = "/".join(map(str, error.absolute_path)) or "top"
        shown = json.dumps(error.instance, ensure_ascii=False)[:LONGEST]
        what = f"{shown} does not follow `{error.validator}`"
        yield Problem(file, place[:LONGEST], what, CURE)


def topic_problems(file: str, topic_id: str, package: Package) -> Iterator[Problem]:
    if topic_id not in package.terms["topics"]:
        what = f"{topic_id!r} is not in data/vocabulary/topics.csv"
        yield Problem(file, "file", what, "Name the file after a topic_id")


def id_problems(file: str, given: dict[str, Any]) -> Iterator[Problem]:
    times = Counter(chart["chart"] for chart in given.get("charts", []))
    for name in sorted(name for name, number in times.items() if number > 1):
        yield Problem(file, f"chart {name}", "is there twice", "Give each chart its own id")


def term_problems(file: str, given: dict[str, Any], package: Package) -> Iterator[Problem]:
    """Words that are terms of no vocabulary."""
    for place, table, term in terms_of(given):
        key: Any = term
        axis = table == "dimensions" and place.endswith("along") and term in AXES
        if not axis and key not in package.terms[table]:
            shown = "/".join(term) if isinstance(term, tuple) else term
            what = f"{shown[:LONGEST]!r} is not in data/vocabulary/{table}.csv"
            yield Problem(file, place, what, "Write an id that is there, or add the term")


def terms_of(given: dict[str, Any]) -> Iterator[tuple[str, str, str | tuple[str, str]]]:
    """Every term that a file names: its place, its table, and the term."""
    for place, one in definitions(given):
        measures = one["measures"] if "measures" in one else [one["measure"]]
        where = one.get("where", {})
        yield from ((f"{place}/measures", "measures", term) for term in measures)
        yield from ((f"{place}/along", "dimensions", term) for term in one.get("along", []))
        yield from ((f"{place}/where/by", "dimensions", term) for term in where.get("by", []))
        yield from ((f"{place}/where/area", "areas", term) for term in where.get("area", []))
        for dimension, categories in where.get("category", {}).items():
            for category in categories:
                yield f"{place}/where/category", "categories", (dimension, category)


def definitions(given: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in ("numbers", "charts"):
        yield from ((f"{kind}/{place}", one) for place, one in enumerate(given.get(kind, [])))


def fact_problems(file: str, given: dict[str, Any]) -> Iterator[Problem]:
    """Facts that a title or a sentence cannot say, and braces that name none."""
    for place, one in definitions(given):
        known = IN_TITLES if "chart" in one else IN_NUMBERS
        for number, text in enumerate(one.get("titles", one.get("says", []))):
            for unknown in unknown_facts(text, known):
                what = f"{unknown[:LONGEST]!r} is no fact that can be said here"
                yield Problem(file, f"{place}, sentence {number + 1}", what, CURE)


def unknown_facts(text: str, known: Iterable[str]) -> list[str]:
    return [found[0] for found in FACT.finditer(text) if found[1] not in known]
