"""Parquet: the flat figures in one file, as DuckDB, Spark and Polars read it directly. A value is a
decimal, never a float.

Each table of the contract is there too, for tools that read no CSV as it stands: to them N/A, which
somebody printed, is a gap.
"""

import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.model.made_before import made
from scripts.model.package import Package
from scripts.offering import flat
from scripts.offering.offered import Format
from scripts.offering.resources import File, Resource, of_contract

FLAT, TABLES = "data/parquet/figures.parquet", "data/parquet/tables"
TYPES = {"number": pa.decimal128(18, 6), "integer": pa.int64(), "date": pa.date32()}
MAKE: dict[str, Callable[[str], object]] = {
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
}


def files(package: Package) -> Iterator[File]:
    yield package.once(flat_file)
    yield from package.once(tables).values()


def flat_file(package: Package) -> File:
    """All figures with all names."""
    resource = package.once(flat.figures)
    what = "All figures, every name filled in, as Parquet: values are decimals, dates are dates."
    rows, documents = len(resource.rows), resource.documents
    return File(FLAT, packed(resource), resource.title, what, rows, documents)


def tables(package: Package) -> dict[str, File]:
    """Each table of the contract by its name. They have no title, for the download page leads to
    their CSV.
    """
    resources = zip(package.rows, package.once(of_contract), strict=True)
    return {
        name: File(f"{TABLES}/{name}.parquet", packed(resource)) for name, resource in resources
    }


def packed(resource: Resource) -> bytes:
    """The rows of one table. An empty cell is none; whatever is printed is kept."""
    given = json.dumps([resource.fields, resource.rows])
    return made("parquet", [given], lambda: _packed(resource))


def _packed(resource: Resource) -> bytes:
    schema = pa.schema([_field(field) for field in resource.fields])
    columns = [
        pa.array(
            [_cell(row[field["name"]], field["type"]) for row in resource.rows],
            schema.field(field["name"]).type,
        )
        for field in resource.fields
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def _cell(text: str, kind: str) -> object:
    return None if text == "" else MAKE.get(kind, str)(text)


def _field(field: dict[str, Any]) -> pa.Field:
    return pa.field(
        field["name"],
        TYPES.get(field["type"], pa.string()),
        metadata={"description": field["description"]},
    )


FORMAT = Format(
    label="Parquet",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    purpose="For DuckDB, Spark and Polars.",
    files=files,
)
