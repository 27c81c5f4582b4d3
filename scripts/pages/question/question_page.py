"""Questions that people ask, a page each: the answer in words with its numbers, and where each of them is printed.

A question is a file in docs/questions: `topic` and `know` (what to know before the number), the question as its title, the answer.
"""

from collections.abc import Iterator
from decimal import Decimal

from scripts.model.package import Package
from scripts.pages import addresses, prose
from scripts.pages.rendering import Page, page

FOLDER = "questions"


def pages(package: Package) -> Iterator[Page]:
    asked = all_of(package)
    if asked:
        yield page(
            "question/questions.html",
            addresses.QUESTIONS,
            "Questions people ask",
            "Each with its answer in a few sentences, and the line on which every number is printed.",
            package,
            by_topic=by_topic(asked, package),
        )
    for path, found in asked:
        yield page(
            "question/question.html",
            path,
            found.title,
            found.meta["know"],
            package,
            asked=found,
            topic=package.term("topics", found.meta["topic"]),
        )


def all_of(package: Package) -> list[tuple[str, prose.Prose]]:
    """Every question with its address, in order of topics."""
    order = {topic["topic_id"]: place for place, topic in enumerate(package["topics"])}
    found = [
        (path, prose.read(path, package, could_be_shares=could_be_shares, number=Decimal))
        for path in prose.pages_in(FOLDER, package)
    ]
    return sorted(found, key=lambda one: order[one[1].meta["topic"]])


def by_topic(asked: list, package: Package) -> list[tuple[dict, list]]:
    return [
        (topic, found)
        for topic in package["topics"]
        if (found := [one for one in asked if one[1].meta["topic"] == topic["topic_id"]])
    ]


def could_be_shares(whole: str, percentages: list[str]) -> bool:
    """Whether each percentage, to its printed decimals, is some whole number of things out of so many."""
    return all(could_be_share(int(whole), percentage) for percentage in percentages)


def could_be_share(whole: int, percentage: str) -> bool:
    """A share is printed right if it is no more than half of its last decimal away from the exact one."""
    printed = Decimal(percentage)
    half = Decimal(1).scaleb(printed.as_tuple().exponent) / 2
    nearest = int(printed * whole / 100)
    return any(
        abs(Decimal(100 * part) / whole - printed) <= half for part in (nearest, nearest + 1)
    )
