"""The few numbers of a topic that matter, in a sentence each, filled from the newest figures; every
number is a link to its figure.
"""

import re
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from scripts.charts import definitions
from scripts.charts.definitions import Sentence
from scripts.charts.selection import wanted
from scripts.model.package import Package
from scripts.pages import addresses, words

AREAS = 3  # a sentence is said for each area, unless there are more than these
MANY = Markup('<a class="fig" href="{}">{}</a>: numbers for {} areas.')
OTHERWISE = "{measure}: {value} ({area}, {when_or_not})."


class Said(NamedTuple):
    """A sentence with links, and the figure that it is about; none where it is about many areas."""

    text: Markup
    figure: dict[str, str] | None


def said(topic_id: str, page: str, package: Package) -> list[Said]:
    return [
        each
        for sentence in definitions.sentences(topic_id, package)
        for each in by_area(sentence, page, package)
    ]


def by_area(sentence: Sentence, page: str, package: Package) -> list[Said]:
    """The sentence for the newest figure of each area. Of many areas none is picked out: the
    sentence leads to all.
    """
    found = [
        row
        for row in package.group("figures", "measure_id", sentence.measure)
        if row["value"] and wanted(row, sentence.where, package)
    ]
    newest = {
        row["area_id"]: row
        for row in sorted(found, key=lambda row: (certain(row), row["period_end"]))
    }
    if len(newest) > AREAS:
        way = addresses.relative(page, addresses.measure(sentence.measure))
        title = package.title("measures", sentence.measure)
        return [Said(MANY.format(way, title, f"{len(newest):,}"), None)]
    return [
        Said(filled(sentence.says, facts(row, found, page, package)), row)
        for row in newest.values()
    ]


def certain(row: dict[str, str]) -> bool:
    return bool(row["period_end"] and not row["qualifier"])


def facts(
    row: dict[str, str], others: list[dict[str, Any]], page: str, package: Package
) -> dict[str, Any]:
    """What a sentence can say. A fact that does not hold is not there."""
    found = {
        "measure": package.title("measures", row["measure_id"]),
        "value": linked(row, page, package),
        "area": package.title("areas", row["area_id"]),
        "category": words.categories(row, package),
        "when_or_not": words.period_words(row),
    }
    earlier = [
        other
        for other in others
        if other["series_id"] == row["series_id"]
        and certain(other)
        and other["period_end"] < row["period_end"]
    ]
    first = min(earlier, key=lambda other: other["period_end"], default=None)
    found |= (
        {"before": linked(first, page, package), "before_when": words.period_words(first)}
        if first
        else {}
    )
    found |= {"estimate": found["value"]} if row["value_kind"] == "estimate" else {}
    return found | ({"when": words.period_words(row)} if row["period_start"] else {})


def linked(row: dict[str, str], page: str, package: Package) -> Markup:
    return Markup('<a class="fig" href="{}">{}</a>').format(
        addresses.relative(page, addresses.figure(row)), words.value(row, package)
    )


def filled(templates: list[str], known: dict[str, Any]) -> Markup:
    """The first sentence that the facts can fill. Whatever is in it shows as written."""
    for template in [*templates, OTHERWISE]:
        try:
            return capital(escape(template).format(**known))
        except KeyError:
            continue
    raise ValueError(f"no sentence for {known['measure']}")


def capital(said: Markup) -> Markup:
    """A sentence begins with a capital letter, also where a link stands first."""
    return Markup(
        re.sub(r"^((?:<[^>]*>)*)(.)", lambda start: start[1] + start[2].upper(), said, count=1)
    )
