"""Every figure and every answer with the names of all it refers to: nothing to join. Columns are
described from the contract.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scripts.model.package import Package, Row
from scripts.offering import urls
from scripts.offering.resources import Resource, made
from scripts.offering.reuse import terms


class Name(NamedTuple):
    """A column that a name fills in: through the columns `via` into a table, one of its columns
    taken over.
    """

    column: str
    via: tuple[str, ...]
    table: str
    taken: str


FIGURES = [
    Name("document_title", ("document_id",), "documents", "title"),
    Name("document_date", ("document_id",), "documents", "date"),
    Name("publisher_id", ("document_id",), "documents", "publisher_id"),
    Name("publisher_title", ("publisher_id",), "publishers", "title"),
    Name("table_title", ("table_id",), "tables", "title"),
    Name("table_description", ("table_id",), "tables", "description"),
    Name("measure_title", ("measure_id",), "measures", "title"),
    Name("measure_definition", ("measure_id",), "measures", "definition"),
    Name("measure_comparability", ("measure_id",), "measures", "comparability"),
    Name("topic_id", ("measure_id",), "measures", "topic_id"),
    Name("topic_title", ("topic_id",), "topics", "title"),
    Name("unit_title", ("unit",), "units", "title"),
    Name("qualifier_title", ("qualifier",), "qualifiers", "title"),
    Name("value_marker_title", ("value_marker",), "markers", "title"),
    Name("withheld_reason_title", ("withheld_reason",), "withheld_reasons", "title"),
    Name("area_title", ("area_id",), "areas", "title"),
    Name("breakdown_1_dimension_title", ("breakdown_1_dimension",), "dimensions", "title"),
    Name(
        "breakdown_1_category_title",
        ("breakdown_1_dimension", "breakdown_1_category"),
        "categories",
        "title",
    ),
    Name("breakdown_2_dimension_title", ("breakdown_2_dimension",), "dimensions", "title"),
    Name(
        "breakdown_2_category_title",
        ("breakdown_2_dimension", "breakdown_2_category"),
        "categories",
        "title",
    ),
]
ANSWERS = [
    *FIGURES[:6],
    Name("question_title", ("question_id",), "questions", "title"),
    Name("question_definition", ("question_id",), "questions", "definition"),
    Name("topic_title", ("topic_id",), "topics", "title"),
    Name("measure_title", ("measure_id",), "measures", "title"),
    Name("direction_title", ("direction",), "directions", "title"),
    Name("comparator_area_title", ("comparator_area_id",), "areas", "title"),
    Name("withheld_reason_title", ("withheld_reason",), "withheld_reasons", "title"),
    Name("answer_title", ("answer",), "answer_codes", "title"),
    Name("area_title", ("area_id",), "areas", "title"),
]
TERMS = [
    {
        "name": "licence_id",
        "title": "Re-use terms",
        "type": "string",
        "description": "The re-use terms of the document it comes from.",
    },
    {
        "name": "licence_title",
        "title": "Re-use terms: title",
        "type": "string",
        "description": "What the re-use terms are called.",
    },
    {
        "name": "attribution",
        "title": "Attribution",
        "type": "string",
        "description": "The line to copy when re-using it.",
    },
]
FLAGS = {
    "name": "quality_flags_titles",
    "title": "Flags: titles",
    "type": "string",
    "description": "The names of its flags, separated by semicolons.",
}
ADDRESS = {
    "name": "address",
    "title": "Address",
    "type": "string",
    "format": "uri",
    "description": "Its page, or its table's page, on the site.",
}


def figures(package: Package) -> Resource:
    """data/flat/figures.csv: one row per figure, every name filled in, its terms and its address at
    the end.
    """
    rows = [
        row
        | {"quality_flags_titles": flags_of(row, package)}
        | {"address": urls.url(package, urls.figure_page(row))}
        for row in with_terms(package, with_names(package, "figures", FIGURES))
    ]
    fields = [
        *package.fields("figures"),
        *_fields(package, "figures", FIGURES),
        FLAGS,
        *TERMS,
        ADDRESS,
    ]
    what = "One row per figure, all labels included."
    return made(
        "data/flat/figures.csv",
        "All figures, every name filled in",
        what,
        fields,
        rows,
        ("figure_id",),
    )


def flags_of(figure: Row, package: Package) -> str:
    """The names of a figure's flags, for people who read a sheet; the ids stand in the table
    figure_flags.
    """
    return "; ".join(package.title("flags", flag) for flag in package.flags(figure))


def answers(package: Package) -> Resource:
    """data/flat/answers.csv: one row per answer, as for figures."""
    rows = [
        row | {"address": urls.url(package, urls.table_page(row["table_id"]))}
        for row in with_terms(package, with_names(package, "answers", ANSWERS))
    ]
    fields = [
        *package.fields("answers"),
        *_fields(package, "answers", ANSWERS),
        *TERMS,
        ADDRESS,
    ]
    what = (
        "One row per published fact that is not a number, with the name of everything it refers to."
    )
    return made(
        "data/flat/answers.csv",
        "All answers, every name filled in",
        what,
        fields,
        rows,
        ("answer_id",),
    )


def with_names(package: Package, table: str, names: list[Name]) -> Iterator[dict[str, Any]]:
    """Rows of a table with the names filled in; a name of nothing is empty."""
    lookups = {name.table: package.terms[name.table] for name in names}
    for row in package[table]:
        row = dict(row)
        for name in names:
            key = tuple(row[column] for column in name.via)
            row[name.column] = (
                lookups[name.table].get(key if len(key) > 1 else key[0], {}).get(name.taken, "")
            )
        yield row


def with_terms(package: Package, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    held = package.once(terms)
    for row in rows:
        of = held[row["document_id"]]
        yield row | {
            "licence_id": of.licence_id,
            "licence_title": of.title,
            "attribution": of.attribution,
        }


def _fields(package: Package, table: str, names: list[Name]) -> list[dict[str, Any]]:
    """The fields of the names, from the contract's fields of the columns they are taken from."""
    known = {field["name"]: field for field in package.fields(table)}
    made_fields = []
    for name in names:
        taken = next(field for field in package.fields(name.table) if field["name"] == name.taken)
        via = known[name.via[-1]]["title"]
        field = {
            "name": name.column,
            "title": f"{via}: {taken['title'].lower()}",
            "type": taken["type"],
            "description": f"{via}: {taken['description']}",
        }
        known[name.column] = field
        made_fields.append(field)
    return made_fields
