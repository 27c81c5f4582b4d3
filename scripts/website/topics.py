"""The list of topics, and a page for each: its measures with how many figures, and the questions answered."""

from collections.abc import Iterator

from scripts.website import addresses
from scripts.website.home import topics as with_amounts
from scripts.website.package import Package
from scripts.website.pages import Page, page


def pages(package: Package) -> Iterator[Page]:
    listed = with_amounts(package)
    yield page("topics.html", addresses.TOPICS, "Topics", "What the figures and answers are about.", package, topics=listed)
    for topic, figures, answers in listed:
        yield page("topic.html", addresses.topic(topic["topic_id"]), topic["title"], topic["description"], package, topic=topic, figures=figures, answers=answers, **facts(topic, package))


def facts(topic: dict, package: Package) -> dict:
    measures = package.group("measures", "topic_id", topic["topic_id"])
    questions = package.group("questions", "topic_id", topic["topic_id"])
    tables = {row["table_id"] for measure in measures for row in package.group("figures", "measure_id", measure["measure_id"])}
    return {
        "measures": [(measure, found) for measure in measures if (found := package.group("figures", "measure_id", measure["measure_id"]))],
        "questions": [(question, found) for question in questions if (found := package.group("answers", "question_id", question["question_id"]))],
        "tables": [table for table in package["tables"] if table["table_id"] in tables],
    }
