"""Zips, each of which is itself a valid Data Package with a README: a document's, the whole, and
the open licences only.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from scripts.model.made_before import made
from scripts.model.package import Package, part
from scripts.offering import citation, digests, flat, reuse, zip_readme
from scripts.offering.offered import DOCUMENT, WHOLE, Format, Standard
from scripts.offering.records import json_bytes
from scripts.offering.resources import File, Resource, of_contract


def files(package: Package) -> Iterator[File]:
    name = package.contract["name"]
    yield whole(package)
    what = "The documents that offer their information under an open licence, as a Data Package."
    title = f"{package.contract['title']}: open licence only"
    yield _archive(
        package,
        f"{name}-open-licence",
        reuse.open_documents(package),
        f"data/{name}-open-licence.zip",
        title,
        what,
    )._replace(section="open")
    for row in package["documents"]:
        document, what = (
            row["document_id"],
            "The document's tables, tidy and as printed, as a Data Package.",
        )
        yield _archive(
            package, document, [document], f"data/documents/{document}.zip", row["title"], what
        )._replace(document_id=document)


def whole(package: Package) -> File:
    everything, name = (
        [row["document_id"] for row in package["documents"]],
        package.contract["name"],
    )
    return _archive(
        package,
        name,
        everything,
        f"data/{name}.zip",
        package.contract["title"],
        "All tables, tidy and as printed, as a Data Package.",
    )


def descriptor(
    package: Package, name: str, title: str, what: str, extra: list[Resource]
) -> dict[str, Any]:
    """The contract cut down to what is in the zip: its documents' terms as licences, their
    attributions as sources.
    """
    contract = package.contract
    return contract | {
        "name": name,
        "title": title,
        "description": f"{what} {contract['description']}",
        "licenses": contract["licenses"] + _licences(package),
        "sources": [{"title": held.attribution} for held in package.once(reuse.terms).values()],
        "resources": contract["resources"] + [described(one) for one in extra],
    }


def described(resource: Resource) -> dict[str, Any]:
    """A CSV file of ours as a resource of a Data Package, in the manner of the contract."""
    name = (
        resource.path.removeprefix("data/").removesuffix(".csv").replace("/", "-").replace("_", "-")
    )
    schema = {"fields": resource.fields, "missingValues": [""]} | (
        {"primaryKey": list(resource.key)} if resource.key else {}
    )
    return {
        "name": name,
        "path": resource.path,
        "title": resource.title,
        "description": resource.description,
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def packed(members: dict[str, bytes]) -> bytes:
    """A zip with the same bytes every time: members in order of name, at the first moment a zip can
    tell.
    """
    given = [each for member in sorted(members.items()) for each in member]
    return made("zip", given, lambda: _packed(members))


def _packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(members.items()):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.external_attr, member.create_system = 0o644 << 16, 3
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _archive(
    package: Package, name: str, documents: list[str], path: str, title: str, what: str
) -> File:
    own = part(package, documents)
    extra = [own.once(flat.figures), own.once(flat.answers)]
    cited = citation.document(package, name) if name in documents else citation.whole(package)
    about = (
        own["documents"][0]["description"] if name in documents else package.contract["description"]
    )
    members = {
        "datapackage.json": json_bytes(descriptor(own, name, title, what, extra)),
        "README.md": zip_readme.text(own, title, f"{about} {what}", cited).encode(),
        "CITATION.cff": cited.cff.encode(),
        **{resource.path: resource.content for resource in [*of_contract(own), *extra]},
        **own.source_files,
    }
    rows = len(own["figures"]) + len(own["answers"])
    return File(path, packed(digests.of_members(members)), title, what, rows, tuple(documents))


def _licences(package: Package) -> list[dict[str, Any]]:
    """The re-use terms of the documents, each once, as Data Package licences."""
    found = {
        held.licence_id: {"name": held.licence_id, "title": held.title, "path": held.url}
        for held in package.once(reuse.terms).values()
    }
    return list(found.values())


FORMAT = Format(
    label="Data Package (zip)",
    suffix=".zip",
    media_type="application/zip",
    purpose="Every table, tidy and as printed, with its description.",
    scope=(WHOLE, DOCUMENT),
    file_type="ZIP",
    files=files,
    standards=(
        Standard(
            "Data Package 2.0, readable by 1.0 tools",
            "https://datapackage.org",
            "datapackage.json, and the one in every zip",
            "frictionless; jsonschema with the published profiles 1.0 and 2.0",
            "a unit that is no unit; a resource without data",
            "tests/formats/test_downloads.py",
        ),
    ),
)
