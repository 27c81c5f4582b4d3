"""Turns an extraction into a draft of a source folder: descriptor, tables, numbers in sentences,
account of the rest.

What a person has to confirm begins with a question mark, which the build refuses until it is taken
off.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from scripts.importing import (
    about_document,
    grid_headings,
    likely_reasons,
    new_publisher,
    plain_tables,
    stacked_tables,
    stories,
    tabbed_tables,
    worded_cells,
    words_beside,
)
from scripts.importing.extraction import Extraction, Grid
from scripts.importing.memory import NOTHING, Memory
from scripts.importing.new_publisher import Publisher
from scripts.importing.printed_times import code_of
from scripts.importing.suggestions import Choice, Suggester, marked, unit_of
from scripts.model.terms import MARK, Vocabulary
from scripts.reading import printed

PROSE_COLUMNS = ["line", "row", "measure", "value_as_published", "period", "period_as_published"]
IF_USED = ["qualifier", "area"]
NUMBER_COLUMNS = ["line", "token", "reason"]
NUMBER = re.compile(
    r"[£<>]?(?:(?<!\d)\d{1,3}(?:, \d{3}(?!\d))+|\d(?:[\d,]*\d)?)(?:\.\d+)?(?:\s?%| per "
    r"cent|st\b|nd\b|rd\b|th\b)?"
)
MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
PERIOD = re.compile(
    rf"(?:(?:\d{{1,2}} )?(?:{MONTH_NAMES}) )?(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d(?!\d))?"
)
CLAUSE_END = re.compile(r"[,;.] |\band\b|\bto\b")
COMPARED = re.compile(r"\b(?:from|than|with|to|against)\s+£?\d(?!\d{3}\b)[\d,.]*%?")
LONGEST_NAME, LONGEST_HEADING, SHORT_LINE = 40, 80, 40
QUESTION_REACH = 12  # how many lines above a table the question is that it answers
COUNTED = ("figure_of_speech", "small_list", "name_part")  # what "one" is but for its sentence
CONTACT = ("contact_detail",)
IN_HEADINGS = (*CONTACT, "list_number", "page_number", "name_part", "contents", "question")
HEADINGS, HEADINGS_REACH = 2, 60  # how many headings above a table are read, and from how far

Rows = list[dict[str, str]]


class Draft(NamedTuple):
    """A source folder in the making. `tables` are (columns, rows) by name; `beside` are the words
    round each number of
    `prose`, by row, for a person to look at: they are the document's, and are never written into
    the folder. `worded` are words such as `all` or `none` in sentences, which may stand for a
    number: line, word and the words round it. `publisher` is a term that the vocabulary needs.
    """

    descriptor: dict[str, Any]
    tables: dict[str, tuple[list[str], Rows]]
    numbers: Rows
    beside: dict[str, str]
    worded: Rows
    publisher: Publisher | None = None

    @property
    def spoken(self) -> dict[str, str]:
        """The words round each number of `prose`, by the place of its row from 1."""
        return {str(place): words for place, words in enumerate(self.beside.values(), start=1)}


def draft(
    name: str,
    extraction: Extraction,
    vocabulary: Vocabulary,
    measures: Suggester,
    memory: Memory = NOTHING,
) -> Draft:
    """The draft of the document `name`; what is remembered of earlier documents says what number
    words mostly are.
    """
    about = about_document.about(extraction.lines, vocabulary["publishers"])
    grids = all_grids(extraction)
    tables: dict[str, tuple[list[str], Rows]] = {}
    described = []
    for number, grid in enumerate(grids, start=1):
        table_name = table_name_of(grid, number, tables)
        descriptor, columns, rows = table(table_name, grid, extraction, measures, vocabulary)
        tables[table_name] = columns, rows
        described.append(descriptor)
    in_tables = lines_of(grids)
    printed_headings = {extraction.lines[grid.lines[0][0] - 1].text for grid in grids}
    printed_headings |= {line_above(extraction, grid) for grid in grids} - {""}
    prose, numbers, beside = sentences(
        extraction, in_tables, about, vocabulary, measures, memory, printed_headings
    )
    if prose:
        tables["prose"] = used_columns(prose), prose
        described.append(prose_table(prose, extraction))
    numbers += table_numerals(grids, extraction, vocabulary)
    numbers.sort(key=lambda row: int(row["line"]))
    publisher = None
    if not about.publisher.words:
        texts = [line.text for line in extraction.lines]
        publisher = new_publisher.named(texts, vocabulary.get("areas", {}))
    descriptor = document(name, about, extraction, described, vocabulary, publisher)
    worded = list(number_words(extraction, in_tables, vocabulary))
    return Draft(descriptor, tables, numbers, beside, worded, publisher)


def all_grids(extraction: Extraction) -> list[Grid]:
    """The tables of the file, and those that plain lines show; in order."""
    taken = lines_of(extraction.grids)
    taken |= likely_reasons.contents_lines([line.text for line in extraction.lines])
    drawn = [grid_headings.without_notes(grid) for grid in extraction.grids]
    for grid, below in zip(extraction.grids, drawn, strict=True):
        notes = range(grid.lines[0][0], below.lines[0][0])
        taken.difference_update(notes)
    found = grid_headings.over_pages([grid_headings.one_heading_row(grid) for grid in drawn])
    for kind in (tabbed_tables, worded_cells, plain_tables, stacked_tables):
        found += kind.grids(extraction.lines, taken | lines_of(found))
    with_rows = (grid for grid in found if len(grid.rows) > 1 and len(grid.rows[0]) > 1)
    return sorted(with_rows, key=lambda grid: grid.lines[0])


def lines_of(grids: Iterable[Grid]) -> set[int]:
    return {line for grid in grids for first, last in grid.lines for line in range(first, last + 1)}


def document(
    name: str,
    about: about_document.About,
    extraction: Extraction,
    tables: list[dict[str, Any]],
    vocabulary: Vocabulary,
    new: Publisher | None,
) -> dict[str, Any]:
    """The descriptor. What a person must confirm has a question mark. `new` is the publisher where
    the vocabulary has none.
    """
    open_terms = about.licence != "not_stated"
    known = vocabulary.get("publishers", {}).get(about.publisher.words, {})
    row = new._asdict() if new else {"publisher_id": about.publisher.words, **known}
    said = about_document.described(about, row.get("title", ""))
    return {
        "name": name,
        "title": f"{MARK}{said.title}",
        "description": f"{MARK}{said.description}",
        "document": {
            "type": f"{MARK}{about.document_type}",
            "publisher": f"{MARK}{row['publisher_id']}",
            "area": f"{MARK}{row.get('area_id', '')}",
            "reference": about.reference.words,
            "date_as_published": about.date_as_published.words,
            "date": about.date,
            "period": "",
            "period_as_published": "",
            "url": "",
            "licence": f"{MARK}{about.licence}",
            "licence_basis": f"{MARK}{'stated_in_document' if open_terms else 'not_stated'}",
            "licence_line": str(about.terms.line) if open_terms else "",
            "attribution": f"{MARK}{said.attribution}",
            "text_sha256": hashlib.sha256(extraction.text.encode()).hexdigest(),
            "text_lines": len(extraction.lines),
        },
        "resources": tables,
    }


def table_name_of(grid: Grid, number: int, taken: Iterable[str]) -> str:
    name = printed.slug(title_of(grid))[:LONGEST_NAME].strip("-") or f"table-{number}"
    return name if name not in set(taken) and name != "prose" else f"{name}-{number}"


def title_of(grid: Grid) -> str:
    """What a table is called: what is printed above it, but for a question, which it answers."""
    if not grid.title.endswith("?"):
        return grid.title
    return ", ".join(dict.fromkeys(filter(None, reversed(grid.rows[0]))))


def table(
    name: str, grid: Grid, extraction: Extraction, measures: Suggester, vocabulary: Vocabulary
) -> tuple[dict[str, Any], list[str], Rows]:
    """Descriptor, columns and rows of one printed table. The first row is its headings, the first
    column its labels.
    """
    headings, *body = grid.rows
    width = max(map(len, grid.rows))
    headings = (*headings, *("",) * (width - len(headings)))
    names = column_names(headings)
    rows = [
        {
            "line": span_of(span),
            **dict(zip(names, (*cells, *("",) * (width - len(cells))), strict=True)),
        }
        for cells, span in zip(body, grid.lines[1:], strict=True)
    ]
    first, last = grid.lines[0][0], grid.lines[-1][1]
    shown = " ".join(line.text for line in extraction.lines[first - 1 : grid.lines[0][1]])
    label_title = grid_headings.lowest(headings[0], shown)
    gives, means = words_beside.breakdown([row[names[0]] for row in rows], vocabulary)
    label: dict[str, Any] = {
        "name": names[0],
        "title": label_title,
        "type": "string",
        "gives": gives,
    }
    label |= {"means": means} if means else {}
    around = " ".join([grid.title, *above(extraction, first), headings[0]])
    above_it = line_above(extraction, grid, (".",))
    longer = above(extraction, first, LONGEST_HEADING)
    labels = [row[names[0]] for row in rows]
    context = " ".join([*longer, asked(extraction, first), above_it, *labels])
    columns = [
        column(
            each,
            title,
            grid_headings.lowest(title, shown),
            measures.choices(f"{around} {beside} {title}", sign_of(title, rows, each), context),
            [row[each] for row in rows],
        )
        for each, title, beside in zip(names[1:], headings[1:], neighbours(headings), strict=True)
    ]
    fields = [{"name": "line", "type": "string"}, label, *columns]
    if differ_by_row(rows, names[0]):
        with_row_measures(rows, names[0], columns, around, measures)
        names.append("measure")
        fields.append({"name": "measure", "type": "string"})
    descriptor = {
        "name": name,
        "path": f"{name}.csv",
        "title": f"{MARK}{title_of(grid) or 'Say what the table shows'}",
        "description": "",
        "locator": f"Page {extraction.lines[first - 1].page}",
        "lines": [first, last],
        "rows": len(rows),
        "every_figure": every_figure(columns),
        "schema": {"fields": fields},
    }
    return descriptor, ["line", *names], rows


def differ_by_row(rows: Rows, label: str) -> bool:
    """Whether some rows, but not all, say by a sign in their label that they count something
    else.
    """
    signed = sum(bool(unit_of(row[label])) for row in rows)
    return 0 < signed < len(rows)


def with_row_measures(
    rows: Rows, label: str, columns: Sequence[dict[str, Any]], around: str, measures: Suggester
) -> None:
    """Give each row the measures that fit its label, in place of its columns."""
    for row in rows:
        row["measure"] = marked(measures.choices(f"{around} {row[label]}", row[label]))
    for each in columns:
        if isinstance(each["gives"], dict):
            each["gives"].pop("measure", None)


def span_of(span: tuple[int, int]) -> str:
    first, last = span
    return str(last) if first == last else f"{first}-{last}"


def column_names(headings: Sequence[str]) -> list[str]:
    """Short names for the columns, each once."""
    names: list[str] = []
    for number, heading in enumerate(headings):
        slug = (
            printed.slug(heading.replace("%", " percent "))[:LONGEST_NAME]
            .replace("-", "_")
            .strip("_")
        )
        name = slug or ("label" if not number else f"column_{number}")
        name = f"y{name}" if name[0].isdigit() else name
        names.append(f"{name}_{number}" if name in (*names, "line") else name)
    return names


def column(
    name: str, heading: str, title: str, choices: Sequence[Choice], cells: Sequence[str] = ()
) -> dict[str, Any]:
    """A column of figures with its measure; its heading gives the period where it names one. One
    of words is a label, one of marks such as `yes` answers a question.

    Of a heading in several rows, the `title` is the part that stands on one line.
    """
    if mostly(cells, has_words):
        return {"name": name, "title": title, "type": "string", "gives": f"{MARK}label"}
    if mostly(cells, is_mark):
        return {"name": name, "title": title, "type": "string", "gives": {"question": MARK}}
    period = code_of(heading)
    given = {"measure": marked(choices)} | ({"period": period} if period else {})
    if period and not code_of(title):
        given["period_as_published"] = heading.removesuffix(title).strip()
    return {"name": name, "title": title, "type": "string", "gives": given}


def mostly(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    printed_cells = [cell for cell in cells if cell]
    return 2 * sum(map(holds, printed_cells)) > len(printed_cells)


def has_words(cell: str) -> bool:
    return bool(re.search(r"[a-z]{3} |[A-Za-z][a-z]{3}", cell))


def is_mark(cell: str) -> bool:
    """Letters without a number, such as `yes` or `N/A`; a dash may be a number."""
    return bool(re.search(r"[^\W\d_]{2}|/", cell)) and not re.search(r"\d", cell)


def neighbours(headings: Sequence[str]) -> list[str]:
    """For each column after the first: the heading before it, where its own has no word, such as
    `%`.
    """
    return [
        before if not re.search(r"[A-Za-z]{3}", own) or own.lower() == "percentage" else ""
        for before, own in pairwise(headings)
    ]


def every_figure(columns: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The measure that all columns have, said once and taken from them; nothing where they
    differ.
    """
    figures = [each for each in columns if "measure" in each["gives"]]
    measures = {each["gives"]["measure"] for each in figures}
    if len(measures) != 1:
        return {}
    for each in figures:
        del each["gives"]["measure"]
    return {"measure": measures.pop()}


def asked(extraction: Extraction, first: int) -> str:
    """The question right above a table, which the table answers."""
    near = extraction.lines[max(0, first - QUESTION_REACH) : first - 1]
    return next((line.text for line in reversed(near) if "?" in line.text), "")


def line_above(extraction: Extraction, grid: Grid, ends: tuple[str, ...] = (".", ":")) -> str:
    """The line with words right above a table, if it is no sentence: its title."""
    texts = (line.text.strip() for line in reversed(extraction.lines[: grid.lines[0][0] - 1]))
    words = next(filter(None, texts), "")
    return "" if words.endswith(ends) else words


def sign_of(heading: str, rows: Rows, name: str) -> str:
    """What tells the unit of a column: its heading, and the cells if most have a sign."""
    cells = [row[name] for row in rows]
    return " ".join([heading.lower(), *(cells if mostly(cells, has_sign) else ())])


def has_sign(cell: str) -> bool:
    return bool(unit_of(cell))


def above(extraction: Extraction, first: int, longest: int = LONGEST_NAME) -> list[str]:
    """The nearest headings above a table: short lines without a full stop, the nearest first."""
    found: list[str] = []
    for line in reversed(extraction.lines[max(0, first - HEADINGS_REACH) : first - 1]):
        words = line.text.strip(" #*_\t")
        is_short = len(words) <= longest and not words.endswith((".", ":", ";", ","))
        if is_short and words[:1].isupper() and "\t" not in words and len(found) < HEADINGS:
            found.append(words)
    return found


def prose_table(prose: Rows, extraction: Extraction) -> dict[str, Any]:
    lines = [int(row["line"]) for row in prose]
    return {
        "name": "prose",
        "path": "prose.csv",
        "title": "Numbers in sentences",
        "description": "",
        "locator": f"Page {extraction.lines[lines[0] - 1].page}",
        "lines": [lines[0], lines[-1]],
        "rows": len(prose),
    }


def sentences(
    extraction: Extraction,
    in_tables: set[int],
    about: about_document.About,
    vocabulary: Vocabulary,
    measures: Suggester,
    memory: Memory,
    printed_headings: set[str],
) -> tuple[Rows, Rows, dict[str, str]]:
    """Each number outside tables: a row of prose where it may be a figure, else its reason; and the
    words round it.
    """
    prose: Rows = []
    numbers: Rows = []
    beside: dict[str, str] = {}
    references = [about.reference.words]
    pattern = printed.numeral_pattern(tuple(vocabulary.numeral_words()))
    texts = [line.text for line in extraction.lines]
    contents = likely_reasons.contents_lines(texts)
    alone = likely_reasons.lone_page(texts)
    told = stories.story_lines(texts, contents)
    for number, line in enumerate(extraction.lines, start=1):
        for match in () if number in in_tables else pattern.finditer(line.text):
            reason = likely_reasons.reason(line.text, match.start(), match.end(), references)
            reason = "contents" if number in contents else reason
            if line.text.strip() in printed_headings and reason not in IN_HEADINGS:
                reason = "heading"
            reason = "personal_story" if number in told and reason not in CONTACT else reason
            if number == alone and reason == "page_number":
                reason = ""
            reason = reason or memory.reasons.get(match.group().lower(), "")
            if reason in COUNTED and likely_reasons.is_part(line.text, *match.span()):
                reason = ""
            if reason:
                numbers.append(numeral(number, match.group(), reason, vocabulary))
            else:
                row = prose_row(number, texts, match, len(prose) + 1, measures)
                beside[row["row"]] = around(line.text, match)
                prose.append(row)
    return prose, numbers, beside


def number_words(
    extraction: Extraction, in_tables: set[int], vocabulary: Vocabulary
) -> Iterator[dict[str, str]]:
    """Each word in a sentence that may stand for a number and needs no account, such as `all`."""
    known = [word for word, row in vocabulary["number_words"].items() if row["numeral"] != "yes"]
    words = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for number, line in enumerate(extraction.lines, start=1):
        for match in pattern.finditer(line.text) if known and number not in in_tables else ():
            said = around(line.text, match)
            yield {"line": str(number), "word": match.group(), "words": said}


def prose_row(
    number: int, texts: Sequence[str], match: re.Match[str], count: int, measures: Suggester
) -> dict[str, str]:
    text = texts[number - 1]
    words = period_words(text, match)
    said = around(text, match)
    question = next(
        (each for each in reversed(texts[max(0, number - QUESTION_REACH) : number]) if "?" in each),
        "",
    )
    context = said if len(said) > SHORT_LINE else f"{said} {beside_line(texts, number)}"
    return {
        "line": str(number),
        "row": f"number-{count}",
        "measure": marked(measures.choices(context, with_sign(text, match), question)),
        "value_as_published": with_sign(text, match),
        "period": code_of(words),
        "period_as_published": words,
        "qualifier": words_beside.qualifier(before_sign(text, match), match.group()),
        "area": words_beside.country(text, *match.span()),
    }


def before_sign(text: str, match: re.Match[str]) -> str:
    return text[: match.start()].rstrip("£ ")


def used_columns(prose: Rows) -> list[str]:
    """The columns of a file of sentences: those that no row uses are left out of the rows too."""
    unused = [column for column in IF_USED if not any(row[column] for row in prose)]
    for row in prose:
        for column in unused:
            del row[column]
    return [*PROSE_COLUMNS, *(column for column in IF_USED if column not in unused)]


def beside_line(texts: Sequence[str], number: int) -> str:
    """The nearest words before and after a short line, of which it may be a part."""
    before = next((text for text in reversed(texts[max(0, number - 4) : number - 1]) if text), "")
    after = next((text for text in texts[number : number + 3] if text), "")
    return f"{before} {after}"


def with_sign(text: str, match: re.Match[str]) -> str:
    """The number with the pound sign before it and the per cent after it."""
    for found in NUMBER.finditer(text):
        if found.start() <= match.start() and match.end() <= found.end():
            return found.group().strip()
    return match.group()


def period_words(text: str, match: re.Match[str]) -> str:
    """The words of the number's period: those that follow it in its clause, else the sentence's one
    period, unless that is of another number that this one is compared with.
    """
    clause = CLAUSE_END.split(text[match.end() :])[0]
    near = PERIOD.findall(clause) or PERIOD.findall(around(text, match))
    sure = len(set(near)) == 1 and code_of(near[0])
    return near[0] if sure and not is_of_another(text[match.end() :], near[0]) else ""


def is_of_another(after: str, period: str) -> bool:
    """Whether a number that is compared with stands between what is before these words and the
    period: `up from 79% in 2021/22`.
    """
    between, found, _ = after.partition(period)
    return bool(found and COMPARED.search(between))


def around(text: str, match: re.Match[str]) -> str:
    """The sentence with the number."""
    start = text.rfind(". ", 0, match.start()) + 1
    end = text.find(". ", match.end())
    return text[start : end if end > 0 else len(text)].strip()


def numeral(line: int, token: str, reason: str, vocabulary: Vocabulary) -> dict[str, str]:
    hidden = vocabulary["number_reasons"][reason]["masked"] == "yes"
    return {
        "line": str(line),
        "token": printed.masked(token) if hidden else token,
        "reason": reason,
    }


def table_numerals(grids: Sequence[Grid], extraction: Extraction, vocabulary: Vocabulary) -> Rows:
    """Numbers in the headings and row labels of tables."""
    words = vocabulary.numeral_words()
    return list(heading_numerals(grids, extraction, words)) + list(label_numerals(grids, words))


def heading_numerals(
    grids: Sequence[Grid], extraction: Extraction, words: list[str]
) -> Iterator[dict[str, str]]:
    spans = [range(grid.lines[0][0], grid.lines[0][1] + 1) for grid in grids if any(grid.rows[0])]
    for line in sorted({line for span in spans for line in span}):
        for token in printed.numerals(extraction.lines[line - 1].text, words):
            yield {"line": str(line), "token": token, "reason": "heading"}


def label_numerals(grids: Sequence[Grid], words: list[str]) -> Iterator[dict[str, str]]:
    for grid in grids:
        for cells, (first, last) in zip(grid.rows[1:], grid.lines[1:], strict=True):
            each_has_its_own = last - first + 1 == sum(map(bool, cells))
            line = first if each_has_its_own else last
            labels = [cells[0], *filter(has_words, cells[1:])]
            reason = "heading" if mostly(cells[1:], has_words) and len(cells) > 2 else "label"
            for token in printed.numerals(" ".join(labels), words):
                yield {"line": str(line), "token": token, "reason": reason}
