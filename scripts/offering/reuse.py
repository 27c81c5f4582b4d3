"""Re-use terms: what each document says, where it says it, the line to copy; and what our own
licence covers.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.offering import urls

OURS = (
    "What we made is licensed under Creative Commons Attribution 4.0 (CC BY 4.0): the structure "
    "of the tables, the ids, titles and definitions, the notes, the checks and their "
    "explanations, and the prose. It does not cover the published figures, labels, words and "
    "answers themselves: their re-use terms are those of the document they come from."
)
OURS_URL = "https://creativecommons.org/licenses/by/4.0/"
MIXED = (
    "The terms differ by document: see licence_id and attribution of each figure. There is no "
    "one licence for all of it."
)


class Terms(NamedTuple):
    """The terms of one document. `url` is where the terms stand, at home or on our site; `open` is
    yes or no.
    """

    document_id: str
    document: str
    licence_id: str
    title: str
    url: str
    open: str
    summary: str
    basis: str
    line: str
    attribution: str


def terms(package: Package) -> dict[str, Terms]:
    """The terms of every document by its id."""
    licences = package.terms["licences"]
    bases = package.terms["licence_bases"]
    return {
        row["document_id"]: _terms(
            package, row, licences[row["licence_id"]], bases[row["licence_basis"]]
        )
        for row in package["documents"]
    }


def licence_url(package: Package, licence: dict[str, Any]) -> str:
    """An address for terms of any kind: where they stand, or our page of data about them."""
    return licence["url"] or urls.url(package, urls.api(f"licences/{licence['licence_id']}"))


def open_documents(package: Package) -> list[str]:
    """The documents that anybody may use for any purpose."""
    return [document for document, held in package.once(terms).items() if held.open == "yes"]


def licence_of(package: Package, documents: Iterable[str]) -> str:
    """The id of the terms that all these documents share; `differs` if they do not, empty without
    documents of the package.
    """
    held = package.once(terms)
    found = {held[document].licence_id for document in documents if document in held}
    return found.pop() if len(found) == 1 else "differs" if found else ""


def paragraph(held: Terms) -> str:
    """One document's terms in words, for a README."""
    where = f"{held.basis}, line {held.line} of its text" if held.line else held.basis
    return (
        f"{held.document}\n  Terms: {held.title} ({where}). {held.summary}\n  Copy this line: "
        f"{held.attribution}"
    )


def _terms(
    package: Package, document: dict[str, str], licence: dict[str, Any], basis: dict[str, Any]
) -> Terms:
    return Terms(
        document["document_id"],
        document["title"],
        licence["licence_id"],
        licence["title"],
        licence_url(package, licence),
        licence["open"],
        licence["summary"],
        basis["title"],
        document["licence_line"],
        document["attribution"],
    )
