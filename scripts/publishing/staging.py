"""Puts into one folder what the site generator builds: prose that people write, and pages of marks
for all that is generated.

A page of marks is a Markdown file that holds one block of HTML: nothing in it is Markdown.
"""

import html
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from scripts.asking import bundles
from scripts.pages.rendering import CONTROL, Page
from scripts.publishing.shell import MARKED, Leaf

PROSE, THEME = "docs", Path(__file__).parent / "theme"
STAGED = Path("build/pages")


def stage(folder: Path, root: Path, sections: Iterable[str]) -> None:
    """Fill the folder. `sections` are the addresses that the menu names."""
    for path in sorted((root / PROSE).glob("*.md")):
        write(folder / path.name, path.read_bytes())
    shutil.copytree(THEME / "assets", folder / "assets")
    write(folder / "assets/search.js", bundles.bundle("search.js"))
    for marked in [MARKED, *(MARKED._replace(path=path) for path in sections)]:
        write(folder / Path(marked.path).with_suffix(".md"), markdown(marked))


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def markdown(marked: Leaf) -> str:
    """A page as the generator reads it."""
    head = {"title": marked.title, "description": marked.description, "dataset": marked.dataset}
    lines = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in head.items()]
    lines += ["hide: [navigation, toc]", "search: {exclude: true}"]
    return "\n".join(["---", *lines, "---", '<div class="sf">', marked.body, "</div>", ""])


def leaf(page: Page) -> Leaf:
    """A page as its shell takes it: what goes into the head of the page is escaped."""
    return Leaf(
        page.path,
        escaped(page.title),
        escaped(page.description),
        page.body,
        page.dataset,
        page.computes,
    )


def escaped(text: str) -> str:
    """Text as one line, escaped for HTML; what does not print is a reference."""
    line = html.escape(" ".join(CONTROL.sub("", text).split()))
    return "".join(each if each.isprintable() else f"&#x{ord(each):x};" for each in line)
