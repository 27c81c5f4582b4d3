"""Tables written in prose scroll as ours do: in a region with a name, which a keyboard reaches.

The theme would put them into a box that only a mouse or a finger moves.
"""

import re
from html import escape, unescape

BARE = re.compile("<table>(.*?)</table>", re.DOTALL)
HEAD = re.compile("<th[^>]*>(.*?)</th>", re.DOTALL)
TAG = re.compile("<[^>]*>")


def reachable(html: str) -> str:
    """The page with each bare table in a region named by the table's place and its headings."""
    tables = enumerate(BARE.findall(html), start=1)
    regions = iter([_region(number, inside) for number, inside in tables])
    return BARE.sub(lambda _: next(regions), html)


def _region(number: int, inside: str) -> str:
    headings = ", ".join(unescape(TAG.sub("", head)) for head in HEAD.findall(inside))
    name = escape(f"Table {number}: {headings}")
    return (
        f'<div class="sf"><div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="data">{inside}</table></div></div>'
    )
