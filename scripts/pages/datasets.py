"""The description as schema.org Dataset that goes into the head of the pages of the whole, of each
document and of each table.
"""

from scripts.model.package import Package
from scripts.offering import downloads, official_tables, schema_org
from scripts.pages import addresses
from scripts.pages.rendering import Page


def with_dataset(page: Page, described: dict[str, str]) -> Page:
    return page._replace(dataset=described.get(page.path, ""))


def by_page(package: Package) -> dict[str, str]:
    """JSON-LD by the address of the page that has it."""
    shown = package.once(downloads.make).shown
    whole = schema_org.whole(package, shown)
    found = {addresses.HOME: whole, addresses.DOWNLOAD: whole}
    found |= {
        addresses.document(row["document_id"]): schema_org.document(
            package, shown, row["document_id"]
        )
        for row in package["documents"]
    }
    found |= {
        addresses.table(row["table_id"]): schema_org.table(package, shown, row["table_id"])
        for row in package["tables"]
    }
    if official_tables.resources(package):
        found[addresses.OFFICIAL] = schema_org.official(package, shown)
    return {path: schema_org.script(thing) for path, thing in found.items()}
