"""What a person still has to do in a source folder: words that are only proposed, and numbers
without a reason.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.model.terms import MARK
from scripts.reading.melting import VALUE_COLUMNS
from scripts.reading.sources import DESCRIPTOR, NUMBERS, Document, fields

AS_PRINTED = {"means", "damaged", "fields"}  # words that are the document's, not proposals
PLACES_SHOWN = 4


class Proposed(NamedTuple):
    """A word that nobody has confirmed, and where it stands."""

    file: str
    place: str
    word: str


class Task(NamedTuple):
    """What is left in one file or column: where, and what to do."""

    file: str
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.what}"


def proposed(document: Document) -> Iterator[Proposed]:
    """Every unconfirmed word, in the order in which a person reads the folder."""
    descriptor = document.descriptor
    file = f"{document.folder}/{DESCRIPTOR}"
    rest = {word: said for word, said in descriptor.items() if word != "resources"}
    yield from in_descriptor(file, "", rest)
    for table in descriptor["resources"]:
        yield from in_descriptor(file, f"table {table['name']}/", table)
        for field in table.get("schema", {}).get("fields", []):
            given = {"gives": field.get("gives", "")}
            yield from in_descriptor(file, f"table {table['name']}/{field['name']}/", given)
        yield from in_rows(document, table)
    numbers = f"{document.folder}/{NUMBERS}"
    for number, row in enumerate(document.numbers, start=1):
        if row["reason"].startswith(MARK):
            yield Proposed(numbers, f"row {number}, column 'reason'", row["reason"])


def in_descriptor(file: str, place: str, words: dict[str, Any]) -> Iterator[Proposed]:
    for word, said in words.items():
        if isinstance(said, dict) and word not in AS_PRINTED:
            yield from in_descriptor(file, f"{place}{word}/", said)
        elif isinstance(said, list) and word not in AS_PRINTED:
            numbered = {str(number): each for number, each in enumerate(said)}
            yield from in_descriptor(file, f"{place}{word}/", numbered)
        elif isinstance(said, str) and said.startswith(MARK):
            yield Proposed(file, f"{place}{word}", said)


def in_rows(document: Document, table: dict[str, Any]) -> Iterator[Proposed]:
    """The cells of columns that are ours, such as `measure`; a printed question mark is no
    proposal.
    """
    rows = document.rows[table["name"]]
    described = fields(table, list(rows[0]) if rows else [])
    ours = [each["name"] for each in described if is_ours(each)]
    for number, row in enumerate(rows, start=1):
        for column in ours:
            if row[column].startswith(MARK):
                place = f"row {number}, column {column!r}"
                yield Proposed(document.file(table["name"]), place, row[column])


def is_ours(field: dict[str, Any]) -> bool:
    return "gives" not in field and field["name"] not in (*VALUE_COLUMNS, "line")


def tasks(words: list[Proposed]) -> list[Task]:
    """The words by file and column, each with what to do; a descriptor's words one by one."""
    grouped: dict[tuple[str, str], list[Proposed]] = {}
    for each in words:
        row, _, column = each.place.partition(", ")
        key = (each.file, column) if row.startswith("row ") else (each.file, each.place)
        grouped.setdefault(key, []).append(each)
    return [task(file, place, same) for (file, place), same in grouped.items()]


def task(file: str, place: str, same: list[Proposed]) -> Task:
    if same[0].place == place:
        return Task(file, place, to_do(same[0].word))
    rows = [each.place.partition(",")[0].removeprefix("row ") for each in same]
    more = f" and {len(rows) - PLACES_SHOWN} more" if len(rows) > PLACES_SHOWN else ""
    shown = f"row{'s' if len(rows) > 1 else ''} {', '.join(rows[:PLACES_SHOWN])}{more}"
    return Task(file, f"{place}, {shown}", to_do("" if len(same) > 1 else same[0].word))


def to_do(word: str) -> str:
    """What to do with a proposal: words to keep, or none."""
    if not word:
        return "keep the right one of the words after a question mark, or write another"
    proposals = [each for each in word.split(f" {MARK}") if each.strip(MARK)]
    if not proposals:
        return "write what it is in place of the question mark"
    if len(proposals) == 1:
        return (
            f"keep {proposals[0].lstrip(MARK)[:60]!r} without the question mark, or write another"
        )
    return f"keep one of {', '.join(each.lstrip(MARK) for each in proposals)}, or write another"
