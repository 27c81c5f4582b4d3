"""data/safeguarding-figures.json: every table of the contract as typed records, with the terms of each document."""

from scripts.model.package import Package
from scripts.offering import reuse, urls
from scripts.offering.records import json_bytes, record
from scripts.offering.resources import File


def file(package: Package) -> File:
    contract = package.contract
    tables = {
        table["name"]: [record(row, table["schema"]["fields"]) for row in package[table["name"]]]
        for table in contract["resources"]
    }
    thing = {
        "name": contract["name"],
        "title": contract["title"],
        "version": contract["version"],
        "released": package.released,
        "homepage": urls.site(package),
        "description": contract["description"],
        "reuse": reuse.MIXED,
        "reuse_of_documents": [held._asdict() for held in package.once(reuse.terms).values()],
        "reuse_of_our_part": {"title": reuse.OURS, "url": reuse.OURS_URL},
        "tables": tables,
    }
    documents = tuple(row["document_id"] for row in package["documents"])
    what = "Every table in one JSON file, numbers as numbers."
    return File(
        f"data/{contract['name']}.json",
        json_bytes(thing),
        contract["title"],
        what,
        len(package["figures"]),
        documents,
    )
