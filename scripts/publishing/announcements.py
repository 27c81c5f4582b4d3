"""What tells others that we are here: feed.xml (Atom, from CHANGELOG.md), llms.txt, robots.txt; for hosts _headers, _redirects, latest/."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from scripts.model.package import Package
from scripts.offering import citation, reuse, urls, zip_readme
from scripts.offering.media_types import KINDS
from scripts.offering.resources import File
from scripts.pages import addresses as pages


class Release(NamedTuple):
    """One version of the changelog: `date` as YYYY-MM-DD, `text` as Markdown."""

    version: str
    date: str
    text: str


PAGES = [
    (
        "documents/index.html",
        "Documents",
        "what each is, who published it, and on what re-use terms",
    ),
    ("measures/index.html", "Measures", "what is counted, and what it may be compared with"),
    (
        "checks/index.html",
        "Checks",
        "every sum recomputed, and where the printed numbers do not agree",
    ),
    ("dictionary.html", "Data dictionary", "every table and every column"),
    (
        "download.html",
        "Download",
        "every file with size, rows and format; re-use terms; how to cite",
    ),
    ("about/reuse.html", "Re-use terms", "what each document allows, and the line to copy"),
    ("how-to-use.html", "How to use the data", "read this before comparing anything"),
]
FILES = [
    ("data/flat/figures.csv", "All figures", "one row a figure, every name filled in"),
    ("datapackage.json", "Data Package", "the contract: tables, columns, keys"),
    ("api/v1/index.json", "API", "JSON at stable addresses"),
    ("api/openapi.json", "OpenAPI", "the description of the API"),
]
ALWAYS_ASK = "public, max-age=0, must-revalidate"  # pages and data change with every version: keep them, but ask each time
NEVER_ASK = "public, max-age=31536000, immutable"  # a released version does not change
LATEST = (
    '<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The latest version</title>\n'
    '<meta http-equiv="refresh" content="0; url=../index.html"><link rel="canonical" href="{}">\n'
    '<h1>The latest version</h1><p>The latest version stands at the <a href="../index.html">root of this site</a>.</p></html>\n'
)


def files(package: Package) -> Iterator[File]:
    yield File(
        "feed.xml",
        feed(package).encode(),
        f"{package.contract['title']}: changes",
        "An Atom feed of the versions and what changed in them.",
    )
    yield File("llms.txt", llms(package).encode())
    yield File(
        "robots.txt",
        f"User-agent: *\nAllow: /\nSitemap: {urls.url(package, 'sitemap.xml')}\n".encode(),
    )
    yield File("_headers", headers([one.version for one in releases(package)]).encode())
    yield File("_redirects", b"/latest/* /:splat 302\n")
    yield File("latest/index.html", LATEST.format(urls.site(package)).encode())
    yield File("CITATION.cff", citation.whole(package).cff.encode())


def releases(package: Package) -> list[Release]:
    """The versions of the changelog, newest first; one without a date has that of the contract."""
    parts = re.split(
        r"^## +\[?(\d+\.\d+\.\d+)\]?[^\S\n]*(?:[-–(]*[^\S\n]*(\d{4}-\d\d-\d\d)?\)?)[^\n]*$",
        package.changelog,
        flags=re.MULTILINE,
    )
    return [
        Release(version, date or package.released, text.strip())
        for version, date, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    ]


def feed(package: Package) -> str:
    site, found = urls.site(package), releases(package)
    updated = found[0].date if found else package.released
    entries = "".join(_entry(package, one) for one in found)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"  <id>{escape(site)}</id>\n  <title>{escape(package.contract['title'])}: changes</title>\n"
        f'  <link href="{escape(site)}"/>\n  <link rel="self" href="{escape(urls.url(package, "feed.xml"))}"/>\n'
        f"  <updated>{updated}T00:00:00Z</updated>\n  <author><name>{escape(citation.whole_author(package))}</name></author>\n{entries}</feed>\n"
    )


def llms(package: Package) -> str:
    """A map for language models: what it is, what to know first, where things are."""
    contract = package.contract
    documents = [
        (urls.api(f"documents/{row['document_id']}"), row["title"], "")
        for row in package["documents"]
    ]
    know = "\n".join(
        f"- {line}"
        for line in [
            *zip_readme.KNOW,
            reuse.MIXED,
            reuse.OURS,
            "Cite as: " + citation.whole(package).full,
        ]
    )
    sections = [("Pages", PAGES), ("Data", FILES), ("Documents", documents)]
    return f"# {contract['title']}\n\n> {contract['description']}\n\n{know}\n" + "".join(
        _section(package, *section) for section in sections
    )


def headers(versions: Iterable[str]) -> str:
    """Content types and caching; data may be read by pages of other sites. No path gets the same header twice: hosts would join them."""
    rules = [("/*", [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")])]
    rules += [(path, [("Cache-Control", ALWAYS_ASK)]) for path in ("/*.html", "/data/*", "/api/*")]
    rules += [
        (f"/v{version}/*{ending}", [("Cache-Control", NEVER_ASK)])
        for version in versions
        for ending in (".csv", ".zip")
    ]
    rules += [
        (f"/{folder}/*", [("Access-Control-Allow-Origin", "*")]) for folder in ("data", "api")
    ]
    rules += [(f"/*{ending}", [("Content-Type", _content_type(ending))]) for ending in KINDS]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in lines)
        for path, lines in rules
    )


def _content_type(ending: str) -> str:
    media_type = KINDS[ending].media_type
    return (
        media_type
        + ("; charset=utf-8" if media_type.startswith("text/") else "")
        + ("; header=present" if ending == ".csv" else "")
    )


def _section(package: Package, title: str, links: Iterable[tuple[str, str, str]]) -> str:
    lines = [
        f"- [{name}]({urls.url(package, path)})" + (f": {what}" if what else "")
        for path, name, what in links
    ]
    return f"\n## {title}\n\n" + "\n".join(lines) + "\n"


def _entry(package: Package, release: Release) -> str:
    page = urls.url(package, f"{pages.NEW}#v{release.version}")
    return (
        f"  <entry>\n    <id>{escape(page)}</id>\n    <title>Version {release.version}</title>\n"
        f'    <link href="{escape(page)}"/>\n    <updated>{release.date}T00:00:00Z</updated>\n'
        f'    <content type="text">{escape(release.text or "No changes are listed.")}</content>\n  </entry>\n'
    )
