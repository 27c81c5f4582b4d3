"""measures/<measure>.csv: the figures of each measure, beside its page, in the columns that people
read.
"""

from collections.abc import Iterator

from scripts.model.package import Package, grouped
from scripts.offering import flat
from scripts.offering.resources import File, made, narrowed, without_empty_columns
from scripts.pages import addresses

COLUMNS = (
    "figure_id",
    "area_title",
    "breakdown_1_category_title",
    "breakdown_2_category_title",
    "value",
    "unit_title",
    "value_as_published",
    "qualifier_title",
    "value_marker_title",
    "value_kind",
    "period_start",
    "period_end",
    "period_as_published",
    "quality_flags_titles",
    "document_title",
    "locator",
    "line",
    "licence_id",
    "attribution",
    "address",
)


def files(package: Package) -> Iterator[File]:
    """A file for each measure that has figures, without columns that would be empty. None has a
    title: its page leads to it.
    """
    whole = package.once(flat.figures)
    by_name = {field["name"]: field for field in whole.fields}
    fields = [by_name[name] for name in COLUMNS]
    for measure_id, figures in grouped(whole.rows, "measure_id").items():
        what = f"All figures of the measure: {package.title('measures', measure_id)}."
        path = addresses.measure_csv(measure_id)
        cut = made(path, "", what, whole.fields, figures, whole.key)
        yield without_empty_columns(narrowed(cut, fields)).file
