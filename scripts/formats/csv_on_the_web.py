"""CSV on the Web: `<csv>-metadata.json` beside every CSV, from the same fields as everything else."""

import csv
import io
from collections.abc import Iterable, Iterator

from scripts.model.package import Package
from scripts.offering import official_tables, reuse, urls
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, Resource

TYPES = {
    "number": "decimal",
    "integer": "integer",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
}


def files(package: Package, resources: Iterable[Resource]) -> Iterator[File]:
    """Beside the tables of the contract and those made of them, as printed, and what else people wrote into the sources by hand."""
    known = {resource.path: json_bytes(metadata(package, resource)) for resource in resources}
    others = {
        path: of_text(package, path, content.decode())
        for path, content in package.source_files.items()
        if path.endswith(".csv") and path not in known
    }
    yield from (
        File(f"{path}-metadata.json", content) for path, content in (known | others).items()
    )


def of_text(package: Package, path: str, text: str) -> bytes:
    """The description of a CSV file that a page made: columns of figures mean what the contract says, others what they are called."""
    rows = list(csv.DictReader(io.StringIO(text)))
    known = {field["name"]: field for field in package.fields("figures")}
    names = next(csv.reader(io.StringIO(text)))
    fields = [{**known.get(name, _called(name)), "constraints": {}} for name in names]
    of_source = [path.split("/")[2]] if path.startswith("data/sources/") else []
    documents = dict.fromkeys(
        [*of_source, *(row["figure_id"].split("/")[0] for row in rows if row.get("figure_id"))]
    )
    title = path.rsplit("/", 1)[1].removesuffix(".csv").replace("-", " ").capitalize()
    return json_bytes(
        metadata(
            package,
            Resource(path, title, f"The rows of {path}.", fields, rows, tuple(documents), (), b""),
        )
    )


def _called(name: str) -> dict:
    title = name.replace("_", " ").capitalize()
    return {"name": name, "type": "string", "title": title, "description": f"{title}."}


def metadata(package: Package, resource: Resource) -> dict:
    schema = {"columns": [_column(field) for field in resource.fields]} | (
        {"primaryKey": list(resource.key)} if resource.key else {}
    )
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": resource.path.rsplit("/", 1)[1],
        "dc:title": resource.title or resource.description,
        "dc:description": resource.description,
        "dc:publisher": package.contract["contributors"][0]["title"],
        "dc:modified": package.released,
        "dc:source": urls.url(package, "datapackage.json"),
        **_terms(package, resource),
        "tableSchema": schema,
    }


def _terms(package: Package, resource: Resource) -> dict:
    """The re-use terms: one licence where all its documents share it, in words where they differ, ours where it has none."""
    if resource.official:
        official = package.once(official_tables.terms)
        return {"dc:rights": official.rights, "dc:license": {"@id": official.url}}
    held = [package.once(reuse.terms)[document] for document in resource.documents]
    licences = {one.url for one in held} or {reuse.OURS_URL}
    rights = "\n".join(f"{one.title}. {one.attribution}" for one in held) or reuse.OURS
    return {"dc:rights": rights} | (
        {"dc:license": {"@id": licences.pop()}} if len(licences) == 1 else {}
    )


def _column(field: dict) -> dict:
    column = {
        "name": field["name"].replace("-", "_"),
        "titles": field["name"],
        "dc:title": field["title"],
        "dc:description": field["description"],
    }
    if field["type"] in TYPES:
        column["datatype"] = TYPES[field["type"]]
    if field.get("constraints", {}).get("required"):
        column["required"] = True
    return column
