"""The series of figures, one a row: what all figures of one have in common, so that a line may join
them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import periods
from scripts.reading.figures import Figure, series_kind


class Series(NamedTuple):
    """Figures that a line may join: what all of them have in common."""

    series_id: str
    document_id: str
    measure_id: str
    area_id: str
    area_kind: str
    period_kind: str
    expected: str
    breakdown_1_dimension: str
    breakdown_1_category: str
    breakdown_2_dimension: str
    breakdown_2_category: str


def rows(figures: Iterable[Figure], vocabulary: Vocabulary) -> list[Series]:
    """The series in the order of their first figures."""
    own: dict[str, list[Figure]] = {}
    for figure in figures:
        own.setdefault(figure.series_id, []).append(figure)
    return [row(each, vocabulary) for each in own.values()]


def row(figures: list[Figure], vocabulary: Vocabulary) -> Series:
    """One series. A breakdown stands in it if all have it: the totals of two breakdowns are one
    series.
    """
    figure, broken_down = figures[0], {breakdowns(each) for each in figures}
    return Series(
        figure.series_id,
        figure.document_id,
        figure.measure_id,
        figure.area_id,
        kind_of_area(figure, vocabulary),
        periods.comparable(
            figure.period_kind, figure.period_months, figure.period_start, figure.period_end
        ),
        series_kind(figure.value_kind, vocabulary),
        *(broken_down.pop() if len(broken_down) == 1 else ("",) * 4),
    )


def breakdowns(figure: Figure) -> tuple[str, str, str, str]:
    return (
        figure.breakdown_1_dimension,
        figure.breakdown_1_category,
        figure.breakdown_2_dimension,
        figure.breakdown_2_category,
    )


def kind_of_area(figure: Figure, vocabulary: Vocabulary) -> str:
    """The level of official statistics; of an area without one, its type."""
    area = vocabulary["areas"].get(figure.area_id, {})
    return figure.geographic_level or area.get("area_type", "")
