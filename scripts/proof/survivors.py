"""Why a corruption was not noticed: each reason is given only where it is seen to be true."""

from scripts.proof.against_text import Text, is_printed, lines_of, token_pattern, word_pattern
from scripts.proof.corruptions import Corruption
from scripts.reading import time_words
from scripts.reading.melting import VALUE_COLUMNS
from scripts.reading.sources import fields

NO_REASON = "We know no reason: a check is missing."


def reason(corruption: Corruption, rows: list[dict[str, str]], source: Text) -> str:
    """The reason for a corruption of a table with these rows, or NO_REASON."""
    said = {
        "period shifted": (
            _names_no_year,
            "The printed words name no year, and no other check rules out the shifted period.",
        ),
        "neighbouring cells swapped": (
            _one_is_blank,
            "One of the two cells is blank, because the text has lost it; nothing tells which.",
        ),
        "blank for number": (
            _others_are_blank,
            "Blank cells are printed in the same column, so a blank is allowed.",
        ),
        "line shifted": (_stands_on_the_next_line, "The same words stand on the next line too."),
        "neighbouring headings swapped": (
            _stands_twice,
            "One of the two headings is printed more than once among the table's lines.",
        ),
    }
    holds, words = said.get(corruption.kind, (lambda *_: False, ""))
    return words if holds(corruption, rows, source) else NO_REASON


def _names_no_year(corruption: Corruption, rows: list[dict[str, str]], source: Text) -> bool:
    return not time_words.name_a_time(_printed_period(corruption, rows))


def _printed_period(corruption: Corruption, rows: list[dict[str, str]]) -> str:
    """The printed words for the period of a row, of a column, or of a whole table."""
    table = corruption.table
    if corruption.row is not None:
        return rows[corruption.row].get("period_as_published", "")
    if not corruption.column:
        return " ".join(
            table.get(word, {}).get("period_as_published", "")
            for word in ("every_figure", "every_answer")
        )
    field = next(field for field in fields(table, []) if field["name"] == corruption.column)
    return str(field["gives"].get("period_as_published", field.get("title", "")))


def _row(corruption: Corruption, rows: list[dict[str, str]]) -> dict[str, str]:
    """The row that was corrupted; ValueError where a descriptor was."""
    if corruption.row is None:
        raise ValueError(f"{corruption.kind}: is no corruption of a row")
    return rows[corruption.row]


def _one_is_blank(corruption: Corruption, rows: list[dict[str, str]], source: Text) -> bool:
    row = _row(corruption, rows)
    return "" in (row[corruption.column], row[corruption.other])


def _others_are_blank(corruption: Corruption, rows: list[dict[str, str]], source: Text) -> bool:
    return any(row[corruption.column] == "" for row in rows)


def _stands_on_the_next_line(
    corruption: Corruption, rows: list[dict[str, str]], source: Text
) -> bool:
    """Every printed cell of the row stands on the line that it was shifted to."""
    row, described = _row(corruption, rows), fields(corruption.table, list(rows[0]))
    cells = [
        row[field["name"]]
        for field in described
        if is_printed(field) or field["name"] in VALUE_COLUMNS
    ]
    shown = lines_of(_row(corruption, corruption.rows)["line"], source)
    return all(token_pattern(cell).search(shown) for cell in cells if cell)


def _stands_twice(corruption: Corruption, rows: list[dict[str, str]], source: Text) -> bool:
    first, last = corruption.table["lines"]
    shown = " ".join(source.plain[first - 1 : last])
    titles = [
        field["title"]
        for field in fields(corruption.table, [])
        if field["name"] in (corruption.column, corruption.other)
    ]
    return any(len(word_pattern(title).findall(shown)) > 1 for title in titles)
