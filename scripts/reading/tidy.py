"""The tidy package: every table of it as rows, made from the sources and the vocabulary alone.

The flow: read each folder, review what was read, check what the documents claim, and put the tables
together.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scripts.checks import RULES
from scripts.model import contract, named_files, own_terms, terms
from scripts.model.contract import CONTRACT
from scripts.model.files import read_json
from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.proof import accounts
from scripts.proof.accounts import Numeral
from scripts.reading import areas, facts, passages, sources
from scripts.reading.facts import Facts
from scripts.reading.sources import Document
from scripts.register import (
    causes,
    comparisons,
    figure_flags,
    recomputing,
    related,
    runs_of_figures,
    single_changes,
)
from scripts.validations import (
    area_codes,
    control_counts,
    control_sums,
    guard,
    laws,
    of_documents,
    of_facts,
    plain_ids,
)

ROOMS = [of_facts, of_documents]
Row = dict[str, str]
Rows = Sequence[Row | tuple[str, ...]]


class Tidy(NamedTuple):
    """Rows by table name; everything that is wrong: with a problem, no table may be written."""

    tables: dict[str, Rows]
    problems: list[Problem]


class Reading(NamedTuple):
    """What one document yields on its own, and what is wrong with it."""

    facts: Facts
    numerals: list[Numeral]
    problems: list[Problem]


def make(root: Path) -> Tidy:
    """The tidy tables of the project at root."""
    described, unfit = read_contract(root)
    if unfit:
        return Tidy({}, unfit)
    vocabulary = terms.read(root / contract.VOCABULARY)
    wrong_areas = list(own_terms.placed(root, area_codes.problems(areas.tables(vocabulary))))
    if wrong_areas:
        return Tidy({}, wrong_areas)
    documents, problems = sources.read_all(root, vocabulary)
    made = from_documents(documents, vocabulary)
    problems += list(sources.unaccounted(root, documents))
    problems += contract.written_problems(described, made.tables)
    # claims about documents that could not be read would only repeat that
    unread = len(documents) < len(sources.folders(root))
    told = [problem for problem in made.problems if not unread or problem.place[:5] != "claim"]
    return made._replace(problems=problems + told)


def read_contract(
    root: Path, folders: Sequence[str] = (sources.SOURCES, contract.VOCABULARY)
) -> tuple[dict[str, Any], list[Problem]]:
    """The contract; and what makes it, the vocabulary or any file of these folders unfit to be read
    at all.
    """
    unsafe = guard.problems_in(root, list(folders), [CONTRACT])
    if unsafe:
        return {}, unsafe
    described = read_json(root / CONTRACT)
    unfit = contract.shape_problems(described) or named_files.problems(root, described)
    unfit = unfit or list(contract.vocabulary_problems(root, described))
    return described, unfit or list(plain_ids.problems(root, described))


def from_documents(documents: list[Document], vocabulary: Vocabulary) -> Tidy:
    """The tidy tables of documents already read. Nothing is read or written here."""
    readings = [read(document, vocabulary) for document in documents]
    made = of_readings(readings, vocabulary)
    series: list[Any] = list(made.tables["series"])
    across: dict[str, Rows] = {
        "comparisons": comparisons.rows(series, vocabulary),
        **of_rules(),
    }
    return made._replace(tables=made.tables | across)


def of_readings(readings: list[Reading], vocabulary: Vocabulary) -> Tidy:
    """The tables of documents whose facts are read, in order of document; without those that
    compare documents.
    """
    documents = [reading.facts.document for reading in readings]
    problems = [problem for reading in readings for problem in reading.problems]
    figures = [figure._asdict() for reading in readings for figure in reading.facts.figures]
    answers = [answer._asdict() for reading in readings for answer in reading.facts.answers]
    measures = related.related(vocabulary["measures"])
    register = recomputing.register(documents, figures, answers, measures)
    changes, mended = single_changes.rows(register.rows, register.named)
    series = runs_of_figures.rows(
        (figure for reading in readings for figure in reading.facts.figures), vocabulary
    )
    tables: dict[str, Rows] = {
        "documents": [passages.document_row(document, vocabulary) for document in documents],
        "tables": [row for reading in readings for row in passages.table_rows(reading.facts)],
        "figures": figures,
        "figure_flags": figure_flags.rows(
            (reading.facts.of_figures for reading in readings), register
        ),
        "answers": answers,
        "checks": register.rows,
        "not_recomputed": register.not_recomputed,
        "check_members": members_of(register.rows, register),
        "not_recomputed_members": members_of(register.not_recomputed, register),
        "causes": [row for document in documents for row in causes.rows(document)],
        "single_changes": changes,
        "single_change_checks": mended,
        "numbers": [numeral for reading in readings for numeral in reading.numerals],
        "series": series,
        "left_out": [row for document in documents for row in passages.left_out_rows(document)],
    }
    return Tidy(tables, problems or problems_of(readings, register))


def review(read_facts: list[Facts], vocabulary: Vocabulary) -> list[Problem]:
    """What is wrong with the documents that these are the facts of, without their tables."""
    readings = [of_facts_read(each, vocabulary) for each in read_facts]
    documents = [each.document for each in read_facts]
    problems = [problem for reading in readings for problem in reading.problems]
    if problems:
        return problems
    figures = [figure._asdict() for reading in readings for figure in reading.facts.figures]
    answers = [answer._asdict() for reading in readings for answer in reading.facts.answers]
    measures = related.related(vocabulary["measures"])
    register = recomputing.register(documents, figures, answers, measures)
    return problems_of(readings, register)


def problems_of(readings: list[Reading], register: recomputing.Register) -> list[Problem]:
    """What is wrong with sums and claims. Where cells are wrong they would only repeat that."""
    return [*_broken_sums(readings), *register.problems]


def members_of(claims: list[Row], register: recomputing.Register) -> list[Row]:
    """One row for each fact that takes part in one of these claims."""
    return [
        row
        for claim in claims
        for row in recomputing.members(claim["check_id"], register.named[claim["check_id"]])
    ]


def of_rules() -> dict[str, Rows]:
    """The tables that follow from the rules alone."""
    return {"check_rules": check_rules(), "check_rule_words": check_rule_words()}


def check_rule_words() -> list[Row]:
    """One row per word of a claim."""
    return [
        {"rule_id": name, **word} for name, rule in RULES.items() for word in rule.words_as_rows()
    ]


def check_rules() -> list[Row]:
    """One row per rule. What is said of a rule stands in its file, and nowhere else."""
    return [
        {
            "rule_id": name,
            "title": rule.title,
            "definition": rule.definition,
            "takes": rule.takes,
        }
        for name, rule in RULES.items()
    ]


def read(document: Document, vocabulary: Vocabulary) -> Reading:
    """A document's facts and numerals, reviewed."""
    return of_facts_read(facts.read(document, vocabulary), vocabulary)


def of_facts_read(read_facts: Facts, vocabulary: Vocabulary) -> Reading:
    """The same where the facts are read already."""
    numerals = accounts.numbers(read_facts.document, read_facts.printed, vocabulary.numeral_words())
    return Reading(read_facts, numerals, list(laws.problems(ROOMS, read_facts, vocabulary)))


def _broken_sums(readings: list[Reading]) -> Iterator[Problem]:
    for reading in readings:
        yield from control_sums.problems(reading.facts)
        yield from control_counts.problems(reading.facts)
