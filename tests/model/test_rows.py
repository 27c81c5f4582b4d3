"""The classes of rows are the tables that the contract describes."""

from pathlib import Path

import pytest

from scripts.model import contract
from scripts.model.files import csv_text, read_json
from scripts.model.rows import ROWS, LeftOut

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ROWS)
def test_the_columns_of_a_row_are_those_of_the_contract(name: str) -> None:
    described = contract.columns(read_json(ROOT / contract.CONTRACT), contract.WRITTEN)
    assert list(ROWS[name]._fields) == described[name]


def test_a_contract_with_its_columns_in_another_order_is_refused() -> None:
    described = read_json(ROOT / contract.CONTRACT)
    table = next(table for table in described["resources"] if table["name"] == "left_out")
    table["schema"]["fields"].reverse()
    written = dict.fromkeys(contract.columns(described, contract.WRITTEN), [])
    places = [problem.place for problem in contract.written_problems(described, written)]
    assert places == ["table left_out, column note"]


def test_typed_rows_and_dicts_are_written_alike() -> None:
    row = LeftOut("a", "1", "2", "story", 'told, by "them"')
    columns = list(LeftOut._fields)
    assert csv_text(columns, [row]) == csv_text(columns, [row._asdict()])


def test_a_row_with_other_columns_is_not_written() -> None:
    with pytest.raises(ValueError, match="has not the columns"):
        csv_text(["a", "b"], [{"a": "1"}])
