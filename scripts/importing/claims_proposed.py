"""Claims that a draft's numbers seem to make: a total of a column or row, shares of a total, shares
that make 100, repeats.

Nothing is taken over by itself: a person reads the list and declares what the document says.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, permutations
from typing import NamedTuple

from scripts.importing import claims_in_sentences, claims_of_a_line, claims_of_marks
from scripts.importing.cells import SENTENCES, Cell, cells_of, unclear

FROM_ADDING = Decimal("1.01")  # how far from 100 rounded percentages can add up to
NEARLY_WHOLE = 5  # a fifth off is near
FEWEST_PARTS, SHORTEST_REPEAT, MOST_REPEATS = 2, 3, 6
TOTAL_WORDS, ALL_WORDS = ("total", "overall", "sum", "altogether"), ("all", "all ages", "everyone")


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


def proposed(tables: Tables, beside: Mapping[str, str] | None = None) -> list[Proposal]:
    """All proposals, in the order of the tables; the same numbers are proposed once for a rule.
    `beside` are the words round each number in a sentence, by its row from 1.
    """
    grids = {name: list(cells_of(name, *table)) for name, table in tables.items()}
    found: list[Proposal] = []
    for name, cells in grids.items():
        if name != SENTENCES:
            every = [*cells, *unclear(name, *tables[name], cells)]
            found += [*of_columns(cells), *of_rows(cells), *shares(cells), *ratios(every)]
            of_marks = claims_of_marks.found(*tables[name], every)
            found += [Proposal(rule, cell, ()) for rule, cell in of_marks]
    found += between(grids)
    found += over_tables(grids)
    found += repeats(cell for cells in grids.values() for cell in cells)
    said = [
        *claims_in_sentences.found(grids.get(SENTENCES, []), beside or {}),
        *claims_in_sentences.sums_of_columns(grids),
        *claims_in_sentences.no_more_than(grids),
        *claims_of_a_line.parts_of(grids.get(SENTENCES, []), beside or {}),
        *claims_of_a_line.possible_shares(grids),
    ]
    found += [Proposal(*each) for each in said]
    return list({(each.rule, each.whole, frozenset(each.parts)): each for each in found}.values())


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
    yield from sums_of_runs(cells)


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
        near = whole in named and (
            is_last_of(cells, whole) or differs <= max(Decimal(2), whole.value / 50)
        )
        if made and (not differs or near or (is_last and differs <= 2)):
            hundred = whole.is_percent
            yield Proposal("shares_add_up" if hundred else "total", whole, parts)


def is_last_of(cells: Sequence[Cell], whole: Cell) -> bool:
    """Whether a total stands at the end of others: it says so, whether they make it or not."""
    return whole == cells[-1] and not is_total(cells[0])


def sums_of_runs(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """In each row, a named total of those right before it only, such as the months of one year, if
    they make it in most rows. Others stand before these: are they of the time that the total is of?
    """
    rows = by_row([cell for cell in cells if not cell.is_percent])
    runs: dict[tuple[str, str], list[Proposal]] = {}
    held: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for place, whole in enumerate(row):
            for first in range(1, place - 1) if is_total(whole) else ():
                parts = tuple(row[first:place])
                run = parts[0].column, whole.column
                runs.setdefault(run, []).append(Proposal("total", whole, parts))
                held[run] += sum((part.value for part in parts), Decimal()) == whole.value
    before = {cell: row[0] for row in rows for cell in row}
    for run, proposals in runs.items():
        if held[run] * 2 > len(proposals):
            yield from proposals
            for _, whole, parts in proposals:
                yield Proposal("periods_match", whole, (before[whole], parts[-1]))


def ratios(cells: Sequence[Cell]) -> Iterator[Proposal]:
    """Percentages and costs of one that two other columns, or rows, make place by place."""
    for vectors in (by_column(cells), by_row(cells)):
        across = vectors and vectors[0][0].column == vectors[0][-1].column
        placed = [
            {(cell.row if across else cell.column): cell for cell in each} for each in vectors
        ]
        for made in placed:
            yield from best_ratio(made, [each for each in placed if each is not made])


Placed = Mapping[int | str, Cell]
Three = tuple[Cell, Cell, Cell]


def best_ratio(made: Placed, others: Sequence[Placed]) -> Iterator[Proposal]:
    """The pair of lines that makes most of these numbers, if it makes more than half of those that
    are clear. Then it should make the others too.
    """
    first = first_of(made)
    rule, holds = ("share", is_ratio) if first.is_percent else ("unit_cost", is_cost)
    if not (first.is_percent or first.is_money):
        return
    counts = [each for each in others if not first_of(each).is_percent]
    best: list[Three] = []
    most = 0
    for part, whole in permutations(counts, 2):
        there = [place for place in made if place in part and place in whole]
        threes = [(made[place], part[place], whole[place]) for place in there]
        clear = [three for three in threes if all(cell.is_clear for cell in three)]
        fitting = sum(holds(*three) for three in clear)
        if fitting * 2 > len(clear) > most:
            best, most = threes, len(clear)
    if best:
        yield from (Proposal(rule, cell, (part, whole)) for cell, part, whole in best)
    else:
        yield from of_sum(*(only_clear(each) for each in (made, *counts)))


def first_of(line: Placed) -> Cell:
    """The first clear number of a line, or the first of all where none is."""
    return next((cell for cell in line.values() if cell.is_clear), next(iter(line.values())))


def only_clear(line: Placed) -> Placed:
    return {place: cell for place, cell in line.items() if cell.is_clear}


def is_ratio(percent: Cell, part: Cell, whole: Cell) -> bool:
    return is_share(percent, part, whole.value)


def is_cost(cost: Cell, money: Cell, number: Cell) -> bool:
    kinds = cost.is_money and money.is_money and not number.is_money
    return kinds and bool(number.value) and money.value / number.value == cost.value


def of_sum(made: Placed, *counts: Placed) -> Iterator[Proposal]:
    """Percentages of one line in the sum of all lines that are no total."""
    parts = [each for each in counts if each and not is_total(first_of(each))]
    for part in parts if len(parts) > FEWEST_PARTS else ():
        there = [place for place in made if all(place in each for each in parts)]
        sums = {place: sum((each[place].value for each in parts), Decimal()) for place in there}
        fitting = sum(is_share(made[place], part[place], sums[place]) for place in there)
        if made and first_of(made).is_percent and fitting * 2 > len(there):
            for place in there:
                yield Proposal("share", made[place], tuple(each[place] for each in parts))


def is_total(cell: Cell) -> bool:
    label, column = cell.label.lower().strip(" :*"), cell.column.replace("_", " ")
    return label.startswith(TOTAL_WORDS) or column in TOTAL_WORDS or label in ALL_WORDS


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
    return bool(whole) and abs(100 * part.value / whole - percent.value) <= percent.rounding


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
        counts = {(plain(cell.label), cell.column): cell for cell in cells if not cell.is_percent}
        shape = tuple(dict.fromkeys(label for label, _ in counts))
        if name != "prose" and len(shape) > FEWEST_PARTS:
            alike.setdefault(shape, []).append(counts)
    for tables in alike.values():
        for whole in tables if len(tables) > FEWEST_PARTS else ():
            yield from sums_of_tables(whole, [each for each in tables if each is not whole])


def plain(label: str) -> str:
    """A label without the signs and spaces that differ from table to table."""
    return "".join(filter(str.isalnum, label.lower()))


def sums_of_tables(
    whole: Mapping[tuple[str, str], Cell], others: Sequence[Mapping[tuple[str, str], Cell]]
) -> Iterator[Proposal]:
    """One proposal a cell, if most of the cells are such sums, or the whole table seems to be."""
    parts = {
        place: tuple(each[place] for each in others)
        for place in whole
        if all(place in each for each in others)
    }
    made = {place: sum((cell.value for cell in cells), Decimal()) for place, cells in parts.items()}
    right = sum(made[place] == whole[place].value for place in parts)
    if right * 2 > len(parts) or seems_whole(whole, parts, made):
        yield from (Proposal("total", whole[place], cells) for place, cells in parts.items())


def seems_whole(
    whole: Mapping[tuple[str, str], Cell],
    parts: Mapping[tuple[str, str], tuple[Cell, ...]],
    made: Mapping[tuple[str, str], Decimal],
) -> bool:
    """Whether no part is larger than its whole, and together they are near it: a person looks why
    they differ.
    """
    printed = sum((whole[place].value for place in parts), Decimal())
    never_more = all(part.value <= whole[place].value for place in parts for part in parts[place])
    return never_more and abs(sum(made.values(), Decimal()) - printed) * NEARLY_WHOLE <= printed


def repeats(cells: Iterator[Cell]) -> Iterator[Proposal]:
    """A number of three signs or more that is printed in two places."""
    seen: dict[str, list[Cell]] = {}
    for cell in cells:
        if len(cell.printed.strip("%£")) >= SHORTEST_REPEAT and cell.value != 100:
            seen.setdefault(str(cell.value), []).append(cell)
    for same in seen.values():
        if 1 < len({(cell.table, cell.line) for cell in same}) <= len(same) <= MOST_REPEATS:
            yield Proposal("same", same[0], tuple(same[1:]))
