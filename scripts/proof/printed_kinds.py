"""The proof that a number which the text calls a target or a forecast is not told as what was."""

import re
from collections.abc import Iterator, Mapping

from scripts.model.problems import Problem
from scripts.proof.against_text import token_pattern
from scripts.reading.facts import Fact
from scripts.reading.figures import Figure
from scripts.reading.sources import Document

LINKS = (
    r"(?:\s(?:of|was|is|at|to be|set at))*(?:\s?[:(]\s?|\s)(?:just |about |over |under |up to )?$"
)
BEFORE = {
    "target": re.compile(rf"\btargets?{LINKS}", re.IGNORECASE),
    "forecast": re.compile(rf"\b(?:forecast|projected){LINKS}", re.IGNORECASE),
}


def faults(document: Document, facts: list[Fact], lines: Mapping[int, str]) -> Iterator[Problem]:
    """Figures that are said to be of another kind than every place says where they stand on their
    line.
    """
    for fact in facts:
        if not isinstance(fact, Figure) or fact.value_kind in BEFORE:
            continue
        token = fact.value_as_published
        kind = printed_kind(token, lines.get(int(fact.line), "")) if token else ""
        if kind:
            file = document.file_of(fact.table_id)
            what = f"the text calls {token!r} a {kind}, and its kind is {fact.value_kind!r}"
            how = f"Give it the `value_kind` {kind}; or, if it says what was, correct the line"
            yield Problem(file, f"row {fact.source_row}", what, how)


def printed_kind(token: str, line: str) -> str:
    """Target or forecast, if the words before a token say so wherever it stands on a line; else
    empty.
    """
    places = [line[: match.start()] for match in token_pattern(token).finditer(line)]
    for kind, pattern in BEFORE.items():
        if places and all(pattern.search(before) for before in places):
            return kind
    return ""
