"""The proof against the document: each printed token stands on its line, in order, once for each
time it is used.

Takes the text of a document, which is not ours to publish and so not in the repository.
"""

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from scripts.model.problems import Problem
from scripts.proof.accounts import Numeral
from scripts.reading import melting, printed
from scripts.reading.facts import Fact, Facts, token_of
from scripts.reading.figures import Figure
from scripts.reading.sources import DESCRIPTOR, NUMBERS, Document, fields


class Text(NamedTuple):
    """A document's text: its lines, as printed and with every run of white space as one space."""

    sha256: str
    lines: list[str]
    plain: list[str]


def text(data: bytes) -> Text:
    """Lines as editors count them: str.splitlines would also split where a PDF's text has a new
    page.
    """
    lines = [line.removesuffix("\n") for line in io.StringIO(data.decode("utf-8"), newline=None)]
    return Text(hashlib.sha256(data).hexdigest(), lines, [plain(line) for line in lines])


def read(folder: Path, document_id: str) -> tuple[Text | None, list[Problem]]:
    """The document's text in a folder of texts, or None and why it cannot be had."""
    path = folder / f"{document_id}.txt"
    if not path.is_file():
        return None, [
            Problem(path.name, "text", "is not in the folder", "Put the document's text there")
        ]
    try:
        return text(path.read_bytes()), []
    except UnicodeDecodeError:
        return None, [
            Problem(
                path.name,
                "text",
                "is not UTF-8",
                "Save it as plain UTF-8 text, and put its new SHA-256 into the descriptor",
            )
        ]


def plain(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=100_000)
def token_pattern(token: str) -> re.Pattern[str]:
    """The token by itself: no digit, and no part of a longer number, beside it."""
    before = r"(?<!\d)(?<!\d[.,])" if token[:1].isdigit() else ""
    after = r"(?!\d|[.,]\d)" if token[-1:].isdigit() else ""
    return re.compile(before + re.escape(plain(token)) + after)


def end_of(token: str, stretch: str, start: int = 0) -> int:
    """Where the token by itself, as `token_pattern` finds it, ends in a stretch of text; -1 where
    it does not stand there. A pattern for each token would take most of the time.
    """
    words = plain(token)
    place = stretch.find(words, start)
    while place >= 0:
        end = place + len(words)
        before = token[:1].isdigit() and after_digit(stretch[max(0, place - 2) : place])
        after = token[-1:].isdigit() and before_digit(stretch[end : end + 2])
        if not before and not after:
            return end
        place = stretch.find(words, place + 1)
    return -1


def after_digit(signs: str) -> bool:
    """Whether a digit follows these two signs as part of one number."""
    return signs[-1:].isdecimal() or (signs[-1:] in (".", ",") and signs[:-1].isdecimal())


def before_digit(signs: str) -> bool:
    """Whether a digit before these two signs is part of one number with them."""
    return signs[:1].isdecimal() or (signs[:1] in (".", ",") and signs[1:].isdecimal())


def times_of(token: str, stretch: str) -> int:
    """How often the token stands there by itself, no two of them over each other."""
    if not plain(token):
        return len(stretch) + 1  # nothing stands everywhere
    times, end = 0, end_of(token, stretch)
    while end >= 0:
        times, end = times + 1, end_of(token, stretch, end)
    return times


@lru_cache(maxsize=100_000)
def word_pattern(words: str) -> re.Pattern[str]:
    """The words by themselves, and not as part of a longer word."""
    before, after = (r"\b" if sign.isalnum() else "" for sign in (words[0], words[-1]))
    return re.compile(before + re.escape(words) + after)


def faults(
    document: Document, facts: Facts, numbers: list[Numeral], source: Text, words: list[str]
) -> list[Problem]:
    """Everything in which the document's data differs from its text. Empty where all is proven."""
    return wrong_text(document, source) or [
        *rows_in_order(document, source),
        *tokens_on_lines(document, facts.printed, source),
        *headings(document, source),
        *printed_periods(document, facts.all, source),
        *account(document, numbers, source, words),
    ]


def wrong_text(document: Document, source: Text) -> list[Problem]:
    """What is wrong if this is not the text that the figures were taken from, as the descriptor
    describes it.
    """
    expected = document.descriptor["document"]["text_sha256"]
    if not expected.strip("0"):
        return [
            Problem(
                f"{document.folder}/{DESCRIPTOR}",
                "text_sha256",
                "is not known yet",
                f"Write {source.sha256}, if this is the text that the figures were taken from",
            )
        ]
    if source.sha256 != expected:
        what = f"its SHA-256 is {source.sha256}, the descriptor says {expected}"
        return [
            Problem(
                f"{document.id}.txt",
                "text",
                what,
                "Use the text that the figures were taken from; this one is refused",
            )
        ]
    stated = document.descriptor["document"]["text_lines"]
    if len(source.lines) != stated:
        return [
            Problem(
                f"{document.folder}/{DESCRIPTOR}",
                "text_lines",
                f"says {stated}, the text has {len(source.lines)} lines",
                "Correct the number of lines",
            )
        ]
    return []


def rows_in_order(document: Document, source: Text) -> Iterator[Problem]:
    """The printed cells of a table's row, labels and values, stand on the row's lines in the
    printed order. A cell that is printed with another column's stands where that one does.
    """
    for table in document.descriptor["resources"]:
        rows = document.rows[table["name"]]
        if "schema" not in table:
            continue
        shown = [field for field in fields(table, []) if is_printed(field)]
        for number, row in enumerate(rows, start=1):
            stretch, start = lines_of(row["line"], source), 0
            for column in own_columns(shown, row):
                end = end_of(row[column], stretch, start) if row[column] else start
                if end < 0:
                    yield _fault(
                        document.file(table["name"]),
                        f"row {number}, column {column!r}",
                        row[column],
                        row["line"],
                        stretch,
                    )
                start = max(start, end)


def is_printed(field: dict[str, Any]) -> bool:
    """Whether a column holds printed cells: it says what they give, and it is not our own id of the
    row.
    """
    return field["name"] != "row" and ("gives" in field or field["name"] in melting.VALUE_COLUMNS)


def own_columns(shown: list[dict[str, Any]], row: dict[str, str]) -> list[str]:
    """The names of a row's printed columns, but for those that are printed with another."""
    return [field["name"] for field in shown if row["line"] not in field.get("printed_with", {})]


def lines_of(span: str, source: Text) -> str:
    """The text of a line such as `93`, or of several such as `1020-1021`. Empty where there is no
    such line.
    """
    first, _, last = span.partition("-")
    return " ".join(source.plain[int(first) - 1 : int(last or first)])


def _fault(file: str, place: str, token: str, line: str, shown: str) -> Problem:
    return Problem(
        file,
        place,
        f"{token!r} does not stand on line {line} in this order: {shown[:300]!r}",
        "Compare the cell with the printed line",
    )


def tokens_on_lines(document: Document, facts: list[Fact], source: Text) -> Iterator[Problem]:
    """Each token stands on its line at least as often as figures and answers use it."""
    uses: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if token_of(fact):
            uses.setdefault((fact.line, token_of(fact)), []).append(fact)
    for (line, token), users in uses.items():
        shown = lines_of(line, source)
        printed_times = times_of(token, shown)
        figures = sum(isinstance(user, Figure) for user in users)
        numeric = isinstance(users[0], Figure)
        if printed_times == 0 or (numeric and printed_times < figures):
            file = document.file_of(users[-1].table_id)
            what = (
                f"{token!r} stands on line {line} {printed_times} times and is used {len(users)} "
                f"times: {shown[:300]!r}"
            )
            yield Problem(
                file,
                f"row {users[-1].source_row}",
                what,
                (
                    "Compare the row with the printed line; where a row runs over several, "
                    "`line` of the column says on which; a number that is printed once for "
                    "several has the flag `printed_for_several`, or `printed_with` of its column"
                ),
            )


def headings(document: Document, source: Text) -> Iterator[Problem]:
    """Each printed heading stands within the table's lines, after the heading of the column before
    it where one line has both, or as part of the same one.
    """
    for table in document.descriptor["resources"]:
        titled = [
            (field["name"], plain(field["title"]))
            for field in table.get("schema", {}).get("fields", [])
            if field.get("title", "").strip()
        ]
        lines = source.plain[table["lines"][0] - 1 : table["lines"][1]]
        shown, start, before = (
            heading_lines(table, document.rows[table["name"]], titled, source),
            0,
            "",
        )
        for column, title in titled:
            apart = before and not any(
                word_pattern(title).search(line) and word_pattern(before).search(line)
                for line in lines
            )
            match = word_pattern(title).search(shown, start) or (
                word_pattern(title).search(shown) if apart else None
            )
            if not match and title != before:
                what = (
                    f"the heading {title!r} does not stand on lines {table['lines'][0]} to "
                    f"{table['lines'][1]} in this order"
                )
                yield Problem(
                    f"{document.folder}/{DESCRIPTOR}",
                    f"table {table['name']}, column {column}",
                    what,
                    (
                        "Copy the heading as printed; of one spread over lines, the part that "
                        "tells the columns apart; leave it empty if it is lost"
                    ),
                )
            start, before = match.end() if match else start, title


def heading_lines(
    table: dict[str, Any], rows: list[dict[str, str]], titled: list[tuple[str, str]], source: Text
) -> str:
    """The lines above the first row, if all headings stand there; else all lines of the table, as
    where it is printed on its side.
    """
    first, last = table["lines"]
    first_row = int(rows[0]["line"].partition("-")[0]) if rows else first
    above = " ".join(source.plain[first - 1 : first_row - 1])
    return (
        above
        if all(word_pattern(title).search(above) for _, title in titled)
        else " ".join(source.plain[first - 1 : last])
    )


def printed_periods(document: Document, facts: list[Fact], source: Text) -> Iterator[Problem]:
    """The printed words of a period stand in the document."""
    whole = " ".join(source.plain)
    users: dict[str, Fact] = {}
    for fact in facts:
        users.setdefault(fact.period_as_published, fact)
    for words, user in sorted(users.items()):
        if words and plain(words) not in whole:
            file = document.file_of(user.table_id)
            yield Problem(
                file,
                f"row {user.source_row}",
                f"the period {words!r} is not printed in the document",
                "Copy the printed words for the period",
            )


def account(
    document: Document,
    numbers: list[Numeral],
    source: Text,
    words: list[str],
    only: set[str] | None = None,
) -> Iterator[Problem]:
    """Each numeral of each line is accounted for, and nothing else is. `only` limits it to some
    lines.
    """
    accounted: dict[int, Counter[str]] = {}
    for row in numbers:
        accounted.setdefault(int(row.line), Counter())[row.token] += 1
    hidden = {row["line"] for row in document.numbers if "#" in row["token"]}
    for number, shown in enumerate(source.lines, start=1):
        if only is not None and str(number) not in only:
            accounted.pop(number, None)
            continue
        tokens = printed.numerals(shown, words)
        given = accounted.pop(number, Counter())
        missing, extra = _difference(tokens, given, str(number) in hidden)
        for token in missing:
            yield Problem(
                f"{document.folder}/{NUMBERS}",
                f"line {number}",
                f"{token!r} is not accounted for: {shown.strip()[:300]!r}",
                "Make it a figure, or give the reason why not",
            )
        for token in extra:
            yield Problem(
                f"{document.folder}/{NUMBERS}",
                f"line {number}",
                (
                    f"{token!r} is accounted for but not printed, or not so often: "
                    f"{shown.strip()[:300]!r}"
                ),
                "Remove it, or correct the line",
            )
    for number in accounted:
        yield Problem(
            f"{document.folder}/{NUMBERS}",
            f"line {number}",
            "is after the end of the text",
            "Correct the line",
        )


def _difference(
    tokens: list[str], given: Counter[str], some_hidden: bool
) -> tuple[list[str], list[str]]:
    """Tokens that nothing accounts for, and accounts without a token. Hidden digits match any
    digits of that length.
    """
    left, given = Counter(tokens), Counter(given)
    for token in list(left):
        met = min(left[token], given[token])
        left[token] -= met
        given[token] -= met
    if some_hidden:
        for token in list(left):
            met = min(left[token], given[printed.masked(token)])
            left[token] -= met
            given[printed.masked(token)] -= met
    return sorted(left.elements()), sorted(given.elements())


def counts(facts: list[Fact], numbers: list[Numeral]) -> dict[str, int]:
    """What the proof covers: facts with a printed token, facts printed blank, numerals used, and
    numerals with a reason.
    """
    with_token = sum(bool(token_of(fact)) for fact in facts)
    used = sum(bool(row.used_as) for row in numbers)
    return {
        "tokens": with_token,
        "blank": len(facts) - with_token,
        "used": used,
        "reasons": len(numbers) - used,
    }
