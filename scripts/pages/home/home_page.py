"""The home page: what this is, what it promises, what it holds today, and where to start."""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.pages import addresses, beside, words
from scripts.pages.question import question_page
from scripts.pages.rendering import Page, page

DESCRIPTION = (
    "Figures that councils and safeguarding boards have published about protecting children, "
    "each traceable to its line. Not official statistics."
)


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.HOME]


def pages(package: Package) -> Iterator[Page]:
    yield page(
        "home/home.html",
        addresses.HOME,
        package.contract["title"],
        DESCRIPTION,
        package,
        counts=counts(package),
        topics=topics(package),
        areas=areas(package),
        questions=question_page.all_of(package),
        agreement={
            verdict["agreement_verdict_id"]: number for verdict, number in beside.totals(package)
        },
    )


def counts(package: Package) -> dict[str, int]:
    """How much there is today."""
    used = sum(1 for row in package["numbers"] if row["used_as"])
    return {
        **{
            name: len(package[name])
            for name in ("documents", "figures", "answers", "numbers", "checks", "not_recomputed")
        },
        "tables": sum(row["kind"] != "gap" for row in package["tables"]),
        "gaps": sum(row["kind"] == "gap" for row in package["tables"]),
        "printed": sum(bool(row["value_as_published"]) for row in package["figures"]),
        "used": used,
        "explained": len(package["numbers"]) - used,
        **{
            verdict: sum(row["verdict"] == verdict for row in package["checks"])
            for verdict in words.VERDICTS
        },
    }


def topics(package: Package) -> list[tuple[dict[str, Any], int, int]]:
    """The topics that have figures or answers, with how many."""
    found = [(topic, *amounts(topic["topic_id"], package)) for topic in package["topics"]]
    return [entry for entry in found if entry[1] or entry[2]]


def amounts(topic_id: str, package: Package) -> tuple[int, int]:
    measures = package.group("measures", "topic_id", topic_id)
    return (
        sum(len(package.group("figures", "measure_id", row["measure_id"])) for row in measures),
        len(package.group("answers", "topic_id", topic_id)),
    )


def areas(package: Package) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """The areas that have documents, with them."""
    return [
        (area, found)
        for area in package["areas"]
        if (found := package.group("documents", "area_id", area["area_id"]))
    ]
