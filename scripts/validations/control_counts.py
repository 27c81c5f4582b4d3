"""Control counts: in how many cells of a column each term stands, or is meant; they must stay as
many.

What adds up to nothing, such as areas, limits, kinds of value and marks, is counted as numbers are
added up.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from scripts.model.problems import Problem
from scripts.reading.facts import Facts
from scripts.reading.melting import Field, described_fields
from scripts.validations.refusal import SOUTHMERE, Refusal

CURE = "Read the column again, twice; correct the cell or its meaning, or the count"
REFUSES = [
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"qualifier": {"over": 1}',
        '"qualifier": {"over": 2}',
        "column 'qualifier': 'over' is meant 1 times, the control count is 2",
    ),
    Refusal(
        f"{SOUTHMERE}/prose.csv",
        "600,over,",
        "600,under,",
        "column 'qualifier': 'under' is meant 1 times, the control count is 0",
    ),
    Refusal(
        f"{SOUTHMERE}/datapackage.json",
        '"qualifier": {"over": 1}',
        '"limit": {"over": 1}',
        "column 'limit': has a control count and is not there",
    ),
]


def problems(facts: Facts) -> Iterator[Problem]:
    """Columns in which a term stands more or less often than its control count says."""
    document = facts.document
    for table in document.descriptor["resources"]:
        rows, file = document.rows[table["name"]], document.file(table["name"])
        if not rows:
            continue
        described = {one.name: one for one in described_fields(table, list(rows[0]))}
        for column, expected in table.get("counts", {}).items():
            place = f"column {column!r}"
            if column not in described:
                how = "Correct the column's name in `counts`"
                yield Problem(file, place, "has a control count and is not there", how)
                continue
            for what in _differences(meant(rows, described[column]), expected):
                yield Problem(file, place, what, CURE)


def meant(rows: list[dict[str, str]], field: Field) -> Counter[str]:
    """How many cells of a column stand for each term. Numbers and blank cells count only where the
    column says what they mean.
    """
    told = {**field.means, **field.damaged}
    cells = [row[field.name] for row in rows]
    terms = (told.get(cell, "" if field.holds_values else cell) for cell in cells)
    return Counter(term for term in terms if term)


def _differences(found: Mapping[str, int], expected: Mapping[str, int]) -> Iterator[str]:
    for term in sorted({*found, *expected}):
        times, wanted = found.get(term, 0), expected.get(term, 0)
        if times != wanted:
            yield f"{term!r} is meant {times} times, the control count is {wanted}"
