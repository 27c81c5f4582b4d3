"""What build writes has the columns that the contract describes, in its order."""

from pathlib import Path

import pytest

from scripts.model import contract
from scripts.model.files import csv_text, read_json
from scripts.reading.passages import LeftOut

ROOT = Path(__file__).resolve().parents[2]
ROW = LeftOut("a", "1", "2", "story", 'told, by "them"')


def places(spoil, rows) -> list[str]:
    """Where the project's contract, once spoiled, differs from rows of the table left_out."""
    described = read_json(ROOT / contract.CONTRACT)
    table = next(table for table in described["resources"] if table["name"] == "left_out")
    spoil(table["schema"]["fields"])
    written = dict.fromkeys(contract.columns(described, contract.WRITTEN), []) | {"left_out": rows}
    return [problem.place for problem in contract.written_problems(described, written)]


def test_rows_with_the_columns_of_the_contract_are_taken() -> None:
    assert places(lambda fields: None, [ROW]) == []


def test_a_contract_with_its_columns_in_another_order_is_refused() -> None:
    assert places(lambda fields: fields.reverse(), [ROW]) == ["table left_out, column note"]


def test_a_column_that_no_row_has_is_refused_by_name() -> None:
    extra = {"name": "length", "type": "string"}
    assert places(lambda fields: fields.append(extra), [ROW]) == ["table left_out, column length"]


def test_rows_known_by_name_may_come_in_any_order() -> None:
    assert places(lambda fields: fields.reverse(), [ROW._asdict()]) == []


def test_typed_rows_and_dicts_are_written_alike() -> None:
    columns = list(LeftOut._fields)
    assert csv_text(columns, [ROW]) == csv_text(columns, [ROW._asdict()])


def test_a_row_with_other_columns_is_not_written() -> None:
    with pytest.raises(ValueError, match="has not the columns"):
        csv_text(["a", "b"], [{"a": "1"}])
