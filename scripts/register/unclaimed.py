"""Claims that nobody declared, found by rule: printed totals, shares, rates and costs of one, and
the same number in two places.

They are recomputed like declared claims, so that a claim that was forgotten is still checked.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from scripts.checks.reckoning.members import Named, literal, number_of
from scripts.reading.sources import Document
from scripts.register import nearby
from scripts.register.claims import Claim, Row
from scripts.register.related import Related

BREAKDOWNS = (
    "breakdown_1_dimension",
    "breakdown_1_category",
    "breakdown_2_dimension",
    "breakdown_2_category",
)
SAME = (
    "measure_id",
    "area_id",
    "period_start",
    "period_end",
    "value_kind",
    *BREAKDOWNS,
)
KNOWN = ("value", "value_low", "value_high")
LINE = ("table_id", "line", "area_id", "period_start", "period_end", "value_kind")
ROW = ("table_id", "source_row", "area_id", "period_start", "period_end", *BREAKDOWNS)
Twins = dict[tuple[str, ...], list[Row]]
NOT_APPLICABLE = "z"
COMPARE_ONE_THING = ("same", "approximates")
HELD = {"total": "whole", "share": "percent", "rate": "rate", "unit_cost": "each"}
NOTE = "Found by rule; the document does not say it."


class Known(NamedTuple):
    """What declared claims already check: rule and the figure that is held against the others, and
    the figures said to be the same.
    """

    wholes: set[tuple[str, str]]
    groups: list[set[str]]


def known(declared: list[Claim]) -> Known:
    wholes = {
        (claim.rule, number.fact_id)
        for claim in declared
        for number in claim.named.numbers(HELD.get(claim.rule, ""))
    }
    groups = [ids(claim) for claim in declared if claim.rule in COMPARE_ONE_THING]
    return Known(wholes, groups)


def ids(claim: Claim) -> set[str]:
    return {number.fact_id for number in claim.named.every_number()}


def found(
    document: Document, own: list[Row], twins: Twins, declared: Known, measures: Related
) -> list[Claim]:
    """The claims found among a document's `own` figures, and between them and their `twins` of all
    documents, that none declared makes.
    """
    numbered = [figure for figure in own if figure["value"]]
    claims = [
        *totals(document, own),
        *shares(document, numbered, measures),
        *shares_nearby(document, numbered, measures),
        *parts_nearby(document, numbered, measures),
        *repeats(document, own, twins),
    ]
    new = list(told_apart(claim for claim in claims if not _declared(claim, declared)))
    return list({_held(claim): claim for claim in reversed(new)}.values())[::-1]


def told_apart(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, each with an id of its own: a number that is held against several others has the
    other one in the id of all but the first.
    """
    ids: set[str] = set()
    for claim in claims:
        if claim.rule == "same" and claim.check_id in ids:
            other = claim.named.numbers("figures")[-1].fact_id.replace("/", "-")
            claim = claim._replace(check_id=f"{claim.check_id}-and-{other}")
        ids.add(claim.check_id)
        yield claim


def _held(claim: Claim) -> tuple[str, str]:
    """What is held against something: one percentage is found to be a share once, and one number
    the same as others.
    """
    return claim.rule, claim.check_id if claim.rule == "same" else held(claim)


def held(claim: Claim) -> str:
    """The figure that a claim holds against the others."""
    return claim.named.number(HELD[claim.rule]).fact_id


def _declared(claim: Claim, declared: Known) -> bool:
    if claim.rule == "same":
        return any(ids(claim) <= group for group in declared.groups)
    return (claim.rule, held(claim)) in declared.wholes


def totals(document: Document, figures: list[Row]) -> Iterator[Claim]:
    """A printed total of a column and the other counts of the column; none where a number is
    withheld, since the difference would tell it.
    """
    for (table, column), group in columns(document, figures).items():
        wholes = [figure for figure in group if figure["is_total"] == "yes"]
        parts = [figure for figure in group if figure["is_total"] == "no" and figure["value"]]
        alike = (
            len({figure["measure_id"] for figure in group}) == 1
            and len({figure["breakdown_1_dimension"] for figure in group}) == 1
        )
        complete = all(
            figure["value"] for figure in group if figure["value_marker"] != NOT_APPLICABLE
        )
        if (
            len(wholes) == 1
            and len(parts) > 1
            and alike
            and complete
            and wholes[0]["unit"] != "percent"
        ):
            yield _claim(document, "total", f"{table}-{column}", {"whole": wholes, "parts": parts})


def shares(document: Document, figures: list[Row], measures: Related) -> Iterator[Claim]:
    """A percentage beside a count of its base, where the count's column has a printed total."""
    grouped, percentages = columns(document, figures), by_share(figures)
    for (table, column), group in grouped.items():
        total = [figure for figure in group if figure["is_total"] == "yes"]
        for figure in group if len(total) == 1 else []:
            beside = [
                percent
                for measure_id in measures.shares.get(figure["measure_id"], [])
                for percent in percentages.get((measure_id, *_row(figure)), [])
            ]
            if len(beside) == 1:
                yield _claim(
                    document,
                    "share",
                    f"{table}-{column}-{figure['address_row']}",
                    {"percent": beside, "part": [figure], "whole": total},
                )


def shares_nearby(document: Document, figures: list[Row], measures: Related) -> Iterator[Claim]:
    """A percentage with two counts of its family on its line: the smaller is the part, the larger
    the whole.

    None where more than two counts or more than one percentage could be meant.
    """
    every_share = {measure_id for found in measures.shares.values() for measure_id in found}
    for group in by_line(figures, measures).values():
        percents = [figure for figure in group if figure["measure_id"] in every_share]
        numbers = [figure for figure in group if figure["unit"] == "count"]
        numbers.sort(key=lambda figure: Decimal(figure["value"]))
        if len(percents) == 1 and len(numbers) == 2 and Decimal(numbers[1]["value"]):
            part, whole = numbers
            name = steps(percents[0], document)
            named = {"percent": percents, "part": [part], "whole": [whole]}
            yield _claim(document, "share", name, named)


def parts_nearby(document: Document, figures: list[Row], measures: Related) -> Iterator[Claim]:
    """Shares, rates and costs of one, with their parts in the same table or group of sentences."""
    for one in nearby.found(figures, measures):
        name = steps(one.named[HELD[one.rule]], document)
        named = {word: [row] for word, row in one.named.items()}
        yield _claim(document, one.rule, name, named, one.among)


def by_line(figures: list[Row], measures: Related) -> dict[tuple[str, ...], list[Row]]:
    """Actual figures by the line that they stand on, and by all that a share and its parts have in
    common.
    """
    grouped: dict[tuple[str, ...], list[Row]] = {}
    for figure in figures:
        same = [figure[key] for key in LINE]
        root = measures.root.get(figure["measure_id"], "")
        grouped.setdefault((root, *same), []).append(figure)
    return grouped


def by_share(figures: list[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Figures by measure and by the row of a table that they stand in."""
    grouped: dict[tuple[str, ...], list[Row]] = {}
    for figure in figures:
        grouped.setdefault((figure["measure_id"], *_row(figure)), []).append(figure)
    return grouped


def _row(figure: Row) -> tuple[str, ...]:
    return tuple(figure[key] for key in ROW)


def repeated(figures: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """The figures of all documents of which something is known, with a date, by all that two
    printed numbers of one thing share. A limit and a number of one thing must be able to hold
    together, too.
    """
    twins: dict[tuple[str, ...], list[Row]] = {}
    for figure in figures:
        if any(figure[column] for column in KNOWN) and _dated(figure):
            twins.setdefault(_same(figure), []).append(figure)
    return twins


def repeats(document: Document, own: list[Row], twins: Twins) -> Iterator[Claim]:
    """The same measure, area, period and breakdown, printed in two places; told by the document
    that comes first.
    """
    for same in dict.fromkeys(_same(figure) for figure in own if _dated(figure)):
        every = twins.get(same, [])
        first = [group for group in by_qualifier(every) if group[0]["document_id"] == document.id]
        for group in [*first, *collisions(every, document.id)]:
            yield _claim(document, "same", steps(group[0], document), {"figures": group})


def by_qualifier(figures: list[Row]) -> list[list[Row]]:
    """The numbers that are printed twice or more with the same word before them, or none."""
    found: dict[str, list[Row]] = {}
    for figure in figures:
        if figure["value"]:
            found.setdefault(figure["qualifier"], []).append(figure)
    groups = map(_without_ranges, found.values())
    return [group for group in groups if len(group) > 1]


def collisions(figures: list[Row], document_id: str) -> Iterator[list[Row]]:
    """Two of what may not be one exact number, where no number can be both: over 900, and 850. The
    first of the two is of the document: so each two are looked at once, however many print them.
    """
    alone = _without_ranges(figures)
    said = {_said(figure): figure for figure in alone}
    known = {words: number_of(figure).known for words, figure in said.items()}
    for place, one in enumerate(alone):
        if one["document_id"] == document_id and len(known) > 1:
            for other in alone[place + 1 :]:
                ours, theirs = known[_said(one)], known[_said(other)]
                if not _printed_alike(one, other) and not ours.touches(theirs):
                    yield [one, other]


def _printed_alike(one: Row, other: Row) -> bool:
    """Whether both are numbers with the same word before them, or none."""
    return one["qualifier"] == other["qualifier"] and bool(one["value"] and other["value"])


def _without_ranges(group: list[Row]) -> list[Row]:
    """The figures without those that share a line with another number: they are the ends of a
    range, or a list.
    """
    on_line: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for figure in group:
        on_line.setdefault(_line(figure), set()).add(tuple(figure[column] for column in KNOWN))
    return [figure for figure in group if len(on_line[_line(figure)]) == 1]


def _said(figure: Row) -> tuple[str, ...]:
    """All that is known of a number follows from these."""
    return figure["qualifier"], *(figure[column] for column in KNOWN)


def _line(figure: Row) -> tuple[str, str]:
    return figure["document_id"], figure["line"]


def _same(figure: Row) -> tuple[str, ...]:
    return tuple(figure[key] for key in SAME)


def _dated(figure: Row) -> bool:
    return bool(figure["period_start"])


def columns(document: Document, figures: list[Row]) -> dict[tuple[str, str], list[Row]]:
    """The figures of printed tables by table and column."""
    named = document.tables_by_id
    grouped: dict[tuple[str, str], list[Row]] = {}
    for figure in figures:
        if figure["address_column"]:
            table = named[figure["table_id"]]["name"]
            grouped.setdefault((table, figure["address_column"]), []).append(figure)
    return grouped


def steps(fact: Row, document: Document) -> str:
    """What the id of a claim about a fact of the document is made of."""
    table = document.tables_by_id[fact["table_id"]]["name"]
    return "-".join(filter(None, (table, fact["address_row"], fact["address_column"])))


def _claim(
    document: Document, rule: str, name: str, named: dict[str, list[Row]], among: int = 0
) -> Claim:
    facts = {word: [number_of(row) for row in rows] for word, rows in named.items()}
    facts |= {"among": [literal(among)]} if among else {}
    check_id = f"{document.id}/{rule.replace('_', '-')}/found-{name}"
    return Claim(check_id, document.id, rule, Named(facts), note=NOTE)
