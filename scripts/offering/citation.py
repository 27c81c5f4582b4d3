"""How to cite the whole, a document's data, a table or a figure: in-line, in full, BibTeX, RIS and
CFF, with version and date.
"""

import json
import re
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.offering import urls


class Citation(NamedTuple):
    """One thing cited, in every form, each as text."""

    inline: str
    full: str
    bibtex: str
    ris: str
    cff: str


class Lines(NamedTuple):
    """One thing cited in words: in the text, and in the list of sources."""

    inline: str
    full: str


class Cited(NamedTuple):
    """What a citation says. `authors` are bodies, never people; `within` is empty for the whole."""

    key: str
    authors: tuple[str, ...]
    year: str
    title: str
    within: str
    version: str
    date: str
    publisher: str
    url: str
    note: str
    abstract: str


def whole(package: Package) -> Citation:
    """The whole of one version."""
    contract = package.contract
    authors = tuple(one["title"] for one in contract["contributors"])
    title, url = contract["title"], urls.site(package)
    date = package.released
    return cite(
        Cited(
            contract["name"],
            authors,
            date[:4],
            title,
            "",
            contract["version"],
            date,
            authors[0],
            url,
            "",
            contract["description"],
        )
    )


def document(package: Package, document_id: str) -> Citation:
    """A document's data: the document's publisher is the author, and we are where it was found."""
    row = package.term("documents", document_id)
    return cite(_part(package, row, document_id, row["title"], urls.document_page(document_id)))


def table(package: Package, table_id: str) -> Citation:
    row = package.term("tables", table_id)
    of = package.term("documents", row["document_id"])
    return cite(
        _part(
            package,
            of,
            table_id,
            f"{row['title']} ({row['locator']}). {of['title']}",
            urls.table_page(table_id),
        )
    )


def figure(package: Package, figure_id: str) -> Citation:
    row = package.term("figures", figure_id)
    of = package.term("documents", row["document_id"])
    measure = package.term("measures", row["measure_id"])["title"]
    return cite(figure_of(package, row, of, measure))


def figure_of(package: Package, row: dict[str, str], of: dict[str, Any], measure: str) -> Cited:
    """A figure, for who has its document's row and its measure's title at hand already."""
    period = f", {row['period_as_published']}" if row["period_as_published"] else ""
    title = (
        f"{measure}{period}: {row['value_as_published'] or 'no number'} ({row['locator']}, line "
        f"{row['line']}). {of['title']}"
    )
    return _part(package, of, row["figure_id"], title, urls.figure_page(row))


def lines(cited: Cited) -> Lines:
    return Lines(_inline(cited), _full(cited))


def cite(cited: Cited) -> Citation:
    return Citation(_inline(cited), _full(cited), _bibtex(cited), _ris(cited), _cff(cited))


def _part(package: Package, of: dict[str, Any], key: str, title: str, page: str) -> Cited:
    """A part of the whole, by the publisher of its document; the year is the document's, or not
    stated.
    """
    publisher = package.term("publishers", of["publisher_id"])["title"]
    ours = whole_author(package)
    note = f"{of['attribution']}"
    url = urls.url(package, page)
    version, title_of_all = package.contract["version"], package.contract["title"]
    return Cited(
        key,
        (publisher,),
        of["date"][:4] or "no date",
        title,
        title_of_all,
        version,
        package.released,
        ours,
        url,
        note,
        of["description"],
    )


def whole_author(package: Package) -> str:
    return str(package.contract["contributors"][0]["title"])


def _inline(cited: Cited) -> str:
    where = f", in {cited.within}" if cited.within else ""
    return f"({'; '.join(cited.authors)}, {cited.year}{where}, version {cited.version})"


def _full(cited: Cited) -> str:
    where = f"In {cited.within} " if cited.within else ""
    title = f"{cited.title} " if not where else f"{cited.title}. {where}"
    return (
        f"{'; '.join(cited.authors)} ({cited.year}). {title}(version {cited.version}, "
        f"{cited.date}) [Data set]. {cited.url}"
    )


def _bibtex(cited: Cited) -> str:
    year = cited.year if cited.year.isdigit() else ""
    entries = {
        "author": " and ".join("{" + _tex(author) + "}" for author in cited.authors),
        "title": "{" + _tex(cited.title) + "}",
        "year": year,
        "version": cited.version,
        "publisher": "{" + _tex(cited.publisher) + "}",
        "howpublished": f"Data set, version {cited.version}, {cited.date}",
        "url": cited.url,
        "note": _tex(cited.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in entries.items() if value]
    return f"@misc{{{re.sub('[^A-Za-z0-9-]', ':', cited.key)},\n" + ",\n".join(lines) + "\n}\n"


def _tex(text: str) -> str:
    """Plain text for TeX: the characters it would act on, escaped."""
    special = {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    return "".join(special.get(one, "\\" + one if one in "#$%&_" else one) for one in text)


def _ris(cited: Cited) -> str:
    lines = [("TY", "DATA"), *[("AU", author) for author in cited.authors], ("TI", cited.title)]
    lines += [("T2", cited.within)] if cited.within else []
    lines += [("PY", cited.year)] if cited.year.isdigit() else []
    lines += [
        ("ET", f"version {cited.version}"),
        ("DA", cited.date.replace("-", "/")),
        ("PB", cited.publisher),
        ("UR", cited.url),
    ]
    lines += [("N1", cited.note)] if cited.note else []
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in [*lines, ("ER", "")])


def _cff(cited: Cited) -> str:
    """Citation File Format 1.2.0; strings are written as JSON, which YAML reads."""
    lines = [
        "cff-version: 1.2.0",
        (
            "message: If you use these figures, please cite them, and the documents they come "
            "from, as below."
        ),
        "type: dataset",
        f"title: {_yaml(cited.title)}",
        f"abstract: {_yaml(cited.abstract)}",
        f"version: {cited.version}",
        f'date-released: "{cited.date}"',
        f"url: {_yaml(cited.url)}",
        "authors:",
        *(f"  - name: {_yaml(author)}" for author in cited.authors),
    ]
    return "\n".join(lines) + "\n"


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
