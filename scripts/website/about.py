"""The pages about the site itself: prose of docs/about, each with the facts of the package that it needs."""

from collections.abc import Iterator

from markdown import Markdown
from markupsafe import Markup

from scripts.website import addresses, corrections, documents, figures, home, prose
from scripts.website.package import Package
from scripts.website.pages import Page, page

FOLDER = "about"


def pages(package: Package) -> Iterator[Page]:
    for path in prose.pages_in(FOLDER, package):
        name = path.removeprefix(f"{FOLDER}/").removesuffix(".html")
        facts = FACTS[name](package) if name in FACTS else {}
        found = prose.read(path, package, **facts)
        above = [("About", addresses.ABOUT)] if path != addresses.ABOUT else []
        yield page("prose.html", path, found.title, found.meta.get("summary", found.title), package, body=found.body, meta=found.meta, above=above, name=name, **facts)


def index(package: Package) -> dict:
    """Every other page of the folder, with its title and what it is about."""
    others = [path for path in prose.pages_in(FOLDER, package) if path != addresses.ABOUT]
    return {"listed": [(path, prose.lines_before(path, package)) for path in others], "has_questions": bool(prose.pages_in("questions", package))}


def corrected(package: Package) -> dict:
    return {"corrections": corrections.all_of(package)}


def reuse(package: Package) -> dict:
    return {"documents": [documents.facts(document, package) for document in documents.newest_first(package["documents"])]}


def cite(package: Package) -> dict:
    """The whole, and of the first figure: its document, its table and itself, as examples."""
    contract = package.contract
    version = f"version {contract['version']}, {contract['created'][:10]}"
    example = package["figures"][0] if package["figures"] else None
    found = {"version": version, "whole": f"{contract['title']} ({contract['created'][:4]}), {version}.", "example": example}
    if example:
        document, table = package.term("documents", example["document_id"]), package.term("tables", example["table_id"])
        as_taken = f"As transcribed by {contract['title']}, {version}"
        found["of_document"] = f"{document['attribution']} {as_taken}, document {document['document_id']}."
        found["of_table"] = f"{document['attribution']} {table['title']} ({table['locator']}). {as_taken}, table {table['table_id']}."
        found["of_figure"] = figures.cited(example, package).full
    return found


def whats_new(package: Package) -> dict:
    """The changelog, without its title. It is ours, so its Markdown may act."""
    path = package.root / "CHANGELOG.md"
    text = path.read_text(encoding="utf-8").partition("\n")[2] if path.is_file() else ""
    return {"changes": Markup(Markdown().convert(text))}


def contact(package: Package) -> dict:
    """The one setting: `path` of the first contributor in datapackage.json, where anybody can report something."""
    return {"reports": package.contract["contributors"][0].get("path", "")}


def quality(package: Package) -> dict:
    return {"counts": home.counts(package)}


FACTS = {"index": index, "corrections": corrected, "reuse": reuse, "cite": cite, "whats-new": whats_new, "contact": contact, "quality": quality, "faq": quality}
