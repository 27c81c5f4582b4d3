"""Where everything on the site stands: an address for each id, and the way from one page to
another.
"""

import posixpath
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

HOME = "index.html"
DOCUMENTS = "documents/index.html"
TOPICS = "topics/index.html"
MEASURES = "measures/index.html"
CHECKS = "checks/index.html"
FOI = "compare/foi.html"
PROOF = "proof.html"
DICTIONARY = "dictionary.html"
DOWNLOAD = "download.html"
HOW_TO_USE = "how-to-use.html"
VALIDATION = "validation.html"
COSTS = "costs.html"
NEW = "about/whats-new.html"
QUESTIONS = "questions/index.html"
GLOSSARY = "glossary.html"
MISSING = "missing.html"
ASK = "ask/index.html"
ASK_SQL = "ask/sql.html"
ABOUT = "about/index.html"
CORRECTIONS = "about/corrections.html"
REUSE = "about/reuse.html"
OFFICIAL = "official/index.html"
OFFICIAL_WHY = "official/why.html"
OFFICIAL_MAPPING = "official/mapping.html"


def document(document_id: str) -> str:
    return f"documents/{document_id}.html"


def table(table_id: str) -> str:
    return f"documents/{table_id}.html"


def figures(table_id: str) -> str:
    return f"figures/{table_id}.html"


def table_json(table_id: str) -> str:
    return f"api/v1/tables/{table_id}.json"


def id_of(fact: dict[str, Any]) -> str:
    """The id of a figure or of an answer."""
    return str(fact.get("figure_id") or fact["answer_id"])


def anchor(fact: dict[str, Any]) -> str:
    """Where a figure or an answer stands on the page of its table."""
    return ".".join(filter(None, (fact["address_row"], fact["address_column"])))


def figure(row: dict[str, Any]) -> str:
    return f"{figures(row['table_id'])}#{anchor(row)}"


def answer(row: dict[str, Any]) -> str:
    return f"{table(row['table_id'])}#{anchor(row)}"


def fact(row: dict[str, Any]) -> str:
    """Where a figure or an answer stands."""
    return figure(row) if "figure_id" in row else answer(row)


def check_anchor(check_id: str) -> str:
    return check_id.replace("/", ".")


def check(row: dict[str, Any]) -> str:
    """Where a check stands, or a claim that can't be recomputed."""
    return f"{checks(row['document_id'])}#{check_anchor(row['check_id'])}"


def checks(document_id: str) -> str:
    return f"checks/{document_id}.html"


def checks_by_rule(rule_id: str) -> str:
    return f"checks/by-rule/{rule_id}.html"


def measure(measure_id: str) -> str:
    return f"measures/{measure_id}.html"


def measure_csv(measure_id: str) -> str:
    """All figures of a measure, beside its page."""
    return f"measures/{measure_id}.csv"


def topic(topic_id: str) -> str:
    return f"topics/{topic_id}.html"


def area(area_id: str) -> str:
    return f"areas/{area_id}.html"


def official_area(area_id: str) -> str:
    """The page that sets an area's figures beside official statistics."""
    return f"official/{area_id}.html"


def version(number: str) -> str:
    """The page of a released version; its files stand beside it."""
    return f"v{number}/index.html"


def tidy_csv(table: str) -> str:
    return f"data/tidy/{table}.csv"


def table_csv(table_id: str, kind: str = "figures") -> str:
    """The tidy rows of one table: its figures, or its answers."""
    return f"data/by-table/{table_id}{'-answers' if kind == 'answers' else ''}.csv"


def printed_csv(table_id: str) -> str:
    return f"data/sources/{table_id}.csv"


def asked(**chosen: str) -> str:
    """Ask the data with this chosen: the titles that stand in its filters, by their names."""
    return f"{ASK}#{urlencode(chosen, quote_via=quote)}"


def relative(page: str, address: str) -> str:
    """The link from a page to an address of the site; an address of the web stays what it is."""
    if "://" in address:
        return address
    path, hash_, part = address.partition("#")
    if path in ("", page):
        return f"{hash_}{part}" or posixpath.basename(page)
    return way(posixpath.dirname(page), path) + hash_ + part


@lru_cache(maxsize=1 << 16)
def way(folder: str, path: str) -> str:
    """The way from a folder of the site to a file: many pages of a folder lead to the same
    files.
    """
    return posixpath.relpath(path, folder or ".")
