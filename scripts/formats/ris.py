"""cite/whole.ris: how to cite it, in RIS. How to cite a table or a figure stands on its page."""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import citation
from scripts.offering.offered import Format
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    whole = citation.whole(package).ris.encode()
    yield File("cite/whole.ris", whole)


FORMAT = Format(
    label="RIS",
    suffix=".ris",
    media_type="application/x-research-info-systems",
    purpose="For reference managers.",
    section="descriptions",
    files=files,
)
