"""The versions: what changed in each, on the page of what is new, and a page for each that was
released, under its own address.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markdown import Markdown
from markupsafe import Markup

from scripts.model.package import Package
from scripts.offering import changelog, downloads, releases
from scripts.pages import addresses, offers, words
from scripts.pages.rendering import Page, page


class Version(NamedTuple):
    """One version of the changelog. `page` is the page of its frozen files, empty as long as it is
    not released.
    """

    version: str
    day: str
    text: Markup
    page: str
    against: str
    summary: str


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.version(each.version) for each in releases.read(package.root)]


def pages(package: Package) -> Iterator[Page]:
    found = package.once(downloads.make).releases
    for place, release in enumerate(found):
        older = found[place + 1] if place + 1 < len(found) else None
        changes = releases.changes(older, release) if older else []
        described = (
            f"The figures and answers as released on {words.day(release.date)}, and what changed "
            "against the version before."
        )
        yield page(
            "version/version.html",
            addresses.version(release.version),
            f"Version {release.version}",
            described,
            package,
            found=False,
            release=release,
            latest=found[0],
            older=older,
            changes=by_table(changes),
            summary=releases.summary(changes),
            files=files(release.version, package),
        )


def history(package: Package) -> list[Version]:
    """Every version of the changelog, the newest first, with the counts of the change report where
    it was released.
    """
    found = package.once(downloads.make).releases
    place = {release.version: number for number, release in enumerate(found)}
    return [
        version(each, found[place[each.version] :] if each.version in place else [])
        for each in changelog.releases(package)
    ]


def version(written: changelog.Release, released: list[releases.Release]) -> Version:
    """`released` is this version's release and those before it. The changelog is ours, so its
    Markdown may act.
    """
    text = Markup(Markdown().convert(written.text))
    older = released[1] if len(released) > 1 else None
    page_of = addresses.version(written.version) if released else ""
    return Version(
        written.version,
        words.day(written.date),
        text,
        page_of,
        older.version if older else "",
        releases.summary(releases.changes(older, released[0])) if older else "",
    )


def by_table(changes: list[releases.Change]) -> list[tuple[str, list[releases.Change]]]:
    return [
        (table, list(group))
        for table, group in groupby(
            sorted(changes, key=lambda one: one.table), key=lambda one: one.table
        )
    ]


def files(number: str, package: Package) -> list[offers.Offer]:
    return [
        offers.offer(entry, package)
        for entry in package.once(downloads.entries)
        if entry.path.startswith(f"v{number}/")
    ]
