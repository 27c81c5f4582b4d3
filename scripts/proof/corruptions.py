"""Ways to corrupt a source table, one cell, row or heading at a time: what a slip of the hand or of
a program would do to it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading.melting import described_field
from scripts.reading.sources import fields

OUR_WORDS = {"row", "subject", "answer", "note", "locator"}
CHOSEN = {
    "area": ("areas", "area changed"),
    "comparator": ("areas", "area changed"),
    "value_kind": ("value_kinds", "kind of value changed"),
    "qualifier": ("qualifiers", "limit changed"),
}
WORDS_FOR_ALL = ("every_figure", "every_answer")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
TURNED = str.maketrans("<>≤≥", "><≥≤")
Chosen = Mapping[str, Sequence[str]]


class Corruption(NamedTuple):
    """What was done (`kind`), where (`row` from 0, or None in the descriptor), and the table and
    its rows that come of it. `other` is the second column, where two were swapped.
    """

    kind: str
    row: int | None
    column: str
    table: dict[str, Any]
    rows: list[dict[str, str]]
    other: str = ""


def terms(vocabulary: Vocabulary) -> Chosen:
    """The terms that a person chooses from, by the word that gives them; and the markers."""
    chosen = {word: list(vocabulary[table]) for word, (table, _) in CHOSEN.items()}
    return {**chosen, "marker": list(vocabulary["markers"])}


def of_table(
    table: dict[str, Any], rows: list[dict[str, str]], chosen: Chosen
) -> Iterator[Corruption]:
    """Every corruption of every row and cell of a source table, and of what its descriptor says of
    it.
    """
    described = fields(table, list(rows[0]))
    values = [field["name"] for field in described if described_field(field).holds_values]
    labels = [field["name"] for field in described if holds_a_label(field)]
    for number, row in enumerate(rows):
        yield Corruption("row dropped", number, "", table, rows[:number] + rows[number + 1 :])
        yield Corruption("row duplicated", number, "", table, rows[: number + 1] + rows[number:])
        for kind, cells in of_row(row, values, labels, chosen):
            column, *others = cells
            changed = rows[:number] + [{**row, **cells}] + rows[number + 1 :]
            yield Corruption(kind, number, column, table, changed, *others)
    for kind, column, changed_table in of_description(table, chosen):
        yield Corruption(kind, None, column, changed_table, rows)
    for column, other, changed_table in of_swapped_headings(table):
        yield Corruption("neighbouring headings swapped", None, column, changed_table, rows, other)


def holds_a_label(field: dict[str, Any]) -> bool:
    """Whether a column holds printed labels or terms for them: no values, no lines, and no words of
    our own.
    """
    if "gives" not in field and field["name"] in CHOSEN:
        return False
    ours = field["name"] == "row" if "gives" in field else field["name"] in OUR_WORDS
    return not (described_field(field).holds_values or ours or field["name"] == "line")


def of_row(
    row: dict[str, str], values: list[str], labels: list[str], chosen: Chosen
) -> Iterator[tuple[str, dict[str, str]]]:
    """Corruptions of the cells of a row: the kind, and the cells that come of it."""
    for column in values:
        yield from ((kind, {column: token}) for kind, token in of_token(row[column]))
    for left, right in pairwise(values):
        if row[left] != row[right]:
            yield "neighbouring cells swapped", {left: row[right], right: row[left]}
    for column in labels:
        if row[column]:
            kind, change = LABELS.get(column, MISTYPED)
            yield kind, {column: change(row[column])}
    for column in values_chosen(row, values, labels):
        for term in others(row[column], chosen[column]):
            yield CHOSEN[column][1], {column: term}
    yield "line shifted", {"line": "-".join(str(int(line) + 1) for line in row["line"].split("-"))}


def values_chosen(row: dict[str, str], values: list[str], labels: list[str]) -> list[str]:
    """The columns of a row in which a person chose a term of the vocabulary."""
    return [column for column in row if column in CHOSEN and column not in [*values, *labels]]


def others(term: str, known: Sequence[str]) -> list[str]:
    """The term beside it in the vocabulary, as if the eye had slipped; and none, where there was
    one.
    """
    if term not in known:
        return list(known[:1]) if not term else [""]
    return [known[(known.index(term) + 1) % len(known)], ""]


def of_description(
    table: dict[str, Any], chosen: Chosen
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Corruptions of what a table's descriptor says: kind, column and the table that comes of
    it.
    """
    described = table.get("schema", {}).get("fields", [])
    for place, field in enumerate(described):
        if field.get("title"):
            changed = {"title": mistyped(field["title"])}
            yield "heading mistyped", field["name"], _with_fields(table, {place: changed})
        gives = field.get("gives", {})
        for kind, words in of_words(gives, chosen) if isinstance(gives, dict) else ():
            yield kind, field["name"], _with_fields(table, {place: {"gives": words}})
        for kind, meant in of_meanings(field, chosen):
            yield kind, field["name"], _with_fields(table, {place: meant})
    for word in WORDS_FOR_ALL:
        for kind, words in of_words(table.get(word, {}), chosen):
            yield kind, "", {**table, word: words}


def of_swapped_headings(table: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Two neighbouring columns whose headings are swapped, and the table that comes of it."""
    described = table.get("schema", {}).get("fields", [])
    for (left, one), (right, other) in pairwise(enumerate(described)):
        if one.get("title") and other.get("title") and one["title"] != other["title"]:
            swapped = {left: {"title": other["title"]}, right: {"title": one["title"]}}
            yield one["name"], other["name"], _with_fields(table, swapped)


def of_words(words: Mapping[str, str], chosen: Chosen) -> Iterator[tuple[str, dict[str, str]]]:
    """Corruptions of the periods and of the chosen terms that hold for a column or a table."""
    for word, (kind, change) in LABELS.items():
        if words.get(word):
            yield kind, {**words, word: change(words[word])}
    for word, (_, kind) in CHOSEN.items():
        for term in others(words[word], chosen[word]) if words.get(word) else ():
            yield kind, {**words, word: term}


def of_meanings(
    field: dict[str, Any], chosen: Chosen
) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """Corruptions of what the printed tokens of a column are said to mean."""
    for word in ("means", "damaged"):
        told = field.get(word, {})
        for token, meaning in told.items():
            wrong = other_meaning(meaning, list(told.values()), chosen["marker"])
            yield "meaning changed", {word: {**told, token: wrong}}


def other_meaning(meaning: str, beside: list[str], markers: Sequence[str]) -> str:
    """Another meaning of the same column; else another marker, another number, or a slip of the
    hand.
    """
    for known in (list(dict.fromkeys(beside)), markers):
        if meaning in known and len(known) > 1:
            return known[(known.index(meaning) + 1) % len(known)]
    return next(
        (token for kind, token in of_token(meaning) if kind == "off by one"), mistyped(meaning)
    )


def _with_fields(table: dict[str, Any], changes: dict[int, dict[str, Any]]) -> dict[str, Any]:
    described = [
        {**field, **changes.get(place, {})} for place, field in enumerate(table["schema"]["fields"])
    ]
    return {**table, "schema": {"fields": described}}


def of_token(token: str) -> Iterator[tuple[str, str]]:
    """Corruptions of one printed token. Words have no digits: they are mistyped, and a blank cell
    is filled with 0.
    """
    digits = [place for place, sign in enumerate(token) if sign.isdecimal()]
    if not token:
        yield "zero for blank", "0"
        return
    if not digits:
        yield "label mistyped", mistyped(token)
        return
    last = digits[-1]
    yield "digit changed", token[:last] + str((int(token[last]) + 5) % 10) + token[last + 1 :]
    yield "off by one", token[:last] + str((int(token[last]) + 1) % 10) + token[last + 1 :]
    yield "ten times", ten_times(token, last)
    yield "sign", token[: digits[0]] + "-" + token[digits[0] :]
    yield "blank for number", ""
    if token != token.translate(TURNED):
        yield "limit changed", token.translate(TURNED)
    for one, two in pairwise(digits):
        if token[one] != token[two] and two == one + 1:
            yield "digits swapped", token[:one] + token[two] + token[one] + token[two + 1 :]
            break
    if any(sign in token for sign in ".,"):
        yield "separator lost", token.replace(".", "").replace(",", "")


def ten_times(token: str, last: int) -> str:
    """The decimal point one digit further, or a 0 more."""
    point = token.find(".")
    if point < 0 or point > last:
        return token[: last + 1] + "0" + token[last + 1 :]
    moved = token[:point] + token[point + 1] + "." + token[point + 2 :]
    return moved.replace(".", "") if moved[point + 2 : point + 3] in {"", "%"} else moved


def mistyped(label: str) -> str:
    """The label with its last letter or digit changed."""
    place = max(
        (place for place, sign in enumerate(label) if sign.isalnum()), default=len(label) - 1
    )
    return label[:place] + ("x" if label[place] != "x" else "y") + label[place + 1 :]


def shifted(code: str) -> str:
    """A period code one year on: every year in it plus one."""
    years = {part[:4] for part in code.replace("/", " ").split() if part[:4].isdigit()}
    for year in sorted(years, reverse=True):
        code = code.replace(year, str(int(year) + 1))
    return code


def another_time(words: str) -> str:
    """Printed words for a period, a year on; mistyped where they name no year."""
    later = YEAR.sub(lambda year: str(int(year[0]) + 1), words)
    return later if later != words else mistyped(words)


MISTYPED = ("label mistyped", mistyped)
LABELS = {
    "period": ("period shifted", shifted),
    "period_as_published": ("printed period changed", another_time),
}
