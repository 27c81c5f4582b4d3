"""The download page: everything to take away, grouped by what people come for, with the terms of
each document and how to cite it.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.offering import reuse
from scripts.pages import addresses, offers
from scripts.pages.document import document_page
from scripts.pages.rendering import Page, page

LEAD = (
    "The whole, one topic, one document or one table: as CSV, Excel, JSON, SQLite, Parquet and a "
    "Data Package, with re-use terms."
)


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.DOWNLOAD]


def pages(package: Package) -> Iterator[Page]:
    whole = offers.of_whole(package)
    yield page(
        "download/download.html",
        addresses.DOWNLOAD,
        "Download",
        LEAD,
        package,
        whole=whole,
        groups=offers.grouped(whole.files),
        topics=by_topic(package),
        documents=by_document(package),
        terms=offers.reuse_of(package),
        ours=(reuse.OURS, reuse.OURS_URL),
    )


def by_topic(package: Package) -> list[offers.Offer]:
    return [
        each for topic in package["topics"] for each in offers.of_topic(topic["topic_id"], package)
    ]


def by_document(
    package: Package,
) -> list[tuple[dict[str, str], offers.Offers, list[tuple[dict[str, str], list[offers.Offer]]]]]:
    """Each document with its own files, and its tables with theirs."""
    return [
        (
            document,
            offers.of_document(document["document_id"], package),
            tables(document["document_id"], package),
        )
        for document in document_page.newest_first(package["documents"])
    ]


def tables(document_id: str, package: Package) -> list[tuple[dict[str, Any], list[offers.Offer]]]:
    found = [
        (table, offers.files_of_table(table["table_id"], package))
        for table in package.group("tables", "document_id", document_id)
    ]
    return [(table, files) for table, files in found if files]
