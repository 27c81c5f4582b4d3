"""CSV on the Web: `<csv>-metadata.json` beside every CSV, from the same fields as everything else."""

from collections.abc import Iterable, Iterator

from scripts.website.downloads import addresses, reuse
from scripts.website.downloads.package import File, Package, Resource, released
from scripts.website.downloads.records import json_bytes

TYPES = {"number": "decimal", "integer": "integer", "date": {"base": "date", "format": "yyyy-MM-dd"}}


def files(package: Package, resources: Iterable[Resource]) -> Iterator[File]:
    for resource in resources:
        yield File(f"{resource.path}-metadata.json", json_bytes(metadata(package, resource)))


def metadata(package: Package, resource: Resource) -> dict:
    schema = {"columns": [_column(field) for field in resource.fields]} | ({"primaryKey": list(resource.key)} if resource.key else {})
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": resource.path.rsplit("/", 1)[1],
        "dc:title": resource.title or resource.description,
        "dc:description": resource.description,
        "dc:publisher": package.contract["contributors"][0]["title"],
        "dc:modified": released(package),
        "dc:source": addresses.url(package, "datapackage.json"),
        **_terms(package, resource),
        "tableSchema": schema,
    }


def _terms(package: Package, resource: Resource) -> dict:
    """The re-use terms: one licence where all its documents share it, in words where they differ, ours where it has none."""
    held = [reuse.terms(package)[document] for document in resource.documents]
    licences = {one.url for one in held} or {reuse.OURS_URL}
    rights = "\n".join(f"{one.title}. {one.attribution}" for one in held) or reuse.OURS
    return {"dc:rights": rights} | ({"dc:license": {"@id": licences.pop()}} if len(licences) == 1 else {})


def _column(field: dict) -> dict:
    column = {"name": field["name"].replace("-", "_"), "titles": field["name"], "dc:title": field["title"], "dc:description": field["description"]}
    if field["type"] in TYPES:
        column["datatype"] = TYPES[field["type"]]
    if field.get("constraints", {}).get("required"):
        column["required"] = True
    return column
