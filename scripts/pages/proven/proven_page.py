"""How the proof works, with today's counts: figures on their lines, numerals accounted for, checks,
corruption test, second reading.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.model.package import Package
from scripts.pages import addresses, beside, drafted, words
from scripts.pages.beside import Row
from scripts.pages.check import check_page
from scripts.pages.rendering import Page, page

DESCRIPTION = (
    "How every figure is proven on its line, every number accounted for and every sum "
    "recomputed, and how often a slip would be noticed."
)


class Proven(NamedTuple):
    """What stands on the lines of one document's text, and what became of its numerals."""

    document: dict[str, str]
    printed: int
    blank: int
    answers: int
    numerals: int
    used: int
    reasons: list[tuple[dict[str, Any], int]]

    @property
    def explained(self) -> int:
        return sum(number for _, number in self.reasons)


class Corrupted(NamedTuple):
    """How many corruptions of a table, a document or all were tried, and how many were noticed
    without and with the text.
    """

    of: dict[str, Any]
    tried: int
    without_text: int
    with_text: int


def stands_at(_: Package) -> list[str]:
    """The addresses of these pages."""
    return [addresses.PROOF]


def pages(package: Package) -> Iterator[Page]:
    yield page(
        "proven/proof.html",
        addresses.PROOF,
        "How the proof works",
        DESCRIPTION,
        package,
        proven=proven(package),
        verdicts=check_page.VERDICTS,
        rules=check_page.by_rule(package),
        totals=check_page.verdicts(package["checks"]),
        corrupted=corrupted(package),
        kinds=kinds(package),
        all_kinds=added({}, package["mutation_by_kind"]),
        survivors=survivors(package),
        official=official(package),
        columns=columns,
        second=second_reading(package),
        drafts=drafted.drafted(package),
        share=share,
    )


def proven(package: Package) -> list[Proven]:
    return [proven_of(document, package) for document in package["documents"]]


def proven_of(document: dict[str, str], package: Package) -> Proven:
    figures, answers, numbers = (
        package.group(name, "document_id", document["document_id"])
        for name in ("figures", "answers", "numbers")
    )
    reasons = Counter(row["reason"] for row in numbers if row["reason"])
    printed = sum(bool(row["value_as_published"]) for row in figures)
    counted = [
        (package.term("number_reasons", reason), number) for reason, number in reasons.most_common()
    ]
    return Proven(
        document,
        printed,
        len(figures) - printed,
        len(answers),
        len(numbers),
        sum(bool(row["used_as"]) for row in numbers),
        counted,
    )


def corrupted(package: Package) -> list[tuple[Corrupted, list[Corrupted]]]:
    """The corruption test by document, and by table in it."""
    found = []
    for document in package["documents"]:
        tables = package.group("tables", "document_id", document["document_id"])
        there = {table["table_id"] for table in tables}
        own = [row for row in package["mutation"] if row["table_id"] in there]
        if own:
            found.append(
                (
                    added(document, own),
                    [added(package.term("tables", row["table_id"]), [row]) for row in own],
                )
            )
    return found


def kinds(package: Package) -> list[tuple[str, Corrupted]]:
    """The corruption test by kind of corruption, headings included."""
    return [(row["kind"], added(row, [row])) for row in package["mutation_by_kind"]]


def official(package: Package) -> list[tuple[str, list[Row]]]:
    """The corruption test of the official tables: each table that was corrupted, by column."""
    rows = beside.read(package).tables.get("official_mutation", [])
    return list(beside.grouped(rows, "table").items())


def added(of: dict[str, Any], rows: list[dict[str, str]]) -> Corrupted:
    return Corrupted(
        of,
        *(
            sum(int(row[column]) for row in rows)
            for column in ("corruptions", "noticed_by_checks", "noticed_with_text")
        ),
    )


def share(part: int, whole: int) -> str:
    """A percentage to one decimal, cut off: 100% means all of them."""
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10}%" if tenths < 1000 else "100%"


def survivors(package: Package) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """The corruptions that nothing noticed, by table. A table that was renamed since has to be
    measured again.
    """
    named = dict.fromkeys(row["table_id"] for row in package["survivors"])
    tables = [table_id for table_id in named if table_id in package.terms["tables"]]
    return [
        (package.term("tables", table_id), package.group("survivors", "table_id", table_id))
        for table_id in tables
    ]


def columns(survivor: dict[str, Any], package: Package) -> str:
    """The columns that were corrupted, by their printed heading or period where they have one."""
    resource = package.printed(survivor["table_id"])
    described = {field["name"]: field for field in resource.get("schema", {}).get("fields", [])}
    named = filter(None, (survivor["source_column"], survivor["swapped_with"]))
    headings = [heading(described.get(column, {}), column) for column in named]
    return words.joined(headings) or "the whole row"


def heading(field: dict[str, Any], column: str) -> str:
    gives = field.get("gives", {})
    return (
        field.get("title")
        or (gives.get("period_as_published", "") if isinstance(gives, dict) else "")
        or words.plain(column)
    )


def second_reading(package: Package) -> dict[str, int]:
    """What was written down of the copy on which both readers agree: rows counted, and columns
    added up.
    """
    tables = [
        table
        for descriptor in package.sources.values()
        for table in descriptor.get("resources", [])
    ]
    return {
        "tables": len(tables),
        "counted": sum("rows" in table for table in tables),
        "rows": sum(int(table.get("rows", 0)) for table in tables),
        "added_tables": sum(bool(table.get("control")) for table in tables),
        "added_columns": sum(len(table.get("control", {})) for table in tables),
    }
