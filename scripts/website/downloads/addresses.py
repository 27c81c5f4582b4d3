"""Where everything stands on the site. The site's own address is one setting: `homepage` in the contract."""

from urllib.parse import quote

from scripts.website.downloads.package import Package


def site(package: Package) -> str:
    """The site's address, with a slash at its end."""
    return package.contract["homepage"].rstrip("/") + "/"


def url(package: Package, path: str) -> str:
    return site(package) + quote(path, safe="/#=.-_")


def document_page(document_id: str) -> str:
    return f"documents/{document_id}.html"


def table_page(table_id: str) -> str:
    return f"documents/{table_id}.html"


def figure_page(figure_id: str) -> str:
    """`document/table/row/column` stands at figures/document/table.html#row.column."""
    document, table, *rest = figure_id.split("/")
    return f"figures/{document}/{table}.html#{'.'.join(rest)}"


def measure_page(measure_id: str) -> str:
    return f"measures/{measure_id}.html"


def topic_page(topic_id: str) -> str:
    return f"topics/{topic_id}.html"


def api(path: str = "index") -> str:
    return f"api/v1/{path}.json"
