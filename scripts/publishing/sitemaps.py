"""The sitemap in parts: sitemap.xml, which the theme fetches on every page, only names them."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

MOST = 2_000  # addresses in a part
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def files(pages: Sequence[str], home: str, day: str) -> Iterator[tuple[str, str]]:
    """The sitemap of these pages of the site at `home`, changed on that day (YYYY-MM-DD): each
    file's path and text.
    """
    home = home.rstrip("/")
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    paths = [f"sitemaps/pages-{number}.xml" for number, _ in enumerate(parts, start=1)]
    yield "sitemap.xml", _listed("sitemapindex", "sitemap", paths, home, day)
    for path, part in zip(paths, parts, strict=True):
        yield path, _listed("urlset", "url", part, home, day)


def _listed(whole: str, one: str, paths: Sequence[str], home: str, day: str) -> str:
    rows = (
        f"<{one}><loc>{home}/{quote(path)}</loc><lastmod>{day}</lastmod></{one}>" for path in paths
    )
    return "\n".join([f"{HEAD}<{whole} {SPACE}>", *rows, f"</{whole}>", ""])
