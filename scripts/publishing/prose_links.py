"""Links in prose, followed before there are pages: each leads to a page that the site will have,
and to an anchor on it.
"""

import re
from collections.abc import Iterator
from html import unescape
from types import ModuleType
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from scripts.model.contract import CONTRACT
from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.offering import downloads
from scripts.pages import prose
from scripts.publishing import contents
from scripts.publishing.links import ID, NO_ANCHOR, NOWHERE, read, resolve

GUIDE = ".md"


class Link(NamedTuple):
    """A link as it is written, and what it leads to from the page of a file: a path of the site
    and an anchor on it.
    """

    file: str
    line: int
    written: str
    path: str
    anchor: str


def problems(package: Package) -> Iterator[Problem]:
    """The links that lead nowhere, or to an anchor that is not there."""
    links = [each for page in written_pages(package) for each in links_of(page, package)]
    there = declared(package)
    if any(link.path not in there for link in links):
        there |= others(package)
    anchors: dict[str, frozenset[str]] = {}
    for link in links:
        where, said = f"line {link.line}", f"the link to {link.written!r} "
        if link.path not in there and not is_file(link.path, package):
            yield Problem(link.file, where, said + NOWHERE[0], NOWHERE[1])
        elif link.anchor and link.path in there:
            if link.path not in anchors:
                anchors[link.path] = anchors_of(link.path, there[link.path], package)
            if link.anchor not in anchors[link.path]:
                yield Problem(link.file, where, said + NO_ANCHOR[0], NO_ANCHOR[1])


def written_pages(package: Package) -> list[str]:
    """The addresses of all pages that people write."""
    folder = package.root / prose.FOLDER
    paths = (path.relative_to(folder) for path in sorted(folder.rglob(f"*{GUIDE}")))
    return [path.with_suffix(".html").as_posix() for path in paths]


def links_of(page: str, package: Package) -> Iterator[Link]:
    """The links of a page as people wrote them: those that lead elsewhere and those of facts
    are not among them.
    """
    file = prose.source(page)
    text = (package.root / file).read_text(encoding="utf-8")
    for written in dict.fromkeys(read(prose.converted(page, package, lambda _: "").html).links):
        parts = urlsplit(unescape(written))
        if not parts.scheme and not parts.netloc:
            path = resolve(page, unquote(parts.path))
            page_path = re.sub(rf"{re.escape(GUIDE)}$", ".html", path)
            line = text.count("\n", 0, max(text.find(written), 0)) + 1
            yield Link(file.as_posix(), line, written, page_path, unquote(parts.fragment))


def declared(package: Package) -> dict[str, ModuleType | None]:
    """The page kind of each address; none for the guides, which are pages as they stand in
    docs/.
    """
    guides: dict[str, ModuleType | None] = {
        path.with_suffix(".html").name: None for path in (package.root / prose.FOLDER).glob("*.md")
    }
    kinds = {
        address: kind
        for kind in contents.kinds()
        if hasattr(kind, "stands_at")
        for address in kind.stands_at(package)
    }
    return guides | kinds


def others(package: Package) -> dict[str, ModuleType | None]:
    """The addresses of the kinds that don't say where their pages stand: found by making them."""
    return {
        page.path: kind
        for kind in contents.kinds()
        if not hasattr(kind, "stands_at")
        for page in kind.pages(package)
    }


def is_file(path: str, package: Package) -> bool:
    """Whether a path that is no page is a file of the site: of the data, of the theme, or to
    download.
    """
    if path == CONTRACT or path.startswith("data/") and (package.root / path).is_file():
        return True
    made = package.once(downloads.make).files if "." in path else ()
    return any(file.path == path for file in made)


def anchors_of(path: str, kind: ModuleType | None, package: Package) -> frozenset[str]:
    """The anchors of a page. It is made for that, and no other page is made but those before it."""
    if kind is None:
        return frozenset(ID.findall(prose.converted(path, package, lambda _: "").html))
    page = next(each for each in kind.pages(package) if each.path == path)
    return frozenset(ID.findall(page.body))
