"""Finds the lines of stories about people: a case study, from its heading to the next section.

They are left out as a whole, and their numbers are never repeated.
"""

import re
from collections.abc import Iterator, Sequence

HEADING = re.compile(
    r"[\W_]*(?:(?:appendix|annex) \w+\W+)?(?:\w+ ){0,2}case stud(?:y|ies)"
    r"(?: ?\w{1,2})?(?:\W.{0,60})?",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:background|context|support|outcome|impact|what|why|how|the|action|learning|next|feedback"
    r"|referral|intervention|result|summary)\b|[a-z]\W",
    re.IGNORECASE,
)
NEXT = re.compile(
    r"[\W_]*(?:appendix|annex|section|part)\s\w|[\W_]*\d+(?:\.\d+)*[.)]?\s+[A-Z]", re.I
)
LONGEST_TITLE = 70


def story_lines(texts: Sequence[str], contents: set[int]) -> set[int]:
    """The lines of all stories. `contents` are the lines of the table of contents: its titles end a
    story.
    """
    titles = {title_in(texts[line - 1]) for line in contents} - {""}
    found: set[int] = set()
    for number, text in enumerate(texts, start=1):
        if number not in contents and is_heading(text):
            found.update(until_next(texts, number, titles))
    return found


def is_heading(text: str) -> bool:
    is_short = len(text.strip()) <= LONGEST_TITLE and not text.rstrip().endswith(".")
    return bool(HEADING.fullmatch(text)) and is_short


def until_next(texts: Sequence[str], first: int, titles: set[str]) -> Iterator[int]:
    yield first
    for number in range(first + 1, len(texts) + 1):
        if ends(texts[number - 1], titles):
            return
        yield number


def ends(text: str, titles: set[str]) -> bool:
    """Whether a line is the title of another section: one of the contents, if there are any, else a
    short line that is no part of a story.
    """
    words = text.strip(" #*_\t")
    if not words or len(words) > LONGEST_TITLE:
        return False
    if titles:
        return words.lower() in titles or bool(NEXT.match(text))
    is_title = words[0].isupper() and not words.endswith((".", ":", ",", ";", "?"))
    return is_title and not PART.match(words) and not text.lstrip().startswith("-")


def title_in(entry: str) -> str:
    """The title of an entry of the contents, without its number and page."""
    words = re.sub(r"[\t. ]*(?:page )?\d+(?:\s?[-–]\s?\d+)?\s*$", "", entry.strip(), flags=re.I)
    return re.sub(r"^[\d.\s]+", "", words.replace("\t", " ")).strip().lower()
