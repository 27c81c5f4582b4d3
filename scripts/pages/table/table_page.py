"""A page for each table: what to know first, then the table as printed, its tidy rows, where it is
printed, the downloads.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.pages import addresses, as_printed, check_sentences, offers, sums, words
from scripts.pages.rendering import Page, page

NOT_READABLE = {"value_marker": "n", "answer": "unreadable"}


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.table(row["table_id"]) for row in package["tables"]]


def pages(package: Package) -> Iterator[Page]:
    for table in package["tables"]:
        document = package.term("documents", table["document_id"])
        template = "table/gap.html" if table["kind"] == "gap" else "table/table.html"
        description = f"{table['title']}. {table['locator']} of: {document['title']}"
        yield page(
            template,
            addresses.table(table["table_id"]),
            table["title"],
            description,
            package,
            table=table,
            document=document,
            **facts(table, package),
        )


def facts(table: dict[str, Any], package: Package) -> dict[str, Any]:
    """All that the page of a table says."""
    figures = package.group("figures", "table_id", table["table_id"])
    answers = package.group("answers", "table_id", table["table_id"])
    return {
        "figures": figures,
        "answers": answers,
        "answer_anchors": {row["answer_id"]: addresses.anchor(row) for row in answers},
        "printed": as_printed.table(table["table_id"], package)
        if table["kind"] == "table"
        else None,
        "know": know(table, figures, package),
        "measures": list(
            {
                row["measure_id"]: package.term("measures", row["measure_id"]) for row in figures
            }.values()
        ),
        "markers": used_terms(figures, "value_marker", "markers", package),
        "differing": differing([*figures, *answers], package),
        "checks": checks([*figures, *answers], package),
        "take": offers.of_table(table["table_id"], package),
        "neighbours": neighbours(table, package),
    }


def know(table: dict[str, Any], figures: list[dict[str, str]], package: Package) -> list[str]:
    """What a reader should know before the numbers: the table's own note, flags, qualifiers,
    missing numbers, differences.
    """
    told = list(filter(None, words.first_sentence(table["description"])))
    told += readable(table, package)
    told += [
        f"{words.counted(number, 'figure')}: {term['definition']}"
        for term, number in flags(figures, package)
    ]
    missing = sum(not row["value"] for row in figures)
    told += (
        [
            (
                f"{words.counted(missing, 'cell has', 'cells have')} no number. Blank is never "
                "zero: the letter in brackets says why."
            )
        ]
        if missing
        else []
    )
    qualified = sum(bool(row["qualifier"]) for row in figures)
    told += (
        [
            (
                f"{words.counted(qualified, 'number is', 'numbers are')} printed with a word "
                "such as about, over or up to. The word is shown before the number."
            )
        ]
        if qualified
        else []
    )
    return told


def readable(table: dict[str, Any], package: Package) -> list[str]:
    """How many cells of a printed table can be read, where the document has cells of the same
    measure or question that cannot.
    """
    here = [
        fact
        for kind in ("figures", "answers")
        for fact in package.group(kind, "table_id", table["table_id"])
    ]
    damaged = package.once(damaged_kinds).get(table["document_id"], set())
    if table["kind"] != "table" or damaged.isdisjoint(map(kind_of, here)):
        return []
    lost = sum(map(is_unreadable, here))
    if not lost:
        return [f"All {words.counted(len(here), 'cell')} can be read."]
    return [
        (
            f"Of {words.counted(len(here), 'cell')}, {len(here) - lost:,} can be read and "
            f"{lost:,} cannot. What cannot be read is marked, and no number or answer is put in "
            "its place."
        )
    ]


def damaged_kinds(package: Package) -> dict[str, set[str]]:
    """For each document that has cells which cannot be read, what they measure or answer."""
    found: dict[str, set[str]] = {}
    for fact in [*package["figures"], *package["answers"]]:
        if is_unreadable(fact):
            found.setdefault(fact["document_id"], set()).add(kind_of(fact))
    return found


def is_unreadable(fact: dict[str, Any]) -> bool:
    return any(fact.get(column) == code for column, code in NOT_READABLE.items())


def kind_of(fact: dict[str, Any]) -> str:
    """What a figure measures, or an answer answers."""
    return str(fact.get("measure_id") or fact["question_id"])


def flags(figures: list[dict[str, str]], package: Package) -> list[tuple[dict[str, Any], int]]:
    """The flags of the figures, with how many figures have each."""
    given = [flag for row in figures for flag in package.flags(row)]
    return [(package.term("flags", flag), given.count(flag)) for flag in dict.fromkeys(given)]


def used_terms(
    figures: list[dict[str, str]], column: str, table: str, package: Package
) -> list[tuple[str, dict[str, str]]]:
    return [
        (key, package.term(table, key))
        for key in dict.fromkeys(row[column] for row in figures)
        if key
    ]


def differing(facts: list[dict[str, Any]], package: Package) -> dict[str, dict[str, Any]]:
    """For each figure or answer in a discrepancy, the first check that differs."""
    found = {
        addresses.id_of(row): [
            check
            for check in package.checks_of.get(addresses.id_of(row), [])
            if check["verdict"] == "discrepancy"
        ]
        for row in facts
    }
    return {key: checks[0] for key, checks in found.items() if checks}


def checks(facts: list[dict[str, Any]], package: Package) -> list[tuple[dict[str, Any], str, str]]:
    """The checks that figures and answers take part in, each with the number it is about and what
    it says: many of a table are of one rule.
    """
    found = {
        check["check_id"]: check
        for row in facts
        for check in package.checks_of.get(addresses.id_of(row), [])
    }
    return [
        (check, sums.lay_out(check, package).subject, check_sentences.sentence(check, package))
        for check in found.values()
    ]


def neighbours(
    table: dict[str, Any], package: Package
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The tables before and after it in the same document."""
    tables = package.group("tables", "document_id", table["document_id"])
    place = tables.index(table)
    return (
        tables[place - 1] if place else None,
        tables[place + 1] if place + 1 < len(tables) else None,
    )
