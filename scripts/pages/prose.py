"""Prose that people write in docs/, with its numbers from the package. It is data: nothing in it is
run.

A page at `about/faq.html` has its prose in `docs/about/faq.md`: lines such as `summary: ...`
between two `---`, a title after `#`, then text. `{{ figure("id") }}` in the text becomes the
figure's value with a link; `spoken_facts` has all that can be said.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages.plain_markdown import Converted, Say, Unsaid, convert
from scripts.pages.spoken_facts import Facts

FOLDER = Path("docs")
EMPTY = re.compile(r"<p>\s*</p>")


class Broken(Exception):
    """Prose that cannot be published; the problems say where and why."""

    def __init__(self, *problems: Problem):
        super().__init__("; ".join(map(str, problems)))
        self.problems = list(problems)


class Prose(NamedTuple):
    """Title, the lines that stand before it, the text as HTML, and the rows that the text speaks
    of.
    """

    title: str
    meta: dict[str, str]
    body: Markup
    figures: list[dict[str, str]]
    answers: list[dict[str, str]]
    checks: list[dict[str, str]]


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
    found = converted(page, package, say=lambda _: "")
    return {"summary": "", **found.meta, "title": title_and_body(found.html)[0]}


def read(
    page: str,
    package: Package,
    needed: tuple[str, ...] = (),
    given: Mapping[str, str | Mapping[str, str]] | None = None,
) -> Prose:
    """The prose of a page. `needed` are lines that must stand before it, `given` facts of this page
    only.
    """
    facts = Facts(page, package, given or {})
    found = converted(page, package, facts.say)
    title, body = title_and_body(found.html)
    missing = [name for name in needed if not found.meta.get(name, "").strip()]
    problems = [*found.problems, *lacking(page, missing, title)]
    if problems:
        raise Broken(*problems)
    spoken = (list(rows.values()) for rows in facts.rows.values())
    return Prose(title, found.meta, Markup(EMPTY.sub("", body)), *spoken)


def converted(page: str, package: Package, say: Say) -> Converted:
    file = str(source(page))
    try:
        text = (package.root / file).read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        where = f"byte {wrong.start + 1}"
        raise Broken(Problem(file, where, "is not UTF-8", "Save the file as UTF-8")) from None
    return convert(file, text, say)


def title_and_body(html: str) -> tuple[str, str]:
    """What stands after `#`, as plain text, and all that follows."""
    title, _, body = html.partition("</h1>")
    return Markup(title.partition("<h1")[2].partition(">")[2]).striptags(), body


def lacking(page: str, names: list[str], title: str) -> list[Problem]:
    """Words that a page of its kind must have."""
    file = str(source(page))
    told = [
        Problem(
            file, "top", f"has no line `{name}`", f"Write {name}: and the words, between two ---"
        )
        for name in names
    ]
    untitled = [Problem(file, "title", "is missing", "Write it after # above the text")]
    return told + ([] if title.strip() else untitled)


def guide_problems(package: Package) -> list[Problem]:
    """What is wrong in the pages of docs/ itself, which the site generator builds as they are: they
    say no facts.
    """
    return [
        problem
        for path in sorted((package.root / FOLDER).glob("*.md"))
        for problem in converted(path.with_suffix(".html").name, package, no_fact).problems
    ]


def no_fact(written: str) -> str:
    raise Unsaid(
        f"{written.strip()[:60]!r} cannot be filled in on this page",
        "Take it out, or write it between ` and ` to show it",
    )
