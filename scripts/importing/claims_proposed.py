"""Claims that a draft's numbers seem to make: a total of a column or row, shares of a total, shares
that make 100, repeats.

Nothing is taken over by itself: a person reads the list and declares what the document says.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from scripts.importing.cell_numbers import number_of

ROUNDING = Decimal("0.6")  # of a percentage that is printed without decimals
FROM_ADDING = Decimal("1.01")  # how far from 100 rounded percentages can add up to
FEWEST_PARTS, SHORTEST_REPEAT, MOST_REPEATS = 2, 3, 6
TOTAL_WORDS = ("total", "all ", "overall", "sum", "altogether")


class Cell(NamedTuple):
    """A drafted number: its table, row from 1, column, line, print, and what it is worth."""

    table: str
    row: int
    column: str
    line: str
    printed: str
    label: str
    value: Decimal

    @property
    def is_percent(self) -> bool:
        return "%" in self.printed or "percent" in self.column or "share" in self.column


class Proposal(NamedTuple):
    """A rule, the number that is held against the others, and these."""

    rule: str
    whole: Cell
    parts: tuple[Cell, ...]

    @property
    def words(self) -> str:
        """The other numbers with their lines."""
        return ", ".join(f"{part.printed} (line {part.line})" for part in self.parts)


Tables = Mapping[str, tuple[list[str], list[dict[str, str]]]]


def proposed(tables: Tables) -> list[Proposal]:
    """All proposals, in the order of the tables; the same numbers are proposed once for a rule."""
    grids = {name: list(cells_of(name, *table)) for name, table in tables.items()}
    found: list[Proposal] = []
    for name, cells in grids.items():
        if name != "prose":
            found += [*of_columns(cells), *of_rows(cells), *shares(cells)]
    found += between(grids)
    found += over_tables(grids)
    found += repeats(cell for cells in grids.values() for cell in cells)
    return list({(each.rule, each.whole, frozenset(each.parts)): each for each in found}.values())


def cells_of(name: str, columns: list[str], rows: list[dict[str, str]]) -> Iterator[Cell]:
    """The numbers of a table. Those in sentences are a table of one column."""
    shown = ["value_as_published"] if name == "prose" else columns[2:]
    for number, row in enumerate(rows, start=1):
        line = row["line"].rpartition("-")[2]
        label = "" if name == "prose" else row[columns[1]]
        for column in shown:
            value = number_of(row[column])
            if value is not None:
                yield Cell(name, number, column, line, row[column], label, value)


def by_column(cells: Sequence[Cell]) -> list[list[Cell]]:
    grouped: dict[str, list[Cell]] = {}
    for cell in cells:
        grouped.setdefault(cell.column, []).append(cell)
    return list(grouped.values())


def by_row(cells: Sequence[Cell]) -> list[list[Cell]]:
    grouped: dict[int, list[Cell]] = {}
    for cell in cells:
        grouped.setdefault(cell.row, []).append(cell)
    return list(grouped.values())


def of_columns(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """In each column: a last or named total of the others, or percentages that make 100."""
    for column in by_column(cells):
        yield from total(column)


def of_rows(cells: Sequence[Cell]) -> Iterator[Proposal]:
    for row in by_row(cells):
        yield from total(row)


def total(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """A number that is the sum of those beside it, all of one kind; and percentages that add up to
    about 100.
    """
    counts = [cell for cell in cells if not cell.is_percent]
    percents = [cell for cell in cells if cell.is_percent]
    for alike in (counts, percents):
        if len(alike) > FEWEST_PARTS:
            yield from sum_of(alike)
    if len(percents) > FEWEST_PARTS - 1 and adds_to_hundred(percents):
        yield Proposal("shares_add_up", percents[0], tuple(percents))


def sum_of(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """The last, the first or a named number, if it is what the others make; a named one even if it
    differs.
    """
    named = [cell for cell in cells if is_total(cell)]
    for whole in dict.fromkeys([*named, cells[-1], cells[0]]):
        parts = tuple(cell for cell in cells if cell != whole and not is_total(cell))
        if len(parts) < FEWEST_PARTS:
            continue
        made = sum((part.value for part in parts), Decimal())
        differs = abs(made - whole.value)
        is_last = whole == cells[-1] and whole.value >= 100
        near = whole in named and differs <= max(Decimal(2), whole.value / 50)
        if made and (not differs or near or (is_last and differs <= 2)):
            hundred = whole.is_percent
            yield Proposal("shares_add_up" if hundred else "total", whole, parts)


def is_total(cell: Cell) -> bool:
    label, column = cell.label.lower(), cell.column.replace("_", " ")
    return any(label.startswith(word) or column.startswith(word.strip()) for word in TOTAL_WORDS)


def adds_to_hundred(percents: Sequence[Cell]) -> bool:
    made = sum((cell.value for cell in percents), Decimal())
    return abs(made - 100) <= FROM_ADDING


def shares(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """A percentage beside a count of its row, which is that share of the count's column or its
    total.
    """
    columns = by_column(cells)
    for counts in columns:
        wholes = [*(cell for cell in counts if is_total(cell)), counts[-1], counts[0]]
        by_number = {cell.row: cell for cell in counts if not cell.is_percent}
        for percents in columns:
            pairs = [(each, by_number.get(each.row)) for each in percents if each.is_percent]
            yield from best_whole(pairs, wholes, counts)


def best_whole(
    pairs: Sequence[tuple[Cell, Cell | None]], wholes: Sequence[Cell], counts: Sequence[Cell]
) -> Iterator[Proposal]:
    """The shares of the one whole that most of them fit."""
    beside = [(percent, part) for percent, part in pairs if part is not None]
    if len(beside) < FEWEST_PARTS:
        return
    fitting = [[pair for pair in beside if is_share(*pair, whole.value)] for whole in wholes]
    fits, whole = max(zip(fitting, wholes, strict=True), key=lambda found: len(found[0]))
    if len(fits) * 2 > len(beside):
        for percent, part in beside:
            yield Proposal("share", percent, (part, whole))
        return
    made = sum((cell.value for cell in counts if not cell.is_percent), Decimal())
    if sum(is_share(*pair, made) for pair in beside) * 2 > len(beside):
        parts = tuple(cell for cell in counts if not cell.is_percent)
        for percent, part in beside:
            yield Proposal("share", percent, (part, *(cell for cell in parts if cell != part)))


def is_share(percent: Cell, part: Cell, whole: Decimal) -> bool:
    return bool(whole) and abs(100 * part.value / whole - percent.value) <= ROUNDING


def between(grids: Mapping[str, Sequence[Cell]]) -> Iterator[Proposal]:
    """Shares in a table whose counts stand in the table before it, cell by cell."""
    tables = [cells for name, cells in grids.items() if name != "prose" and cells]
    for one, other in pairwise(tables):
        for counts, percents in ((one, other), (other, one)):
            columns = {column[0].column: column for column in by_column(counts)}
            for column in by_column(percents):
                base = columns.get(column[0].column)
                if base and all(cell.is_percent for cell in column):
                    parts = {cell.label: cell for cell in base}
                    pairs = [(cell, parts.get(cell.label)) for cell in column]
                    wholes = [*(cell for cell in base if is_total(cell)), base[-1]]
                    yield from best_whole(pairs, wholes, base)


def over_tables(grids: Mapping[str, Sequence[Cell]]) -> Iterator[Proposal]:
    """A table whose numbers are the sums of those at the same place in tables of the same shape."""
    alike: dict[tuple[str, ...], list[dict[tuple[str, str], Cell]]] = {}
    for name, cells in grids.items():
        counts = {(cell.label, cell.column): cell for cell in cells if not cell.is_percent}
        shape = tuple(dict.fromkeys(label for label, _ in counts))
        if name != "prose" and len(shape) > FEWEST_PARTS:
            alike.setdefault(shape, []).append(counts)
    for tables in alike.values():
        for whole in tables if len(tables) > FEWEST_PARTS else ():
            yield from sums_of_tables(whole, [each for each in tables if each is not whole])


def sums_of_tables(
    whole: Mapping[tuple[str, str], Cell], others: Sequence[Mapping[tuple[str, str], Cell]]
) -> Iterator[Proposal]:
    """One proposal a cell, if most of the cells are such sums."""
    parts = {
        place: tuple(each[place] for each in others)
        for place in whole
        if all(place in each for each in others)
    }
    right = sum(
        sum((cell.value for cell in cells), Decimal()) == whole[place].value
        for place, cells in parts.items()
    )
    if right * 2 > len(parts):
        yield from (Proposal("total", whole[place], cells) for place, cells in parts.items())


def repeats(cells: Iterator[Cell]) -> Iterator[Proposal]:
    """A number of three signs or more that is printed in two places."""
    seen: dict[str, list[Cell]] = {}
    for cell in cells:
        if len(cell.printed.strip("%£")) >= SHORTEST_REPEAT and cell.value != 100:
            seen.setdefault(str(cell.value), []).append(cell)
    for same in seen.values():
        if 1 < len({(cell.table, cell.line) for cell in same}) <= len(same) <= MOST_REPEATS:
            yield Proposal("same", same[0], tuple(same[1:]))
