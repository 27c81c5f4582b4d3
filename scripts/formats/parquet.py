"""Parquet: the flat figures in one file, and laid out by year and area as DuckDB, Spark and Polars read it directly.

A value is a decimal, never a float. The year is that of the period's last day; figures without one stand in Hive's folder for none.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.model.package import Package
from scripts.offering import flat, urls
from scripts.offering.records import json_bytes
from scripts.offering.resources import File

FOLDER = "data/parquet/by-year-and-area"
NONE = "__HIVE_DEFAULT_PARTITION__"
TYPES = {"number": pa.decimal128(18, 6), "integer": pa.int64(), "date": pa.date32()}
MAKE = {"number": Decimal, "integer": int, "date": date.fromisoformat}


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
    parts = {
        place: _parquet(rows, resource.fields, schema)
        for place, rows in sorted(_parts(resource.rows).items())
    }
    for place, content in parts.items():
        yield File(place, content)
    listing = {
        "files": [
            {"path": place, "url": urls.url(package, place), "bytes": len(content)}
            for place, content in parts.items()
        ]
    }
    yield File(f"{FOLDER}/files.json", json_bytes(listing))


def _parts(rows: list[dict]) -> dict[str, list[dict]]:
    parts = defaultdict(list)
    for row in rows:
        parts[
            f"{FOLDER}/year={row['period_end'][:4] or NONE}/area={row['area_id']}/figures.parquet"
        ].append(row)
    return parts


def _parquet(rows: list[dict], fields: list[dict], schema: pa.Schema) -> bytes:
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


def _cell(text: str, kind: str):
    return None if text == "" else MAKE.get(kind, str)(text)


def _field(field: dict) -> pa.Field:
    return pa.field(
        field["name"],
        TYPES.get(field["type"], pa.string()),
        metadata={"description": field["description"]},
    )
