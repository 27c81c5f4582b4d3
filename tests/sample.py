"""A small finished package, written by hand: two FOI replies, a printed table, sentences, answers,
a gap, and two checks.

`write` puts it into a folder with the real contract, site settings, prose and scripts. `spoil` may
change every free text.
"""

import csv
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.model.files import csv_text, read_json, read_rows

PROJECT = Path(__file__).parents[1]
FREE_TEXT = {
    "title",
    "description",
    "definition",
    "note",
    "locator",
    "row_label",
    "column_label",
    "value_as_published",
    "answer_as_published",
    "attribution",
    "is_not",
    "comparability",
    "dfe_measure",
    "summary",
    "explanation",
    "support",
    "period_as_published",
    "date_as_published",
    "reference",
    "subject",
    "symbol",
}
SHA = "0" * 64


def document(place: str, year: str) -> dict:
    return {
        "document_id": f"{place}-reply",
        "title": f"{place.title()}: a reply",
        "description": "What was asked and answered.",
        "document_type_id": "foi_response",
        "publisher_id": f"{place}-council",
        "area_id": place,
        "reference": "R1",
        "date_as_published": f"1 March {year}",
        "date": f"{year}-03-01",
        "period_start": "2019-04-01",
        "period_end": "2020-03-31",
        "period_as_published": "2019/20",
        "licence_id": "not_stated",
        "licence_basis": "not_stated",
        "attribution": f"{place.title()} Council, a reply.",
        "text_sha256": SHA,
        "text_lines": "40",
    }


def figure(address: str, row: int, measure: str, value: str, line: int, **more: str) -> dict:
    document_id, table, address_row, *address_column = address.split("/")
    place = document_id.removesuffix("-reply")
    return {
        "figure_id": address,
        "document_id": document_id,
        "table_id": f"{document_id}/{table}",
        "source_row": str(row),
        "address_row": address_row,
        "address_column": "".join(address_column),
        "measure_id": measure,
        "value": value,
        "unit": "count",
        "value_kind": "actual",
        "value_as_published": value,
        "area_id": place,
        "geographic_level": "Local authority",
        "country_code": "E92000001",
        "country_name": "England",
        "old_la_code": "331",
        "new_la_code": "E08000026",
        "la_name": place.title(),
        "source_column": "cases",
        "series_id": f"{measure}-{place}",
        "time_period": "201920",
        "time_identifier": "Financial year",
        "period_start": "2019-04-01",
        "period_end": "2020-03-31",
        "period_as_published": "2019/20",
        "is_total": "no",
        "locator": "Question 1",
        "line": str(line),
        **more,
    }


def value_kind(value_kind_id: str, definition: str, **more: str) -> dict:
    said = {"title": value_kind_id.capitalize(), "says_what_was": "yes", "series_with": "actual"}
    return {"value_kind_id": value_kind_id, **said, "care": "", "definition": definition, **more}


def tables_of(place: str) -> list[dict]:
    document_id = f"{place}-reply"
    shared = {
        "document_id": document_id,
        "locator": "Question 1",
        "first_line": "3",
        "last_line": "9",
        "recoverable": "yes",
        "description": "Cases, not children.",
    }
    return [
        {
            **shared,
            "table_id": f"{document_id}/cases",
            "title": "Cases by year",
            "kind": "table",
            "figures": "3",
            "answers": "0",
        },
        {
            **shared,
            "table_id": f"{document_id}/answers",
            "title": "Answers",
            "kind": "answers",
            "figures": "0",
            "answers": "1",
        },
        {
            **shared,
            "table_id": f"{document_id}/lost",
            "title": "A lost diagram",
            "kind": "gap",
            "recoverable": "no",
            "figures": "0",
            "answers": "0",
        },
    ]


def facts_of(place: str, measure: str) -> dict[str, list[dict]]:
    """The rows of one document; its cases do not add up to the printed total."""
    document_id = f"{place}-reply"
    cases = [
        figure(
            f"{document_id}/cases/north/cases",
            1,
            measure,
            "1200",
            5,
            row_label="North",
            breakdown_1_dimension="part",
            breakdown_1_category="north",
        ),
        figure(
            f"{document_id}/cases/south/cases",
            2,
            measure,
            "",
            6,
            row_label="South",
            value_as_published="",
            value_marker="x",
            breakdown_1_dimension="part",
            breakdown_1_category="south",
        ),
        figure(
            f"{document_id}/cases/total/cases",
            3,
            measure,
            "1300",
            7,
            row_label="All",
            breakdown_1_dimension="part",
            breakdown_1_category="total",
            is_total="yes",
            qualifier="about",
        ),
    ]
    answer = {
        "answer_id": f"{document_id}/answers/recorded",
        "document_id": document_id,
        "table_id": f"{document_id}/answers",
        "source_row": "1",
        "address_row": "recorded",
        "address_column": "",
        "question_id": "recorded",
        "topic_id": "exploitation",
        "subject": "online-cases",
        "answer": "no",
        "answer_as_published": "we do not",
        "area_id": place,
        "locator": "Question 2",
        "line": "9",
        "note": "It says why.",
    }
    check = {
        "check_id": f"{document_id}/total/cases",
        "document_id": document_id,
        "rule": "total",
        "is_declared": "yes",
        "printed": "1300",
        "recomputed": "1200",
        "difference": "100",
        "tolerance": "0",
        "verdict": "discrepancy",
        "class": "unknown",
        "explanation": "We do not know.",
        "status": "open",
    }
    not_recomputed = {
        "check_id": f"{document_id}/total/south",
        "document_id": document_id,
        "rule": "total",
        "is_declared": "yes",
        "reason": "number_missing",
    }
    number = {
        "document_id": document_id,
        "line": "5",
        "token": "1,200",
        "used_as": cases[0]["figure_id"],
    }
    page_number = {"document_id": document_id, "line": "2", "token": "7", "reason": "page_number"}
    left_out = {
        "document_id": document_id,
        "first_line": "1",
        "last_line": "2",
        "reason": "page_number",
        "note": "A page number.",
    }
    return {
        "documents": [document(place, "2021")],
        "tables": tables_of(place),
        "figures": cases,
        "series": [
            {
                "series_id": f"{measure}-{place}",
                "document_id": document_id,
                "measure_id": measure,
                "area_id": place,
                "area_kind": "Local authority",
                "period_kind": "financial_year",
            }
        ],
        "figure_flags": [
            {"figure_id": row["figure_id"], "flag_id": "in_discrepancy"}
            for row in cases
            if row["value"]
        ],
        "answers": [answer],
        "checks": [check],
        "not_recomputed": [not_recomputed],
        "check_members": [
            {**member, "check_id": check["check_id"]}
            for member in (
                {"place": "1", "part": "whole", "figure_id": cases[2]["figure_id"]},
                {"place": "2", "part": "parts", "figure_id": cases[0]["figure_id"]},
            )
        ],
        "not_recomputed_members": [
            {**member, "check_id": not_recomputed["check_id"]}
            for member in (
                {"place": "1", "part": "parts", "figure_id": cases[1]["figure_id"]},
                {"place": "2", "part": "rows", "answer_id": answer["answer_id"]},
            )
        ],
        "numbers": [number, page_number],
        "left_out": [left_out],
    }


def comparison(documents: dict[str, str]) -> list[dict]:
    """What may be compared of the first two documents: nothing, if they print different
    measures.
    """
    (place, measure), (other, other_measure) = (
        list(documents.items())[:2] if len(documents) > 1 else [("", "")] * 2
    )
    kinds = {"period_kind": "financial_year", "area_kind": "Local authority"}
    sides = {"measure_id": measure, **kinds, "documents": "any", "areas": "any"}
    others = {f"other_{name}": kind for name, kind in kinds.items()}
    others["other_measure_id"] = other_measure
    return (
        [
            {
                **sides,
                **others,
                "may_compare": "no",
                "reason": "One counts cases, the other assessments.",
            }
        ]
        if measure != other_measure
        else []
    )


def vocabulary(documents: Iterable[str] = ()) -> dict[str, list[dict]]:
    """The words of the project. Three places are there, and those that documents are about."""
    places = dict.fromkeys(["north-town", "south-town", "west-town", *documents])
    said = {"title": "A word", "definition": "What it means."}
    return {
        "measures": [
            {
                "measure_id": "cases",
                "title": "Cases with a factor",
                "unit": "count",
                "topic_id": "exploitation",
                "variant": "people",
                "definition": "Cases.",
                "is_not": "Not children.",
                "comparability": "Not with assessments.",
            },
            {
                "measure_id": "assessments",
                "title": "Assessments with a factor",
                "unit": "count",
                "topic_id": "exploitation",
                "variant": "people",
                "definition": "Assessments.",
                "is_not": "Not cases.",
                "comparability": "",
            },
        ],
        "topics": [
            {
                "topic_id": "exploitation",
                "title": "Exploitation",
                "description": "Exploitation of children.",
            }
        ],
        "units": [{"unit_id": "count", "title": "Number", "symbol": "", "definition": "A count."}],
        "dimensions": [{"dimension_id": "part", **said}],
        "categories": [
            {
                "dimension_id": "part",
                "category_id": name,
                "title": name.title(),
                "definition": f"The {name}.",
            }
            for name in ("north", "south", "total")
        ],
        "questions": [
            {
                "question_id": "recorded",
                "title": "Is it recorded?",
                "answer_type": "code",
                "topic_id": "exploitation",
                "definition": "Whether it is.",
            }
        ],
        "answer_codes": [
            {
                "answer_code_id": "no",
                "title": "No",
                "is_absence": "no",
                "definition": "It is not.",
            }
        ],
        "variants": [{"variant_id": "people", "title": "People", "definition": "People."}],
        "value_kinds": [
            value_kind("actual", "What was."),
            value_kind("estimate", "An estimate.", care="one of them is an estimate"),
            value_kind("target", "What is aimed at.", says_what_was="no", series_with="target"),
            value_kind("forecast", "What is to come.", says_what_was="no", series_with="forecast"),
        ],
        "area_types": [
            {
                "area_type_id": "council",
                "title": "Council",
                "definition": "An invented council.",
                "geographic_level": "Local authority",
                "code_pattern": "E08\\d{6}",
            }
        ],
        "areas": [
            {
                "area_id": place,
                "title": place.title(),
                "area_type": "council",
                "geographic_level": "Local authority",
                "gss_code": "E08000026",
                "new_la_code": "E08000026",
            }
            for place in places
        ],
        "publishers": [
            {
                "publisher_id": f"{place}-council",
                "title": f"{place.title()} Council",
                "area_id": place,
                "description": "A council.",
            }
            for place in places
        ],
        "document_types": [
            {"document_type_id": "foi_response", "title": "FOI reply", "definition": "A reply."}
        ],
        "licences": [
            {
                "licence_id": "not_stated",
                "title": "None stated",
                "open": "no",
                "summary": "Ask first.",
            }
        ],
        "licence_bases": [{"licence_basis_id": "not_stated", **said}],
        "markers": [
            {"marker_id": "x", "title": "Not available", "definition": "There is no number."}
        ],
        "qualifiers": [{"qualifier_id": "about", **said}],
        "flags": [{"flag_id": "in_discrepancy", **said}],
        "check_rules": [{"rule_id": "total", "takes": "parts", **said}],
        "discrepancy_classes": [{"class_id": "unknown", **said}],
        "number_reasons": [
            {
                "reason_id": "page_number",
                "title": "Page number",
                "masked": "no",
                "definition": "A page number.",
            }
        ],
    }


def write(
    root: Path, spoil: Callable[[str], str] = str, documents: dict[str, str] | None = None
) -> Path:
    """Write the package, and all that publishing needs, into a folder. `documents` are places with
    the measure they print.
    """
    documents = documents or {"north-town": "cases", "south-town": "assessments"}
    rows = {**vocabulary(documents), "comparisons": comparison(documents)}
    for place, measure in documents.items():
        for table, found in facts_of(place, measure).items():
            rows.setdefault(table, []).extend(found)
        write_source(root / f"data/sources/{place}-reply", spoil)
    contract = read_json(PROJECT / "datapackage.json")
    for table in contract["resources"]:
        columns = [field["name"] for field in table["schema"]["fields"]]
        path, blank = root / table["path"], dict.fromkeys(columns, "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            csv_text(columns, [blank | spoiled(row, spoil) for row in rows.get(table["name"], [])]),
            encoding="utf-8",
            newline="\n",
        )
    for name in ("datapackage.json", "mkdocs.yml"):
        shutil.copyfile(PROJECT / name, root / name)
    shutil.copytree(
        PROJECT / "docs",
        root / "docs",
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("questions", "charts", "glossary.csv", "corrections.csv"),
    )
    write_prose(root / "docs", next(iter(documents)))
    shutil.copytree(
        PROJECT / "scripts/publishing/theme", root / "scripts/publishing/theme", dirs_exist_ok=True
    )
    return root


def write_prose(docs: Path, place: str) -> None:
    """A question, two words of the glossary, and no correction."""
    (docs / "questions").mkdir(exist_ok=True)
    total = f"{place}-reply/cases/total/cases"
    question = (
        f"---\ntopic: exploitation\nknow: Cases, not children.\n---\n# How many cases?\n\n**{{{{ "
        f'figure("{total}") }}}}** of all. {{{{ check("{place}-reply/total/cases").recomputed '
        f"}}}}.\n"
    )
    (docs / "questions/how-many-cases.md").write_text(question, encoding="utf-8")
    rows = [
        {**row, "see": ""}
        for row in read_rows(PROJECT / "docs/glossary.csv")
        if row["kind"] != "word"
    ]  # the acronyms of the prose, which is real
    rows += [
        {"kind": "word", "term": "figure", "meaning": "One printed number."},
        {
            "kind": "acronym",
            "term": "CWF",
            "stands_for": "cases with a factor",
            "meaning": "Cases.",
            "see": "measures/cases.html",
        },
    ]
    (docs / "glossary.csv").write_text(
        csv_text(list(rows[0]), [dict.fromkeys(rows[0], "") | row for row in rows]),
        encoding="utf-8",
    )
    (docs / "corrections.csv").write_text(
        "date,version,figure_id,was,now,reason\n", encoding="utf-8"
    )


def spoiled(row: dict, spoil: Callable[[str], str]) -> dict:
    return {
        column: spoil(value) if column in FREE_TEXT and value else value
        for column, value in row.items()
    }


def write_source(folder: Path, spoil: Callable[[str], str]) -> None:
    """The printed table of a document with its descriptor."""
    folder.mkdir(parents=True, exist_ok=True)
    fields = [
        {"name": "line"},
        {"name": "part", "title": spoil("Part")},
        {"name": "cases", "title": spoil("Cases"), "note": spoil("A note.")},
    ]
    descriptor = {
        "name": folder.name,
        "resources": [
            {
                "name": "cases",
                "title": "Cases by year",
                "path": "cases.csv",
                "schema": {"fields": fields},
            }
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    with (folder / "cases.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [
                ["line", "part", "cases"],
                ["5", spoil("North"), spoil("1,200")],
                ["6", spoil("South"), ""],
                ["7", spoil("All"), spoil("1,300")],
            ]
        )
    (folder / "answers.csv").write_text(
        "line,row,question,answer,answer_as_published\n9,recorded,recorded,no,we do not\n",
        encoding="utf-8",
    )
