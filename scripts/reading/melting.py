"""Tables become cells: a document's printed cells, one after the other, as columns with all that
holds for each.

What holds comes from four places, the nearer one first: the cell's column, its row, its table, its
document.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import areas, lines, printed
from scripts.reading.sources import Document, fields

Words = Mapping[str, str]
Column = list[str | None]
VALUE_COLUMNS = ("value_as_published", "answer_as_published")
NAMING = ("measure", "subject", "area", "period")  # words that tell the rows of a table apart


class Field(NamedTuple):
    """A column as it is described: what it gives (a word, or what holds for its cells), and what
    its tokens mean.

    `damaged` are printed tokens that are read otherwise than they stand. `line` is the line of its
    row that it stands on. `printed_with` says, by the line of a row, with which other column it has
    one printed cell.
    """

    name: str
    title: str
    gives: str | Words
    means: Words
    damaged: Words
    line: int | None
    printed_with: Words
    is_described: bool

    @property
    def holds_values(self) -> bool:
        """Whether its cells are figures or answers."""
        return isinstance(self.gives, Mapping) or (
            not self.is_described and self.name in VALUE_COLUMNS
        )

    @property
    def words(self) -> Words:
        """What holds for its cells. A column that gives a period gives its printed heading as the
        printed period.
        """
        own: Words = self.gives if isinstance(self.gives, Mapping) else {}
        return {"period_as_published": self.title, **own} if "period" in own else own


class Cells:
    """Printed cells of a document in the order of the print: columns of one length.

    `rows` are the cells' rows in their tables, the first being 1. `line_places` say on which line
    of its row each stands. `holds` has what holds by word, None where nothing does.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tables: list[dict[str, Any]] = []
        self.rows: list[int] = []
        self.fields: list[Field] = []
        self.tokens: list[str] = []
        self.line_places: list[int] = []
        self.holds: dict[str, Column] = {}

    def column(self, word: str) -> list[str]:
        """What holds by that word for each cell; empty where nothing does."""
        return [value or "" for value in self.given(word)]

    def given(self, word: str) -> Column:
        """The same, with None where nothing holds."""
        column = self.holds.get(word, [])
        return column + [None] * (len(self.tokens) - len(column))

    def add(self, word: str, values: Column) -> None:
        """Adds what holds by a word for the cells that were added last."""
        column = self.holds.setdefault(word, [])
        column += [None] * (len(self.tokens) - len(values) - len(column))
        column += values


class Melted(NamedTuple):
    """The cells of a document: those of figures, those of answers, and those of which nothing says
    what they are.
    """

    figures: Cells
    answers: Cells
    others: Cells


def melt(document: Document, vocabulary: Vocabulary) -> Melted:
    """All cells of a document that hold values."""
    melted = Melted(Cells(document), Cells(document), Cells(document))
    for table in document.descriptor["resources"]:
        rows = document.rows[table["name"]]
        if rows:
            columns = {name: [row[name] for row in rows] for name in rows[0]}
            _melt_table(melted, table, columns, vocabulary)
    return melted


def described_fields(table: dict[str, Any], columns: list[str]) -> list[Field]:
    """The columns of a table; one that isn't described gives what its name says."""
    return [described_field(field) for field in fields(table, columns)]


def described_field(field: dict[str, Any]) -> Field:
    return Field(
        name=field["name"],
        title=field.get("title", ""),
        gives=field.get("gives", field["name"]),
        means=field.get("means", {}),
        damaged=field.get("damaged", {}),
        line=field.get("line"),
        printed_with=field.get("printed_with", {}),
        is_described="gives" in field,
    )


def _melt_table(
    melted: Melted, table: dict[str, Any], columns: dict[str, list[str]], vocabulary: Vocabulary
) -> None:
    described = described_fields(table, list(columns))
    values = [one for one in described if one.holds_values]
    in_rows = row_words(columns, described, vocabulary)
    line_places = _line_places(described, columns["line"])
    area = {"area": melted.figures.document.descriptor["document"]["area"]}
    every_figure, every_answer = table.get("every_figure", {}), table.get("every_answer", {})
    places: tuple[list[Place], list[Place], list[Place]] = ([], [], [])
    for place in _places(columns, len(values)):
        own = _own_words(place, values, in_rows)
        places[_kind(own, every_figure, every_answer)].append(place)
    everywhere: tuple[Words, Words, Words] = (
        {**area, **every_figure},
        {**area, **every_answer},
        {},
    )
    for cells, here, every in zip(melted, places, everywhere, strict=True):
        if here:
            _add_cells(cells, table, here, columns, values)
            cells.line_places += [
                line_places.get(_printed_column(values[at], columns["line"][row]), lines.LAST)
                for row, at in here
            ]
            _add_words(cells, here, values, in_rows, every)


def _line_places(described: list[Field], row_lines: list[str]) -> dict[str, int]:
    """On which line of its row each printed column stands."""
    shown = [one.name for one in described if one.is_described and one.name != "row"]
    declared = {one.name: one.line for one in described if one.line is not None}
    return lines.places(shown, declared, row_lines)


def _printed_column(field: Field, row_line: str) -> str:
    """The column in which a cell is printed: its own, or the one with which it has one cell."""
    return field.printed_with.get(row_line, field.name)


class Place(NamedTuple):
    """Where a cell stands in a table: the row, and which of the columns that hold values; both from
    0.
    """

    row: int
    column: int


def _places(columns: dict[str, list[str]], width: int) -> Iterator[Place]:
    """Row by row, as it is printed."""
    height = len(next(iter(columns.values())))
    for row in range(height):
        for column in range(width):
            yield Place(row, column)


def row_words(
    columns: dict[str, list[str]], described: list[Field], vocabulary: Vocabulary
) -> dict[str, Column]:
    """What the cells of each row give by word, with the row's address (`row`) and its printed
    label.
    """
    height = len(next(iter(columns.values())))
    given: dict[str, Column] = {}
    named: list[list[str]] = [[] for _ in range(height)]
    labels: list[list[str]] = [[] for _ in range(height)]
    for one in described:
        if isinstance(one.gives, Mapping) or one.name in VALUE_COLUMNS:
            continue
        shown: Column = [cell or None for cell in columns[one.name]]
        meant: Column = [None if cell is None else one.means.get(cell, cell) for cell in shown]
        if one.gives == "area":
            meant = _area_ids(meant, vocabulary)
        given[one.gives] = _nearer(meant, given.get(one.gives))
        if one.gives == "period" and one.is_described:
            given["period_as_published"] = _nearer(given.get("period_as_published"), shown)
        if one.gives in NAMING or one.gives in vocabulary["dimensions"]:
            _append(named, meant)
        if one.is_described:
            _append(labels, shown)
    given["row"] = _nearer(given.get("row"), [printed.slug("-".join(words)) for words in named])
    return given | {"row_label": [" | ".join(words) for words in labels]}


def _area_ids(column: Column, vocabulary: Vocabulary) -> Column:
    """The ids of areas, by whatever name they are written; a name that means none stays as it
    is.
    """
    ids = areas.of(vocabulary).ids(name or "" for name in column)
    return [None if name is None else found for name, found in zip(column, ids, strict=True)]


def _nearer(first: Column | None, other: Column | None) -> Column:
    """The first where it says something, else the other."""
    if first is None or other is None:
        return first or other or []
    return [two if one is None else one for one, two in zip(first, other, strict=True)]


def _append(lists: list[list[str]], column: Column) -> None:
    for words, value in zip(lists, column, strict=True):
        if value is not None:
            words.append(value)


def _own_words(place: Place, values: list[Field], in_rows: dict[str, Column]) -> set[str]:
    """Of `measure` and `question`, those that the cell's row or column gives."""
    own = {word for word in ("measure", "question") if word in values[place.column].words}
    return own | {
        word
        for word in ("measure", "question")
        if word in in_rows and in_rows[word][place.row] is not None
    }


def _kind(own: set[str], every_figure: Words, every_answer: Words) -> int:
    """0 for a figure, 1 for an answer, 2 where neither measure nor question holds."""
    if "question" not in own and ("measure" in own or "measure" in every_figure):
        return 0
    return 1 if "question" in own or "question" in every_answer else 2


def _add_cells(
    cells: Cells,
    table: dict[str, Any],
    here: list[Place],
    columns: dict[str, list[str]],
    values: list[Field],
) -> None:
    tokens = [columns[one.name] for one in values]
    cells.tables += [table] * len(here)
    cells.rows += [place.row + 1 for place in here]
    cells.fields += [values[place.column] for place in here]
    cells.tokens += [tokens[place.column][place.row] for place in here]


def _add_words(
    cells: Cells, here: list[Place], values: list[Field], in_rows: dict[str, Column], every: Words
) -> None:
    """What holds for each cell by each word: by its column, else by its row, else everywhere in its
    table.
    """
    in_columns = [one.words for one in values]
    for word in dict.fromkeys([*every, *in_rows, *(word for own in in_columns for word in own)]):
        by_row, by_column = in_rows.get(word), [own.get(word) for own in in_columns]
        default = every.get(word)
        if any(value is not None for value in by_column):
            rows = by_row or [None] * (here[-1].row + 1)
            cells.add(word, [_first(by_column[at], rows[row], default) for row, at in here])
        elif by_row:
            cells.add(word, [default if by_row[row] is None else by_row[row] for row, _ in here])
        else:
            cells.add(word, [default] * len(here))


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value is not None), None)


def address_of(row: Mapping[str, str]) -> str:
    """The id of a figure or of an answer, given as a dict of its cells."""
    return row.get("figure_id") or row["answer_id"]
