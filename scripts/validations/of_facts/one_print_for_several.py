"""A number that is printed once for several is printed for another fact too, and does not say the
same as that one.
"""

from collections.abc import Collection, Iterator
from typing import Any

from scripts.model.problems import Problem, Wrong
from scripts.model.terms import Vocabulary
from scripts.reading.facts import Facts, token_of
from scripts.reading.figures import SHARED, Figure, given_flags
from scripts.reading.melting import Field, described_fields
from scripts.reading.sources import DESCRIPTOR, Document
from scripts.validations.places import told_tokens
from scripts.validations.refusal import NORTHBRIDGE, Refusal

FIELD = '"type": "string", "gives": {"period": "2020-04/2021-03"}'
REFUSES = [
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "16,cost-of-a-day,training_cost_per_day,£480,,,,period_not_stated",
        "16,cost-of-a-day,training_cost_per_day,£480,,,,printed_for_several",
        "row 3, column 'value_as_published': '£480' is said to be printed once for several, and "
        "nothing else on line 16 has it",
    ),
    Refusal(
        f"{NORTHBRIDGE}/prose.csv",
        "17,subjects,training_subjects,three,,,,period_not_stated,",
        "17,subjects,training_subjects,two,,,,printed_for_several,",
        "'two' is said to be printed once for several, and says the same as "
        "northbridge-foi-1234/prose/yearly-subjects",
    ),
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        FIELD,
        f'"printed_with": {{"7": "y2019_20"}}, {FIELD}',
        "row 1, column 'y2020_21': has '150', and 'y2019_20', with which it has one printed cell, "
        "has '120'",
    ),
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        FIELD,
        f'"printed_with": {{"7": "y2020_21"}}, {FIELD}',
        "column y2020_21, printed_with: 'y2020_21' is no other column of printed cells",
    ),
    Refusal(
        f"{NORTHBRIDGE}/datapackage.json",
        FIELD,
        f'"printed_with": {{"6": "y2019_20"}}, {FIELD}',
        "column y2020_21, printed_with: no row stands on line '6'",
    ),
]
SAID = "is said to be printed once for several"
SAYS = (
    "measure_id",
    "value_kind",
    "area_id",
    "period_start",
    "period_end",
    "breakdown_1_category",
    "breakdown_2_category",
)


def problems(facts: Facts, vocabulary: Vocabulary) -> Iterator[Problem]:
    for table in facts.document.descriptor["resources"]:
        yield from _wrong_columns(facts.document, table)
    flagged = [cell for cell, flags in enumerate(facts.of_figures.flags) if SHARED in flags]
    if flagged:
        yield from told_tokens(facts.of_figures.cells, _alone_or_the_same(facts, flagged))


def _wrong_columns(document: Document, table: dict[str, Any]) -> Iterator[Problem]:
    """What is wrong with what a table's columns say of the cells that they share."""
    rows = document.rows[table["name"]]
    described = described_fields(table, list(rows[0]) if rows else [])
    on_line: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, row in enumerate(rows, start=1):
        on_line.setdefault(row["line"], []).append((number, row))
    printed = {field.name: field for field in described if field.is_described}
    for field in described:
        place = f"table {table['name']}, column {field.name}, printed_with"
        for line, name in field.printed_with.items():
            wrong = _wrong_words(field, printed.get(name), line, on_line.keys(), name)
            if wrong:
                yield Problem(f"{document.folder}/{DESCRIPTOR}", place, *wrong)
                continue
            for number, row in on_line[line]:
                if row[name] != row[field.name]:
                    at = f"row {number}, column {field.name!r}"
                    yield Problem(document.file(table["name"]), at, *_unlike(row, field.name, name))


def _wrong_words(
    field: Field, other: Field | None, line: str, lines: Collection[str], name: str
) -> Wrong | None:
    """What is wrong with a line, and with the column that is named for it."""
    if other is None or other == field or line in other.printed_with:
        how = "Write the column in which the cell stands first"
        return Wrong(f"{name!r} is no other column of printed cells", how)
    if line not in lines:
        return Wrong(f"no row stands on line {line!r}", "Write the row's line, as in the CSV")
    return None


def _unlike(row: dict[str, str], column: str, other: str) -> Wrong:
    return Wrong(
        f"has {row[column]!r}, and {other!r}, with which it has one printed cell, has "
        f"{row[other]!r}",
        "Copy the printed cell into both, or take the line out of `printed_with`",
    )


def _alone_or_the_same(facts: Facts, flagged: list[int]) -> dict[int, Wrong]:
    """Of the figures that share a print, those with which no other fact does, or one that says the
    same. Whether the cell of another column is there, the columns are asked.
    """
    given = given_flags(facts.of_figures.cells)
    owners = {(fact.line, token_of(fact)) for fact in facts.printed}
    said: dict[tuple[str, ...], Figure] = {}
    for fact in facts.printed:
        if isinstance(fact, Figure):
            said.setdefault(_says(fact), fact)
    wrong = {}
    for cell in flagged:
        figure = facts.figures[cell]
        same = said.setdefault(_says(figure), figure)
        if SHARED in given[cell] and (figure.line, figure.value_as_published) not in owners:
            wrong[cell] = _alone(figure)
        elif same != figure:
            wrong[cell] = _the_same(figure, same)
    return wrong


def _alone(figure: Figure) -> Wrong:
    return Wrong(
        f"{figure.value_as_published!r} {SAID}, and nothing else on line {figure.line} has it",
        "Remove the flag; or write the other fact too, or the line on which both stand",
    )


def _the_same(figure: Figure, same: Figure) -> Wrong:
    return Wrong(
        f"{figure.value_as_published!r} {SAID}, and says the same as {same.figure_id}",
        "Say in what they differ, such as the period; or remove it",
    )


def _says(figure: Figure) -> tuple[str, ...]:
    """What tells the figures of one print apart."""
    words = tuple(str(getattr(figure, word)) for word in SAYS)
    return figure.line, figure.value_as_published, *words
