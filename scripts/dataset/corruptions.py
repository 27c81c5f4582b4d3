"""Ways to corrupt a source table, one cell or row at a time: what a slip of the hand or of a program would do to it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.dataset.figures import holds_values
from scripts.dataset.proof import is_printed
from scripts.dataset.sources import fields


class Corruption(NamedTuple):
    """What was done (`kind`), where, and the rows of the table that come of it."""

    kind: str
    row: int
    column: str
    rows: list[dict]


def of_table(table: dict, rows: list[dict]) -> Iterator[Corruption]:
    """Every corruption of every cell and row of a source table."""
    described = fields(table, list(rows[0]))
    values = [field["name"] for field in described if holds_values(field)]
    labels = [field["name"] for field in described if (is_printed(field) and isinstance(field.get("gives"), str)) or field["name"] == "period"]
    for number, row in enumerate(rows):
        yield Corruption("row dropped", number, "", rows[:number] + rows[number + 1 :])
        yield Corruption("row duplicated", number, "", rows[: number + 1] + rows[number:])
        for column in values:
            for kind, token in of_token(row[column]):
                yield _changed(rows, number, kind, {column: token})
        for left, right in pairwise(values):
            if row[left] != row[right]:
                yield _changed(rows, number, "neighbouring cells swapped", {left: row[right], right: row[left]})
        for column in labels:
            if row[column]:
                kind, token = ("period shifted", shifted(row[column])) if column == "period" else ("label mistyped", mistyped(row[column]))
                yield _changed(rows, number, kind, {column: token})


def _changed(rows: list[dict], number: int, kind: str, cells: dict[str, str]) -> Corruption:
    changed = {**rows[number], **cells}
    return Corruption(kind, number, " and ".join(cells), rows[:number] + [changed] + rows[number + 1 :])


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
    place = max((place for place, sign in enumerate(label) if sign.isalnum()), default=len(label) - 1)
    return label[:place] + ("x" if label[place] != "x" else "y") + label[place + 1 :]


def shifted(code: str) -> str:
    """A period code one year on: every year in it plus one."""
    years = {part[:4] for part in code.replace("/", " ").split() if part[:4].isdigit()}
    for year in sorted(years, reverse=True):
        code = code.replace(year, str(int(year) + 1))
    return code
