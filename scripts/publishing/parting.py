"""Parts a page that is too heavy into several, at entries that its template marks with
`data-entry`.

The first part keeps the address and all that is no entry. Other parts stand beside it, as
`page.2.html`, and repeat the headings above their entries. A place that moved leaves a link behind
that has its anchor, so that an old address still leads to it; every link of the site is then turned
to where it leads now.
"""

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, groupby
from typing import NamedTuple
from urllib.parse import unquote

from markupsafe import Markup

from scripts.pages import addresses
from scripts.pages.rendering import Page, environment
from scripts.publishing.page_weight import MOST, weight

BODY, PART = MOST - 80_000, 150_000  # the most that a body weighs, and that a further part does
A_LINK = 300  # what a link weighs that stands where an entry was
LISTED = 400  # so many anchors that moved are listed with their names, the others only named
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
MARK = " data-entry"
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)(/?)>")
ANCHOR = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]+)"')
FILTERED = re.compile(r'\sdata-(?:document|rule|verdict)="[^"]*"')
NAMING = re.compile(r"<(h[2-6]|th|a|summary)\b[^<>]*>(.*?)</\1>", re.DOTALL)
CRUMBS = re.compile(r'(<nav class="crumbs".*?)</ol></nav>', re.DOTALL)
HEADING = re.compile(r"\s*<(h[2-4])\b.*?</\1>", re.DOTALL)
SUMMARY = re.compile(r"\s*<summary.*?</summary>", re.DOTALL)
ID = re.compile(r'\sid="[^"]*"')
LINK = re.compile(r'(<a\s[^<>]*?href=")([^"#?:]*)#([^"]+)"')


@dataclass
class Element:
    """An element of a body: where it begins, where its inside begins and ends, and where it
    ends.
    """

    tag: str
    start: int
    inside: int
    inside_end: int = 0
    end: int = 0


class Entry(NamedTuple):
    """An entry, with the elements that it stands in from the outermost."""

    element: Element
    around: tuple[Element, ...]

    @property
    def section(self) -> Element | None:
        """The outermost section that it stands in."""
        return next((each for each in self.around if each.tag == "section"), None)


class Moved(NamedTuple):
    """An anchor that moved: the page that it moved to, its name as HTML, and what it is filtered
    by.
    """

    anchor: str
    path: str
    name: str
    filtered: str


@dataclass
class Where:
    """Where anchors stand that moved, by page and anchor; and the page that each further part
    belongs to.
    """

    moved: dict[str, dict[str, str]] = field(default_factory=dict)
    first_of: dict[str, str] = field(default_factory=dict)

    def note(self, page: Page) -> None:
        if page.part_of:
            self.first_of[page.path] = page.part_of
            places = self.moved.setdefault(page.part_of, {})
            places.update(dict.fromkeys(ANCHOR.findall(page.body), page.path))

    def turned(self, path: str, text: str) -> str:
        """The text of a page with each link to an anchor that moved turned to where it stands."""
        return LINK.sub(lambda found: self._turn(path, found), text)

    def _turn(self, path: str, found: re.Match[str]) -> str:
        opening, to, fragment = found.groups()
        first = self.first_of.get(path, path)
        meant = _resolved(path, to) if to else first
        anchor = unquote(html.unescape(fragment))
        stands = self.moved.get(meant, {}).get(anchor, meant)
        if meant not in self.moved or (stands == meant and to):
            return found[0]
        here = "" if stands == path else addresses.relative(path, stands)
        return f'{opening}{here}#{fragment}"'


def _resolved(path: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), link))


def parts(page: Page) -> list[Page]:
    """The page, or the parts of it where it is too heavy and has entries to part it at."""
    entries = found(page.body) if weight(page.body) > BODY else []
    groups = grouped(page.body, entries)
    if len(groups) < 2:
        return [page._replace(body=unmarked(page.body))]
    paths = [part_path(page.path, number) for number in range(1, len(groups) + 1)]
    further = [
        further_part(page, group, number, paths) for number, group in enumerate(groups[1:], start=2)
    ]
    return [first_part(page, groups, paths), *further]


def part_path(path: str, number: int) -> str:
    """No id has a dot, so that no other page stands at the address of a part."""
    return path if number == 1 else f"{path.removesuffix('.html')}.{number}.html"


def unmarked(body: str) -> str:
    return body.replace(MARK, "")


def found(body: str) -> list[Entry]:
    """The entries of a body in order. Templates escape what they print, so that < begins a tag."""
    open_now: list[Element] = []
    entries: list[Entry] = []
    for tag in TAG.finditer(body):
        closing, name, attributes, alone = tag.groups()
        if closing:
            element = open_now.pop()
            element.inside_end, element.end = tag.start(), tag.end()
        elif not alone and name not in VOID:
            element = Element(name, tag.start(), tag.end())
            if MARK in attributes:
                entries.append(Entry(element, tuple(open_now)))
            open_now.append(element)
    return entries


def grouped(body: str, entries: list[Entry]) -> list[list[Entry]]:
    """The entries of each part. The first part also bears all that is no entry, and a link for each
    anchor that moved.
    """
    texts = [body[each.element.start : each.element.end] for each in entries]
    rest = weight(body) - sum(map(weight, texts))
    groups: list[list[Entry]] = [[]]
    full = rest + sum(A_LINK * text.count(' id="') for text in texts)
    for entry, text in zip(entries, texts, strict=True):
        if full + weight(text) > (PART if len(groups) > 1 else BODY):
            groups.append([])
            full = 0
        groups[-1].append(entry)
        full += weight(text)
    return groups


def first_part(page: Page, groups: list[list[Entry]], paths: list[str]) -> Page:
    """The page with its first entries, where the others are, and what became of their anchors."""
    body = page.body
    further = [(entry, path) for group, path in zip(groups, paths, strict=True) for entry in group]
    gone = further[len(groups[0]) :]
    cuts = sorted([*removed(groups[0], [entry for entry, _ in gone]), *continued(gone, page.path)])
    pieces, at = [], 0
    for start, end, instead in cuts:
        pieces += [body[at:start], instead] if start >= at else []
        at = max(at, end)
    pieces.append(body[at:])
    kept = unmarked("".join(pieces))
    moved = [each for entry, path in gone for each in anchors(body, entry, path)]
    under = partial(
        rendered, "moved.html", page, 1, paths, moved=moved[:LISTED], number_moved=len(moved)
    )
    room = BODY - len((kept + under(named=[])).encode())
    named = as_many(named_by_way(moved[LISTED:], page.path), room)
    return page._replace(body=kept + under(named=named))


def named_by_way(moved: list[Moved], page: str) -> Iterator[str]:
    """The anchors that are only named, each page before those that stand on it. No anchor ends as a
    page does.
    """
    for path, there in groupby(moved, lambda each: each.path):
        yield addresses.relative(page, path)
        yield from (each.anchor for each in there)


def as_many(named: Iterable[str], room: int) -> list[str]:
    """As many as a page has room for. Whoever follows an old link to one that is left out stands on
    the first part; the site's own links lead to where it is.
    """
    every = list(named)
    ends = accumulate(len(name) + 1 for name in every)
    return [name for name, end in zip(every, ends, strict=True) if end <= room]


def removed(kept: list[Entry], gone: list[Entry]) -> Iterator[tuple[int, int, str]]:
    """What is cut out: each entry, or all that held entries and is empty now."""
    held = {id(element) for entry in kept for element in entry.around}
    for entry in gone:
        inner = entry.around[entry.around.index(entry.section) + 1 :] if entry.section else ()
        empty = next((each for each in inner if id(each) not in held), None)
        cut = empty or entry.element
        yield cut.start, cut.end, ""


def continued(gone: list[tuple[Entry, str]], page: str) -> Iterator[tuple[int, int, str]]:
    """Where a section lost entries, a link to the first of them, at its end."""
    lost: dict[int, list[tuple[Entry, str]]] = {}
    for entry, path in gone:
        at = entry.section.inside_end if entry.section else entry.element.start
        lost.setdefault(at if entry.section else -1, []).append((entry, path))
    for at, several in lost.items():
        way = addresses.relative(page, several[0][1])
        more = Markup('<p class="more"><a href="{}">{} more on the next pages</a></p>\n')
        where = several[0][0].element.start if at == -1 else at
        yield where, where, more.format(way, f"{len(several):,}")


def anchors(body: str, entry: Entry, path: str) -> Iterator[Moved]:
    text = body[entry.element.start : entry.element.end]
    filtered = "".join(FILTERED.findall(text[: entry.element.inside - entry.element.start]))
    naming = NAMING.search(text)
    for anchor in ANCHOR.findall(text):
        name = " ".join(Markup(naming[2]).striptags().split()) if naming else anchor
        yield Moved(anchor, path, name, Markup(filtered))


def further_part(page: Page, group: list[Entry], number: int, paths: list[str]) -> Page:
    """A further part: its entries, each under what it stands in."""
    held = "".join(_again(page.body, group))
    crumbs = CRUMBS.search(page.body)
    above = Markup(crumbs[1]) if crumbs else Markup("")
    body = rendered("part.html", page, number, paths, above=above, held=Markup(unmarked(held)))
    title = f"{page.title}, page {number} of {len(paths)}"
    return Page(paths[number - 1], title, page.description, body, False, part_of=page.path)


def _again(body: str, group: list[Entry]) -> Iterator[str]:
    """The text of entries, with what they stand in opened and closed around them."""
    standing: tuple[Element, ...] = ()
    for entry in group:
        same = _alike(standing, entry.around)
        yield from (f"</{each.tag}>" for each in reversed(standing[same:]))
        yield from (opened(body, each) for each in entry.around[same:])
        yield body[entry.element.start : entry.element.end] + "\n"
        standing = entry.around
    yield from (f"</{each.tag}>" for each in reversed(standing))


def _alike(one: Iterable[Element], other: Iterable[Element]) -> int:
    """How many elements from the outermost are the same."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a is not b), len(tuple(one)))


def opened(body: str, element: Element) -> str:
    """How an element begins, without its id: with its heading, its summary, or the head of its
    table.
    """
    start = ID.sub("", body[element.start : element.inside])
    if element.tag == "table":
        return start + body[element.inside : body.index("<tbody", element.inside)]
    heading = {"section": HEADING, "details": SUMMARY}.get(element.tag)
    said = heading.match(body, element.inside) if heading else None
    shown = start.replace("<details", "<details open") if element.tag == "details" else start
    return shown + (said[0] if said else "")


def rendered(template: str, page: Page, number: int, paths: list[str], **facts: object) -> str:
    own = paths[number - 1]
    made = environment().get_template(f"parts/{template}")
    ways = [addresses.relative(own, path) for path in paths]
    return made.render(title=page.title, number=number, ways=ways, page=own, at=addresses, **facts)
