"""The list of documents, and a page for each: what it is, its terms, its tables, its gaps, and how
it was accounted for.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.pages import addresses, offers, words
from scripts.pages.check.check_page import COUNTED
from scripts.pages.rendering import Page, page


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.DOCUMENTS, *map(addresses.document, package.documents)]


def pages(package: Package) -> Iterator[Page]:
    listed = [facts(document, package) for document in newest_first(package["documents"])]
    yield page(
        "document/documents.html",
        addresses.DOCUMENTS,
        "Documents",
        "Every source document: what it is, who published it, and on what re-use terms.",
        package,
        documents=listed,
    )
    for found in listed:
        document = found["document"]
        yield page(
            "document/document.html",
            addresses.document(document["document_id"]),
            document["title"],
            document["description"],
            package,
            take=offers.of_document(document["document_id"], package),
            **account(document["document_id"], package),
            **found,
        )


def newest_first(documents: list[dict[str, str]]) -> list[dict[str, str]]:
    """By date or by the end of the period; documents without either come last."""
    return sorted(documents, key=lambda row: row["date"] or row["period_end"] or "", reverse=True)


def facts(document: dict[str, str], package: Package) -> dict[str, Any]:
    """What a document is, with the names of its terms, and its tables."""
    tables = package.group("tables", "document_id", document["document_id"])
    return {
        "document": document,
        "publisher": package.term("publishers", document["publisher_id"]),
        "type": package.term("document_types", document["document_type_id"]),
        "area": package.term("areas", document["area_id"]),
        "licence": package.term("licences", document["licence_id"]),
        "basis": package.term("licence_bases", document["licence_basis"]),
        "period": words.period_of(document),
        "tables": [table for table in tables if table["kind"] != "gap"],
        "gaps": [table for table in tables if table["kind"] == "gap"],
        "figures": len(package.group("figures", "document_id", document["document_id"])),
        "answers": len(package.group("answers", "document_id", document["document_id"])),
    }


def account(document_id: str, package: Package) -> dict[str, Any]:
    """What became of every numeral of the document, of its checks, and which passages are left
    out.
    """
    numbers = package.group("numbers", "document_id", document_id)
    checks = package.group("checks", "document_id", document_id)
    reasons = Counter(row["reason"] for row in numbers if row["reason"])
    verdicts = Counter(row["verdict"] for row in checks)
    left_out = package.group("left_out", "document_id", document_id)
    return {
        "numerals": len(numbers),
        "used": sum(1 for row in numbers if row["used_as"]),
        "reasons": [
            (package.term("number_reasons", reason), number)
            for reason, number in reasons.most_common()
        ],
        "checks": len(checks),
        "without": len(package.group("not_recomputed", "document_id", document_id)),
        "verdicts": [
            (said, verdicts[verdict]) for verdict, said in COUNTED.items() if verdicts[verdict]
        ],
        "left_out": [
            (passage, package.title("number_reasons", passage["reason"])) for passage in left_out
        ],
    }
