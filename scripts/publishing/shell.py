"""Writes generated pages without the site generator: it makes pages of marks, and every generated
page is one of them filled in.

`MARKED`, two folders deep, serves every page that no menu names. What the generator makes of it is
split once; its links are turned once a folder; each page is then one join. White space of the theme
that nobody sees is left out. A page that the menu names has a page of marks of its own, at its own
address, for its place in the menu is lit. Else the bytes are those that the generator itself would
have written, and the policy of the page: which scripts it may run is known from the page of marks,
before any data comes in.
"""

import posixpath
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from mkdocs.utils.yaml import yaml_load

from scripts.publishing import policy, prose_tables
from scripts.publishing.thinning import thinned

PATH = "shell-mark/shell-mark/shell-mark.html"  # two folders deep: every link of it begins ../..
TITLE, DESCRIPTION, BODY, DATASET = (
    "shell-mark-title",
    "shell-mark-description",
    "<h1>shell-mark-body</h1>",  # without <h1> the theme would write one of its own
    "shell-mark-dataset",
)
POLICY = "shell-mark-policy"  # put in here: the generator knows nothing of it
# Its line break belongs to it: a page without a dataset has no empty line instead.
SCRIPT = f'<script type="application/ld+json">{DATASET}</script>\n'
MARKS = {TITLE: "title", DESCRIPTION: "description", BODY: "body", SCRIPT: "dataset", PATH: "path"}
MARKS[POLICY] = "policy"
NOT_FOUND = "404.html"
MARK = re.compile("|".join(re.escape(mark) for mark in MARKS))
LINK = re.compile(r"""(?<=["'])\.\./\.\.(?:/([^"'#?]*))?(?=["'#?])""")


class Broken(Exception):
    """What the generator made of a page of marks lacks some of its marks."""


class Leaf(NamedTuple):
    """What differs from one generated page to the next. It goes into the page as it is: title and
    description are escaped.

    `path` is the page's address in the site and ends in .html; `dataset` is the text of a
    schema.org Dataset, or empty.
    `computes` says whether its policy lets it run WebAssembly and workers.
    """

    path: str
    title: str
    description: str
    body: str
    dataset: str = ""
    computes: bool = False


MARKED = Leaf(PATH, TITLE, DESCRIPTION, BODY, DATASET)


class Shell:
    """A page of marks, split at them. Its links are turned to the folder of each page, unless it
    stands at its own address.
    """

    def __init__(self, html: str, path: str = PATH):
        html = policy.guarded(thinned(html), POLICY)
        self._slots = [MARKS[mark] for mark in MARK.findall(html)]
        needed = [mark for mark in MARKS if mark != PATH or path == PATH]
        if missing := [mark for mark in needed if MARKS[mark] not in self._slots]:
            raise Broken(f"{path}: the page of marks has no {', '.join(missing)}")
        self._pieces = [
            LINK.split(piece) if path == PATH else [piece] for piece in MARK.split(html)
        ]
        self._seen_from = cache(self._turned)
        self.policy = cache(self._policy)

    def _turned(self, folder: str) -> list[str]:
        """The pieces with their links as a page of this folder needs them."""
        return [_joined(piece, folder) for piece in self._pieces]

    def scripts(self, folder: str) -> list[str]:
        """The inline scripts of a page of this folder: the theme's, for nothing is filled in
        yet.
        """
        return policy.inline("".join(self._seen_from(folder)))

    def _policy(self, folder: str, *, computes: bool) -> str:
        return policy.text(self.scripts(folder), computes=computes)

    def page(self, leaf: Leaf) -> str:
        """The whole text of a page."""
        folder = posixpath.dirname(leaf.path)
        first, *others = self._seen_from(folder)
        fills = {
            "title": leaf.title,
            "description": leaf.description,
            "body": leaf.body.expandtabs(4),  # as Markdown does
            "dataset": SCRIPT.replace(DATASET, leaf.dataset) if leaf.dataset else "",
            "path": quote(leaf.path),
            "policy": self.policy(folder, computes=leaf.computes),
        }
        filled = (fills[slot] + piece for slot, piece in zip(self._slots, others, strict=True))
        return first + "".join(filled)


def _joined(parts: list[str], folder: str) -> str:
    """Text and the targets of its links by turns, as one text with each link as it is from a
    folder.
    """
    turned = list(parts)
    turned[1::2] = [posixpath.relpath(to or ".", folder or ".") for to in parts[1::2]]
    return "".join(turned)


class Shells:
    """The pages of marks of a site that the generator has built: taken out of it, for none of them
    is a page to be seen.

    The pages that stay, prose and the page for addresses that are not there, get their policy.
    """

    def __init__(self, site: Path, sections: list[str]):
        self._own = {path: Shell(_taken(site / path), path) for path in sections}
        self._any = Shell(_taken(site / PATH))
        (site / PATH).parent.rmdir()
        (site / PATH).parent.parent.rmdir()
        not_found = thinned((site / NOT_FOUND).read_text(encoding="utf-8"))
        self._not_found = policy.inline(not_found)
        for page in site.rglob("*.html"):
            self._guard(page, page.relative_to(site).as_posix())

    def page(self, leaf: Leaf) -> str:
        """The whole text of a page."""
        return self._own.get(leaf.path, self._any).page(leaf)

    def scripts(self, folders: Iterable[str]) -> list[str]:
        """The inline scripts of all pages of a site with these folders."""
        seen = (script for folder in folders for script in self._any.scripts(folder))
        return sorted({*self._not_found, *seen})

    def _guard(self, page: Path, path: str) -> None:
        """Write the policy into a page of the generator. That of the page for addresses that are
        not there has scripts of its own.
        """
        folder = posixpath.dirname(path)
        known = self._not_found if path == NOT_FOUND else self._any.scripts(folder)
        text = prose_tables.reachable(thinned(page.read_text(encoding="utf-8")))
        page.write_text(policy.guarded(text, policy.text(known)), encoding="utf-8", newline="\n")


def _taken(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text


def sections(settings: Path) -> list[str]:
    """The addresses of the pages that the menu names in mkdocs.yml."""
    with settings.open("rb") as file:
        menu = yaml_load(file)["nav"]
    return [path.removesuffix(".md") + ".html" for entry in menu for path in entry.values()]
