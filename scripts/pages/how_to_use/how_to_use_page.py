"""How to use the data: prose of docs/how-to-use.md, then code that loads the whole and one fact,
with the site's own addresses.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.offering import snippets
from scripts.offering import urls as api
from scripts.pages import addresses, offers, prose
from scripts.pages.rendering import Page, page


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.HOW_TO_USE] if prose.exists(addresses.HOW_TO_USE, package) else []


def pages(package: Package) -> Iterator[Page]:
    if prose.exists(addresses.HOW_TO_USE, package):
        found = written(package)
        summary = found.meta.get("summary", found.title)
        yield page(
            "how_to_use/how_to_use.html",
            addresses.HOW_TO_USE,
            found.title,
            summary,
            package,
            body=found.body,
            summary=summary,
            whole=offers.of_whole(package),
            fact=one_fact(package),
        )


def written(package: Package) -> prose.Prose:
    """The prose of the page."""
    return prose.read(addresses.HOW_TO_USE, package)


def one_fact(package: Package) -> list[snippets.Snippet]:
    """Code that reads the table of the first figure from the API."""
    return [
        found
        for row in package["figures"][:1]
        for found in snippets.of_api(package, api.api(f"tables/{row['table_id']}"))
    ]
