"""Puts pages, prose and data together in one folder as the site generator wants them. The only module that knows how.

A page is a Markdown file that holds one block of HTML: nothing in it is Markdown. Its front matter goes unescaped into the
head of the page, so it is escaped here.
"""

import html
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from scripts.pages.rendering import CONTROL, Page

PROSE, THEME = "docs", Path(__file__).parent / "theme"
PARTS = ("topics", "charts")  # folders of docs/ that are not pages but parts of generated ones
NOT_DATA = shutil.ignore_patterns("*.md", ".*", "releases")  # frozen versions stand at /v<version>/


def stage(
    folder: Path, root: Path, pages: Iterable[Page], files: Iterable[tuple[str, str | bytes]]
) -> int:
    """Fill the folder; the number of pages. `files` are (path, content) pairs of other files."""
    if (root / PROSE).is_dir():
        shutil.copytree(
            root / PROSE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*PARTS)
        )
    shutil.copytree(root / "data", folder / "data", ignore=NOT_DATA)
    shutil.copytree(THEME / "assets", folder / "assets", dirs_exist_ok=True)
    shutil.copyfile(root / "datapackage.json", folder / "datapackage.json")
    for path, content in files:
        write(folder / path, content)
    number = 0
    for number, page in enumerate(pages, start=1):
        write(folder / Path(page.path).with_suffix(".md"), markdown(page))
    return number


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def markdown(page: Page) -> str:
    search = f"search:\n  boost: {page.weight}\n" if page.found else "search:\n  exclude: true\n"
    search += (
        f"tags: [{', '.join(quoted(word) for word in page.keywords)}]\n" if page.keywords else ""
    )
    search += f"dataset: {json.dumps(page.dataset)}\n" if page.dataset else ""
    return f'---\ntitle: {quoted(page.title)}\ndescription: {quoted(page.description)}\nhide: [navigation, toc]\n{search}---\n<div class="sf">\n{page.body}\n</div>\n'


def quoted(text: str) -> str:
    """Text for the front matter: escaped for HTML, what does not print as a reference, then quoted for YAML as JSON is.

    Were the front matter not valid YAML, the generator would take it, unescaped, for the text of the page.
    """
    line = html.escape(" ".join(CONTROL.sub("", text).split()))
    return json.dumps(
        "".join(each if each.isprintable() else f"&#x{ord(each):x};" for each in line),
        ensure_ascii=False,
    )
