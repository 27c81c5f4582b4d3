"""Checks a finished site: every link and every full address of its own, in any of its files, leads to a file and an anchor that
exist; nothing is loaded from elsewhere."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.model.problems import Problem

LOADED = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("embed", "src"),
    ("object", "data"),
}
TEXTS = {".html", ".json", ".jsonld", ".ttl", ".xml", ".txt", ".csv", ".md", ".bib", ".ris", ".cff"}
LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "preconnect",
    "prefetch",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}


class Reader(HTMLParser):
    """Collects the anchors of a page, its links, and what it loads."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.twice: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            (self.twice if given["id"] in self.anchors else self.anchors).add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.loaded += [given[name] for name in given if (tag, name) in LOADED]
        if tag == "link" and LOADING_LINKS & set(given.get("rel", "").split()):
            self.loaded.append(given.get("href", ""))


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def problems(site: Path, address: str) -> list[Problem]:
    """All broken links and anchors, anchors given twice, and loads from other hosts, of every page of the site at this address."""
    pages = {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return [*page_problems(pages, files, address), *address_problems(site, address, pages, files)]


def page_problems(pages: dict[str, Reader], files: set[str], address: str) -> list[Problem]:
    start, found = urlsplit(address).path.rstrip("/") + "/", []
    for name, page in pages.items():
        found += [
            Problem(name, f"id {anchor!r}", "stands twice", "Give each its own")
            for anchor in sorted(page.twice)
        ]
        found += [
            Problem(name, address, "is loaded from another host", "Keep a copy in the site")
            for address in page.loaded
            if urlsplit(address).netloc
        ]
        found += [
            broken
            for link in dict.fromkeys(page.links + page.loaded)
            if (broken := broken_link(name, from_start(link, start), pages, files))
        ]
    return found


def from_start(link: str, start: str) -> str:
    """A link that begins at the host's root, as one that begins at the site's: a site need not stand at the root of its host."""
    return "/" + link.removeprefix(start) if link.startswith(start) else link


def address_problems(
    site: Path, address: str, pages: dict[str, Reader], files: set[str]
) -> Iterator[Problem]:
    """Full addresses of this site, wherever they are printed, that lead nowhere. Only a page has anchors to look for."""
    pattern = re.compile(
        re.escape(address.rstrip("/")).encode() + rb"(?:/[^\s\"'<>()\[\]\\`|,;&{}]*)?"
    )
    for name in sorted(files):
        if Path(name).suffix in TEXTS:
            for printed in dict.fromkeys(pattern.findall((site / name).read_bytes())):
                link = printed.decode().rstrip(".:")
                if broken := broken_link(
                    name, "/" + link[len(address.rstrip("/")) :].lstrip("/"), pages, files
                ):
                    yield broken._replace(place=link)


def broken_link(name: str, link: str, pages: dict[str, Reader], files: set[str]) -> Problem | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = resolve(name, unquote(parts.path))
    if path not in files:
        return Problem(name, link, "leads nowhere", "Correct the link or make the page")
    if parts.fragment and path in pages and unquote(parts.fragment) not in pages[path].anchors:
        return Problem(name, link, "leads to an anchor that is not there", "Correct the anchor")
    return None


def resolve(name: str, path: str) -> str:
    """The file that a link on a page means. `/` and folders mean their index page."""
    if not path:
        return name
    steps = [] if path.startswith("/") else name.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1] if steps else [".."]
        elif step not in ("", "."):
            steps.append(step)
    target = "/".join(steps)
    return (
        f"{target}/index.html".lstrip("/")
        if path.endswith(("/", "..")) or path == "." or not target
        else target
    )


def descriptor_problems(site: Path) -> list[Problem]:
    """Files that the site's own datapackage.json names and the site does not have."""
    tables = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return [
        Problem(
            "datapackage.json",
            table["name"],
            f"{table['path']} is not in the site",
            "Stage the data",
        )
        for table in tables
        if not (site / table["path"]).is_file()
    ]
