"""feed.xml: the versions and what changed in them, and the corrections, as an Atom feed."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from scripts.model.package import Package
from scripts.offering import changelog, citation, urls
from scripts.offering.changelog import Release
from scripts.offering.offered import Format
from scripts.offering.resources import File
from scripts.pages import addresses, corrections
from scripts.pages.corrections import Correction

PATH = "feed.xml"
HOUR_OF_CORRECTIONS = 12  # the list has days only; an entry needs a time, and each its own


def files(package: Package) -> Iterator[File]:
    title = f"{package.contract['title']}: changes"
    what = "An Atom feed of the versions and what changed in them."
    yield File(PATH, feed(package), title, what)


def feed(package: Package) -> bytes:
    """The feed, the newest version first."""
    found = changelog.releases(package)
    times = released_at(found)
    atom = FeedGenerator()
    atom.id(identifier(package))
    atom.title(f"{package.contract['title']}: changes")
    atom.language("en")
    atom.author({"name": citation.whole_author(package)})
    atom.link(href=urls.site(package), rel="alternate")
    atom.link(href=urls.url(package, PATH), rel="self")
    atom.updated(max(times.values(), default=day(package.released)))
    for release in found:
        page = urls.url(package, f"{addresses.NEW}#v{release.version}")
        entry = atom.add_entry(order="append")
        entry.id(identifier(package, release.version))
        entry.title(f"Version {release.version}")
        entry.link(href=page)
        entry.updated(times[release.version])
        entry.content(release.text or "No changes are listed.", type="text")
    for number, same in enumerate(together(package)):
        add_correction(atom, package, same, number)
    text: bytes = atom.atom_str(pretty=True)
    return text


def together(package: Package) -> list[list[Correction]]:
    """The corrections, the newest first; those of one day that say the same of several figures are
    one entry.
    """
    grouped: dict[tuple[str, ...], list[Correction]] = {}
    for one in corrections.all_of(package):
        key = tuple(one.row[word] for word in ("date", "version", "was", "now", "reason"))
        grouped.setdefault(key, []).append(one)
    return list(grouped.values())


def add_correction(
    atom: FeedGenerator, package: Package, same: list[Correction], number: int
) -> None:
    """One entry: what was printed wrongly, what it is now, why, since which version, and which
    figures.
    """
    row, more = same[0].row, len(same) - 1
    entry = atom.add_entry(order="append")
    entry.id(identifier(package, f"correction/{row['date']}/{row['figure_id']}"))
    entry.title(f"Corrected: {same[0].name}" + (f", and {more} more figures" if more else ""))
    entry.link(href=urls.url(package, addresses.CORRECTIONS))
    entry.updated(day(row["date"]) + timedelta(hours=HOUR_OF_CORRECTIONS, seconds=-number))
    figures = "\n".join(one.row["figure_id"] for one in same)
    what = f"It was: {row['was']}. It is: {row['now']}. {row['reason']} Version {row['version']}."
    entry.content(f"{what}\n\n{figures}", type="text")


def identifier(package: Package, version: str = "") -> str:
    """The id of the feed, or of a version in it. It stays when the site moves to another host."""
    return uuid5(NAMESPACE_URL, f"{package.contract['name']}/{version}").urn


def released_at(found: list[Release]) -> dict[str, datetime]:
    """A time for each version. The changelog has days: versions of one day follow each other by an
    hour, the oldest at midnight.
    """
    times: dict[str, datetime] = {}
    for release in reversed(found):
        earlier = sum(other.date() == day(release.date).date() for other in times.values())
        times[release.version] = day(release.date) + timedelta(hours=earlier)
    return times


def day(date: str) -> datetime:
    return datetime.combine(datetime.fromisoformat(date), time(), UTC)


FORMAT = Format(
    label="Atom",
    suffix=".xml",
    media_type="application/atom+xml",
    purpose="To hear of new versions.",
    section="descriptions",
    files=files,
)
