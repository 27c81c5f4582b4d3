"""publish: makes the site from the finished package. Reads datapackage.json, data/, docs/ and mkdocs.yml; writes site/.

The pages are staged in build/pages, the site is built aside, the downloads are written into it and all of it is checked, then
put in the place of site/ in one step. A run that fails leaves site/ as it was.
"""

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from scripts.model import seals
from scripts.model.files import replace_folder
from scripts.model.package import Package
from scripts.model.problems import Problem, tell
from scripts.offering import downloads
from scripts.pages import acronyms, prose
from scripts.publishing import contents, links, sound, staging

STAGED, SITE = Path("build/pages"), Path("site")


class Refused(Exception):
    """The site is not fit to be shown; the problems say why."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def main(root: Path = Path()) -> int:
    root = root.resolve()
    if missing := [
        Problem(name, "the file", "is not there", cure)
        for name, cure in needed(root).items()
        if not (root / name).is_file()
    ]:
        tell(missing, "site/ is as it was.")
        return 1
    package = Package(root)
    say = progress()
    say("make the downloads")
    files = package.once(downloads.make).files
    say(f"write the pages, for {len(files):,} files to take away")
    pages: list[int] = []
    try:
        replace_folder(
            root / STAGED,
            lambda folder: pages.append(
                staging.stage(folder, root, contents.pages(package), contents.files(package))
            ),
        )
        replace_folder(root / SITE, lambda folder: build(folder, root, package, pages[0], say))
    except prose.Broken as broken:
        tell([broken.problem], "site/ is as it was.")
        return 1
    except Refused as refused:
        tell(refused.problems, "site/ is as it was.")
        return 1
    say(
        f"site/: {pages[0]:,} pages, {megabytes(root / SITE)} MB in all. Open site/index.html in a browser, or run `make serve`"
    )
    return 0


def needed(root: Path) -> dict[str, str]:
    return {
        "datapackage.json": "Run this in the project's folder",
        "mkdocs.yml": "Run this in the project's folder",
        "data/tidy/documents.csv": "Run `make build` first",
    }


def progress():
    """A function that says a step with the seconds since the start."""
    started = time.monotonic()
    return lambda step: print(f"{time.monotonic() - started:6.1f} s  {step}", flush=True)


def build(folder: Path, root: Path, package: Package, pages: int, say) -> None:
    """Build the site into the folder and check it."""
    say(f"build the site of {pages:,} pages with MkDocs (this takes the longest)")
    with subprocess.Popen(
        command(folder, root),
        cwd=root,
        env=environment(package),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as mkdocs:
        found = [*sound.problems(package), *acronyms.problems(package)]  # while it builds
        told = "".join(reversed(mkdocs.communicate())).strip()
    if mkdocs.returncode:
        raise Refused(
            [Problem("mkdocs.yml", "mkdocs build", told or "failed", "Correct what it names")]
        )
    for file in package.once(downloads.make).files:
        staging.write(folder / file.path, file.content)
    say("check every link, every anchor and every address")
    found += links.problems(folder, package.contract["homepage"]) + links.descriptor_problems(
        folder
    )
    if found:
        raise Refused(found)
    seals.seal(folder)


def megabytes(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:,.0f}"


def command(folder: Path, root: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        str(root / "mkdocs.yml"),
        "--site-dir",
        str(folder),
    ]


def environment(package: Package) -> dict[str, str]:
    """No banner, and the contract's address and date for every address and date that is written into the site."""
    created = datetime.fromisoformat(package.contract["created"])
    given = {
        "SITE_ADDRESS": package.contract["homepage"],
        "SOURCE_DATE_EPOCH": str(int(created.timestamp())),
    }
    return {**os.environ, **given, "NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    sys.exit(main())
