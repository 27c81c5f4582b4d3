"""publish: makes the site from the finished package. Reads datapackage.json, data/, docs/ and
mkdocs.yml; writes site/.

MkDocs builds prose and pages of marks from build/pages, aside, while the downloads are made. Every
generated page is then written through one of those shells, one at a time. All of it is checked,
then put in the place of site/ in one step. A run that fails leaves site/ as it was. What costs most
is kept in .cache/site by all that it follows from: the bytes are those of a run without it.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scripts.asking import bundles
from scripts.model import seals
from scripts.model.files import replace_folder
from scripts.model.kept import CODE
from scripts.model.made_before import KEPT
from scripts.model.package import Package
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.offering import downloads
from scripts.pages import prose
from scripts.publishing import (
    before_pages,
    filling,
    fit_to_publish,
    generator,
    links,
    page_weight,
    shell,
    sound,
    staging,
)

SITE = Path("site")
NOT_SET_UP = Problem(
    ".venv/browser",
    "the libraries of the pages' scripts",
    "are not there",
    "Run `make site`, which fetches them from npm's registry",
)
Say = Callable[[str], None]


class Refused(Exception):
    """The site is not fit to be shown; the problems say why."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@alone
def main(root: Path = Path()) -> int:
    root = root.resolve()
    if missing := [
        Problem(name, "the file", "is not there", cure)
        for name, cure in needed(root).items()
        if not (root / name).is_file()
    ]:
        tell(missing, "site/ is as it was.")
        return 1
    if not bundles.are_there():
        tell([NOT_SET_UP], "site/ is as it was.")
        return 1
    if unfit := fit_to_publish.problems(root):
        tell(unfit, "site/ is as it was.")
        return 1
    package = Package(root)
    if unsafe := before_pages.problems(package):
        tell(unsafe, "site/ is as it was.")
        return 1
    say = progress()
    sections = shell.sections(root / "mkdocs.yml")
    pages: list[int] = []
    try:
        replace_folder(root / staging.STAGED, lambda folder: staging.stage(folder, root, sections))
        replace_folder(
            root / SITE, lambda folder: pages.append(build(folder, root, package, sections, say))
        )
    except bundles.Broken as broken:
        print(f"{broken} site/ is as it was.", file=sys.stderr)
        return 1
    except prose.Broken as broken:
        tell(broken.problems, "site/ is as it was.")
        return 1
    except Refused as refused:
        tell(refused.problems, "site/ is as it was.")
        return 1
    if root == CODE.parent:  # other projects, as tests publish them, drop nothing of this one's
        KEPT.drop_unused()
    say(
        f"site/: {pages[0]:,} pages, {megabytes(root / SITE)} MB in all. Open "
        "site/index.html in a browser, or run `make serve`"
    )
    for line in unreachable(package.contract):
        print(line, flush=True)
    return 0


def unreachable(contract: dict[str, Any]) -> list[str]:
    """What readers can't use yet, because the contract has no real address or no way to reach
    anybody.
    """
    host = urlsplit(contract["homepage"]).hostname or ""
    told = []
    if host.endswith((".example", ".invalid", "example.org", "example.com")):
        told.append(f"datapackage.json: homepage: {host} is a placeholder. Set the site's address.")
    if not contract["contributors"][0].get("path"):
        told.append("datapackage.json: contributors: nobody can be reached. Set `path`.")
    return told


def needed(root: Path) -> dict[str, str]:
    return {
        "datapackage.json": "Run this in the project's folder",
        "mkdocs.yml": "Run this in the project's folder",
        "data/tidy/documents.csv": "Run `make build` first",
    }


def progress() -> Say:
    """A function that says a step with the seconds since the start."""
    started = time.monotonic()
    return lambda step: print(f"{time.monotonic() - started:6.1f} s  {step}", flush=True)


def build(folder: Path, root: Path, package: Package, sections: list[str], say: Say) -> int:
    """Build the site into the folder and check it; the number of generated pages."""
    say("make the downloads, while MkDocs builds the prose and the shells of pages")
    with generator.at_work(folder, package) as finished:
        files = package.once(downloads.make).files
        found = list(sound.problems(package))
        wrong = finished()
    if wrong:
        raise Refused([Problem("mkdocs.yml", "mkdocs build", wrong, "Correct what it names")])
    say(f"write the pages, and {len(files):,} files to download")
    pages = filling.fill(folder, shell.Shells(folder, sections), package)
    say("check every link, every anchor and every address")
    found += links.problems(folder, package.contract["homepage"]) + links.descriptor_problems(
        folder
    )
    found += page_weight.problems(folder)
    if found:
        raise Refused(found)
    seals.seal(folder)
    return pages


def megabytes(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:,.0f}"


if __name__ == "__main__":
    sys.exit(main())
