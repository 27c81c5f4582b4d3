"""Fills the folder of a site that the generator has begun: data, generated pages, search and
sitemap.

Pages are written one at a time, as they are made; only what search and the sitemap say of them is
kept.
"""

import html
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from scripts.model.contract import CONTRACT
from scripts.model.package import Package
from scripts.offering import digests, downloads
from scripts.publishing import contents, parting, policy, search_entries, sitemaps, staging
from scripts.publishing.search_entries import Found
from scripts.publishing.search_index import FOLDER as SEARCH
from scripts.publishing.search_index import Index
from scripts.publishing.sections import sections
from scripts.publishing.shell import Shells

NOT_DATA = shutil.ignore_patterns("*.md", ".*", "releases")  # frozen versions stand at /v<version>/
THE_THEMES = ("assets/javascripts/lunr", "assets/javascripts/workers", SEARCH)  # its own search
MAPS = re.compile(r"\s*(?://|/\*)# sourceMappingURL=\S+(?: ?\*/)?\s*$")  # of the theme's own code
HEADING = re.compile("<h1[^>]*>(.*?)</h1>", re.DOTALL)
ARTICLE = re.compile("<article.*</article>", re.DOTALL)
TAG = re.compile("<[^>]*>")


def fill(folder: Path, shells: Shells, package: Package) -> int:
    """Write all that the generator did not build; the number of generated pages."""
    for path in THE_THEMES:
        shutil.rmtree(folder / path, ignore_errors=True)
    _without_maps(folder)
    built = sorted(path.name for path in folder.glob("*.html") if path.name != "404.html")
    _data(folder, package)
    index = search_entries.new(package)
    where = parting.Where()
    generated = list(_pages(folder, shells, package, index, where))
    prose = [path for path in built if path not in generated]
    _add(index, (_written(folder, path) for path in prose))
    for entry in search_entries.of_facts(package):
        index.add(entry)
    paths = [*generated, *prose]
    contract = package.contract
    _turn_links(folder, paths, where)
    _write(folder, index.files())
    _write(folder, sitemaps.files(paths, contract["homepage"], contract["created"][:10]))
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    _tell_hosts(folder / "_headers", shells.scripts({posixpath.dirname(path) for path in paths}))
    return len(generated)


def _without_maps(folder: Path) -> None:
    """Take out what only people who mend the theme need, and the lines that lead there."""
    for path in sorted(folder.glob("assets/*/*.map")):
        path.unlink()
        code = path.with_suffix("")
        text = code.read_text(encoding="utf-8")
        staging.write(code, MAPS.sub("\n", text))


def _data(folder: Path, package: Package) -> None:
    """The data as they are, the downloads, and the files that go with pages."""
    shutil.copytree(package.root / "data", folder / "data", ignore=NOT_DATA)
    shutil.copyfile(package.root / CONTRACT, folder / CONTRACT)
    for path in sorted((package.root / staging.PROSE).glob("*.csv")):
        shutil.copyfile(path, folder / path.name)
    _write(folder, ((file.path, file.content) for file in package.once(downloads.make).files))
    _write(folder, contents.files(package))
    for path in sorted(folder.rglob(CONTRACT)):
        staging.write(path, digests.text(path.read_bytes(), partial(_read, path.parent)))


def _read(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()


def _pages(
    folder: Path, shells: Shells, package: Package, index: Index, where: parting.Where
) -> Iterator[str]:
    """Write every generated page and tell the index of it, and where its anchors are; the address
    of each.
    """
    for page in contents.pages(package):
        where.note(page)
        staging.write(folder / page.path, shells.page(staging.leaf(page)))
        if page.found:
            _add(index, [search_entries.found(page)])
        yield page.path


def _tell_hosts(headers: Path, scripts: list[str]) -> None:
    """Hosts send one policy with every file: that of the page which may do most. Each page narrows
    it down.
    """
    rule = f"/*\n  Content-Security-Policy: {policy.text(scripts, computes=True)}\n"
    text = headers.read_text(encoding="utf-8").replace("/*\n", rule, 1)
    staging.write(headers, text)


def _turn_links(folder: Path, paths: list[str], where: parting.Where) -> None:
    """Turn links to anchors that moved: only when all pages are written is it known which did."""
    for path in paths if where.moved else ():
        text = (folder / path).read_text(encoding="utf-8")
        if (turned := where.turned(path, text)) != text:
            staging.write(folder / path, turned)


def _written(folder: Path, path: str) -> Found:
    """A page that people wrote and the generator has built."""
    text = (folder / path).read_text(encoding="utf-8")
    article = ARTICLE.search(text)
    body = article[0] if article else ""
    heading = HEADING.search(body)
    title = html.unescape(TAG.sub("", heading[1])).strip() if heading else path
    return Found(path, title, "", (), tuple(sections(body)))


def _add(index: Index, pages: Iterable[Found]) -> None:
    for page in pages:
        for entry in search_entries.of_page(page):
            index.add(entry)


def _write(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    for path, content in files:
        staging.write(folder / path, content)
