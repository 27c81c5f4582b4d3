"""Mistakes of ours that we corrected, from docs/corrections.csv, and the notice on every page that
shows a corrected figure.

A correction is a row: date, version, figure_id, was, now, reason. It never goes away. What it says
of now must be what the figure says today, or what a later correction of the same figure says it
was.
"""

import re
from collections.abc import Iterator
from datetime import date
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
HEAD_ENDS = "</header>"
NO_PERIOD = "no stated period"
COLUMNS = ["date", "version", "figure_id", "was", "now", "reason"]
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


class Correction(NamedTuple):
    """One correction, with the figure as it is today."""

    row: dict[str, str]
    figure: dict[str, str]
    name: str
    day: str


def all_of(package: Package) -> list[Correction]:
    """Every correction, the newest first; none where there is no list. Of a part of a package too:
    the list is about the whole one.
    """
    package = package.whole or package
    if wrong := problems(package):
        raise Broken(*wrong)
    rows = sorted(listed(package), key=lambda row: row["date"], reverse=True)
    return [correction(row, package) for row in rows]


def listed(package: Package) -> list[dict[str, str]]:
    path = package.root / LIST
    return read_rows(path) if path.is_file() else []


def correction(row: dict[str, str], package: Package) -> Correction:
    figure = package.term("figures", row["figure_id"])
    return Correction(row, figure, words.figure_name(figure, package), words.day(row["date"]))


def problems(package: Package) -> list[Problem]:
    """All that is wrong in the list. Its rows are read only if its columns are right."""
    rows = listed(package)
    if rows and list(rows[0]) != COLUMNS:
        cure = "Write the columns " + ", ".join(COLUMNS)
        return [Problem(str(LIST), "header", "has other columns", cure)]
    found = [
        Problem(str(LIST), f"row {number}, column {column!r}", *fault)
        for number, row in enumerate(rows, start=1)
        for column, fault in cell_faults(row, package)
    ]
    return found or list(now_problems(rows, package))


def cell_faults(row: dict[str, str], package: Package) -> Iterator[tuple[str, tuple[str, str]]]:
    """The column and what is wrong in it, cell by cell."""
    for column in COLUMNS:
        if not row[column].strip():
            yield column, ("is blank", "Write it: every correction says what, when and why")
    if row["date"] and not is_day(row["date"]):
        yield "date", (f"{row['date'][:20]!r} is no day", "Write it as 2026-01-31")
    if row["version"] and not VERSION.fullmatch(row["version"]):
        yield "version", (f"{row['version'][:20]!r} is no version", "Write it as 2.0.0")
    if row["figure_id"] and row["figure_id"] not in package.terms["figures"]:
        what = f"{row['figure_id'][:120]!r} is not a figure of the package"
        yield "figure_id", (what, "Give the address of the figure that was corrected")


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def now_problems(rows: list[dict[str, str]], package: Package) -> Iterator[Problem]:
    """Corrections whose `now` is neither what the figure says nor what a later one says it was."""
    later: dict[str, set[str]] = {}
    numbered = list(enumerate(rows, start=1))
    for number, row in sorted(numbered, key=lambda one: one[1]["date"], reverse=True):
        since = later.setdefault(row["figure_id"], set())
        said = present(package.term("figures", row["figure_id"]), package)
        if row["now"] not in said | since:
            now = ", ".join(sorted(said))
            what = f"says that it is {row['now'][:80]!r} now, and the figure says {now}"
            cure = "Write in `now` what the figure says, or correct the figure"
            yield Problem(str(LIST), f"row {number}, column 'now'", what[:400], cure)
        since.add(row["was"])


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
    """The page, with a notice if it leads to a corrected figure, or holds it: a line above the
    numbers that leads to it, and the whole of it below them.
    """
    linked = set(LINKED.findall(page.body))
    found = [one for one in corrections if shows(page, one.figure, linked)]
    if not found or page.path == addresses.CORRECTIONS:
        return page
    notice = render("parts/correction_notice.html", page.path, package, corrections=found)
    line = f"We corrected {words.counted(len(found), 'figure')} on this page"
    pointer = f'<p class="meta"><a href="#_corrected">{line}</a></p>'
    above, head, below = page.body.partition(HEAD_ENDS)
    if not head:
        above, head, below = "", "", page.body
    return page._replace(body=f"{above}{head}\n{pointer}{below}\n{notice}")


def shows(page: Page, figure: dict[str, str], linked: set[str]) -> bool:
    """Whether a page holds a figure, or has a link to it among those that it links to."""
    address = addresses.figure(figure)
    path, _, anchor = address.partition("#")
    if page.path == path:
        return True
    return anchor in linked and f'"{addresses.relative(page.path, address)}"' in page.body
