"""The list of what stands on a page: its sections, each with a link. Style shows it beside the text
where there is room.
"""

import re

from markupsafe import Markup

from scripts.pages.rendering import Page

FEWEST = 3  # a shorter page needs no list of its sections
SECTION = re.compile(r'<section id="([^"]+)"[^<>]*>\s*<h2[^<>]*>(.*?)</h2>', re.DOTALL)
QUIET = re.compile(r'<span class="quiet">.*?</span>', re.DOTALL)
HEAD_ENDS = "</header>"
ENTRY = Markup('<li><a href="#{}">{}</a></li>')
LIST = Markup(
    '\n<nav class="contents" aria-label="Sections of this page" data-search-exclude>'
    "<p>On this page</p><ul>{}</ul></nav>"
)


def with_contents(page: Page) -> Page:
    """The page with the list of its sections behind its head; the page itself if it has few."""
    sections = [(anchor, named(heading)) for anchor, heading in SECTION.findall(page.body)]
    head, ends, rest = page.body.partition(HEAD_ENDS)
    if len(sections) < FEWEST or not ends:
        return page
    listed = LIST.format(Markup("").join(ENTRY.format(*section) for section in sections))
    return page._replace(body=f"{head}{ends}{listed}{rest}")


def named(heading: str) -> str:
    """A heading without its marks and without what is said quietly beside it."""
    return Markup(QUIET.sub("", heading)).striptags()
