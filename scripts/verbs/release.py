"""release: freezes the version in the contract, once it agrees with the data, the changelog, the
citation and the last release.

Reads datapackage.json, data/, CHANGELOG.md and CITATION.cff. Writes data/releases/<version>/, or
nothing.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.model import seals
from scripts.model.contract import CONTRACT
from scripts.model.files import replace_folder
from scripts.model.package import Package
from scripts.model.problems import Problem, tell
from scripts.model.runs import alone
from scripts.offering import changelog, releases
from scripts.offering.bill_of_materials import NAME, bill


@alone
def main(root: Path = Path()) -> int:
    package = Package(root)
    new = releases.freeze(package)
    try:
        older = releases.read(root)
        found = releases.changes(older[0], new) if older else []
        problems = [
            *version_problems(older, new, found),
            *changelog_problems(package),
            *citation_problems(root, package),
        ]
    except (ValueError, KeyError, OSError) as error:
        problems = [
            Problem(
                releases.FOLDER,
                "last release",
                f"the change report cannot be made: {error}",
                "Restore the folder as it was released",
            )
        ]
    if problems:
        tell(problems, "Nothing was released.")
        return 1
    files = releases.contents(new) | {NAME: bill(root, new.version, package.contract["created"])}
    replace_folder(root / releases.FOLDER / new.version, lambda folder: write(folder, files))
    print(
        f"Released {new.version} in {releases.FOLDER}/{new.version}. Against "
        f"{older[0].version if older else 'nothing'}: {releases.summary(found)}."
    )
    return 0


def version_problems(
    older: list[releases.Release], new: releases.Release, found: list[releases.Change]
) -> Iterator[Problem]:
    """The version is new, and its step is at least what the changes ask for."""
    releases.number(new.version)
    if not older:
        return
    last, needed = older[0].version, releases.step(found)
    taken = releases.step_between(last, new.version)
    if new.version in [one.version for one in older]:
        yield Problem(
            CONTRACT, "version", f"{new.version} is released already", "Raise the version"
        )
    elif taken == "none":
        yield Problem(
            CONTRACT,
            "version",
            f"{new.version} does not follow {last}",
            "Take the next major, minor or patch version",
        )
    elif releases.STEPS.index(taken) < releases.STEPS.index(needed):
        what = (
            f"{new.version} is a {taken} step after {last}, the changes ask for a {needed} one "
            f"({releases.summary(found)})"
        )
        yield Problem(CONTRACT, "version", what, "Raise the version")


def changelog_problems(package: Package) -> Iterator[Problem]:
    """The changelog begins with this version, its date and what changed in it."""
    sections = changelog.releases(package)
    version, date = package.contract["version"], package.released
    if not sections or sections[0].version != version:
        yield Problem(
            "CHANGELOG.md", "first version", f"is not {version}", "Write what changed in it"
        )
    elif not sections[0].text or sections[0].date != date:
        yield Problem(
            "CHANGELOG.md",
            version,
            f"has no text, or is not dated {date} as {CONTRACT} says",
            "Write what changed, and the date",
        )


def citation_problems(root: Path, package: Package) -> Iterator[Problem]:
    """The citation is of this version and date."""
    path = root / "CITATION.cff"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for name, wanted in (
        ("version", package.contract["version"]),
        ("date-released", package.released),
    ):
        if not re.search(rf"^{name}: [\"']?{re.escape(wanted)}[\"']?$", text, re.MULTILINE):
            yield Problem(
                "CITATION.cff", name, f"is not {wanted} as {CONTRACT} says", "Make them agree"
            )


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    seals.seal(folder)


if __name__ == "__main__":
    sys.exit(main())
