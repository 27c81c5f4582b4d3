"""What a document says about itself: title, date, reference, publisher, area and re-use terms, each
with its line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scripts.importing.extraction import Line
from scripts.importing.printed_times import DAY, day

FIRST_LINES = 60  # where a letter or report says what it is
REFERENCE = re.compile(
    (
        r"\b(?:our |your |foi |request )?(?:ref(?:erence)?|request|case)(?: "
        r"(?:no|number|id))?\.?\s?[:#]\s?(?P<found>[A-Za-z]*[/-]?\d[\w/-]*)"
    ),
    re.IGNORECASE,
)
OPEN = re.compile(r"open government licen[cs]e", re.IGNORECASE)
TERMS = re.compile(r"open government licen[cs]e|copyright|re-?use|reproduce", re.IGNORECASE)
FOI = re.compile(r"freedom of information|environmental information regulations", re.IGNORECASE)
REPORT = re.compile(r"annual report", re.IGNORECASE)
SHORTEST_TITLE, LONGEST_TITLE = 8, 120


class Found(NamedTuple):
    """What was found and the line it is on; nothing, and line 0, where it wasn't."""

    words: str = ""
    line: int = 0


class About(NamedTuple):
    title: Found
    date_as_published: Found
    reference: Found
    publisher: Found
    terms: Found
    document_type: str
    licence: str

    @property
    def date(self) -> str:
        return day(self.date_as_published.words)


class Described(NamedTuple):
    """Title, description and attribution as they may be; a person confirms each."""

    title: str
    description: str
    attribution: str


def described(about: About, publisher: str) -> Described:
    """A reply is described from what it says of itself; of a report only its title is known."""
    date = about.date_as_published.words
    if about.document_type == "foi_response" and publisher:
        reference = f" {about.reference.words}" if about.reference.words else ""
        reply = f"reply{reference} to a freedom of information request"
        dated = f", {date}" if date else ""
        return Described(
            f"{publisher}: {reply}", f"The {reply} by {publisher}.", f"{publisher}, {reply}{dated}."
        )
    named = ", ".join(filter(None, (publisher, about.title.words, date)))
    attribution = f"{named}." if publisher else "Say how the publisher is to be named."
    return Described(about.title.words, "Say in a sentence what the document is.", attribution)


def about(lines: Sequence[Line], publishers: Mapping[str, Mapping[str, str]]) -> About:
    """All that the first lines, and for terms of re-use all lines, say."""
    texts = [line.text for line in lines]
    terms = first(texts, TERMS)
    whole = "\n".join(texts)
    return About(
        title=title(texts),
        date_as_published=first(texts[:FIRST_LINES], DAY),
        reference=first(texts[:FIRST_LINES], REFERENCE, "found"),
        publisher=publisher(texts, publishers),
        terms=terms,
        document_type=kind(whole),
        licence="ogl_unversioned" if OPEN.search(whole) else "not_stated",
    )


def kind(text: str) -> str:
    if FOI.search(text):
        return "foi_response"
    return "annual_report" if REPORT.search(text) else "council_report"


def title(texts: Sequence[str]) -> Found:
    """The first short line with letters that is no address, greeting or date."""
    for number, text in enumerate(texts[:FIRST_LINES], start=1):
        words = text.strip()
        if SHORTEST_TITLE <= len(words) <= LONGEST_TITLE and is_title(words):
            return Found(words, number)
    return Found()


def is_title(words: str) -> bool:
    starts = words.lower().startswith(
        ("dear ", "http", "www.", "ref", "our ref", "your ref", "source:")
    )
    return bool(re.search(r"[A-Za-z]{3}", words)) and not starts and not DAY.search(words)


def first(texts: Iterable[str], pattern: re.Pattern[str], group: str | int = 0) -> Found:
    for number, text in enumerate(texts, start=1):
        match = pattern.search(text)
        if match:
            return Found(match[group], number)
    return Found()


def publisher(texts: Sequence[str], publishers: Mapping[str, Mapping[str, str]]) -> Found:
    """The known publisher that is named first; the id of its row, and the line."""
    for number, text in enumerate(texts, start=1):
        for term, row in publishers.items():
            if row["title"] and row["title"].lower() in text.lower():
                return Found(term, number)
    return Found()
