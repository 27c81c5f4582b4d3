"""The static API: JSON at stable addresses under api/v1/. Every answer is one object; `openapi` describes them.

Lists: index, documents, topics, measures, licences, checks. One thing: documents/<id>, tables/<table_id>, measures/<id>
with its figures, topics/<id>, figures/<figure_id>, licences/<id>.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.model.package import Package
from scripts.offering import citation, flat, reuse, urls
from scripts.offering.records import json_bytes, record
from scripts.offering.resources import File


class Facts(NamedTuple):
    """What every answer is made of: typed records, with their terms, their page and their address in the API."""

    package: Package
    documents: list[dict]
    tables: list[dict]
    figures: list[dict]
    answers: list[dict]
    measures: list[dict]
    topics: list[dict]
    checks: list[dict]
    licences: list[dict]


def files(package: Package) -> Iterator[File]:
    for path, thing in things(package):
        yield File(path, json_bytes(thing))


def things(package: Package) -> Iterator[tuple[str, dict]]:
    """(path, object) of every file of the API."""
    facts = gather(package)
    yield urls.api("index"), _index(facts)
    yield urls.api("documents"), {"documents": facts.documents}
    yield urls.api("topics"), {"topics": facts.topics}
    yield urls.api("measures"), {"measures": facts.measures}
    yield (
        urls.api("licences"),
        {"licences": facts.licences, "ours": {"covers": reuse.OURS, "url": reuse.OURS_URL}},
    )
    yield urls.api("checks"), {"checks": facts.checks}
    yield from _ones(facts)


def gather(package: Package) -> Facts:
    figures, answers = package.once(flat.figures), package.once(flat.answers)
    return Facts(
        package,
        [_document(package, row) for row in package["documents"]],
        [
            _placed(package, "tables", row, row["table_id"], urls.table_page)
            for row in package["tables"]
        ],
        [
            record(row, figures.fields)
            | _places(package, f"figures/{row['figure_id']}", urls.figure_page(row["figure_id"]))
            for row in figures.rows
        ],
        [record(row, answers.fields) for row in answers.rows],
        [
            _placed(package, "measures", row, row["measure_id"], urls.measure_page)
            for row in _used(package)
        ],
        [
            _placed(package, "topics", row, row["topic_id"], urls.topic_page)
            for row in package["topics"]
        ],
        [_check(package, row) for row in package["checks"]],
        [_licence(package, row) for row in package["licences"]],
    )


def _ones(facts: Facts) -> Iterator[tuple[str, dict]]:
    for document in facts.documents:
        key = document["document_id"]
        parts = {
            "tables": _where(facts.tables, "document_id", key),
            "checks": _where(facts.checks, "document_id", key),
        }
        yield (
            urls.api(f"documents/{key}"),
            document | parts | {"citation": _cited(citation.document(facts.package, key))},
        )
    yield from _tables(facts)
    for measure in facts.measures:
        yield (
            urls.api(f"measures/{measure['measure_id']}"),
            measure | {"figures": _where(facts.figures, "measure_id", measure["measure_id"])},
        )
    for topic in facts.topics:
        yield (
            urls.api(f"topics/{topic['topic_id']}"),
            topic | {"measures": _where(facts.measures, "topic_id", topic["topic_id"])},
        )
    for licence in facts.licences:
        held = [
            document["document_id"]
            for document in facts.documents
            if document["licence_id"] == licence["licence_id"]
        ]
        yield urls.api(f"licences/{licence['licence_id']}"), licence | {"documents": held}
    yield from _figures(facts)


def _tables(facts: Facts) -> Iterator[tuple[str, dict]]:
    figures, answers = _groups(facts.figures, "table_id"), _groups(facts.answers, "table_id")
    for table in facts.tables:
        key = table["table_id"]
        rows = {"figures": figures.get(key, []), "answers": answers.get(key, [])}
        yield (
            urls.api(f"tables/{key}"),
            table | rows | {"citation": _cited(citation.table(facts.package, key))},
        )


def _figures(facts: Facts) -> Iterator[tuple[str, dict]]:
    """One figure: everything about it, its document's text, the checks it takes part in, how to cite it."""
    package = facts.package
    rows = package.terms["figures"]
    documents = package.terms["documents"]
    checks, without = (
        _by_figure(package[name]) for name in ("check_members", "not_recomputed_members")
    )
    for figure in facts.figures:
        key, document = figure["figure_id"], documents[figure["document_id"]]
        cited = citation.cite(
            citation.figure_of(package, rows[key], document, figure["measure_title"])
        )
        more = {
            "text_sha256": document["text_sha256"],
            "checks": checks.get(key, []),
            "not_recomputed": without.get(key, []),
            "citation": _cited(cited),
        }
        yield urls.api(f"figures/{key}"), figure | more


def _index(facts: Facts) -> dict:
    package, contract = facts.package, facts.package.contract
    lists = {
        name: urls.url(package, urls.api(name))
        for name in ("documents", "topics", "measures", "licences", "checks")
    }
    counts = {
        name: len(package[name])
        for name in ("documents", "tables", "figures", "answers", "checks", "not_recomputed")
    }
    return {
        "title": contract["title"],
        "version": contract["version"],
        "released": package.released,
        "description": contract["description"],
        "homepage": urls.site(package),
        "openapi": urls.url(package, "api/openapi.json"),
        "lists": lists,
        "counts": counts,
        "reuse": reuse.MIXED,
        "citation": _cited(citation.whole(package)),
    }


def _document(package: Package, row: dict) -> dict:
    key = row["document_id"]
    held = package.once(reuse.terms)[key]
    more = {
        "licence_title": held.title,
        "licence_url": held.url,
        "licence_open": held.open,
        "licence_basis_title": held.basis,
    }
    zipped = {"zip": urls.url(package, f"data/documents/{key}.zip")}
    return (
        _plain(package, "documents", row)
        | more
        | _places(package, f"documents/{key}", urls.document_page(key))
        | zipped
    )


def _licence(package: Package, row: dict) -> dict:
    return _plain(package, "licences", row) | {
        "api": urls.url(package, urls.api(f"licences/{row['licence_id']}"))
    }


def _check(package: Package, row: dict) -> dict:
    """A check with who takes part in it: [{part, figure_id}], [{part, answer_id}] and [{part, number}]."""
    keys = {"figures": "figure_id", "answers": "answer_id", "numbers": "number"}
    taken = {
        word: [{"part": one["part"], key: one[key]} for one in package.members(row) if one[key]]
        for word, key in keys.items()
    }
    return _plain(package, "checks", row) | taken


def _used(package: Package) -> list[dict]:
    """The measures that have figures."""
    used = {row["measure_id"] for row in package["figures"]}
    return [row for row in package["measures"] if row["measure_id"] in used]


def _plain(package: Package, name: str, row: dict) -> dict:
    return record(row, package.fields(name))


def _placed(package: Package, name: str, row: dict, key: str, page: Callable[[str], str]) -> dict:
    return _plain(package, name, row) | _places(package, f"{name}/{key}", page(key))


def _places(package: Package, path: str, page: str) -> dict:
    return {
        "api": urls.url(package, urls.api(path)),
        "page": urls.url(package, page),
    }


def _cited(cited: citation.Citation) -> dict:
    return cited._asdict()


def _by_figure(members: list[dict]) -> dict[str, list[str]]:
    """The ids of the checks or claims that each figure takes part in."""
    found: dict[str, dict[str, None]] = {}
    for member in members:
        if member["figure_id"]:
            found.setdefault(member["figure_id"], {})[member["check_id"]] = None
    return {figure_id: list(checks) for figure_id, checks in found.items()}


def _where(records: list[dict], column: str, value: str) -> list[dict]:
    return [one for one in records if one[column] == value]


def _groups(records: list[dict], column: str) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for one in records:
        found.setdefault(one[column], []).append(one)
    return found
