"""The README of a zip: what it is, what you should know, how to read it, how to cite it, and the
re-use terms of each document.
"""

from scripts.model.package import Package
from scripts.offering import citation, reuse, urls

KNOW = [
    (
        "These are not official statistics. Councils and boards published the figures; we "
        "copied, described and checked them."
    ),
    (
        "Every figure is as printed. Where printed numbers do not agree, data/tidy/checks.csv says "
        "so, with both."
    ),
    "A blank value is never zero. The column value_marker says why there is no number.",
    (
        "The same words do not make the same measure. Read what a measure is not, and its note "
        "on comparing, before comparing councils."
    ),
    "Small counts are shown as the publisher printed them.",
]
READ = [
    (
        "datapackage.json describes every table and every column (Data Package, "
        "https://datapackage.org)."
    ),
    (
        "data/tidy has one row a fact; data/vocabulary the words that we added, each with a "
        "definition;"
    ),
    "data/sources each table as printed. All files are CSV in UTF-8 with one header row.",
    (
        "data/flat/figures.csv has every figure with every name filled in: start there with a "
        "spreadsheet."
    ),
]


def text(package: Package, title: str, what: str, cited: citation.Citation) -> str:
    """The README as Markdown."""
    return (
        "\n\n".join(
            [
                f"# {title}",
                what,
                f"Version {package.contract['version']}, {package.released}. {urls.site(package)}",
                "## What you should know\n\n" + _list(KNOW + _documents(package)),
                "## How to read it\n\n" + "\n".join(READ),
                "## How to cite it\n\n" + cited.full,
                "## Re-use terms",
                *([reuse.MIXED] if len(package["documents"]) > 1 else []),
                *(reuse.paragraph(held) for held in package.once(reuse.terms).values()),
                reuse.OURS + " " + reuse.OURS_URL,
            ]
        )
        + "\n"
    )


def _documents(package: Package) -> list[str]:
    """What cannot be had, by document: gaps are part of what one should know."""
    lines = []
    for document in package["documents"]:
        gaps = [
            table["title"]
            for table in package["tables"]
            if table["document_id"] == document["document_id"] and table["recoverable"] != "yes"
        ]
        if gaps:
            lines.append(f"Not in {document['document_id']}, or only in part: {'; '.join(gaps)}.")
    return lines


def _list(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
