"""What is wrong with the definitions of charts and key sentences, each named by its file and its
place in it.

Reads docs/charts/*.json. A word that nobody knows would be passed over without a sound: a title
that can't be filled, a
measure without figures. So every word of a definition has to be one that means something.
"""

import string
from collections.abc import Iterator
from typing import Any

import jsonschema

from scripts.charts.definitions import FOLDER
from scripts.charts.kinds import KINDS
from scripts.model.files import read_json
from scripts.model.package import Package
from scripts.model.problems import Problem

CURE = "Write it as docs/add-a-chart.md says"
TEXTS = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
AXES = ("period", "area", "measure", "place")  # what may stand along an axis beside a dimension
ORDERS = ("printed", "largest", "time")
OF_A_TITLE = {
    "area", "when", "measure", "ranges", "paths", "largest", "second", "smallest", "range", "count",
    "full", "each", "total", "parts", "first", "last", "fell", "estimate", "panels",
    "largest_value",
}  # fmt: skip
OF_A_SENTENCE = {
    "measure", "value", "area", "category", "when", "when_or_not", "before", "before_when",
    "estimate",
}  # fmt: skip


def problems(package: Package) -> Iterator[Problem]:
    """Everything wrong in every definition, in the order of the files."""
    judge = jsonschema.Draft202012Validator(schema(package))
    for path in sorted((package.root / FOLDER).glob("*.json")):
        file, given = path.relative_to(package.root).as_posix(), read_json(path)
        if path.stem not in package.terms["topics"]:
            yield Problem(file, "name", f"{path.stem!r} is no topic", "Name it after a topic_id")
        faults = list(judge.iter_errors(given))
        for fault in faults:
            where = "/".join(map(str, fault.absolute_path)) or "top"
            yield Problem(file, where, said(fault), CURE)
        if not faults:
            yield from unsaid(file, given)


def said(fault: jsonschema.ValidationError) -> str:
    """A fault in words; of a list of words that may stand somewhere, not the whole list."""
    if fault.validator == "enum":
        return f"{fault.instance!r} is no word that may stand here"
    return fault.message[:200]


def schema(package: Package) -> dict[str, Any]:
    """The form of a file: what may stand where, with the words that the vocabulary has."""
    dimension = {"enum": sorted(package.terms["dimensions"])}
    measure = {"enum": sorted(package.terms["measures"])}
    by_dimension = {"propertyNames": dimension, "additionalProperties": TEXTS}
    where = form(
        by={"type": "array", "items": dimension},
        category={"type": "object", **by_dimension},
        length={"type": "string", "pattern": r"^[0-9]+ (days|months)$"},
        area={"type": "array", "items": {"enum": sorted(package.terms["areas"])}},
        totals={"type": "boolean"},
    )
    along = {"enum": [*AXES, *sorted(package.terms["dimensions"])]}
    chart = form(
        chart={"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
        measures={"type": "array", "minItems": 1, "items": measure},
        along={"type": "array", "minItems": 1, "items": along},
        kind={"enum": sorted(KINDS)},
        where=where,
        order={"enum": list(ORDERS)},
        titles=TEXTS,
        know={"type": "string"},
    )
    chart["required"] = ["chart", "measures", "along"]
    sentence = {**form(measure=measure, where=where, says=TEXTS), "required": ["measure", "says"]}
    return form(
        numbers={"type": "array", "items": sentence}, charts={"type": "array", "items": chart}
    )


def form(**words: dict[str, Any]) -> dict[str, Any]:
    """An object with these words and no others."""
    return {"type": "object", "additionalProperties": False, "properties": words}


def unsaid(file: str, given: dict[str, list[dict[str, Any]]]) -> Iterator[Problem]:
    """Braces in titles and sentences that no fact can ever fill."""
    for many, text, known in (("charts", "titles", OF_A_TITLE), ("numbers", "says", OF_A_SENTENCE)):
        for place, one in enumerate(given.get(many, [])):
            for template in one.get(text, []):
                for name in unknown(template, known):
                    what = f"{{{name}}} can't be filled in"
                    yield Problem(file, f"{many}/{place}/{text}", what, CURE)


def unknown(template: str, known: set[str]) -> list[str]:
    """The names between braces that are not known; a text that is no template names itself."""
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]
    except ValueError:
        return [template]
    return [name for name in names if name.partition(".")[0] not in known]
