"""Markdown that people write, as HTML: no HTML of their own, no address that could act, and facts
in double braces.

Nothing in the text is run. What stands in double braces is handed to a function, which says it;
what it says is never Markdown. Markdown in a code span or a block of code stays as it is written.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from scripts.model.problems import Problem
from scripts.pages.rendering import CONTROL

EXTENSIONS = ["meta", "tables", "toc", "fenced_code"]
BRACES = r"\{\{([^{}]*)\}\}|\{\{|\{%"
HTML = r"<[a-zA-Z/!?][^<>\n]{0,60}"
REFERENCE = r"&#[xX]?[0-9a-fA-F]+;?"
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][!-~]*)?|(?!/)[\w./-]*(#[\w./:-]*)?")
PICTURE = re.compile(r"(?!/)[\w./-]+")

Say = Callable[[str], str]  # what stands between the braces -> what is said


class Unsaid(Exception):
    """What stands in double braces cannot be said."""

    def __init__(self, what: str, cure: str):
        super().__init__(what)
        self.what, self.cure = what, cure


class Untrue(Exception):
    """The data are no longer as what is written in double braces says: the paragraph or point that
    it stands in is left out.
    """


class Converted(NamedTuple):
    """The lines before the text, the text as HTML, and all that is refused in either."""

    meta: dict[str, str]
    html: str
    problems: list[Problem]


def convert(file: str, text: str, say: Say) -> Converted:
    """The text of a file, with all that stands in double braces said."""
    refusing = Refusing(file, text, say)
    markdown = Markdown(extensions=[*EXTENSIONS, refusing])
    html = markdown.convert(text)
    lines: dict[str, list[str]] = getattr(markdown, "Meta", {})
    meta = {name: refusing.plain(" ".join(found)) for name, found in lines.items()}
    return Converted(meta, html, refusing.problems)


class Refusing(Extension):
    """Takes the place of raw HTML, looks at every address, and says what stands in double
    braces.
    """

    def __init__(self, file: str, text: str, say: Say):
        super().__init__()
        self.file, self.text, self.say = file, text, say
        self.problems: list[Problem] = []
        self.untrue: set[str] = set()  # what stands for them while Markdown is at work

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(Braces(self, md), "braces", 185)  # after code, before all else
        md.inlinePatterns.register(Raw(HTML, md, self), "html", 90)
        md.inlinePatterns.register(Raw(REFERENCE, md, self), "entity_number", 85)
        md.treeprocessors.register(Untold(self, md), "untold", 6)
        md.treeprocessors.register(Addresses(self, md), "addresses", 5)

    def refuse(self, written: str, what: str, cure: str) -> None:
        """Note a problem on the line on which it is written."""
        place = self.text.find(written.partition("\n")[0])
        line = self.text.count("\n", 0, place) + 1
        self.problems.append(
            Problem(self.file, f"line {line}" if place >= 0 else "text", what, cure)
        )

    def said(self, found: re.Match[str]) -> str:
        """What one pair of braces says, as HTML. Raises Untrue."""
        try:
            if found[1] is None:
                raise Unsaid(
                    f"{found[0]!r} cannot be filled in", "Write one fact between {{ and }}"
                )
            return CONTROL.sub("", escape(self.say(found[1])))  # Markdown marks places by them
        except Unsaid as unsaid:
            self.refuse(found[0], unsaid.what, unsaid.cure)
            return ""

    def plain(self, line: str) -> str:
        """A line of plain text with its facts said, without their links; nothing if its condition
        does not hold.
        """
        try:
            return re.sub(BRACES, lambda found: Markup(self.said(found)).striptags(), line)
        except Untrue:
            return ""


class Braces(InlineProcessor):
    """A fact, as it is said; the rest of Markdown never sees it."""

    def __init__(self, refusing: Refusing, md: Markdown):
        super().__init__(BRACES, md)
        self.refusing = refusing

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        try:
            kept = self.md.htmlStash.store(self.refusing.said(m))
        except Untrue:
            kept = self.md.htmlStash.store("")
            self.refusing.untrue.add(kept)
        return kept, m.start(0), m.end(0)


class Raw(InlineProcessor):
    """HTML or a numbered character: refused, and shown as it is written."""

    def __init__(self, pattern: str, md: Markdown, refusing: Refusing):
        super().__init__(pattern, md)
        self.refusing = refusing

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        self.refusing.refuse(
            m[0], f"{m[0][:40]!r} is HTML", "Write it in Markdown, or between ` and ` to show it"
        )
        return m[0], m.start(0), m.end(0)


class Untold(Treeprocessor):
    """Leaves out each paragraph and each point of a list whose condition does not hold, and a list
    that has no points left.
    """

    def __init__(self, refusing: Refusing, md: Markdown):
        super().__init__(md)
        self.refusing = refusing

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for element in list(parent):
                if element.tag in ("p", "li") and self.is_untrue(element):
                    parent.remove(element)
        for parent in list(root.iter()):
            for element in list(parent):
                if element.tag in ("ul", "ol") and not len(element):
                    parent.remove(element)

    def is_untrue(self, element: Element) -> bool:
        text = "".join(element.itertext())
        return any(kept in text for kept in self.refusing.untrue)


class Addresses(Treeprocessor):
    """Every link leads to a page of the site or to http(s), and every picture is the site's own."""

    def __init__(self, refusing: Refusing, md: Markdown):
        super().__init__(md)
        self.refusing = refusing

    def run(self, root: Element) -> None:
        for element in root.iter():
            self.look(element.get("href"), ADDRESS, "an address that prose may have")
            self.look(element.get("src"), PICTURE, "a picture of this site")

    def look(self, address: Any, allowed: re.Pattern[str], what: str) -> None:
        if address is not None and not allowed.fullmatch(unescape(address)):
            self.refusing.refuse(
                address,
                f"{address[:60]!r} is not {what}",
                "Link to a page here, such as ../checks/index.html, or to https://",
            )
