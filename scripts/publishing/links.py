"""Checks a finished site: every link and every full address of its own, in any of its files, leads
to a file and an anchor that exist; nothing is loaded from elsewhere.

Pages are read one at a time. Of each, its anchors are kept, and of all links together each place
that they lead to once.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from scripts.asking.filter_rows import FILTERS
from scripts.model.contract import CONTRACT
from scripts.model.problems import Problem
from scripts.pages import addresses

# pages are made by templates that escape what they print, and by the generator: < begins a tag, and
# values stand in quotes
ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=\"([^\"]+)\"")
LINKING = re.compile(r"<(a|link|script|img|iframe|source|video|audio|embed|object)\s([^<>]*)>")
ATTRIBUTE = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
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
NOWHERE = ("leads nowhere", "Correct the link or make the page")
NO_ANCHOR = ("leads to an anchor that is not there", "Correct the anchor")


class Read(NamedTuple):
    """What a page says: its anchors in order, the links on it, and what it loads."""

    anchors: list[str]
    links: list[str]
    loaded: list[str]


def read(html: str) -> Read:
    """The anchors and links of a page."""
    found = Read(ID.findall(html), [], [])
    for tag, inside in LINKING.findall(html):
        given = {name: unescape(max(values)) for name, *values in ATTRIBUTE.findall(inside)}
        if tag == "a":
            found.links.extend([given["href"]] if "href" in given else [])
        elif tag == "link":
            rel = set(given.get("rel", "").split())
            found.loaded.extend([given.get("href", "")] if rel & LOADING_LINKS else [])
        else:
            place = "data" if tag == "object" else "src"
            found.loaded.extend([given[place]] if place in given else [])
    return found


def problems(site: Path, address: str) -> list[Problem]:
    """All broken links and anchors, anchors given twice, and loads from other hosts, of every page
    of the site at this address.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    check = Check(files, address)
    for name in sorted(files):
        if Path(name).suffix in TEXTS:
            check.take(name, (site / name).read_text(encoding="utf-8"))
    return [*check.found, *check.without_anchor()]


class Check:
    """Takes the files of a site one by one. `found` is what is wrong so far; anchors can be told
    when all pages were taken.
    """

    def __init__(self, files: set[str], address: str):
        self.found: list[Problem] = []
        self._files, self._address = files, address.rstrip("/")
        self._start = urlsplit(address).path.rstrip("/") + "/"
        self._printed = re.compile(re.escape(self._address) + r"(?:/[^\s\"'<>()\[\]\\`|,;&{}]*)?")
        self._anchors: dict[str, frozenset[str]] = {}
        self._wanted: dict[tuple[str, str], tuple[str, str]] = {}
        self._places: dict[tuple[str, str], tuple[str, str] | None] = {}

    def take(self, name: str, text: str) -> None:
        """Check a file: the links of a page, and full addresses of this site wherever they are
        printed.
        """
        if name.endswith(".html"):
            self._take_page(name, read(text))
        for printed in dict.fromkeys(self._printed.findall(text)):
            address = printed.rstrip(".:")
            self._follow(name, address, "/" + address[len(self._address) :].lstrip("/"))

    def _take_page(self, name: str, page: Read) -> None:
        self._anchors[name] = frozenset(page.anchors)
        if len(page.anchors) > len(self._anchors[name]):
            twice = sorted({each for each in page.anchors if page.anchors.count(each) > 1})
            self.found += [
                Problem(name, f"id {anchor!r}", "is there twice", "Give each its own")
                for anchor in twice
            ]
        for address in page.loaded:
            if urlsplit(address).netloc:
                what = "is loaded from another host"
                self.found.append(Problem(name, address, what, "Keep a copy in the site"))
        for link in dict.fromkeys(page.links + page.loaded):
            self._follow(name, link, from_start(link, self._start))

    def _follow(self, name: str, said: str, link: str) -> None:
        """Note where a link leads; at once if to no file."""
        where = self._place(name, link)
        if where is None:
            return
        path, fragment = where
        if path not in self._files:
            self.found.append(Problem(name, said, *NOWHERE))
        elif fragment:
            self._wanted.setdefault(where, (name, said))

    def _place(self, name: str, link: str) -> tuple[str, str] | None:
        """The file and the anchor that a link leads to; nothing for a link to elsewhere. Links are
        the same on many pages.
        """
        own = link.startswith(("#", "?")) or not link
        base = name if own else "" if link.startswith("/") else name.rpartition("/")[0] + "/"
        if (base, link) not in self._places:
            parts = urlsplit(link)
            away = parts.scheme or parts.netloc
            path = resolve(name, unquote(parts.path))
            anchor = "" if selects(path, parts.fragment) else unquote(parts.fragment)
            self._places[base, link] = None if away else (path, anchor)
        return self._places[base, link]

    def without_anchor(self) -> Iterator[Problem]:
        """Links to anchors that are not on the pages they lead to, each place once."""
        for (path, fragment), (name, said) in self._wanted.items():
            if path in self._anchors and fragment not in self._anchors[path]:
                yield Problem(name, said, *NO_ANCHOR)


def selects(path: str, fragment: str) -> bool:
    """Whether it says what to choose among the filters of Ask the data: no anchor."""
    chosen = parse_qsl(fragment, keep_blank_values=True)
    known = all(name in FILTERS and value for name, value in chosen)
    return path == addresses.ASK and bool(chosen) and known


def from_start(link: str, start: str) -> str:
    """A link that begins at the host's root, as one that begins at the site's: a site need not
    stand at the root of its host.
    """
    return "/" + link.removeprefix(start) if link.startswith(start) else link


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
    tables = json.loads((site / CONTRACT).read_text(encoding="utf-8"))["resources"]
    return [
        Problem(
            CONTRACT,
            table["name"],
            f"{table['path']} is not in the site",
            "Stage the data",
        )
        for table in tables
        if not (site / table["path"]).is_file()
    ]
