"""Ways to corrupt a source table, one cell, row or heading at a time: what a slip of the hand or of a program would do to it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.reading.melting import described_field
from scripts.reading.sources import fields

OUR_WORDS = {"row", "subject", "answer", "note", "locator"}


class Corruption(NamedTuple):
    """What was done (`kind`), where (`row` from 0, or None in the descriptor), and the table and its rows that come of it."""

    kind: str
    row: int | None
    column: str
    table: dict
    rows: list[dict]


def of_table(table: dict, rows: list[dict]) -> Iterator[Corruption]:
    """Every corruption of every row and cell of a source table, and of the printed headings and periods in its descriptor."""
    described = fields(table, list(rows[0]))
    values = [field["name"] for field in described if described_field(field).holds_values]
    labels = [field["name"] for field in described if holds_a_label(field)]
    for number, row in enumerate(rows):
        yield Corruption("row dropped", number, "", table, rows[:number] + rows[number + 1 :])
        yield Corruption("row duplicated", number, "", table, rows[: number + 1] + rows[number:])
        for kind, cells in of_row(row, values, labels):
            changed = {**row, **cells}
            yield Corruption(
                kind,
                number,
                " and ".join(cells),
                table,
                rows[:number] + [changed] + rows[number + 1 :],
            )
    for kind, column, changed_table in of_description(table):
        yield Corruption(kind, None, column, changed_table, rows)


def holds_a_label(field: dict) -> bool:
    """Whether a column holds printed labels or terms for them: no values, no lines, and no words of our own."""
    ours = field["name"] == "row" if "gives" in field else field["name"] in OUR_WORDS
    return not (described_field(field).holds_values or ours or field["name"] == "line")


def of_row(row: dict, values: list[str], labels: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Corruptions of the cells of a row: the kind, and the cells that come of it."""
    for column in values:
        yield from ((kind, {column: token}) for kind, token in of_token(row[column]))
    for left, right in pairwise(values):
        if row[left] != row[right]:
            yield "neighbouring cells swapped", {left: row[right], right: row[left]}
    for column in labels:
        if row[column]:
            yield (
                ("period shifted", {column: shifted(row[column])})
                if column == "period"
                else ("label mistyped", {column: mistyped(row[column])})
            )
    yield "line shifted", {"line": "-".join(str(int(line) + 1) for line in row["line"].split("-"))}


def of_description(table: dict) -> Iterator[tuple[str, str, dict]]:
    """Corruptions of printed headings, and of periods that hold for a column or the table: kind, column and the table that comes of it."""
    described = table.get("schema", {}).get("fields", [])
    for place, field in enumerate(described):
        if field.get("title"):
            yield (
                "heading mistyped",
                field["name"],
                _with_fields(table, {place: {"title": mistyped(field["title"])}}),
            )
        gives = field.get("gives", {})
        if isinstance(gives, dict) and gives.get("period"):
            yield (
                "period shifted",
                field["name"],
                _with_fields(
                    table, {place: {"gives": {**gives, "period": shifted(gives["period"])}}}
                ),
            )
    for (left, one), (right, other) in pairwise(enumerate(described)):
        if one.get("title") and other.get("title") and one["title"] != other["title"]:
            swapped = {left: {"title": other["title"]}, right: {"title": one["title"]}}
            yield (
                "neighbouring headings swapped",
                f"{one['name']} and {other['name']}",
                _with_fields(table, swapped),
            )
    for word in ("every_figure", "every_answer"):
        if table.get(word, {}).get("period"):
            yield (
                "period shifted",
                "",
                {**table, word: {**table[word], "period": shifted(table[word]["period"])}},
            )


def _with_fields(table: dict, changes: dict[int, dict]) -> dict:
    described = [
        {**field, **changes.get(place, {})} for place, field in enumerate(table["schema"]["fields"])
    ]
    return {**table, "schema": {"fields": described}}


def of_token(token: str) -> Iterator[tuple[str, str]]:
    """Corruptions of one printed token. Words have no digits: they are mistyped, and a blank cell is filled with 0."""
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
