"""bom.json: every library that the site is made of, with versions, hashes and what each is for."""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering.bill_of_materials import NAME, bill
from scripts.offering.offered import Format
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    contract = package.contract
    yield File(NAME, bill(package.root, contract["version"], contract["created"]))


FORMAT = Format(
    label="CycloneDX",
    suffix=".json",
    media_type="application/json",
    purpose="To see which libraries the site is made of, and what each is for.",
    section="descriptions",
    files=files,
)
