"""The pages about the site itself: prose of docs/about, each with the facts of the package that it
needs.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scripts.checks.reckoning.members import WITHHELD
from scripts.model.package import Package
from scripts.offering import citation
from scripts.pages import addresses, corrections, prose, words
from scripts.pages.cost import cost_page
from scripts.pages.document import document_page
from scripts.pages.home import home_page
from scripts.pages.rendering import Page, page
from scripts.pages.version import version_page

FOLDER = "about"


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return prose.pages_in(FOLDER, package)


def pages(package: Package) -> Iterator[Page]:
    for path in prose.pages_in(FOLDER, package):
        name = name_of(path)
        facts = FACTS[name](package) if name in FACTS else {}
        found = written(path, package)
        above = [("About", addresses.ABOUT)] if path != addresses.ABOUT else []
        yield page(
            "about/prose.html",
            path,
            found.title,
            found.meta.get("summary", found.title),
            package,
            body=found.body,
            meta=found.meta,
            above=above,
            name=name,
            **facts,
        )


def name_of(path: str) -> str:
    """What a page of this folder is called in FACTS and SAID."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".html")


def written(path: str, package: Package) -> prose.Prose:
    """The prose of a page, with the facts that only it can say."""
    name = name_of(path)
    given = SAID[name](FACTS[name](package)) if name in SAID else {}
    return prose.read(path, package, given=given)


def index(package: Package) -> dict[str, Any]:
    """Every other page of the folder, with its title and what it is about."""
    others = [path for path in prose.pages_in(FOLDER, package) if path != addresses.ABOUT]
    return {
        "listed": [(path, prose.lines_before(path, package)) for path in others],
        "has_costs": bool(cost_page.commands(package)),
        "has_questions": bool(prose.pages_in("questions", package)),
    }


def corrected(package: Package) -> dict[str, Any]:
    return {"corrections": corrections.all_of(package)}


def reuse(package: Package) -> dict[str, Any]:
    return {
        "documents": [
            document_page.facts(document, package)
            for document in document_page.newest_first(package["documents"])
        ]
    }


def cite(package: Package) -> dict[str, Any]:
    """The whole; and as examples the first figure, its table and its document."""
    contract = package.contract
    found: dict[str, Any] = {
        "version": f"version {contract['version']} of {words.day(contract['created'][:10])}",
        "whole": citation.whole(package),
        "examples": [],
    }
    for figure in package["figures"][:1]:
        document_id, table_id, figure_id = (
            figure[column] for column in ("document_id", "table_id", "figure_id")
        )
        found["examples"] = [
            (
                "The data of a document",
                addresses.document(document_id),
                citation.document(package, document_id),
                {"bib": f"cite/{document_id}.bib"},
            ),
            (
                "A table",
                addresses.table(table_id),
                citation.table(package, table_id),
                {},
            ),
            ("A figure", addresses.figure(figure), citation.figure(package, figure_id), {}),
        ]
    return found


def whats_new(package: Package) -> dict[str, Any]:
    return {"versions": version_page.history(package)}


def contact(package: Package) -> dict[str, Any]:
    """The one setting: `path` of the first contributor in datapackage.json, where anybody can
    report something.
    """
    return {"reports": package.contract["contributors"][0].get("path", "")}


def quality(package: Package) -> dict[str, Any]:
    kept_back = sum(row["value_marker"] in WITHHELD for row in package["figures"])
    counts = home_page.counts(package) | {"kept_back": kept_back}
    return {"counts": counts, "promises": package["promises"]}


def said_counts(facts: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The counts as the prose says them; `blank` are printed cells without print, `open` may count
    different things or are rounded.
    """
    counts = facts["counts"]
    reckoned = {
        **counts,
        "blank": counts["figures"] - counts["printed"],
        "open": counts["rounding"] + counts["caveat"],
    }
    return {"counts": {name: f"{count:,}" for name, count in reckoned.items()}}


def said_version(facts: dict[str, Any]) -> dict[str, str]:
    return {"version": facts["version"]}


FACTS: dict[str, Callable[[Package], dict[str, Any]]] = {
    "index": index,
    "corrections": corrected,
    "reuse": reuse,
    "cite": cite,
    "whats-new": whats_new,
    "contact": contact,
    "quality": quality,
    "faq": quality,
}

SAID: dict[str, Callable[[dict[str, Any]], Mapping[str, str | Mapping[str, str]]]] = {
    "cite": said_version,
    "quality": said_counts,
    "faq": said_counts,
}
