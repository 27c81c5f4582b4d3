"""What time, area and measures a set of figures covers: facts for every description."""

from typing import Any, NamedTuple

from scripts.model.package import Package

# the kind of area of a figure whose document does not say which area it is for
NO_PLACE = "not_stated"


class Coverage(NamedTuple):
    """`start` and `end` are days or empty; `areas` and `measures` rows of the vocabulary, in its
    order.
    """

    start: str
    end: str
    areas: list[dict[str, Any]]
    measures: list[dict[str, Any]]


def of_all(package: Package) -> Coverage:
    return _coverage(package, package["documents"], package["figures"])


def of_document(package: Package, document_id: str) -> Coverage:
    return _coverage(
        package,
        _with(package, "documents", "document_id", document_id),
        _with(package, "figures", "document_id", document_id),
    )


def of_table(package: Package, table_id: str) -> Coverage:
    document_id = package.term("tables", table_id)["document_id"]
    document = _with(package, "documents", "document_id", document_id)
    return _coverage(package, document, _with(package, "figures", "table_id", table_id))


def code(area: dict[str, str]) -> str:
    """The ONS code of the area itself, or empty: never that of something larger."""
    return area["gss_code"]


def _coverage(
    package: Package, documents: list[dict[str, str]], figures: list[dict[str, str]]
) -> Coverage:
    """The periods of the figures, else of the documents, else the days of the documents."""
    rows = next(
        (rows for rows in (figures, documents) if any(row["period_start"] for row in rows)), []
    )
    starts = [row["period_start"] for row in rows] or [row["date"] for row in documents]
    ends = [row["period_end"] for row in rows] or [row["date"] for row in documents]
    areas = {row["area_id"] for row in [*documents, *figures]}
    measures = {row["measure_id"] for row in figures}
    return Coverage(
        min(filter(None, starts), default=""),
        max(filter(None, ends), default=""),
        [
            row
            for key, row in package.terms["areas"].items()
            if key in areas and row["area_type"] != NO_PLACE
        ],
        [row for key, row in package.terms["measures"].items() if key in measures],
    )


def _with(package: Package, table: str, column: str, value: str) -> list[dict[str, Any]]:
    return package.group(table, column, value)
