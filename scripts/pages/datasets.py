"""The description as schema.org Dataset that goes into the head of the pages of the whole, of each document and of each table."""

from scripts.offering import schema_org
from scripts.pages import addresses
from scripts.pages.package import Package
from scripts.pages.rendering import Page


def with_dataset(page: Page, described: dict[str, str]) -> Page:
    return page._replace(dataset=described.get(page.path, ""))


def by_page(package: Package) -> dict[str, str]:
    """JSON-LD by the address of the page that has it."""
    made, shown = package.downloads.package, package.downloads.shown
    whole = schema_org.whole(made, shown)
    found = {addresses.HOME: whole, addresses.DOWNLOAD: whole}
    found |= {
        addresses.document(row["document_id"]): schema_org.document(made, shown, row["document_id"])
        for row in package["documents"]
    }
    found |= {
        addresses.table(row["table_id"]): schema_org.table(made, shown, row["table_id"])
        for row in package["tables"]
    }
    return {path: schema_org.script(thing) for path, thing in found.items()}
