"""Printed cells become figures and answers: the one place where a source table turns into tidy rows."""

from collections.abc import Iterator

from scripts.model.problems import Problem
from scripts.model.terms import Vocabulary
from scripts.reading import areas, periods, printed, statements, time_words, values
from scripts.reading.sources import Document, fields, unknown

VALUE_COLUMNS = ("value_as_published", "answer_as_published")
PROPERTIES = {
    "measure",
    "question",
    "subject",
    "answer",
    "topic",
    "comparator",
    "withheld_reason",
    "area",
    "period",
    "period_as_published",
    "qualifier",
    "value",
    "value_kind",
    "rounded_to",
    "note",
    "flags",
    "row",
    "label",
    "locator",
    "line",
}
NAMING = ("measure", "subject", "area", "period")
MOST_BREAKDOWNS = 2
MOST_WORDS = 8
OUTSIDE, NOT_STATED = "outside_document_period", "period_not_stated"


class Cell(dict):
    """All that holds for one printed cell: its properties, and where it stands (`file`, `place`, `table`, `token`, `column`)."""


def facts(
    document: Document, vocabulary: Vocabulary
) -> tuple[list[dict], list[dict], list[Problem]]:
    """Every figure and every answer of a document, in the order of the print, and what is wrong with its cells."""
    figures, answers, problems = [], [], []
    reader = values.Reader(vocabulary)
    for table in document.descriptor["resources"]:
        for cell in cells(document, table, vocabulary):
            kind, row, found = fact(cell, vocabulary, reader)
            problems += found
            {"figure": figures, "answer": answers}.get(kind, []).append(row)
    problems += values.separator_problems(document)
    return figures, answers, problems


def address_of(fact: dict) -> str:
    """The id of a figure or of an answer."""
    return fact.get("figure_id") or fact["answer_id"]


def cells(document: Document, table: dict, vocabulary: Vocabulary) -> Iterator[Cell]:
    """The cells of a table that are figures or answers, row by row, each with all that holds for it."""
    rows = document.rows[table["name"]]
    described = fields(table, list(rows[0]) if rows else [])
    values = [field for field in described if holds_values(field)]
    for number, row in enumerate(rows, start=1):
        given = row_properties(row, described, vocabulary)
        for field in values:
            yield Cell(
                document=document.id,
                table=table,
                file=document.file(table["name"]),
                place=f"row {number}, column {field['name']!r}",
                source_row=number,
                token=row[field["name"]],
                means=field.get("means", {}),
                damaged=field.get("damaged", {}),
                column=field["name"],
                title=field.get("title", ""),
                given=given,
                every_figure=table.get("every_figure", {}),
                every_answer=table.get("every_answer", {}),
                column_gives=_column_gives(field),
                about=document.descriptor["document"],
            )


def holds_values(field: dict) -> bool:
    return isinstance(field.get("gives"), dict) or (
        "gives" not in field and field["name"] in VALUE_COLUMNS
    )


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
        if word == "area":
            given[word] = areas.of(vocabulary).find(given[word]).area_id or given[word]
        if word == "period" and "gives" in field:
            given.setdefault("period_as_published", cell)
        if word in NAMING or word in vocabulary["dimensions"]:
            named.append(given[word])
        if "gives" in field:
            labels.append(cell)
    return {"row": printed.slug("-".join(named)), **given, "row_label": " | ".join(labels)}


def fact(
    cell: Cell, vocabulary: Vocabulary, reader: values.Reader
) -> tuple[str, dict, list[Problem]]:
    """`figure` or `answer` with its tidy row and its problems; an empty kind where neither measure nor question holds."""
    own = {**cell["given"], **cell["column_gives"]}
    if "question" not in own and ("measure" in own or "measure" in cell["every_figure"]):
        return "figure", *figure(
            cell, {"area": cell["about"]["area"], **cell["every_figure"], **own}, vocabulary, reader
        )
    if "question" in own or "question" in cell["every_answer"]:
        return "answer", *answer(
            cell, {"area": cell["about"]["area"], **cell["every_answer"], **own}, vocabulary
        )
    return (
        "",
        {},
        [
            Problem(
                cell["file"],
                cell["place"],
                "has neither a measure nor a question",
                "Say in the descriptor what the column gives",
            )
        ],
    )


def figure(
    cell: Cell, holds: dict, vocabulary: Vocabulary, reader: values.Reader
) -> tuple[dict, list[Problem]]:
    """The tidy row of a figure."""
    measure = vocabulary["measures"].get(holds["measure"], {})
    tables = {"measure": "measures", "qualifier": "qualifiers", "value_kind": "value_kinds"}
    problems = _unknown_terms(cell, holds, vocabulary, tables)
    area_id, strange = _area_id(cell, holds["area"], vocabulary)
    problems += strange
    value, faults = reader.read(_asked(cell, holds), measure)
    problems += [Problem(cell["file"], cell["place"], *fault) for fault in faults]
    breakdowns, found = _breakdowns(cell, holds, vocabulary)
    row = {
        **_where(cell, holds, "figure_id"),
        "source_column": cell["column"],
        "row_label": holds.get("row_label", ""),
        "column_label": cell["title"],
        "measure_id": holds["measure"],
        "value": value.number,
        "value_low": value.low,
        "value_high": value.high,
        "value_kind": value.kind,
        "unit": measure.get("unit", ""),
        "value_as_published": cell["token"],
        "qualifier": value.qualifier,
        "value_marker": value.marker,
        "withheld_reason": value.reason,
        **_area(area_id, vocabulary),
        **breakdowns,
        "is_total": "yes" if "total" in breakdowns.values() else "no",
        "quality_flags": _flags(cell, holds),
        "note": holds.get("note", ""),
    }
    time, late = _time(cell, holds)
    return {**row, **time}, problems + found + late + _flag_problems(cell, holds, vocabulary)


def _asked(cell: Cell, holds: dict) -> values.Asked:
    """What there is to read in a cell."""
    flags, token = _flags(cell, holds).split(), cell["token"]
    return values.Asked(
        token,
        given=holds.get("value", ""),
        means=cell["damaged"].get(token, cell["means"].get(token)),
        qualifier=holds.get("qualifier", ""),
        kind=holds.get("value_kind", ""),
        rounded_to=holds.get("rounded_to", ""),
        damaged=values.DAMAGED in flags,
        unusual=values.UNUSUAL in flags,
    )


def _flags(cell: Cell, holds: dict) -> str:
    """The flags that the source gives, and those that follow: of damaged print, and of a period that is not stated."""
    flags = holds.get("flags", "").split()
    flags += [values.DAMAGED] if cell["token"] in cell["damaged"] else []
    flags += [] if holds.get("period") else [NOT_STATED]
    return " ".join(dict.fromkeys(flags))


def answer(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[dict, list[Problem]]:
    """The tidy row of an answer. Where the question asks for a code, the answer is one."""
    problems = _unknown_terms(cell, holds, vocabulary, statements.TERMS)
    area_id, strange = _area_id(cell, holds["area"], vocabulary)
    problems += strange
    if holds.get("comparator"):
        compared, strange = _area_id(cell, holds["comparator"], vocabulary)
        holds, problems = {**holds, "comparator": compared}, problems + strange
    given = holds.get("answer") or cell["means"].get(cell["token"], cell["token"])
    question = vocabulary["questions"].get(holds["question"], {})
    if not cell["token"] and "" not in cell["means"]:
        problems.append(
            Problem(
                cell["file"],
                cell["place"],
                "is blank",
                "Copy the printed words, or say in `means` what the blank stands for",
            )
        )
    if question.get("answer_type") == "code":
        problems += unknown(cell["file"], cell["place"], given, "answer_codes", vocabulary)
    if "flags" in holds:
        problems.append(
            Problem(
                cell["file"],
                cell["place"],
                "is an answer, and has flags",
                "Say it in `note`: flags are for figures",
            )
        )
    if len(cell["token"].split()) > MOST_WORDS and "schema" not in cell["table"]:
        problems.append(
            Problem(
                cell["file"],
                cell["place"],
                f"quotes {len(cell['token'].split())} words of the document",
                f"Keep the phrase of at most {MOST_WORDS} words that carries the fact",
            )
        )
    statement = statements.read(holds, given, vocabulary)
    problems += [
        Problem(cell["file"], cell["place"], *fault)
        for fault in statements.faults(statement)
        if question
    ]
    row = {
        **_where(cell, holds, "answer_id"),
        "question_id": holds["question"],
        "subject": holds.get("subject", ""),
        "answer": given,
        "answer_as_published": cell["token"],
        "area_id": area_id,
        **statement._asdict(),
        "note": holds.get("note", ""),
    }
    time, late = _time(cell, statements.with_date(holds, given, cell["token"], vocabulary))
    return {**row, **time}, problems + late


def _where(cell: Cell, holds: dict, key: str) -> dict:
    """Address, table, locator and line: the parts that figures and answers share."""
    steps = [cell["document"], cell["table"]["name"], holds["row"] or f"row-{cell['source_row']}"]
    steps += [] if cell["column"] in VALUE_COLUMNS else [cell["column"].replace("_", "-")]
    return {
        key: "/".join(steps),
        "document_id": cell["document"],
        "table_id": f"{cell['document']}/{cell['table']['name']}",
        "source_row": str(cell["source_row"]),
        "locator": holds.get("locator") or cell["table"]["locator"],
        "line": holds.get("line", "").rpartition("-")[2],
    }


def _unknown_terms(
    cell: Cell, holds: dict, vocabulary: Vocabulary, tables: dict[str, str]
) -> list[Problem]:
    found = [
        problem
        for word, table in tables.items()
        if holds.get(word)
        for problem in unknown(cell["file"], cell["place"], holds[word], table, vocabulary)
    ]
    words = PROPERTIES | vocabulary["dimensions"].keys() | {"row_label"}
    return found + [
        Problem(
            cell["file"],
            cell["place"],
            f"{word!r} is neither a property nor a dimension",
            "See docs/add-a-document.md, or add it to data/vocabulary/dimensions.csv",
        )
        for word in holds
        if word not in words
    ]


def _breakdowns(cell: Cell, holds: dict, vocabulary: Vocabulary) -> tuple[dict, list[Problem]]:
    """The two breakdowns, in the order of the dimensions' table."""
    pairs = [
        (dimension, holds[dimension])
        for dimension in vocabulary["dimensions"]
        if holds.get(dimension)
    ]
    problems = [
        Problem(
            cell["file"],
            cell["place"],
            f"{term!r} is not a category of {dimension!r}",
            "Use a word of data/vocabulary/categories.csv, add it there, or say in `means` what the printed word is",
        )
        for dimension, term in pairs
        if (dimension, term) not in vocabulary["categories"]
    ]
    if len(pairs) > MOST_BREAKDOWNS:
        problems.append(
            Problem(
                cell["file"],
                cell["place"],
                f"has {len(pairs)} breakdowns",
                "Split the table, or make one of them part of the measure",
            )
        )
    pairs = (pairs + [("", "")] * MOST_BREAKDOWNS)[:MOST_BREAKDOWNS]
    return {
        f"breakdown_{number}_{part}": value
        for number, pair in enumerate(pairs, start=1)
        for part, value in zip(("dimension", "category"), pair, strict=True)
    }, problems


def _area_id(cell: Cell, written: str, vocabulary: Vocabulary) -> tuple[str, list[Problem]]:
    """The id of the area that is written, by whatever name; or the words themselves and the problem."""
    found = areas.of(vocabulary).find(written)
    if found.area_id:
        return found.area_id, []
    what = f"{written!r} {found.what}"
    return written, [Problem(cell["file"], cell["place"], what, found.cure)]


def _area(area_id: str, vocabulary: Vocabulary) -> dict:
    """The id, and the columns that the Department for Education has for an area."""
    row = vocabulary["areas"].get(area_id, {})
    return {"area_id": area_id, **{name: row.get(name, "") for name in areas.COLUMNS}}


def _time(cell: Cell, holds: dict) -> tuple[dict, list[Problem]]:
    """Dates and DfE's words of the period, which must be those of the printed words; or where they name none, within the document's."""
    printed_as, code = holds.get("period_as_published", ""), holds.get("period", "")
    try:
        period, problems = periods.parse(code), []
    except ValueError as fault:
        period, problems = (
            periods.NO_PERIOD,
            [
                Problem(
                    cell["file"],
                    cell["place"],
                    f"period {fault}",
                    "Write 2015, 2015-09, 2015-09-30 or 2015-04/2016-03",
                )
            ],
        )
    if not time_words.agrees(period, printed_as):
        problems.append(
            Problem(
                cell["file"],
                cell["place"],
                f"the period {code!r} is not that of the printed words {printed_as!r}",
                "Correct the period, or give as `period_as_published` only those printed words that name it; a quarter of a calendar year is written 2018-07/2018-09 Calendar year Q3",
            )
        )
    problems += _outside_problems(cell, holds, period)
    return {
        "period_start": period.start,
        "period_end": period.end,
        "time_period": period.time_period,
        "time_identifier": period.time_identifier,
        "period_kind": period.kind,
        "period_months": period.months,
        "period_as_published": printed_as,
    }, problems


def _outside_problems(cell: Cell, holds: dict, period: periods.Period) -> list[Problem]:
    """A period that nothing printed dates lies within the document's, or is flagged; and none is flagged that does."""
    words = holds.get("period_as_published", "")
    flagged, needed = (
        OUTSIDE in holds.get("flags", "").split(),
        bool(period.start)
        and not time_words.name_a_time(words)
        and not _is_within_document(period, cell["about"]),
    )
    if needed and not flagged:
        what = f"the period {holds['period']!r} is outside the document's, and the printed words {words!r} name no time that is understood"
        how = (
            f"Correct the period; or, if the words lead there, add the flag `{OUTSIDE}`"
            if "measure" in holds
            else "Correct the period, or leave it empty"
        )
        return [Problem(cell["file"], cell["place"], what, how)]
    if flagged and not needed:
        return [
            Problem(
                cell["file"],
                cell["place"],
                f"is flagged `{OUTSIDE}`, and its period {holds.get('period', '')!r} is within the document's, or is printed",
                "Correct the period, or remove the flag",
            )
        ]
    return []


def _is_within_document(period: periods.Period, about: dict) -> bool:
    """Whether a period lies within the one that the document covers, or is the document's date. A document may state neither."""
    whole = periods.parse(about["period"])
    stated = [(whole.start, whole.end), (about["date"], about["date"])]
    return not any(start for start, _ in stated) or any(
        start and start <= period.start and period.end <= end for start, end in stated
    )


def _flag_problems(cell: Cell, holds: dict, vocabulary: Vocabulary) -> list[Problem]:
    given = holds.get("flags", "").split()
    found = [
        problem
        for flag in given
        for problem in unknown(cell["file"], cell["place"], flag, "flags", vocabulary)
    ]
    if values.DAMAGED in _flags(cell, holds) and not holds.get("note"):
        what = f"{cell['token']!r} is damaged print, and no note says why it is read so"
        found.append(Problem(cell["file"], cell["place"], what, "Say it in `note`"))
    if NOT_STATED in given and holds.get("period"):
        found.append(
            Problem(
                cell["file"],
                cell["place"],
                f"is flagged `{NOT_STATED}`, and has the period {holds['period']!r}",
                "Remove one of the two",
            )
        )
    return found
