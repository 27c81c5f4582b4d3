"""Where to look when a cell is wrong: the file and place of the printed token, or of the word that
holds for it.
"""

from collections.abc import Callable, Iterator

from scripts.model.problems import Problem, Wrong
from scripts.reading.melting import Cells, described_fields
from scripts.reading.sources import DESCRIPTOR


def of_token(cells: Cells, cell: int) -> tuple[str, str]:
    """The file and place of a printed token."""
    file = cells.document.file(cells.tables[cell]["name"])
    return file, f"row {cells.rows[cell]}, column {cells.fields[cell].name!r}"


def of_word(cells: Cells, cell: int, word: str) -> tuple[str, str]:
    """The file and place where a word was given to a cell: its column, its row, its table, or the
    document.
    """
    table, descriptor = cells.tables[cell], f"{cells.document.folder}/{DESCRIPTOR}"
    if word in cells.fields[cell].words:
        return descriptor, f"table {table['name']}, column {cells.fields[cell].name}"
    column = _column_that_gives(cells, cell, word)
    if column:
        return cells.document.file(table["name"]), f"row {cells.rows[cell]}, column {column!r}"
    for every in ("every_figure", "every_answer"):
        if word in table.get(every, {}):
            return descriptor, f"table {table['name']}, {every}"
    return of_token(cells, cell)


def _column_that_gives(cells: Cells, cell: int, word: str) -> str:
    """The last column of the cell's row that gives the word. Printed words of a period may stand in
    the period's own.
    """
    table = cells.tables[cell]
    row = cells.document.rows[table["name"]][cells.rows[cell] - 1]
    giving = [
        field.name
        for field in described_fields(table, list(row))
        if field.gives == word and row[field.name]
    ]
    return giving[-1] if giving else ""


def told_words(cells: Cells, word: str, law: Callable[[str], Wrong | None]) -> Iterator[Problem]:
    """A problem at each place of a word that is wrong. The law is asked once for each distinct
    word.
    """
    column = cells.given(word)
    wrong = {said: law(said) for said in dict.fromkeys(column) if said}
    for cell, said in enumerate(column):
        if said and (fault := wrong[said]):
            yield Problem(*of_word(cells, cell, word), *fault)


def told_tokens(cells: Cells, wrong: dict[int, Wrong]) -> Iterator[Problem]:
    """A problem at the printed token of each cell that is wrong."""
    for cell, fault in wrong.items():
        yield Problem(*of_token(cells, cell), *fault)
