"""The list of topics, and a page for each: its measures with how many figures, and the questions answered."""

from collections.abc import Iterator

from scripts.website import addresses, words
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
    figures = [row for measure in measures for row in package.group("figures", "measure_id", measure["measure_id"])]
    tables = {row["table_id"] for row in figures}
    return {
        "told": know(figures),
        "measures": [(measure, found) for measure in measures if (found := package.group("figures", "measure_id", measure["measure_id"]))],
        "questions": [(question, found) for question in questions if (found := package.group("answers", "question_id", question["question_id"]))],
        "tables": [table for table in package["tables"] if table["table_id"] in tables],
    }


def know(figures: list[dict]) -> list[str]:
    """What a reader should know before the numbers of a topic."""
    if not figures:
        return ["There are no numbers on this topic, only answers."]
    told = []
    if len({row["measure_id"] for row in figures}) > 1:
        told.append("These measures count different things. Compare only within a measure, and read the caveat that stands with it.")
    if len({row["document_id"] for row in figures}) > 1:
        told.append("The numbers come from documents about different years and areas.")
    differing = sum("in_discrepancy" in row["quality_flags"].split() for row in figures)
    if differing:
        told.append(f"{words.counted(differing, 'figure takes', 'figures take')} part in a sum or statement in which the printed numbers do not agree. The sign ≠ marks them.")
    return told or ["Read what the measure is not before you use its numbers."]
