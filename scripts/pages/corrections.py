"""Mistakes of ours that we corrected, from docs/corrections.csv, and the notice on every page that
shows a corrected figure.

A correction is a row: date, version, figure_id, was, now, reason. It never goes away. What it says
of now must be what the figure says today, or what a later correction of the same figure says it
was.
"""

import re
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import read_rows
from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages import addresses, words
from scripts.pages.prose import Broken
from scripts.pages.rendering import Page, render

LIST = Path("docs/corrections.csv")
LINKED = re.compile(r"#([^\"#]+)\"")  # what stands after the # of each link
HEAD = '<header class="head">'
NO_PERIOD = "no stated period"


class Correction(NamedTuple):
    """One correction, with the figure as it is today."""

    row: dict[str, str]
    figure: dict[str, str]
    name: str
    day: str


def all_of(package: Package) -> list[Correction]:
    """Every correction, the newest first; none where there is no list."""
    path = package.root / LIST
    rows = read_rows(path) if path.is_file() else []
    later: dict[str, set[str]] = {}
    found = []
    for row in sorted(rows, key=lambda one: one["date"], reverse=True):
        since = later.setdefault(row["figure_id"], set())
        found.append(correction(row, package, since))
        since.add(row["was"])
    return found


def correction(row: dict[str, str], package: Package, since: set[str]) -> Correction:
    """The correction of a row. `since` is what later corrections say that the figure was."""
    figure = package.terms["figures"].get(row["figure_id"])
    if not figure:
        raise Broken(
            Problem(
                str(LIST),
                row["figure_id"],
                "is not a figure of the package",
                "Give the address of the figure that was corrected",
            )
        )
    said = present(figure, package)
    if row["now"] not in said | since:
        raise Broken(
            Problem(
                str(LIST),
                row["figure_id"],
                (
                    f"says that it is {row['now']!r} now, and the figure says "
                    f"{', '.join(sorted(said))}"
                ),
                "Write in `now` what the figure says, or correct the figure",
            )
        )
    return Correction(row, figure, words.figure_name(figure, package), words.day(row["date"]))


def present(figure: dict[str, str], package: Package) -> set[str]:
    """What a figure says today that a correction may have put right: its number, its print, its
    time, its measure.
    """
    said = {
        figure["value"],
        figure["value_as_published"],
        words.value(figure, package),
        words.period_of(figure) if figure["period_start"] else NO_PERIOD,
        package.title("measures", figure["measure_id"]),
    }
    return said - {""}


def with_notice(page: Page, corrections: list[Correction], package: Package) -> Page:
    """The page, with a notice above it if it leads to a corrected figure, or holds it."""
    linked = set(LINKED.findall(page.body))
    found = [one for one in corrections if shows(page, one.figure, linked)]
    if not found or page.path == addresses.CORRECTIONS:
        return page
    notice = render("parts/correction_notice.html", page.path, package, corrections=found)
    before, head, after = page.body.partition(HEAD)
    return page._replace(
        body=f"{before}{notice}\n{head}{after}" if head else f"{notice}\n{page.body}"
    )


def shows(page: Page, figure: dict[str, str], linked: set[str]) -> bool:
    """Whether a page holds a figure, or has a link to it among those that it links to."""
    address = addresses.figure(figure["figure_id"])
    path, _, anchor = address.partition("#")
    if page.path == path:
        return True
    return anchor in linked and f'"{addresses.relative(page.path, address)}"' in page.body
