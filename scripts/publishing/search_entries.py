"""What search finds: pages, their sections, words of the glossary, figures and answers, each with
the texts it is found by.

Pages come first, for figures and answers are shown under theirs. Facts in, `Entry` out; how they
are kept: `search_index`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.package import Package
from scripts.pages import addresses, words
from scripts.pages.glossary import glossary_page
from scripts.pages.rendering import Page
from scripts.publishing.search_index import MOST, Entry, Index
from scripts.publishing.search_tokens import key
from scripts.publishing.search_tokens import words as cut
from scripts.publishing.sections import Section, sections

# what an entry of a kind is worth beside others that fit as well
KINDS = {
    "word": 1.6,
    "topic": 1.5,
    "area": 1.5,
    "question": 1.4,
    "measure": 1.2,
    "page": 1.3,
    "document": 1.1,
    "table": 0.9,
    "section": 0.9,
    "figure": 1.0,
    "answer": 0.8,
}
KIND_OF_FOLDER = {
    "topics": "topic",
    "areas": "area",
    "questions": "question",
    "measures": "measure",
    "documents": "document",
}
LISTS = (
    "checks/",
    "index.html",
    "topics/",
    "measures/",
    "documents/",
    "questions/",
    "glossary",
    "proof",
    "v",
)
"""Beginnings of the addresses of pages whose sections list what is found by itself."""
CODE = re.compile(
    r"\d{3}"
)  # a keyword with digits is a code or a year, and tells one page from all others
SAID = 160  # letters of a text that a result shows
KNOWN_BY, ABOUT = 9, 4
"""The weight of a word that a page is found by; less on a question, whose measures have pages of
their own.
"""
BODY = 2
"""The weight of a word that is merely in a text."""


class Found(NamedTuple):
    """What search knows of a page: `keywords` are words it is found by and does not print."""

    path: str
    title: str
    description: str
    keywords: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def new(package: Package) -> Index:
    """An index with nothing in it yet but the words that mean the same."""
    same: dict[str, list[str]] = {}
    for row in package["synonyms"]:
        same.setdefault(key(row["word"]), []).append(row["means"])
    return Index(same, KINDS)


def found(page: Page) -> Found:
    """A generated page; the sections of those that explain are found by themselves."""
    explains = kind_of(page.path) == "page" and not page.path.startswith(LISTS)
    inside = tuple(sections(page.body)) if explains else ()
    return Found(page.path, page.title, page.description, page.keywords, inside)


def of_page(page: Found) -> Iterator[Entry]:
    """The entry of a page, and one for each of its sections."""
    says = [(page.title, of_title(page.title)), (page.description, 3)]
    kind = kind_of(page.path)
    usual = ABOUT if kind == "question" else KNOWN_BY
    says += [(word, MOST if CODE.search(word) else usual) for word in page.keywords]
    yield Entry(page.path, page.title, shortened(page.description), kind, says)
    for section in page.sections:
        address = f"{page.path}#{section.anchor}"
        says = [(section.heading, of_title(section.heading) - 3), (section.text, BODY)]
        yield Entry(address, section.heading, shortened(section.text), "section", says, page.path)


def kind_of(path: str) -> str:
    """The kind of the page at an address."""
    folder, _, rest = path.partition("/")
    if folder == "documents" and "/" in rest:
        return "table"
    return "page" if rest in ("", "index.html") else KIND_OF_FOLDER.get(folder, "page")


def of_title(title: str) -> int:
    """The weight of each word of a title: the fewer there are, the more each says."""
    return min(MOST, 6 + 9 // max(1, len(cut(title))))


def shortened(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    if len(text) <= SAID:
        return text
    return text[:SAID].rpartition(" ")[0].rstrip(" ,;:") + " …"


def of_words(package: Package) -> Iterator[Entry]:
    """The words that the glossary explains."""
    for row in glossary_page.entries(package):
        address = f"{addresses.GLOSSARY}#{row['anchor']}"
        title = ": ".join(filter(None, (row["term"], row["stands_for"])))
        says = [
            (row["term"], of_title(row["term"])),
            (row["stands_for"], 6),
            (row["meaning"], BODY),
        ]
        yield Entry(address, title, shortened(row["meaning"]), "word", says, addresses.GLOSSARY)


def of_figures(package: Package) -> Iterator[Entry]:
    """Every figure with its value, under the page of its measure."""
    for row in package["figures"]:
        yield of_figure(row, package)


def of_figure(row: dict[str, str], package: Package) -> Entry:
    """A figure: what it is and its value, then area, period and where it is printed."""
    counted = package.term("measures", row["measure_id"])
    measure, topic = counted["title"], package.title("topics", counted["topic_id"])
    categories = words.categories(row, package)
    area = package.title("areas", row["area_id"])
    when = words.period_words(row)
    name = ": ".join(filter(None, (measure, categories)))
    where = f"{words.short_document(row['document_id'], package)}, line {row['line']}"
    says = [
        (row["value"], MOST),
        (row["value_as_published"], MOST),
        (measure, of_title(measure) - 4),
        (categories, 10 if row["period_start"] else 9),  # an undated figure comes after a dated one
        (meanings(row, package), BODY + 1),
        (area, 6),
        (row["row_label"], BODY + 1),
        *((year, 8) for year in years(row)),
    ]
    title = f"{words.value(row, package)} – {name}"
    text = f"{area}, {when}. {topic}. {where}."
    address = addresses.figure(row)
    return Entry(address, title, text, "figure", says, addresses.measure(row["measure_id"]))


def meanings(row: dict[str, str], package: Package) -> str:
    """What the categories of a figure mean."""
    pairs = [(row[f"breakdown_{i}_dimension"], row[f"breakdown_{i}_category"]) for i in (1, 2)]
    return " ".join(package.term("categories", pair)["definition"] for pair in pairs if pair[0])


def years(row: dict[str, str]) -> Iterator[str]:
    """The years in which the period of a fact begins and ends; for two that follow each other
    2018/19 too; its months.
    """
    first, last = row["period_start"][:4], row["period_end"][:4]
    if first and last and int(last) == int(first) + 1:
        yield f"{first}/{last[2:]}"
    yield words.period_words(row)


def of_answers(package: Package) -> Iterator[Entry]:
    """Every answer in words, under the table that holds it."""
    for row in package["answers"]:
        yield of_answer(row, package)


def of_answer(row: dict[str, str], package: Package) -> Entry:
    question = package.title("questions", row["question_id"])
    subject = words.subject(row, package)
    answer = words.answer(row, package)
    area = package.title("areas", row["area_id"])
    where = f"{words.short_document(row['document_id'], package)}, line {row['line']}"
    says = [
        (subject, 10),
        (answer, 6),
        (row["answer_as_published"], 4),
        (question, 5),
        (area, 6),
    ]
    text = f"{shortened(answer)} – {area}. {where}."
    address = addresses.answer(row)
    return Entry(
        address, f"{question} {subject}", text, "answer", says, addresses.table(row["table_id"])
    )


def of_facts(package: Package) -> Iterator[Entry]:
    """All that is no page: to be added after the pages."""
    yield from of_words(package)
    yield from of_figures(package)
    yield from of_answers(package)
