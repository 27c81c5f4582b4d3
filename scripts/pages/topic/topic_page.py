"""The list of topics, and a page for each: what to know, its key numbers in sentences, charts,
tables, and what was left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from scripts.charts import chart_files, official_charts, sentences
from scripts.model.package import Package
from scripts.pages import absences, addresses, beside, offers, prose, said_beside, words
from scripts.pages.home.home_page import topics as with_amounts
from scripts.pages.rendering import Page, page

BLOCK = re.compile(r"<(?:li|p)>(.*?)</(?:li|p)>", re.DOTALL)
STRONG = re.compile(r"<strong>(.*?)</strong>")
FOLDER = "topics"
KNOW, LEFT_OUT = "What you should know", "What was left out"


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    listed = (topic["topic_id"] for topic, *_ in with_amounts(package))
    return [addresses.TOPICS, *map(addresses.topic, listed)]


def pages(package: Package) -> Iterator[Page]:
    listed = with_amounts(package)
    yield page(
        "topic/topics.html",
        addresses.TOPICS,
        "Topics",
        "What the figures and answers are about.",
        package,
        topics=listed,
    )
    for topic, *_ in listed:
        path = addresses.topic(topic["topic_id"])
        yield page(
            "topic/topic.html",
            path,
            topic["title"],
            topic["description"],
            package,
            topic=topic,
            charts=chart_files.on_page(path, package),
            made=chart_files,
            **written(path, package),
            **facts(topic, path, package),
        )


def facts(topic: dict[str, Any], path: str, package: Package) -> dict[str, Any]:
    measures = package.group("measures", "topic_id", topic["topic_id"])
    rows = absences.figures(topic, package)
    tables = {row["table_id"] for row in rows}
    return {
        "told": know(rows, package),
        "numbers": sentences.said(topic["topic_id"], path, package),
        "measures": [
            (measure, found)
            for measure in measures
            if (found := package.group("figures", "measure_id", measure["measure_id"]))
        ],
        "questions": questions(topic, package),
        "tables": [table for table in package["tables"] if table["table_id"] in tables],
        "missing": absences.of_topic(topic, package),
        "statements": said_beside.of_topic(topic["topic_id"], package),
        "official": beside.series(package, topic_id=topic["topic_id"]),
        "official_charts": official_charts.on_page(package, topic_id=topic["topic_id"]),
        "take": offers.of_topic(topic["topic_id"], package),
    }


def questions(
    topic: dict[str, Any], package: Package
) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """The questions that answers on the topic answer, each with those answers."""
    by_question: dict[str, list[dict[str, Any]]] = {}
    for row in package.group("answers", "topic_id", topic["topic_id"]):
        by_question.setdefault(row["question_id"], []).append(row)
    return [
        (question, by_question[question["question_id"]])
        for question in package["questions"]
        if question["question_id"] in by_question
    ]


def written(path: str, package: Package) -> dict[str, Any]:
    """What people wrote on the topic, under the two headings that the page knows; empty where
    nothing is written.
    """
    body = prose.read(path, package).body if prose.exists(path, package) else Markup("")
    parts: dict[str, str] = {
        str(heading).partition("</h2>")[0].partition(">")[2]: heading.partition("</h2>")[2]
        for heading in str(body).split("<h2")[1:]
    }
    known = Markup(parts.get(KNOW, ""))
    return {"known": known, "left_out": Markup(parts.get(LEFT_OUT, "")), "caveat": caveat(known)}


def caveat(known: Markup) -> str:
    """The sentence that matters most: what is bold in what to know, else its first sentence."""
    if bold := STRONG.search(known):
        return Markup(bold[1]).striptags()
    first = BLOCK.search(known)
    said = Markup(first[1]).striptags() if first else ""
    return f"{said.partition('. ')[0].rstrip('.')}." if said else ""


def know(figures: list[dict[str, str]], package: Package) -> list[str]:
    """What a reader should know before the numbers of a topic."""
    if not figures:
        return ["There are no numbers on this topic, only answers."]
    told = []
    if len({row["measure_id"] for row in figures}) > 1:
        told.append(
            "These measures count different things. Compare only within a measure, and read "
            "the caveat that stands with it."
        )
    if len({row["document_id"] for row in figures}) > 1:
        told.append("The numbers come from documents about different years and areas.")
    differing = sum("in_discrepancy" in package.flags(row) for row in figures)
    if differing:
        told.append(
            f"{words.counted(differing, 'figure takes', 'figures take')} part in a sum or "
            "statement in which the printed numbers do not agree. The sign ≠ marks them."
        )
    return told or ["Read what the measure is not before you use its numbers."]
