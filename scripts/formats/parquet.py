"""Parquet: the flat figures in one file, as DuckDB, Spark and Polars read it directly. A value is a decimal, never a float."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.model.package import Package
from scripts.offering import flat
from scripts.offering.offered import Format
from scripts.offering.resources import File

TYPES = {"number": pa.decimal128(18, 6), "integer": pa.int64(), "date": pa.date32()}
MAKE: dict[str, Callable[[str], object]] = {
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
}


def files(package: Package) -> Iterator[File]:
    resource = package.once(flat.figures)
    schema = pa.schema([_field(field) for field in resource.fields])
    what = "All figures, every name filled in, as Parquet: values are decimals, dates are dates."
    yield File(
        "data/parquet/figures.parquet",
        _parquet(resource.rows, resource.fields, schema),
        resource.title,
        what,
        len(resource.rows),
        resource.documents,
    )


def _parquet(rows: list[dict[str, str]], fields: list[dict[str, Any]], schema: pa.Schema) -> bytes:
    columns = [
        pa.array(
            [_cell(row[field["name"]], field["type"]) for row in rows],
            schema.field(field["name"]).type,
        )
        for field in fields
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
