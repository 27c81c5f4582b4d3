"""Every figure and answer as a row that people read: what Explore filters, and what goes with rows
that are saved.

A column is a list of numbers, one a row; its `terms` are the texts that they stand for, in the
order in which they are shown.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from scripts.model.package import Package, Row
from scripts.offering import citation, reuse
from scripts.pages import addresses, beside, words
from scripts.pages.comparability import group, series
from scripts.publishing.search_tokens import LITTLE, key

ANSWER_KIND = "Answer in words"
NONE = "None"
NOT_STATED = "Not stated"
IN_NO_CHECK = "In no check"
OFFICIAL = ("Has an official counterpart", "Has none")
NO_GROUP = -1


class Fact(NamedTuple):
    """One row, as people read it. `order` is what its period is sorted by; `group` what it may be
    compared within, if it is a figure.
    """

    fact_id: str
    page: str
    shown: str
    number: str
    document: str
    topic: str
    what: str
    area: str
    period: str
    order: str
    breakdown: str
    by_1: str
    by_2: str
    unit: str
    kind: str
    checks: str
    official: str
    terms: str
    length: str
    flags: str
    group: tuple[str, ...]


FILTERS = {
    "topic": "Topic",
    "what": "Measure or question",
    "area": "Area",
    "period": "Period",
    "length": "Kind of period",
    "document": "Document",
    "breakdown": "Breakdown",
    "unit": "Unit",
    "kind": "Kind",
    "checks": "Checks",
    "official": "Official statistics",
    "terms": "Re-use terms",
}
"""The columns that people filter by, with what they are called."""
SIDES = ("by_1", "by_2")
"""The columns that a table can have on a side, besides those."""


def facts(package: Package) -> list[Fact]:
    """Every figure, then every answer."""
    held = package.once(reuse.terms)
    return [
        *(of_figure(row, package, held) for row in package["figures"]),
        *(of_answer(row, package, held) for row in package["answers"]),
    ]


def of_figure(row: Row, package: Package, held: dict[str, reuse.Terms]) -> Fact:
    counted = package.term("measures", row["measure_id"])
    by = [category for _, category in words.breakdowns(row, package)]
    return Fact(
        fact_id=addresses.anchor(row),
        page=addresses.figures(row["table_id"]),
        shown=words.value(row, package),
        number=row["value"],
        topic=package.title("topics", counted["topic_id"]),
        what=counted["title"],
        breakdown=", ".join(by) or NONE,
        by_1=by[0] if by else NONE,
        by_2=by[1] if len(by) > 1 else NONE,
        unit=package.title("units", row["unit"]),
        kind=package.title("value_kinds", row["value_kind"]),
        official=OFFICIAL[not beside.of_figure(row["figure_id"], package).pairs],
        length=package.title("period_kinds", row["period_kind"]) or NOT_STATED,
        flags="; ".join(package.title("flags", flag) for flag in package.flags(row)),
        group=group(series(row, package)),
        **shared(row, row["figure_id"], package, held),
    )


def of_answer(row: Row, package: Package, held: dict[str, reuse.Terms]) -> Fact:
    return Fact(
        fact_id=addresses.anchor(row),
        page=addresses.table(row["table_id"]),
        shown=words.answer(row, package),
        number="",
        topic=package.title("topics", row["topic_id"]),
        what=package.title("questions", row["question_id"]),
        breakdown=words.subject(row, package) or NONE,
        by_1=NONE,
        by_2=NONE,
        unit=NONE,
        kind=ANSWER_KIND,
        official=OFFICIAL[1],
        length=package.title("period_kinds", row["period_kind"]) or NOT_STATED,
        flags="",
        group=(),
        **shared(row, row["answer_id"], package, held),
    )


def shared(
    row: Row, fact_id: str, package: Package, held: dict[str, reuse.Terms]
) -> dict[str, str]:
    """What figures and answers have alike."""
    return {
        "document": package.title("documents", row["document_id"]),
        "area": package.title("areas", row["area_id"]),
        "period": words.period_words(row),
        "order": f"{row['period_start']} {row['period_end']}",
        "checks": verdict(package.checks_of.get(fact_id, [])),
        "terms": held[row["document_id"]].title,
    }


def verdict(checks: Sequence[Row]) -> str:
    """The gravest verdict of the checks that a fact takes part in."""
    said = {check["verdict"] for check in checks}
    gravest = next((words.VERDICTS[one] for one in words.VERDICTS if one in said), "")
    return f"In a check: {gravest}" if gravest else IN_NO_CHECK


ORDERS: dict[str, Callable[[Fact], Any]] = {
    "period": lambda fact: (fact.order == " ", fact.order),  # what has no date comes last
    "number": lambda fact: Decimal(fact.number or 0),
}


def coded(name: str, rows: Sequence[Fact]) -> dict[str, Any]:
    """A column as its terms, in order, and for each row the number of its term."""
    orders = {getattr(fact, name): ORDERS.get(name, _plain(name))(fact) for fact in rows}
    terms = sorted(orders, key=lambda term: (orders[term], term))
    places = {term: place for place, term in enumerate(terms)}
    return {"terms": terms, "codes": [places[getattr(fact, name)] for fact in rows]}


def _plain(name: str) -> Callable[[Fact], Any]:
    def order(fact: Fact) -> tuple[bool, str]:
        term: str = getattr(fact, name)
        return term == NONE, term.lower()

    return order


def little() -> list[str]:
    """The words that say nothing."""
    return sorted(LITTLE)


def synonyms(package: Package) -> dict[str, list[str]]:
    """Other words for what people type."""
    found: dict[str, list[str]] = {}
    for row in package["synonyms"]:
        found.setdefault(key(row["word"]), []).append(row["means"])
    return found


def notes(package: Package) -> dict[str, Any]:
    """What goes with rows that are saved: how to cite, terms and caveats, by the titles that rows
    show.
    """
    held = package.once(reuse.terms)
    return {
        "cite": citation.whole(package).full,
        "version": package.contract["version"],
        "site": package.contract["homepage"].rstrip("/") + "/",
        "terms": reuse.MIXED,
        "documents": {
            row["title"]: {
                "cite": citation.document(package, row["document_id"]).full,
                "terms": held[row["document_id"]].title,
                "terms_address": held[row["document_id"]].url,
                "attribution": row["attribution"],
            }
            for row in package["documents"]
        },
        "measures": {
            row["title"]: " ".join(filter(None, (row["is_not"], row["comparability"])))
            for row in package["measures"]
        },
    }
