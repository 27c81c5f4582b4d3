"""A publisher that the vocabulary does not have yet: the authority that a document's first lines
name, as a row for the terms of the document's own.

Areas of the United Kingdom are known with their official names; who publishes for them is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scripts.reading import printed

FIRST_LINES, LEVEL = 60, "Local authority"
KINDS = ("Council", "City Council", "County Council", "Borough Council")
Row = Mapping[str, str]


class Publisher(NamedTuple):
    """A row of the table of publishers."""

    publisher_id: str
    title: str
    area_id: str
    description: str


def named(texts: Sequence[str], areas: Mapping[str, Row]) -> Publisher | None:
    """The authority that is named first, by the longest name that stands on that line."""
    names = dict(names_of(areas))
    for text in texts[:FIRST_LINES]:
        there = [name for name in names if name.lower() in text.lower()]
        if there:
            title = max(there, key=len)
            return of_authority(title, names[title])
    return None


def names_of(areas: Mapping[str, Row]) -> Iterator[tuple[str, Row]]:
    """Each name that an authority of today goes by, with its area."""
    for row in areas.values():
        if row["geographic_level"] == LEVEL and not row["end_date"]:
            for name in (row["official_name"], *(f"{row['title']} {kind}" for kind in KINDS)):
                if name and name != row["title"]:
                    yield name, row


def of_authority(title: str, area: Row) -> Publisher:
    description = f"The authority of {area['title']}."
    return Publisher(printed.slug(title), title, area["area_id"], description)
