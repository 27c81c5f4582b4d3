"""Prose that people write in docs/, with its numbers from the package: Markdown first, then the facts, escaped.

A page at `about/faq.html` has its prose in `docs/about/faq.md`: lines such as `summary: ...` between two `---`, a title
after `#`, then text. `{{ figure("id") }}` in the text becomes the figure's value with a link, and so on; see `Voice`.
"""

import re
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError
from markdown import Markdown
from markupsafe import Markup

from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages import addresses, words
from scripts.pages.rendering import environment

FOLDER = Path("docs")
EMPTY = re.compile(r"<p>\s*</p>")


class Broken(Exception):
    """Prose that names what is not there; the problem says where."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


class Prose(NamedTuple):
    """Title, the lines that stand before it, the text as HTML, and the rows that the text speaks of."""

    title: str
    meta: dict[str, str]
    body: Markup
    figures: list[dict]
    answers: list[dict]
    checks: list[dict]


class Voice:
    """What prose may say of the package. It keeps the rows it was asked for, in order, each once."""

    def __init__(self, page: str, package: Package):
        self.page, self.package = page, package
        self.said: dict[str, dict[str, dict]] = {"figures": {}, "answers": {}, "checks": {}}

    def row(self, table: str, key: str) -> dict:
        return self.said[table].setdefault(key, self.package.term(table, key))

    def figure(self, figure_id: str) -> Markup:
        """The value with its unit and qualifier, as a link to the figure."""
        return self.linked(
            addresses.figure(figure_id), words.value(self.row("figures", figure_id), self.package)
        )

    def printed(self, figure_id: str) -> Markup:
        """What is printed, as a link to the figure."""
        return self.linked(
            addresses.figure(figure_id), f"“{self.row('figures', figure_id)['value_as_published']}”"
        )

    def answer(self, answer_id: str) -> Markup:
        """The answer in words, as a link to where it stands."""
        return self.linked(
            addresses.answer(answer_id), words.answer(self.row("answers", answer_id), self.package)
        )

    def when(self, figure_id: str) -> str:
        """The period of a figure in words."""
        return words.period_words(self.package.term("figures", figure_id))

    def check(self, check_id: str) -> dict:
        """A check's row; to link to it, say `linked(at.check(id), "words")`."""
        return self.row("checks", check_id)

    def document(self, document_id: str) -> dict:
        return self.package.term("documents", document_id)

    def value(self, figure_id: str) -> str:
        """The plain digits, to reckon with."""
        return self.row("figures", figure_id)["value"]

    def linked(self, address: str, text: str) -> Markup:
        return Markup('<a class="fig" href="{}">{}</a>').format(
            addresses.relative(self.page, address), text
        )


def exists(page: str, package: Package) -> bool:
    return (package.root / source(page)).is_file()


def source(page: str) -> Path:
    return FOLDER / Path(page).with_suffix(".md")


def pages_in(folder: str, package: Package) -> list[str]:
    """The addresses of all pages whose prose stands in a folder of docs/."""
    return [
        f"{folder}/{path.stem}.html"
        for path in sorted((package.root / FOLDER / folder).glob("*.md"))
    ]


def lines_before(page: str, package: Package) -> dict[str, str]:
    """What stands before the text of a page, and its title; nothing is filled in."""
    markdown = Markdown(extensions=["meta"])
    html = markdown.convert((package.root / source(page)).read_text(encoding="utf-8"))
    title = Markup(html.partition("</h1>")[0].partition(">")[2]).striptags()
    return {
        "summary": "",
        **{name: " ".join(lines) for name, lines in markdown.Meta.items()},
        "title": title,
    }


def read(page: str, package: Package, **facts) -> Prose:
    """The prose of a page, with the facts it asks for."""
    markdown = Markdown(extensions=["meta", "tables", "toc", "fenced_code"])
    html = markdown.convert((package.root / source(page)).read_text(encoding="utf-8"))
    title, _, body = html.partition("</h1>")
    meta = {name: " ".join(lines) for name, lines in markdown.Meta.items()}
    voice = Voice(page, package)
    return Prose(
        filled(title.partition(">")[2], voice, facts).striptags(),
        {name: filled(text, voice, facts).striptags() for name, text in meta.items()},
        Markup(EMPTY.sub("", filled(body, voice, facts))),
        *(list(rows.values()) for rows in voice.said.values()),
    )


def filled(html: str, voice: Voice, facts: dict) -> Markup:
    """The text with every fact in its place."""
    given = {
        name: getattr(voice, name)
        for name in ("figure", "printed", "when", "answer", "check", "document", "value", "linked")
    }
    try:
        return Markup(
            environment()
            .from_string(html)
            .render(**given, at=addresses, words=words, package=voice.package, **facts)
        )
    except KeyError as missing:
        raise Broken(
            Problem(
                str(source(voice.page)),
                str(missing),
                "is not in the package",
                "Correct the id, or take out the sentence",
            )
        ) from None
    except TemplateError as wrong:
        raise Broken(
            Problem(
                str(source(voice.page)),
                str(wrong),
                "cannot be filled in",
                "Correct what stands in double braces",
            )
        ) from None
