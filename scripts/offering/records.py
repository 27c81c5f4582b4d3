"""Rows as typed records for JSON: numbers as numbers, an empty cell as null. Used by every JSON
download.
"""

import json
from decimal import Decimal
from typing import Any

from scripts.model.package import Field, Row

EMPTY = None


def record(row: Row, fields: list[Field]) -> dict[str, Any]:
    return {field["name"]: typed(row[field["name"]], field["type"]) for field in fields}


def typed(text: str, kind: str) -> str | int | float | None:
    """The value of a cell. A number keeps its digits: `47.8` is written 47.8; trailing noughts
    stand in value_as_published.
    """
    if text == "":
        return EMPTY
    if kind == "integer":
        return int(text)
    if kind == "number":
        return exact(text)
    return text


def exact(text: str) -> int | float:
    """A number that JSON writes with the same digits, or an error: nothing is lost on the way
    through a float.
    """
    number = Decimal(text)
    if number == number.to_integral_value():
        return int(number)
    if Decimal(repr(float(text))) != number:
        raise ValueError(f"{text} has too many digits for a JSON number")
    return float(text)


def json_bytes(thing: dict[str, Any]) -> bytes:
    """An object as JSON, a line for each of its keys, and for each thing of a list: readable, and
    seven times as fast as indenting.
    """
    return (
        "{\n"
        + ",\n".join(f"{_compact(key)}: {_lines(value)}" for key, value in thing.items())
        + "\n}\n"
    ).encode()


def _lines(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def in_columns(rows: list[Row], fields: list[Field]) -> dict[str, list[Any]]:
    """Rows as lists under the names of their columns, said once. A column that is empty in every
    row is left out.
    """
    shown = [field for field in fields if any(row[field["name"]] for row in rows)]
    return {
        "columns": [field["name"] for field in shown],
        "rows": [[typed(row[field["name"]], field["type"]) for field in shown] for row in rows],
    }
