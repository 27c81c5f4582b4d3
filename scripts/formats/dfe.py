"""The DfE open-data pair: data/dfe/<name>.csv with <name>.meta.csv, and the list of figures that
the layout has no place for. What stands in them: `offering.dfe_pairs`.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.offering import dfe_pairs
from scripts.offering.offered import TABLE, Format, Standard
from scripts.offering.resources import File, made

META_FIELDS = [
    {
        "name": "col_name",
        "type": "string",
        "title": "Column",
        "description": "The name of a column of the data file.",
    },
    {
        "name": "col_type",
        "type": "string",
        "title": "Kind of column",
        "description": "Filter or Indicator.",
    },
    {
        "name": "label",
        "type": "string",
        "title": "Label",
        "description": "What people read for it.",
    },
    {
        "name": "indicator_grouping",
        "type": "string",
        "title": "Group of indicators",
        "description": "Not used.",
    },
    {
        "name": "indicator_unit",
        "type": "string",
        "title": "Unit",
        "description": "The unit of an indicator, empty for a count.",
    },
    {
        "name": "indicator_dp",
        "type": "integer",
        "title": "Decimal places",
        "description": "The decimal places of an indicator.",
    },
    {
        "name": "filter_hint",
        "type": "string",
        "title": "Hint",
        "description": "What a filter is by.",
    },
    {
        "name": "filter_grouping_column",
        "type": "string",
        "title": "Group of filters",
        "description": "Not used.",
    },
]
CUT_FIELDS = [
    {
        "name": "figure_id",
        "type": "string",
        "title": "Figure",
        "description": "The figure's address.",
    },
    {
        "name": "reason",
        "type": "string",
        "title": "Reason",
        "description": "Why it is not in the DfE format.",
    },
]


def files(package: Package) -> Iterator[File]:
    """Every pair as two CSV files with their columns described, then the list of what is left
    out.
    """
    tables = package.terms["tables"]
    made_pairs, cuts = dfe_pairs.pairs(package)
    for pair in made_pairs:
        table = tables[pair.table_id]
        of: dict[str, Any] = {
            "documents": (table["document_id"],),
            "document_id": table["document_id"],
            "table_id": pair.table_id,
        }
        what = (
            f"{pair.data[0]['time_identifier']} figures in the layout of DfE's open data; its "
            f"columns are described in {pair.name}.meta.csv."
        )
        fields = [_field(package, column, pair.meta) for column in pair.columns]
        yield (
            made(
                f"data/dfe/{pair.name}.csv",
                f"{table['title']}, DfE format",
                what,
                fields,
                pair.data,
            )
            ._replace(**of)
            .file
        )
        yield (
            made(
                f"data/dfe/{pair.name}.meta.csv",
                "",
                f"What the columns of {pair.name}.csv are.",
                META_FIELDS,
                pair.meta,
            )
            ._replace(**of)
            .file
        )
    what = "Figures that DfE's format has no place for, each with the reason."
    yield made(
        "data/dfe/left-out.csv",
        "Left out of the DfE format",
        what,
        CUT_FIELDS,
        (cut._asdict() for cut in cuts),
        ("figure_id",),
    ).file


def _field(package: Package, column: str, meta: list[dict[str, Any]]) -> dict[str, Any]:
    """A column of a data file: the contract's words where it is ours, else the label of the meta
    file. Cells may be markers.
    """
    known = {
        field["name"]: field
        for field in package.fields("figures")
        if field["name"] in dfe_pairs.DATA
    }
    if column in known:
        return {name: known[column][name] for name in ("name", "title", "description")} | {
            "type": "string"
        }
    label = next(row["label"] for row in meta if row["col_name"] == column)
    numbers = (
        ""
        if next(row["col_type"] for row in meta if row["col_name"] == column) == "Filter"
        else " A number, or the letter of a marker."
    )
    return {"name": column, "type": "string", "title": label, "description": f"{label}.{numbers}"}


FORMAT = Format(
    label="CSV (DfE)",
    suffix=".csv",
    media_type="text/csv",
    purpose="In the layout of DfE's open data, to use with its files.",
    scope=(TABLE,),
    section="dfe",
    file_type="CSV",
    files=files,
    standards=(
        Standard(
            "DfE open data standards",
            "https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html",
            "data/dfe/",
            "our own port of the rules of DfE's screener that apply",
            "one spoilt pair for each rule",
            "tests/formats/test_dfe.py",
        ),
    ),
)
