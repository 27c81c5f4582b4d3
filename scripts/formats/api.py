"""The static API: JSON at stable addresses under api/v1/. Every answer is one object; `openapi`
describes them.

Each fact stands in one answer, that of its table, as rows under columns. What the columns mean
stands once in `dictionary`, what ids are called once in `terms`; all other answers refer to them by
id. Measures and topics stand in one answer each.
"""

from collections.abc import Callable, Iterator
from typing import Any

from scripts.model.package import Package, Row
from scripts.offering import citation, reuse, urls
from scripts.offering.offered import DOCUMENT, TABLE, WHOLE, Format, Standard
from scripts.offering.records import in_columns, json_bytes, record
from scripts.offering.resources import File

Answer = dict[str, Any]
LISTS = ("documents", "topics", "measures", "licences", "checks", "dictionary", "terms")
FACTS = ("figures", "figure_flags", "answers", "checks", "check_members")
COUNTED = ("documents", "tables", "figures", "answers", "checks", "not_recomputed")


def files(package: Package) -> Iterator[File]:
    for path, thing in things(package):
        yield File(urls.api(path), json_bytes(thing))


def things(package: Package) -> Iterator[tuple[str, Answer]]:
    """(path, object) of every answer of the API."""
    yield "index", index(package)
    yield "dictionary", dictionary(package)
    yield "terms", terms(package)
    yield "documents", {"documents": [document(package, row) for row in package["documents"]]}
    yield "topics", {"topics": [topic(package, row) for row in spoken_of(package)]}
    yield "measures", {"measures": [measure(package, row) for row in used(package)]}
    registers = ("checks", "check_members")
    yield "checks", {name: in_columns(package[name], package.fields(name)) for name in registers}
    licences = [licence(package, row) for row in package["licences"]]
    yield "licences", {"licences": licences, "ours": {"covers": reuse.OURS, "url": reuse.OURS_URL}}
    yield from whole_documents(package)
    yield from whole_tables(package)
    yield from whole_licences(package)


def index(package: Package) -> Answer:
    """Where to start: the lists, how much there is, how to cite it."""
    contract = package.contract
    return {
        "title": contract["title"],
        "version": contract["version"],
        "released": package.released,
        "description": contract["description"],
        "homepage": urls.site(package),
        "openapi": urls.url(package, "api/openapi.json"),
        "lists": {name: urls.url(package, urls.api(name)) for name in LISTS},
        "counts": {name: len(package[name]) for name in COUNTED},
        "reuse": reuse.MIXED,
        "citation": citation.whole(package)._asdict(),
    }


def dictionary(package: Package) -> Answer:
    """What each column of the facts means, once for all answers."""
    said = ("name", "title", "type", "description")
    return {
        table: [{word: field[word] for word in said} for field in package.fields(table)]
        for table in FACTS
    }


def terms(package: Package) -> Answer:
    """What each id is called: table to id to title; ids of two parts have a slash between them."""
    return {
        table: {
            key if isinstance(key, str) else "/".join(key): row["title"]
            for key, row in rows.items()
        }
        for table, rows in package.terms.items()
        if any(field["name"] == "title" for field in package.fields(table))
    }


def whole_documents(package: Package) -> Iterator[tuple[str, Answer]]:
    """Each document with its tables, the ids of its checks, and how to cite it."""
    for row in package["documents"]:
        key = row["document_id"]
        own = [table(package, one) for one in package.group("tables", "document_id", key)]
        checks = [one["check_id"] for one in package.group("checks", "document_id", key)]
        cited = citation.document(package, key)._asdict()
        more = {"tables": own, "checks": checks, "citation": cited}
        yield f"documents/{key}", document(package, row) | more


def whole_tables(package: Package) -> Iterator[tuple[str, Answer]]:
    """Each table with its figures and answers, the flags of the figures, and the checks that each
    of them takes part in.
    """
    for row in package["tables"]:
        key = row["table_id"]
        figures, answers = (package.group(name, "table_id", key) for name in ("figures", "answers"))
        ids = [one["figure_id"] for one in figures] + [one["answer_id"] for one in answers]
        yield (
            f"tables/{key}",
            table(package, row)
            | {
                "figures": in_columns(figures, package.fields("figures")),
                "answers": in_columns(answers, package.fields("answers")),
                "figure_flags": flagged(figures, package),
                "checks": named(ids, package.checks_of),
                "not_recomputed": named(ids, package.not_recomputed_of),
            },
        )


def flagged(figures: list[Row], package: Package) -> dict[str, list[str]]:
    """The ids of the flags of each figure; figures without flags are left out."""
    return {figure["figure_id"]: flags for figure in figures if (flags := package.flags(figure))}


def named(ids: list[str], checks: dict[str, list[Row]]) -> dict[str, list[str]]:
    """The ids of the checks that each of these facts takes part in; facts without checks are left
    out.
    """
    return {key: [one["check_id"] for one in checks[key]] for key in ids if key in checks}


def whole_licences(package: Package) -> Iterator[tuple[str, Answer]]:
    """Each licence, with the ids of the documents that are under it."""
    for row in package["licences"]:
        held = package.group("documents", "licence_id", row["licence_id"])
        own_documents = [one["document_id"] for one in held]
        yield (
            f"licences/{row['licence_id']}",
            licence(package, row) | {"documents": own_documents},
        )


def document(package: Package, row: Row) -> Answer:
    key = row["document_id"]
    held = package.once(reuse.terms)[key]
    more = {
        "licence_title": held.title,
        "licence_url": held.url,
        "licence_open": held.open,
        "licence_basis_title": held.basis,
    }
    zipped = {"zip": urls.url(package, f"data/documents/{key}.zip")}
    return placed(package, "documents", row, key, urls.document_page) | more | zipped


def table(package: Package, row: Row) -> Answer:
    return placed(package, "tables", row, row["table_id"], urls.table_page)


def topic(package: Package, row: Row) -> Answer:
    """A topic, with the ids of its measures that have figures."""
    ids = [
        one["measure_id"]
        for one in package.group("measures", "topic_id", row["topic_id"])
        if package.group("figures", "measure_id", one["measure_id"])
    ]
    return listed(package, "topics", row, urls.topic_page(row["topic_id"])) | {"measures": ids}


def measure(package: Package, row: Row) -> Answer:
    """A measure, with the ids of its figures and of the tables that they stand in."""
    own = package.group("figures", "measure_id", row["measure_id"])
    tables = list(dict.fromkeys(one["table_id"] for one in own))
    more = {"figures": [one["figure_id"] for one in own], "tables": tables}
    return listed(package, "measures", row, urls.measure_page(row["measure_id"])) | more


def listed(package: Package, name: str, row: Row, page: str) -> Answer:
    """A row of a list as a record, with its page for people; its place in the API is the list."""
    return record(row, package.fields(name)) | {
        "api": urls.url(package, urls.api(name)),
        "page": urls.url(package, page),
    }


def licence(package: Package, row: Row) -> Answer:
    address = urls.url(package, urls.api(f"licences/{row['licence_id']}"))
    return record(row, package.fields("licences")) | {"api": address}


def spoken_of(package: Package) -> list[Row]:
    """The topics of which there are figures or answers: they have a page."""
    measured = {row["topic_id"] for row in used(package)}
    answered = {row["topic_id"] for row in package["answers"]}
    return [row for row in package["topics"] if row["topic_id"] in measured | answered]


def used(package: Package) -> list[Row]:
    """The measures that have figures."""
    return [
        row
        for row in package["measures"]
        if package.group("figures", "measure_id", row["measure_id"])
    ]


def placed(package: Package, name: str, row: Row, key: str, page: Callable[[str], str]) -> Answer:
    """A row as a record, with its address in the API and its page for people."""
    return record(row, package.fields(name)) | {
        "api": urls.url(package, urls.api(f"{name}/{key}")),
        "page": urls.url(package, page(key)),
    }


FORMAT = Format(
    label="JSON",
    suffix=".json",
    media_type="application/json",
    purpose="For programs: JSON at addresses that do not change.",
    scope=(WHOLE, DOCUMENT, TABLE),
    section="descriptions",
    file_type="JSON",
    files=files,
    standards=(
        Standard(
            "OpenAPI 3.1 and JSON Schema 2020-12",
            "https://spec.openapis.org/oas/v3.1.0",
            "api/openapi.json and every file of the API",
            "jsonschema",
            "a row that is no list, a missing list, an unknown word",
            "tests/formats/test_api.py",
        ),
    ),
)
