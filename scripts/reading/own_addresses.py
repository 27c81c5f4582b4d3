"""Where a fact stands: its address, table, row, locator and line, the columns that figures and
answers share.
"""

from scripts.reading import lines
from scripts.reading.melting import VALUE_COLUMNS, Cells


def columns(cells: Cells, key: str) -> dict[str, list[str]]:
    """The columns of where each cell stands; `key` is the column of the address."""
    document_id = cells.document.id
    table_ids = [f"{document_id}/{table['name']}" for table in cells.tables]
    numbers = [str(number) for number in cells.rows]
    endings = {field.name: _ending(field.name) for field in cells.fields}
    rows = [row or f"row-{n}" for row, n in zip(cells.column("row"), numbers, strict=True)]
    columns_of = [endings[field.name] for field in cells.fields]
    own = cells.column("locator")
    return {
        key: [
            "/".join(filter(None, steps)) for steps in zip(table_ids, rows, columns_of, strict=True)
        ],
        "address_row": rows,
        "address_column": columns_of,
        "document_id": [document_id] * len(rows),
        "table_id": table_ids,
        "source_row": numbers,
        "locator": [
            said or table["locator"] for said, table in zip(own, cells.tables, strict=True)
        ],
        "line": _lines(cells),
    }


def _lines(cells: Cells) -> list[str]:
    """The line of each cell; empty where its row has no such line."""
    keys = list(zip(cells.column("line"), cells.line_places, strict=True))
    read_once = {key: _line(*key) for key in set(keys)}
    return [read_once[key] for key in keys]


def _line(line: str, place: int) -> str:
    try:
        return lines.line_of(line, place)
    except ValueError:
        return ""


def _ending(column: str) -> str:
    """The last step of an address: none where the row has one cell only."""
    return "" if column in VALUE_COLUMNS else column.replace("_", "-")
