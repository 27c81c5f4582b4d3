"""cite/whole.cff and CITATION.cff: how to cite it, in CFF. How to cite a table or a figure stands
on its page.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import citation
from scripts.offering.offered import Format, Standard
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    whole = citation.whole(package).cff.encode()
    yield File("cite/whole.cff", whole)
    yield File("CITATION.cff", whole)


FORMAT = Format(
    label="CFF",
    suffix=".cff",
    media_type="application/yaml",
    purpose="For repositories of code and data.",
    section="descriptions",
    files=files,
    standards=(
        Standard(
            "Citation File Format 1.2.0",
            "https://citation-file-format.github.io",
            "CITATION.cff and cite/whole.cff",
            "jsonschema with the official schema",
            "a citation without authors",
            "tests/formats/test_metadata.py",
        ),
    ),
)
