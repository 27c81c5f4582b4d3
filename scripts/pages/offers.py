"""What a page offers to take away: files with format, rows, size and date, a citation in every
form, code, and its data in the API.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.package import Package
from scripts.offering import (
    catalogue,
    citation,
    downloads,
    official_tables,
    reuse,
    snippets,
    urls,
)
from scripts.offering.catalogue import Entry
from scripts.pages import addresses as paths
from scripts.pages import words

FIGURES = "Figures, tidy"


class Offer(NamedTuple):
    """One file: its name as a link, its format, rows, size and date in a line, and on what terms it
    is.
    """

    name: str
    path: str
    facts: str
    what: str
    terms: str
    pair: str = ""
    section: str = ""


class Offers(NamedTuple):
    """All that one page offers. `cite` has the address of the citation's file in each form that has
    one.
    """

    files: list[Offer]
    citation: citation.Citation
    cite: dict[str, str]
    snippets: list[snippets.Snippet]
    api: str


def of_whole(package: Package) -> Offers:
    files = [offer(entry, package) for entry in catalogue.of_whole(package.once(downloads.entries))]
    return Offers(
        files,
        citation.whole(package),
        {form: f"cite/whole.{form}" for form in ("bib", "ris", "cff")},
        snippets.of_package(package),
        urls.api(),
    )


def of_document(document_id: str, package: Package) -> Offers:
    files = [
        offer(entry, package, entry.format)
        for entry in catalogue.of_document(package.once(downloads.entries), document_id)
    ]
    api = urls.api(f"documents/{document_id}")
    return Offers(
        files,
        citation.document(package, document_id),
        {"bib": f"cite/{document_id}.bib"},
        snippets.of_api(package, api),
        api,
    )


def of_table(table_id: str, package: Package) -> Offers:
    """The code reads the table's tidy figures, or its answers, or the cells as printed: whichever
    it has first.
    """
    files = files_of_table(table_id, package)
    code = (
        snippets.of_csv(package, files[0].path, ("value",) if files[0].name == FIGURES else ())
        if files
        else []
    )
    return Offers(
        files,
        citation.table(package, table_id),
        {},
        code,
        urls.api(f"tables/{table_id}"),
    )


def of_topic(topic_id: str, package: Package) -> list[Offer]:
    return [
        offer(entry, package)
        for entry in catalogue.of_topic(package.once(downloads.entries), topic_id)
    ]


def files_of_table(table_id: str, package: Package) -> list[Offer]:
    """Tidy figures, tidy answers, the cells as printed, then the files in DfE's layout."""
    names = {
        paths.table_csv(table_id): FIGURES,
        paths.table_csv(table_id, "answers"): "Answers, tidy",
        paths.printed_csv(table_id): "As printed",
    }
    order = list(names)
    found = sorted(
        catalogue.of_table(package.once(downloads.entries), table_id),
        key=lambda entry: order.index(entry.path) if entry.path in names else len(order),
    )
    return [
        offer(entry, package, names.get(entry.path) or dfe_name(entry.path, table_id))
        for entry in found
    ]


def dfe_name(path: str, table_id: str) -> str:
    """What follows document and table in the name of a file in DfE's layout: its breakdowns and its
    kind of period.
    """
    rest = path.removeprefix(f"data/dfe/{table_id.replace('/', '-')}-").removesuffix(".csv")
    return f"In the layout of DfE's open data: {rest.replace('-', ' ')}"


def offer(entry: Entry, package: Package, name: str = "") -> Offer:
    """An entry in words; the second file of a DfE pair goes with the first."""
    rows = words.counted(entry.rows, "row") if entry.rows is not None else ""
    name = name or named(entry, package)
    facts = [
        entry.format if entry.format != name else "",
        rows,
        entry.size,
        words.day(entry.released),
    ]
    pair = entry.path.removesuffix(".csv") + ".meta.csv" if is_pair(entry.path) else ""
    return Offer(
        name,
        entry.path,
        " · ".join(filter(None, facts)),
        entry.what,
        terms(entry.licence, package),
        pair,
        entry.section,
    )


def named(entry: Entry, package: Package) -> str:
    """Its title without that of the whole; its format where nothing is left."""
    short = entry.title.removeprefix(package.contract["title"]).lstrip(": ")
    return short[:1].upper() + short[1:] if short else entry.format


def is_pair(path: str) -> bool:
    return path.startswith("data/dfe/") and not path.endswith("left-out.csv")


def terms(licence: str, package: Package) -> str:
    if licence == catalogue.OFFICIAL:
        return f"{package.once(official_tables.terms).title}: official statistics"
    if not licence:
        return "Ours: CC BY 4.0"
    return (
        "Terms differ by document" if licence == "differs" else package.title("licences", licence)
    )


def grouped(offers: Iterable[Offer]) -> dict[str, list[Offer]]:
    """The files of the whole by the section of the download page that shows them."""
    groups = defaultdict(list)
    for each in offers:
        groups[each.section].append(each)
    return groups


def reuse_of(package: Package) -> list[reuse.Terms]:
    """The terms of every document, with the line to copy."""
    return list(package.once(reuse.terms).values())
