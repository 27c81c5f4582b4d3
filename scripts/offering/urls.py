"""Where everything stands on the web: the site's address before the pages' addresses. One setting
holds it: `homepage` in the contract.
"""

from urllib.parse import quote

from scripts.model.package import Package
from scripts.pages import addresses as pages

document_page, table_page, figure_page = pages.document, pages.table, pages.figure
measure_page, topic_page, table_csv = pages.measure, pages.topic, pages.table_csv


def site(package: Package) -> str:
    """The site's address, with a slash at its end."""
    return str(package.contract["homepage"]).rstrip("/") + "/"


def url(package: Package, path: str) -> str:
    return site(package) + quote(path, safe="/#=.-_")


def api(path: str = "index") -> str:
    return f"api/v1/{path}.json"
