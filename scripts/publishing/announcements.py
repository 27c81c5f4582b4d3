"""What tells others that we are here: llms.txt and robots.txt; for hosts _headers, _redirects and
latest/.
"""

from collections.abc import Iterable, Iterator
from html import escape

from scripts.model.package import Package
from scripts.offering import changelog, citation, reuse, urls, zip_readme
from scripts.offering.offered import Format
from scripts.offering.resources import File
from scripts.pages import addresses
from scripts.publishing import policy

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
    ("data/flat/figures.csv", "All figures", "one row per figure, every name filled in"),
    ("datapackage.json", "Data Package", "the contract: tables, columns, keys"),
    ("api/v1/index.json", "API", "JSON at stable addresses"),
    ("api/openapi.json", "OpenAPI", "the description of the API"),
]
MOVED = [  # of earlier versions; docs/what-moved.md says the same to people
    "/api/v1/figures/:document/:table/* /api/v1/tables/:document/:table.json 301",
    "/api/v1/measures/* /api/v1/measures.json 301",
    "/api/v1/topics/* /api/v1/topics.json 301",
    "/cite/:document/* /cite/:document.bib 301",
    "/data/parquet/by-year-and-area/* /data/parquet/figures.parquet 301",
]
# pages and data change with every version: keep them, but ask each time
ALWAYS_ASK = "public, max-age=0, must-revalidate"
NEVER_ASK = "public, max-age=31536000, immutable"  # a released version does not change
POINTER = (  # it runs and loads nothing
    '<!doctype html>\n<html lang="en">{first}<meta name="viewport" '
    'content="width=device-width"><title>{title}</title>\n'
    '<meta http-equiv="refresh" content="0; url={to}"><link rel="canonical" href="{canonical}">\n'
    '<h1>{title}</h1><p>{before} <a href="{to}">{words}</a>.</p></html>\n'
)


def files(package: Package, formats: dict[str, Format]) -> Iterator[File]:
    yield File("llms.txt", llms(package).encode())
    yield File(
        "robots.txt",
        f"User-agent: *\nAllow: /\nSitemap: {urls.url(package, 'sitemap.xml')}\n".encode(),
    )
    versions = [one.version for one in changelog.releases(package)]
    yield File("_headers", headers(versions, formats).encode())
    yield File("_redirects", redirects(package).encode())
    yield File("latest/index.html", latest(package).encode())
    for old, new in replaced_measures(package):
        yield File(addresses.measure(old), replaced(package, new).encode())


def latest(package: Package) -> str:
    return POINTER.format(
        first=policy.FIRST + policy.meta(policy.POINTER),
        title="The latest version",
        before="The latest version is at the",
        words="root of this site",
        to="../index.html",
        canonical=escape(urls.site(package)),
    )


def replaced_measures(package: Package) -> list[tuple[str, str]]:
    """Measures of earlier versions, each with the one that took its place and has figures: their
    pages lead on.
    """
    return [
        (row["old_id"], row["new_id"])
        for row in package["replaced_terms"]
        if row["vocabulary_table"] == "measures"
        and package.group("figures", "measure_id", row["new_id"])
    ]


def replaced(package: Package, measure_id: str) -> str:
    """A page at the address of a measure that was replaced. It is in the same folder as the page
    that it leads to.
    """
    page = addresses.measure(measure_id)
    return POINTER.format(
        first=policy.FIRST + policy.meta(policy.POINTER),
        title="This measure has another name now",
        before="Its figures are under",
        words=escape(package.term("measures", measure_id)["title"]),
        to=page.rpartition("/")[2],
        canonical=escape(urls.url(package, page)),
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


def headers(versions: Iterable[str], formats: dict[str, Format]) -> str:
    """Content types and caching; data may be read by pages of other sites. No path gets the same
    header twice: hosts would join them.
    """
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
    types = {each.suffix: each.media_type for each in formats.values()} | {".txt": "text/plain"}
    rules += [
        (f"/*{ending}", [("Content-Type", _typed(ending, types[ending]))]) for ending in types
    ]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in lines)
        for path, lines in rules
    )


def _typed(ending: str, media_type: str) -> str:
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return media_type + charset + ("; header=present" if ending == ".csv" else "")


def redirects(package: Package) -> str:
    """Where old addresses lead: what stood in several files stands in one, which the host sends
    people on to.
    """
    gone = [
        f"/cite/{document}{ending} /cite/{document}.bib 301"
        for document in package.documents
        for ending in (".ris", ".cff")
    ]
    return "\n".join([*MOVED, *gone, "/latest/* /:splat 302"]) + "\n"


def _section(package: Package, title: str, links: Iterable[tuple[str, str, str]]) -> str:
    lines = [
        f"- [{name}]({urls.url(package, path)})" + (f": {what}" if what else "")
        for path, name, what in links
    ]
    return f"\n## {title}\n\n" + "\n".join(lines) + "\n"
