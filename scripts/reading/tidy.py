"""The tidy package: every table of it as rows, made from the sources and the vocabulary alone."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scripts.checks import RULES
from scripts.model import contract, terms
from scripts.model.contract import CONTRACT
from scripts.model.files import read_json
from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.proof import accounts
from scripts.reading import areas, melting, periods, sources
from scripts.reading.sources import Document
from scripts.register import causes, comparisons, recomputing, single_changes
from scripts.validations import area_codes, control_sums, guard, requests_are_answered

FOLDERS = ["data/sources", contract.VOCABULARY]


class Tidy(NamedTuple):
    """Rows by table name; everything that is wrong: with a problem, no table may be written."""

    tables: dict[str, list[dict]]
    problems: list[Problem]


def make(root: Path) -> Tidy:
    """The tidy tables of the project at root."""
    unsafe = guard.problems_in(root, FOLDERS, [CONTRACT])
    if unsafe:
        return Tidy({}, unsafe)
    described = read_json(root / CONTRACT)
    unfit = contract.shape_problems(described) or list(
        contract.vocabulary_problems(root, described)
    )
    if unfit:
        return Tidy({}, unfit)
    vocabulary = terms.read(root / contract.VOCABULARY)
    wrong_areas = list(area_codes.problems(areas.tables(vocabulary)))
    if wrong_areas:
        return Tidy({}, wrong_areas)
    documents, problems = sources.read_all(root, vocabulary)
    made = from_documents(documents, vocabulary)
    problems += list(sources.unaccounted(root, documents))
    problems += contract.written_problems(described, made.tables)
    # claims about documents that could not be read would only repeat that
    unread = len(documents) < len(sources.folders(root))
    return made._replace(
        problems=problems
        + [problem for problem in made.problems if not unread or problem.place[:5] != "claim"]
    )


def from_documents(documents: list[Document], vocabulary: Vocabulary) -> Tidy:
    """The tidy tables of documents already read. Nothing is read or written here."""
    all_figures, all_answers, all_numbers, problems, broken = [], [], [], [], []
    for document in documents:
        found_figures, found_answers, wrong = melting.facts(document, vocabulary)
        account, unaccounted = accounts.numbers(document, found_figures + found_answers, vocabulary)
        all_figures += found_figures
        all_answers += found_answers
        all_numbers += account
        problems += wrong + unaccounted
        broken += control_sums.problems(document, found_figures)
    problems += repeated(documents, all_figures + all_answers)
    problems += requests_are_answered.problems(documents, all_answers, vocabulary)
    register = recomputing.register(documents, all_figures, all_answers)
    recomputing.flag_figures(all_figures, register)
    changes, mended = single_changes.rows(register.rows, register.named)
    for figure in all_figures:
        figure["series_id"] = comparisons.series_id(figure)
    figures_in = Counter(figure["table_id"] for figure in all_figures)
    answers_in = Counter(answer["table_id"] for answer in all_answers)
    tables = {
        "documents": [document_row(document, vocabulary) for document in documents],
        "tables": [
            row for document in documents for row in table_rows(document, figures_in, answers_in)
        ],
        "figures": all_figures,
        "answers": all_answers,
        "checks": register.rows,
        "not_recomputed": register.not_recomputed,
        "check_members": members_of(register.rows, register),
        "not_recomputed_members": members_of(register.not_recomputed, register),
        "causes": [row for document in documents for row in causes.rows(document)],
        "single_changes": changes,
        "single_change_checks": mended,
        "check_rules": check_rules(),
        "numbers": all_numbers,
        "comparisons": comparisons.rows(all_figures, vocabulary),
        "left_out": [row for document in documents for row in left_out_rows(document)],
    }
    return Tidy(
        tables, problems or broken + register.problems
    )  # sums and claims of cells that are wrong would only repeat that


def members_of(claims: list[dict], register: recomputing.Register) -> list[dict]:
    """One row for each fact that takes part in one of these claims."""
    return [
        row
        for claim in claims
        for row in recomputing.members(claim["check_id"], register.named[claim["check_id"]])
    ]


def check_rules() -> list[dict]:
    """One row a rule. What is said of a rule stands in its file, and nowhere else."""
    return [
        {
            "rule_id": name,
            "title": rule.title,
            "definition": rule.definition,
            "takes": rule.takes,
        }
        for name, rule in RULES.items()
    ]


def repeated(documents: list[Document], facts: Iterable[dict]) -> list[Problem]:
    """Addresses that stand twice."""
    seen, problems = {}, []
    files = {document.id: document for document in documents}
    for fact in facts:
        address = melting.address_of(fact)
        if address in seen:
            document, table, *_ = address.split("/")
            problems.append(
                Problem(
                    files[document].file(table),
                    f"row {fact['source_row']}",
                    f"the address {address!r} is that of row {seen[address]} too",
                    "Give the rows different ids in a column `row`",
                )
            )
        seen.setdefault(address, fact["source_row"])
    return problems


def document_row(document: Document, vocabulary: Vocabulary) -> dict:
    about = document.descriptor["document"]
    period = periods.parse(about["period"])
    return {
        "document_id": document.id,
        "title": document.descriptor["title"],
        "description": document.descriptor["description"],
        "document_type_id": about["type"],
        "publisher_id": about["publisher"],
        "area_id": areas.of(vocabulary).find(about["area"]).area_id,
        "reference": about["reference"],
        "request_id": about.get("request", ""),
        "date_as_published": about["date_as_published"],
        "date": about["date"],
        "period_start": period.start,
        "period_end": period.end,
        "period_kind": period.kind,
        "period_months": period.months,
        "period_as_published": about["period_as_published"],
        "url": about["url"],
        "licence_id": about["licence"],
        "licence_basis": about["licence_basis"],
        "licence_line": about["licence_line"],
        "attribution": about["attribution"],
        "text_sha256": about["text_sha256"],
        "text_lines": str(about["text_lines"]),
    }


def table_rows(document: Document, figures_in: Counter, answers_in: Counter) -> list[dict]:
    """One row a table or gap, with how many figures and answers it has, counted by table id."""
    rows = []
    for table in document.descriptor["resources"] + document.descriptor.get("gaps", []):
        table_id = f"{document.id}/{table['name']}"
        counts = [figures_in[table_id], answers_in[table_id]]
        rows.append(
            {
                "table_id": table_id,
                "document_id": document.id,
                "title": table["title"],
                "kind": kind(table, counts),
                "locator": table["locator"],
                "first_line": str(table["lines"][0]),
                "last_line": str(table["lines"][1]),
                "recoverable": table.get("recoverable", "yes"),
                "description": table["description"],
                "figures": str(counts[0]),
                "answers": str(counts[1]),
            }
        )
    return rows


def kind(table: dict, counts: list[int]) -> str:
    if "path" not in table:
        return "gap"
    if "schema" in table:
        return "table"
    return "prose" if counts[0] else "answers"


def left_out_rows(document: Document) -> list[dict]:
    return [
        {
            "document_id": document.id,
            "first_line": str(passage["lines"][0]),
            "last_line": str(passage["lines"][1]),
            "reason": passage["reason"],
            "note": passage.get("note", ""),
        }
        for passage in document.descriptor.get("left_out", [])
    ]
