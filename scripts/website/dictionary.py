"""The data dictionary, from the contract: every table with its columns, and the terms of the vocabulary; and the downloads."""

from collections.abc import Iterator

from scripts.website import addresses
from scripts.website.package import Package
from scripts.website.pages import Page, page


def pages(package: Package) -> Iterator[Page]:
    tables = [table_facts(table, package) for table in package.contract["resources"]]
    yield page("dictionary.html", addresses.DICTIONARY, "Data dictionary", "Every table and every column: what it means, its type, and what it refers to.", package, tables=tables)
    yield page("download.html", addresses.DOWNLOAD, "Download", "Everything as CSV: the whole package, and each table of each document.", package, tables=tables, by_document=by_document(package))


def table_facts(table: dict, package: Package) -> dict:
    """A table of the contract with its columns, and its rows where it is vocabulary."""
    schema = table["schema"]
    keys = {column: key["reference"]["resource"] for key in schema.get("foreignKeys", []) for column in key["fields"]}
    rows = package[table["name"]]
    return {
        "table": table,
        "columns": [(field, keys.get(field["name"], "")) for field in schema["fields"]],
        "primary_key": schema.get("primaryKey", []),
        "rows": len(rows),
        "size": (package.root / table["path"]).stat().st_size,
        "vocabulary": rows if table["path"].startswith("data/vocabulary/") else [],
    }


def by_document(package: Package) -> list[tuple[dict, dict, list[dict]]]:
    """Each document with its re-use terms and its tables that have rows."""
    return [
        (document, package.term("licences", document["licence_id"]), [table for table in package.group("tables", "document_id", document["document_id"]) if table["kind"] != "gap"])
        for document in package["documents"]
    ]
