"""What kinds of files there are: by the end of the name, what people call it, its media type, and the EU's name for it if any."""

from typing import NamedTuple


class Kind(NamedTuple):
    name: str
    media_type: str
    file_type: str = ""


KINDS = {
    ".csv": Kind("CSV", "text/csv", "CSV"),
    ".zip": Kind("Data Package (zip)", "application/zip", "ZIP"),
    ".xlsx": Kind(
        "Excel workbook (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
    ),
    ".sqlite": Kind("SQLite", "application/vnd.sqlite3"),
    ".parquet": Kind("Parquet", "application/vnd.apache.parquet"),
    ".json": Kind("JSON", "application/json", "JSON"),
    ".jsonld": Kind("JSON-LD", "application/ld+json", "JSON_LD"),
    ".ttl": Kind("Turtle", "text/turtle", "RDF_TURTLE"),
    ".xml": Kind("Atom", "application/atom+xml"),
    ".bib": Kind("BibTeX", "application/x-bibtex"),
    ".ris": Kind("RIS", "application/x-research-info-systems"),
    ".cff": Kind("CFF", "application/yaml"),
    ".txt": Kind("Text", "text/plain"),
}


def kind(path: str) -> Kind:
    return KINDS["." + path.rsplit(".", 1)[1]]
