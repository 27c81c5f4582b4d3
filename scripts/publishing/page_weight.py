"""How heavy a page is: its bytes and its elements. A page that is heavier than any may be is not
published.
"""

from pathlib import Path

from scripts.model.problems import Problem

MOST_BYTES, MOST_NODES = 300_000, 3_000
MOST = MOST_BYTES  # of a weight, in which an element counts as much as a hundred bytes
A_NODE = MOST_BYTES // MOST_NODES
CURE = "Mark its entries with data-entry, so that it is parted, or show less on it"


def nodes(text: str) -> int:
    """How many elements a page has: every < that ends none, but for the line that says it is
    HTML.
    """
    return text.count("<") - text.count("</") - text.count("<!")


def weight(text: str) -> int:
    """Bytes or elements, whichever is nearer to the most that a page may have."""
    return max(len(text.encode()), nodes(text) * A_NODE)


def problems(site: Path) -> list[Problem]:
    """The pages of a finished site that are too heavy."""
    found = []
    for path in sorted(site.rglob("*.html")):
        name, text = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        found += said(name, len(text.encode()), MOST_BYTES, "bytes")
        found += said(name, nodes(text), MOST_NODES, "elements")
    return found


def said(name: str, amount: int, most: int, unit: str) -> list[Problem]:
    what = f"has {amount:,} {unit}; a page may have {most:,}"
    return [Problem(name, unit, what, CURE)] if amount > most else []
