"""How good a draft is: what it makes of a document's text alone, held against what people made of
it.

The draft gets the vocabulary and the memory of the other documents. Nothing of the document itself
but its text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scripts.importing import claims_proposed, memory, text_file
from scripts.importing.drafting import Draft, draft
from scripts.importing.suggestions import Suggester
from scripts.model.terms import MARK, Vocabulary
from scripts.reading import facts, printed
from scripts.reading.facts import token_of
from scripts.reading.figures import Figure, Figures
from scripts.reading.sources import Document
from scripts.reading.values import DAMAGED

TARGETS = {  # what is measured, and how many of a hundred it should be
    "table figures in their row, column and line": 98,
    "numbers in sentences found": 99,
    "right measure first": 60,
    "right measure among three": 85,
    "reasons": 90,
    "claims that the document declares": 80,
    "proposed claims that the document declares": 50,  # the other half costs a look
}
TABLES, PROSE, FIRST, THREE, REASONS, CLAIMS, PROPOSED = TARGETS
ORDINAL = re.compile(r"(?:st|nd|rd|th| per cent)$")
SENTENCES, OTHER_COLUMN = "prose", "in another column"
Place = tuple[str, str]  # line and print
Members = Mapping[str, list[tuple[str, frozenset[Place]]]]


class Score(NamedTuple):
    """How many of one kind the draft of a document got right, of how many."""

    document_id: str
    kind: str
    right: int
    of: int
    target_percent: int


class Miss(NamedTuple):
    """How often something was missed in one way."""

    document_id: str
    kind: str
    missed: str
    number: int


class Found(NamedTuple):
    """Where a printed number is in a draft: its table and column, and the measures proposed for
    it.
    """

    table: str
    column: str
    measures: tuple[str, ...]


def measured(
    document: Document,
    others: Sequence[Document],
    text: Path,
    vocabulary: Vocabulary,
    declared: Sequence[tuple[str, frozenset[Place]]],
) -> tuple[list[Score], list[Miss]]:
    """The scores of one document's draft and its misses by kind. `declared` are its claims: rule,
    and the prints they name.
    """
    remembered = memory.remembered(others, vocabulary)
    suggester = Suggester(vocabulary["measures"], remembered.words)
    made = draft(document.id, text_file.extract(text), vocabulary, suggester, remembered)
    found = in_draft(made)
    for row in made.worded:
        found.setdefault((row["line"], row["word"]), []).append(Found(SENTENCES, "word", ()))
    read = facts.read(document, vocabulary)
    figures = [each for each in read.figures if token_of(each)]
    outcomes = [
        *of_figures(document, figures, damaged(read.of_figures), found, vocabulary),
        *of_reasons(document, made),
        *of_claims(declared, made),
    ]
    return scores(document.id, outcomes), misses(document.id, outcomes)


Outcome = tuple[str, str]  # kind, and how it was missed; empty where it is right


def in_draft(made: Draft) -> dict[Place, list[Found]]:
    """Every drafted number by its line and print."""
    found: dict[Place, list[Found]] = {}
    described = {table["name"]: table for table in made.descriptor["resources"]}
    for name, (columns, rows) in made.tables.items():
        given = measures_of(described[name])
        for row in rows:
            line = row["line"].rpartition("-")[2]
            shown = ["value_as_published"] if name == "prose" else columns[2:]
            for column in shown:
                words = row.get("measure", given.get(column, ""))
                where = Found(name, column, proposed(words))
                found.setdefault((line, ORDINAL.sub("", row[column])), []).append(where)
    return found


def measures_of(table: Mapping[str, object]) -> dict[str, str]:
    """The measures proposed for each column of a drafted table."""
    if "schema" not in table:
        return {}
    every = table["every_figure"].get("measure", "")  # type: ignore[attr-defined]
    fields = table["schema"]["fields"]  # type: ignore[index]
    return {
        each["name"]: each["gives"].get("measure", every)
        for each in fields
        if isinstance(each.get("gives"), dict)
    }


def proposed(words: str) -> tuple[str, ...]:
    return tuple(word.lstrip(MARK) for word in words.split())


def damaged(read: Figures) -> frozenset[str]:
    """The ids of the figures whose printed cell says one thing and is read as another."""
    flagged = zip(read.rows, read.flags, strict=True)
    return frozenset(figure.figure_id for figure, flags in flagged if DAMAGED in flags)


def of_figures(
    document: Document,
    figures: Sequence[Figure],
    unclear: frozenset[str],
    found: Mapping[Place, list[Found]],
    vocabulary: Vocabulary,
) -> Iterator[Outcome]:
    """Each figure: whether it is in its place, and whether its measure is proposed."""
    with_columns = {
        f"{document.id}/{table['name']}"
        for table in document.descriptor["resources"]
        if "schema" in table
    }
    usual = usual_columns(figures, found)
    words = vocabulary.numeral_words()
    for figure in figures:
        places = found.get(place_of(figure), [])
        kind = TABLES if figure.table_id in with_columns else PROSE
        if not places:
            yield kind, why_not_found(figure, unclear, words)
            continue
        expected = usual.get(column_of(figure))
        yield kind, "" if kind == PROSE else why_not_there(expected, places)
        place = next((each for each in places if (each.table, each.column) == expected), places[0])
        if place.column == "word":
            continue  # it is offered, for a person to say what it counts
        measures = place.measures
        yield FIRST, "" if measures[:1] == (figure.measure_id,) else "another came first"
        yield THREE, "" if figure.measure_id in measures else "not among three"


def place_of(figure: Figure) -> Place:
    return figure.line, ORDINAL.sub("", token_of(figure))


def column_of(figure: Figure) -> Place:
    return figure.table_id, figure.source_column


def usual_columns(
    figures: Iterable[Figure], found: Mapping[Place, list[Found]]
) -> dict[Place, tuple[str, str]]:
    """The drafted column in which most figures of a column are."""
    counted: dict[Place, Counter[tuple[str, str]]] = {}
    for figure in figures:
        tabled = (each for each in found.get(place_of(figure), []) if each.table != SENTENCES)
        for each in tabled:
            counted.setdefault(column_of(figure), Counter())[each.table, each.column] += 1
    return {column: counts.most_common(1)[0][0] for column, counts in counted.items()}


def why_not_there(expected: Place | None, places: Iterable[Found]) -> str:
    """Nothing, if a figure of a table is in the column of a drafted table where most of its column
    are.
    """
    tabled = [each for each in places if each.table != SENTENCES]
    if not tabled:
        return "drafted as a number in a sentence"
    return "" if any((each.table, each.column) == expected for each in tabled) else OTHER_COLUMN


def why_not_found(figure: Figure, unclear: frozenset[str], words: list[str]) -> str:
    if figure.figure_id in unclear:
        return "the print is damaged"
    if not printed.numerals(token_of(figure), words):
        return "words that are no number by themselves, such as all"
    return "taken for something that is no figure"


def of_reasons(document: Document, made: Draft) -> Iterator[Outcome]:
    """Each number that is no figure: whether the draft gives it the same reason."""
    given: dict[Place, list[str]] = {}
    for row in made.numbers:
        given.setdefault((row["line"], row["token"]), []).append(row["reason"])
    for row in document.numbers:
        reasons = given.get((row["line"], row["token"]), [])
        if row["reason"] in reasons:
            reasons.remove(row["reason"])
            yield REASONS, ""
        else:
            yield REASONS, row["reason"]


def of_claims(declared: Sequence[tuple[str, frozenset[Place]]], made: Draft) -> Iterator[Outcome]:
    """Each claim of the document: whether it was proposed with the same numbers. Then each
    proposal: whether it is one of these claims.
    """
    proposals = {
        (each.rule, frozenset((cell.line, cell.printed) for cell in (each.whole, *each.parts)))
        for each in claims_proposed.proposed(made.tables, made.spoken)
    }
    for rule, members in declared:
        yield CLAIMS, "" if (rule, members) in proposals else rule
    for rule, members in proposals:
        yield PROPOSED, "" if (rule, members) in declared else rule


def scores(document_id: str, outcomes: Sequence[Outcome]) -> list[Score]:
    """One score a kind that the document has."""
    of = Counter(kind for kind, _ in outcomes)
    right = Counter(kind for kind, missed in outcomes if not missed)
    return [
        Score(document_id, kind, right[kind], of[kind], target)
        for kind, target in TARGETS.items()
        if of[kind]
    ]


def misses(document_id: str, outcomes: Sequence[Outcome]) -> list[Miss]:
    """How often each kind was missed in which way, the commonest first."""
    counted = Counter(outcome for outcome in outcomes if outcome[1])
    order = sorted(counted, key=lambda each: (list(TARGETS).index(each[0]), -counted[each], each))
    return [Miss(document_id, kind, missed, counted[kind, missed]) for kind, missed in order]
