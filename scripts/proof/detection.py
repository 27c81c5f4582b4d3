"""Whether a corrupted source table is noticed: by the checks alone, and by the checks with the
document's text.

Only what the table touches is made and checked again, so that every cell can be corrupted in a
minute or two.
"""

from typing import Any, NamedTuple

from scripts.checks.reckoning.members import Named
from scripts.model.terms import Vocabulary
from scripts.proof import accounts, against_text
from scripts.proof.against_text import Text
from scripts.reading import facts, sources
from scripts.reading.facts import Fact, address_of
from scripts.reading.figures import Figure
from scripts.reading.sources import Document
from scripts.register import recomputing, unclaimed_words
from scripts.register.claims import Claim, Index, declared
from scripts.register.related import Related, related
from scripts.register.unclaimed import Known, found, known, repeated
from scripts.validations import control_counts, control_sums, laws, of_facts

RATES = {"percent", "rate_per_1000", "rate_per_10000"}


class World(NamedTuple):
    """Everything that holds before a corruption: all documents, their facts by table, and what
    their claims check.

    `rows` has the facts by table as rows, and `by_address` all of them; `in_words` has the ids of
    the claims that are found among the answers of each document; `shared` has the ids of figures
    that have no print of their own.
    """

    documents: list[Document]
    vocabulary: Vocabulary
    facts: dict[str, list[Fact]]
    rows: dict[str, list[dict[str, str]]]
    by_address: Index
    measures: Related
    claims: dict[str, list[Claim]]
    known: dict[str, Known]
    in_words: dict[str, set[str]]
    texts: dict[str, Text]
    shared: frozenset[str]


def world(documents: list[Document], vocabulary: Vocabulary, texts: dict[str, Text]) -> World:
    by_table: dict[str, list[Fact]] = {}
    shared: set[str] = set()
    for document in documents:
        read = facts.read(document, vocabulary)
        shared |= {*map(address_of, read.all)} - {*map(address_of, read.printed)}
        for fact in read.all:
            by_table.setdefault(fact.table_id, []).append(fact)
    rows = {table: [fact._asdict() for fact in there] for table, there in by_table.items()}
    every = [row for there in rows.values() for row in there]
    index = Index(every)
    claims = {document.id: declared(document, index)[0] for document in documents}
    return World(
        documents,
        vocabulary,
        by_table,
        rows,
        index,
        related(vocabulary["measures"]) if documents else related({}),
        claims,
        {document_id: known(own) for document_id, own in claims.items()},
        {
            document.id: {claim.check_id for claim in in_words(document, every, claims)}
            for document in documents
        },
        texts,
        frozenset(shared),
    )


def in_words(
    document: Document, every: list[dict[str, str]], claims: dict[str, list[Claim]]
) -> list[Claim]:
    """The claims that are found among the answers of a document."""
    answers = [row for row in every if "answer_id" in row and row["document_id"] == document.id]
    return unclaimed_words.found(document, answers, claims[document.id])


def corrupted(document: Document, table: dict[str, Any], rows: list[dict[str, str]]) -> Document:
    """The document with one table only, as it was corrupted."""
    return document._replace(
        descriptor={**document.descriptor, "resources": [table]}, rows={table["name"]: rows}
    )


def noticed_by_checks(
    before: World, document: Document, table: dict[str, Any], rows: list[dict[str, str]]
) -> bool:
    """Whether build would refuse the corrupted table."""
    spoiled = corrupted(document, table, rows)
    read = facts.read(spoiled, before.vocabulary)
    if (
        any(laws.problems([of_facts], read, before.vocabulary))
        or any(control_sums.problems(read))
        or any(control_counts.problems(read))
        or sources.row_problems(spoiled)
        or any(sources.heading_problems("", beside(document, table)))
    ):
        return True
    return claims_broken(before, table_id(document, table), read.all)


def beside(document: Document, table: dict[str, Any]) -> dict[str, Any]:
    """The document's descriptor with one table of it as it was corrupted."""
    others = [
        table if other["name"] == table["name"] else other
        for other in document.descriptor["resources"]
    ]
    return {**document.descriptor, "resources": others}


def table_id(document: Document, table: dict[str, Any]) -> str:
    return f"{document.id}/{table['name']}"


def claims_broken(before: World, changed: str, now: list[Fact]) -> bool:
    """Whether a claim that names the changed table, or one found in it, does not come out as
    accepted.
    """
    rows_now = [fact._asdict() for fact in now]
    every = [
        row
        for table, there in before.rows.items()
        for row in (rows_now if table == changed else there)
    ]
    figures_now = [row for row in rows_now if "figure_id" in row]
    index = before.by_address.with_table(changed, rows_now)
    twins = repeated(fact for fact in every if "figure_id" in fact)
    for document in before.documents:
        touching = [
            claim
            for claim in document.descriptor.get("claims", [])
            if names(claim, changed, document.id)
        ]
        here = changed in document.tables_by_id
        own = figures_now if here else []
        words_now = here and len(figures_now) < len(now)
        if not touching and not own and not words_now:
            continue
        ids = ids_of(touching, before.claims[document.id])
        ids |= before.in_words[document.id] if words_now else set()
        told = accepted(document, ids)
        partial = document._replace(descriptor={**document.descriptor, "claims": touching, **told})
        claims, wrong = declared(partial, index)
        unclaimed = found(document, own, twins, before.known[document.id], before.measures)
        unclaimed += in_words(document, every, before.claims) if words_now else []
        named: dict[str, Named] = {}
        rows, _ = recomputing.recomputed(claims + unclaimed, named)
        if wrong or recomputing.accept(partial, rows, named):
            return True
    return False


def ids_of(touching: list[dict[str, Any]], claims: list[Claim]) -> set[str]:
    """The ids of the checks that declared claims make."""
    declared_as = {claim["id"] for claim in touching}
    return {claim.check_id for claim in claims if claim.declared_as in declared_as}


def names(claim: dict[str, Any], changed: str, document_id: str) -> bool:
    """Whether a claim names figures of the changed table."""
    patterns = (
        pattern
        for value in claim.values()
        for pattern in sources.several(value)
        if isinstance(pattern, str)
    )
    own = f"{changed}/"
    return any(
        f"{start}{pattern}".startswith(own)
        for pattern in patterns
        for start in ("", f"{document_id}/")
    )


def accepted(document: Document, ids: set[str]) -> dict[str, list[dict[str, str]]]:
    """The accepted differences of the checks with these ids, and their causes."""
    found = {
        word: [row for row in document.descriptor.get(word, []) if row["check"] in ids]
        for word in recomputing.ACCEPTED
    }
    named = {row["cause"] for rows in found.values() for row in rows if "cause" in row}
    causes = [one for one in document.descriptor.get("causes", []) if one["id"] in named]
    return found | {"causes": causes}


def noticed_by_text(
    before: World, document: Document, table: dict[str, Any], rows: list[dict[str, str]]
) -> bool:
    """Whether verify would refuse the corrupted table."""
    source, words = before.texts[document.id], before.vocabulary.numeral_words()
    spoiled = corrupted(document, table, rows)
    read = facts.read(spoiled, before.vocabulary)
    lines = {row["line"].rpartition("-")[2] for row in rows + document.rows[table["name"]]}
    others = [
        fact
        for key, there in before.facts.items()
        if key in document.tables_by_id and key != table_id(document, table)
        for fact in there
        if fact.line in lines and address_of(fact) not in before.shared
    ]
    every = read.printed + others
    if (
        any(against_text.rows_in_order(spoiled, source))
        or any(against_text.headings(spoiled, source))
        or any(against_text.tokens_on_lines(document, every, source))
    ):
        return True
    if any(against_text.printed_periods(document, read.all, source)):
        return True
    account = accounts.numbers(document, every, words)
    return any(against_text.account(document, account, source, words, lines))


def with_totals_or_rates(before: World) -> set[str]:
    """The tables, printed or made from sentences, with a total or a rate."""
    return {
        table
        for table, found in before.facts.items()
        if any(
            isinstance(fact, Figure) and (fact.is_total == "yes" or fact.unit in RATES)
            for fact in found
        )
    }
