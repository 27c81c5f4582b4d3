"""cite/whole.bib and cite/<document>.bib: how to cite it, in BibTeX. How to cite a table or a
figure stands on its page.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import citation
from scripts.offering.offered import DOCUMENT, WHOLE, Format
from scripts.offering.resources import File


def files(package: Package) -> Iterator[File]:
    whole = citation.whole(package).bibtex.encode()
    yield File("cite/whole.bib", whole)
    for document in package.documents:
        cited = citation.document(package, document).bibtex
        yield File(f"cite/{document}.bib", cited.encode(), document_id=document)


FORMAT = Format(
    label="BibTeX",
    suffix=".bib",
    media_type="text/x-bibtex",
    purpose="For LaTeX and reference managers.",
    scope=(WHOLE, DOCUMENT),
    section="descriptions",
    files=files,
)
