"""Printed cells become figures and answers: the one place where a source table turns into tidy rows."""

from collections.abc import Iterator

from scripts.dataset import periods, printed
from scripts.dataset.sources import Document, fields, unknown
from scripts.dataset.terms import Vocabulary
from scripts.ground.problems import Problem

VALUE_COLUMNS = ("value_as_published", "answer_as_published")
PROPERTIES = {
    "measure", "question", "subject", "answer", "area", "period", "period_as_published", "qualifier", "value", "note",
    "flags", "row", "label", "locator", "line",
}  # fmt: skip
NAMING = ("measure", "subject", "area", "period")
MOST_BREAKDOWNS = 2
OUTSIDE = "outside_document_period"


class Cell(dict):
    """All that holds for one printed cell: its properties, and where it stands (`file`, `place`, `table`, `token`, `column`)."""


def facts(document: Document, vocabulary: Vocabulary) -> tuple[list[dict], list[dict], list[Problem]]:
    """Every figure and every answer of a document, in the order of the print, and what is wrong with its cells."""
    figures, answers, problems = [], [], []
    for table in document.descriptor["resources"]:
        for cell in cells(document, table, vocabulary):
            kind, row, found = fact(cell, vocabulary)
            problems += found
            {"figure": figures, "answer": answers}.get(kind, []).append(row)
    problems += separator_problems(document)
    return figures, answers, problems


def cells(document: Document, table: dict, vocabulary: Vocabulary) -> Iterator[Cell]:
    """The cells of a table that are figures or answers, row by row, each with all that holds for it."""
    rows = document.rows[table["name"]]
    described = fields(table, list(rows[0]) if rows else [])
    values = [field for field in described if holds_values(field)]
    for number, row in enumerate(rows, start=1):
        given = row_properties(row, described, vocabulary)
        for field in values:
            yield Cell(
                document=document.id, table=table, file=document.file(table["name"]), place=f"row {number}, column {field['name']!r}",
                source_row=number, token=row[field["name"]], means=field.get("means", {}), column=field["name"], title=field.get("title", ""),
                given=given, every_figure=table.get("every_figure", {}), every_answer=table.get("every_answer", {}),
                column_gives=_column_gives(field), about=document.descriptor["document"],
            )  # fmt: skip


def holds_values(field: dict) -> bool:
    return isinstance(field.get("gives"), dict) or ("gives" not in field and field["name"] in VALUE_COLUMNS)


def _column_gives(field: dict) -> dict:
    """A column that gives a period gives its printed heading as the printed period, unless it says otherwise."""
    gives = field.get("gives", {})
    return {"period_as_published": field.get("title", ""), **gives} if "period" in gives else gives


def row_properties(row: dict, described: list[dict], vocabulary: Vocabulary) -> dict:
    """What the cells of a row give, its address (`row`) and its printed label, before any table-wide property."""
    given, named, labels = {}, [], []
    for field in described:
        word, cell = field.get("gives", field["name"]), row[field["name"]]
        if isinstance(word, dict) or field["name"] in VALUE_COLUMNS or cell == "":
            continue
        given[word] = field.get("means", {}).get(cell, cell)
        if word == "period" and "gives" in field:
            given.setdefault("period_as_published", cell)
        if word in NAMING or word in vocabulary["dimensions"]:
            named.append(given[word])
        if "gives" in field:
            labels.append(cell)
    return {"row": printed.slug("-".join(named)), **given, "row_label": " | ".join(labels)}


def fact(cell: Cell, vocabulary: Vocabulary) -> tuple[str, dict, list[Problem]]:
    """`figure` or `answer` with its tidy row and its problems; an empty kind where neither measure nor question holds."""
    own = {**cell["given"], **cell["column_gives"]}
    if "measure" in own or ("question" not in own and "measure" in cell["every_figure"]):
        return "figure", *figure(cell, {"area": cell["about"]["area"], **cell["every_figure"], **own}, vocabulary)
    if "question" in own or "question" in cell["every_answer"]:
        return "answer", *answer(cell, {"area": cell["about"]["area"], **cell["every_answer"], **own}, vocabulary)
    return "", {}, [Problem(cell["file"], cell["place"], "has neither a measure nor a question", "Say in the descriptor what the column gives")]


def figure(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[dict, list[Problem]]:
    """The tidy row of a figure."""
    measure = vocabulary["measures"].get(holds["measure"], {})
    problems = _unknown_terms(cell, holds, vocabulary, {"measure": "measures", "area": "areas", "qualifier": "qualifiers"})
    value, marker, reason = _value(cell, holds, vocabulary)
    if value is None:
        problems.append(Problem(cell["file"], cell["place"], f"{cell['token']!r} is not a number", "Say in `means` which number or marker it stands for"))
    problems += _unit_problems(cell, measure.get("unit", "")) + _worded_problems(cell, holds.get("value", ""), vocabulary)
    breakdowns, found = _breakdowns(cell, holds, vocabulary)
    row = {
        **_where(cell, holds, "figure_id"),
        "source_column": cell["column"], "row_label": holds.get("row_label", ""), "column_label": cell["title"],
        "measure_id": holds["measure"], "value": value or "", "unit": measure.get("unit", ""), "value_as_published": cell["token"],
        "qualifier": holds.get("qualifier", ""), "value_marker": marker, "withheld_reason": reason,
        **_area(holds["area"], vocabulary), **breakdowns,
        "is_total": "yes" if "total" in breakdowns.values() else "no",
        "quality_flags": holds.get("flags", ""), "note": holds.get("note", ""),
    }  # fmt: skip
    time, late = _time(cell, holds)
    return {**row, **time}, problems + found + late + _flag_problems(cell, holds, vocabulary)


def answer(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[dict, list[Problem]]:
    """The tidy row of an answer. Where the question asks for a code, the answer is one."""
    problems = _unknown_terms(cell, holds, vocabulary, {"question": "questions", "area": "areas"})
    given = holds.get("answer") or cell["means"].get(cell["token"], cell["token"])
    question = vocabulary["questions"].get(holds["question"], {})
    if not cell["token"] and "" not in cell["means"]:
        problems.append(Problem(cell["file"], cell["place"], "is blank", "Copy the printed words, or say in `means` what the blank stands for"))
    if question.get("answer_type") == "code":
        problems += unknown(cell["file"], cell["place"], given, "answer_codes", vocabulary)
    row = {
        **_where(cell, holds, "answer_id"),
        "question_id": holds["question"], "subject": holds.get("subject", ""), "answer": given, "answer_as_published": cell["token"],
        "area_id": holds["area"], "note": holds.get("note", ""),
    }  # fmt: skip
    time, late = _time(cell, holds)
    return {**row, **time}, problems + late


def _where(cell: Cell, holds: dict, key: str) -> dict:
    """Address, table, locator and line: the parts that figures and answers share."""
    steps = [cell["document"], cell["table"]["name"], holds["row"] or f"row-{cell['source_row']}"]
    steps += [] if cell["column"] in VALUE_COLUMNS else [cell["column"].replace("_", "-")]
    return {
        key: "/".join(steps), "document_id": cell["document"], "table_id": f"{cell['document']}/{cell['table']['name']}",
        "source_row": str(cell["source_row"]), "locator": holds.get("locator") or cell["table"]["locator"],
        "line": holds.get("line", "").rpartition("-")[2],
    }  # fmt: skip


def _unknown_terms(cell: Cell, holds: dict, vocabulary: Vocabulary, tables: dict[str, str]) -> list[Problem]:
    found = [problem for word, table in tables.items() if holds.get(word) for problem in unknown(cell["file"], cell["place"], holds[word], table, vocabulary)]
    words = PROPERTIES | vocabulary["dimensions"].keys() | {"row_label", "withheld_reason"}
    return found + [
        Problem(cell["file"], cell["place"], f"{word!r} is neither a property nor a dimension", "See docs/add-a-document.md, or add it to data/vocabulary/dimensions.csv")
        for word in holds
        if word not in words
    ]


def _value(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[str | None, str, str]:
    """Value, marker and the reason it is withheld. A value of None is a cell that nobody can read."""
    meant = cell["means"].get(cell["token"], holds.get("value") or cell["token"])
    marker, _, reason = meant.partition(" ")
    if marker in vocabulary["markers"] and cell["token"] in cell["means"]:
        return "", marker, reason
    return printed.number(meant, vocabulary.number_words()), "", ""


def _worded_problems(cell: Cell, value: str, vocabulary: Vocabulary) -> list[Problem]:
    """A number that the cell does not spell must stand in the cell's digits, or for a known word or phrase."""
    said = cell["token"].strip().lower()
    if not value or value == "".join(sign for sign in said if sign.isdecimal()) or said in vocabulary.number_words():
        return []
    how = "Correct the cell; or, if these words do stand for a number, add them to data/vocabulary/number_words.csv with `numeral` no"
    return [Problem(cell["file"], cell["place"], f"{cell['token']!r} does not say {value}", how)]


def _unit_problems(cell: Cell, unit: str) -> list[Problem]:
    signs = {"%": ("percent",), "£": ("gbp", "gbp_thousand")}
    return [
        Problem(cell["file"], cell["place"], f"{cell['token']!r} is printed with {sign}, but the measure's unit is {unit!r}", "Use a measure with the printed unit")
        for sign, units in signs.items()
        if sign in cell["token"] and unit and unit not in units
    ]


def _breakdowns(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[dict, list[Problem]]:
    """The two breakdowns, in the order of the dimensions' table."""
    pairs = [(dimension, holds[dimension]) for dimension in vocabulary["dimensions"] if holds.get(dimension)]
    problems = [
        Problem(cell["file"], cell["place"], f"{term!r} is not a category of {dimension!r}", "Use a word of data/vocabulary/categories.csv, add it there, or say in `means` what the printed word is")
        for dimension, term in pairs
        if (dimension, term) not in vocabulary["categories"]
    ]
    if len(pairs) > MOST_BREAKDOWNS:
        problems.append(Problem(cell["file"], cell["place"], f"has {len(pairs)} breakdowns", "Split the table, or make one of them part of the measure"))
    pairs = (pairs + [("", "")] * MOST_BREAKDOWNS)[:MOST_BREAKDOWNS]
    return {
        f"breakdown_{number}_{part}": value
        for number, pair in enumerate(pairs, start=1)
        for part, value in zip(("dimension", "category"), pair, strict=True)
    }, problems


def _area(area: str, vocabulary: Vocabulary) -> dict:
    return {key: value for key, value in vocabulary["areas"].get(area, {"area_id": area}).items() if key != "title"}


def _time(cell: Cell, holds: dict) -> tuple[dict, list[Problem]]:
    """Dates and DfE's words of the period, which must be those of the printed words; or where they name none, within the document's."""
    printed_as, code = holds.get("period_as_published", ""), holds.get("period", "")
    try:
        period, problems = periods.parse(code), []
    except ValueError as fault:
        period, problems = periods.NO_PERIOD, [Problem(cell["file"], cell["place"], f"period {fault}", "Write 2015, 2015-09, 2015-09-30 or 2015-04/2016-03")]
    if not periods.agrees(period, printed_as):
        problems.append(Problem(cell["file"], cell["place"], f"the period {code!r} is not that of the printed words {printed_as!r}", "Correct the period, or what is printed for it"))
    problems += _outside_problems(cell, holds, period)
    return {
        "period_start": period.start, "period_end": period.end, "time_period": period.time_period,
        "time_identifier": period.time_identifier, "period_as_published": printed_as,
    }, problems  # fmt: skip


def _outside_problems(cell: Cell, holds: dict, period: periods.Period) -> list[Problem]:
    """A period that nothing printed dates lies within the document's, or is flagged; and none is flagged that does."""
    if not period.start or periods.name_a_time(holds.get("period_as_published", "")):
        return []
    inside, flagged = _is_known_time(period, cell["about"]), OUTSIDE in holds.get("flags", "").split()
    if not inside and not flagged:
        what = f"the period {holds['period']!r} is outside the document's, and the printed words {holds.get('period_as_published', '')!r} name no time"
        return [Problem(cell["file"], cell["place"], what, f"Correct the period; or, if the words lead there, add the flag `{OUTSIDE}`")]
    if inside and flagged:
        return [Problem(cell["file"], cell["place"], f"the period {holds['period']!r} is flagged `{OUTSIDE}`, and is within the document's", "Correct the period, or remove the flag")]
    return []


def _is_known_time(period: periods.Period, about: dict) -> bool:
    """Whether a period lies within the one that the document covers, or is the document's date. A document may state neither."""
    whole = periods.parse(about["period"])
    stated = [(whole.start, whole.end), (about["date"], about["date"])]
    return not any(start for start, _ in stated) or any(start and start <= period.start and period.end <= end for start, end in stated)


def _flag_problems(cell: Cell, holds: dict, vocabulary: Vocabulary) -> list[Problem]:
    return [problem for flag in holds.get("flags", "").split() for problem in unknown(cell["file"], cell["place"], flag, "flags", vocabulary)]


def separator_problems(document: Document) -> Iterator[Problem]:
    """Numbers of a printed column without the thousands separator that others of the column have."""
    for table in document.descriptor["resources"]:
        for field in table.get("schema", {}).get("fields", []):
            tokens = [row[field["name"]] for row in document.rows[table["name"]]] if isinstance(field.get("gives"), dict) else []
            if not any(printed.THOUSANDS.search(token) for token in tokens):
                continue
            for number, token in enumerate(tokens, start=1):
                if printed.NO_SEPARATOR.search(token) and token not in field.get("means", {}):
                    what = f"{token!r} has no thousands separator, and other numbers of the column have one"
                    how = "Copy the number as printed; if it is printed so, say in `means` which number it stands for"
                    yield Problem(document.file(table["name"]), f"row {number}, column {field['name']!r}", what, how)
