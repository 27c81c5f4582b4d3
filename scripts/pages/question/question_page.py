"""Questions that people ask, a page each: the answer in words with its numbers, and where each of
them is printed.

A question is a file in docs/questions: `topic` and `know` (what to know before the number), the
question as its title, the answer.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages import addresses, prose
from scripts.pages.rendering import Page, page

FOLDER = "questions"

Asked = list[tuple[str, prose.Prose]]  # every question with its address


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.QUESTIONS, *prose.pages_in(FOLDER, package)]


def pages(package: Package) -> Iterator[Page]:
    asked = all_of(package)
    yield page(
        "question/questions.html",
        addresses.QUESTIONS,
        "Questions people ask",
        "Each with its answer in a few sentences, and the line on which every number is printed.",
        package,
        by_topic=by_topic(asked, package),
    )
    for path, found in asked:
        answered = page(
            "question/question.html",
            path,
            found.title,
            found.meta["know"],
            package,
            asked=found,
            topic=package.term("topics", found.meta["topic"]),
        )
        yield answered._replace(keywords=measured(found, package))


def measured(found: prose.Prose, package: Package) -> tuple[str, ...]:
    """What the numbers of an answer count. People search for that, and the question may say it in
    other words.
    """
    titles = (package.title("measures", row["measure_id"]) for row in found.figures)
    return tuple(dict.fromkeys(titles))


def all_of(package: Package) -> Asked:
    """Every question with its address, in order of topics."""
    order = {topic["topic_id"]: place for place, topic in enumerate(package["topics"])}
    found = [
        (path, prose.read(path, package, needed=("topic", "know")))
        for path in prose.pages_in(FOLDER, package)
    ]
    if unknown := [path for path, one in found if one.meta["topic"] not in order]:
        raise prose.Broken(
            *(
                Problem(
                    str(prose.source(path)),
                    "topic",
                    "is no topic",
                    "Write a topic_id of data/vocabulary/topics.csv",
                )
                for path in unknown
            )
        )
    return sorted(found, key=lambda one: order[one[1].meta["topic"]])


def by_topic(asked: Asked, package: Package) -> list[tuple[dict[str, Any], Asked]]:
    return [
        (topic, found)
        for topic in package["topics"]
        if (found := [one for one in asked if one[1].meta["topic"] == topic["topic_id"]])
    ]
