"""Whether a corrupted source table is noticed: by the checks alone, and by the checks with the document's text.

Only what the table touches is made and checked again, so that every cell can be corrupted in a minute or two.
"""

from typing import NamedTuple

from scripts.checks.reckoning.members import Named
from scripts.model.terms import Vocabulary
from scripts.proof import accounts, against_text
from scripts.proof.against_text import Text
from scripts.reading import melting, sources
from scripts.reading.sources import Document
from scripts.register import recomputing
from scripts.register.claims import Index, declared
from scripts.register.unclaimed import Known, found, known, repeated
from scripts.validations import control_sums


class World(NamedTuple):
    """Everything that holds before a corruption: all documents, their facts by table, and what their claims check."""

    documents: list[Document]
    vocabulary: Vocabulary
    facts: dict[str, list[dict]]
    known: dict[str, Known]
    texts: dict[str, Text]


def world(documents: list[Document], vocabulary: Vocabulary, texts: dict[str, Text]) -> World:
    facts: dict[str, list[dict]] = {}
    for document in documents:
        for fact in against_text.all_facts(document, vocabulary):
            facts.setdefault(fact["table_id"], []).append(fact)
    index = Index([fact for table in facts.values() for fact in table])
    return World(
        documents,
        vocabulary,
        facts,
        {document.id: known(declared(document, index)[0]) for document in documents},
        texts,
    )


def corrupted(document: Document, table: dict, rows: list[dict]) -> Document:
    """The document with one table only, as it was corrupted."""
    return document._replace(
        descriptor={**document.descriptor, "resources": [table]}, rows={table["name"]: rows}
    )


def noticed_by_checks(before: World, document: Document, table: dict, rows: list[dict]) -> bool:
    """Whether build would refuse the corrupted table."""
    spoiled = corrupted(document, table, rows)
    found_figures, found_answers, problems = melting.facts(spoiled, before.vocabulary)
    addresses = [melting.address_of(fact) for fact in found_figures + found_answers]
    if (
        problems
        or control_sums.problems(spoiled, found_figures)
        or sources.row_problems(spoiled)
        or any(sources.heading_problems("", beside(document, table)))
        or len(set(addresses)) < len(addresses)
    ):
        return True
    return claims_broken(before, table_id(document, table), found_figures + found_answers)


def beside(document: Document, table: dict) -> dict:
    """The document's descriptor with one table of it as it was corrupted."""
    others = [
        table if other["name"] == table["name"] else other
        for other in document.descriptor["resources"]
    ]
    return {**document.descriptor, "resources": others}


def table_id(document: Document, table: dict) -> str:
    return f"{document.id}/{table['name']}"


def claims_broken(before: World, changed: str, facts: list[dict]) -> bool:
    """Whether a claim that names the changed table, or one found in it, does not come out as accepted."""
    every = [
        fact
        for table, there in before.facts.items()
        for fact in (facts if table == changed else there)
    ]
    index = Index(every)
    twins = repeated(fact for fact in every if "figure_id" in fact)
    for document in before.documents:
        touching = [
            claim
            for claim in document.descriptor.get("claims", [])
            if names(claim, changed, document.id)
        ]
        own = [
            fact for fact in facts if "figure_id" in fact and document.id == changed.split("/")[0]
        ]
        if not touching and not own:
            continue
        partial = document._replace(
            descriptor={**document.descriptor, "claims": touching, **accepted(document, touching)}
        )
        claims, wrong = declared(partial, index)
        unclaimed = found(document, own, twins, before.known[document.id])
        named: dict[str, Named] = {}
        rows, _ = recomputing.recomputed(claims + unclaimed, named)
        if wrong or recomputing.accept(partial, rows, named):
            return True
    return False


def names(claim: dict, changed: str, document_id: str) -> bool:
    """Whether a claim names figures of the changed table."""
    addresses = [
        address
        for value in claim.values()
        for address in sources.several(value)
        if isinstance(address, str)
    ]
    return any(
        address.startswith(f"{changed}/") or f"{document_id}/{address}".startswith(f"{changed}/")
        for address in addresses
    )


def accepted(document: Document, claims: list[dict]) -> dict[str, list[dict]]:
    """The accepted differences that belong to the claims, and their causes."""
    heads = {f"{document.id}/{claim['rule']}/{claim['id']}".replace("_", "-") for claim in claims}
    found = {
        word: [
            row
            for row in document.descriptor.get(word, [])
            if "/".join(row["check"].split("/")[:3]) in heads
        ]
        for word in recomputing.ACCEPTED
    }
    named = {row["cause"] for row in found["discrepancies"]}
    causes = [one for one in document.descriptor.get("causes", []) if one["id"] in named]
    return found | {"causes": causes}


def noticed_by_text(before: World, document: Document, table: dict, rows: list[dict]) -> bool:
    """Whether verify would refuse the corrupted table."""
    source, words = before.texts[document.id], before.vocabulary.numeral_words()
    spoiled = corrupted(document, table, rows)
    found_figures, found_answers, _ = melting.facts(spoiled, before.vocabulary)
    lines = {row["line"].rpartition("-")[2] for row in rows + document.rows[table["name"]]}
    others = [
        fact
        for key, there in before.facts.items()
        if key.startswith(f"{document.id}/") and key != table_id(document, table)
        for fact in there
        if fact["line"] in lines
    ]
    facts = found_figures + found_answers + others
    if (
        any(against_text.rows_in_order(spoiled, source))
        or any(against_text.headings(spoiled, source))
        or any(against_text.tokens_on_lines(document, facts, source))
    ):
        return True
    if any(against_text.printed_periods(document, found_figures + found_answers, source)):
        return True
    account, _ = accounts.numbers(document, facts, before.vocabulary)
    return any(against_text.account(document, account, source, words, lines))


def with_totals_or_rates(before: World) -> set[str]:
    """The tables, printed or made from sentences, with a total or a percentage."""
    return {
        table
        for table, facts in before.facts.items()
        if any(fact.get("is_total") == "yes" or fact.get("unit") == "percent" for fact in facts)
    }
