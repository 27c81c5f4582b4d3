"""data/safeguarding-figures.json: every table of the contract, its rows under its columns, with the
terms of each document.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import reuse, urls
from scripts.offering.offered import Format
from scripts.offering.records import in_columns, json_bytes
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    contract = package.contract
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
        "tables": {name: in_columns(package[name], package.fields(name)) for name in package.rows},
    }
    yield File(
        f"data/{contract['name']}.json",
        json_bytes(thing),
        contract["title"],
        (
            "Every table in one JSON file: the names of its columns, then its rows; numbers are "
            "numbers."
        ),
        len(package["figures"]),
        tuple(package.documents),
    )


FORMAT = Format(
    label="JSON (whole)",
    suffix=".json",
    media_type="application/json",
    purpose="Everything in one file for programs.",
    file_type="JSON",
    files=files,
)
