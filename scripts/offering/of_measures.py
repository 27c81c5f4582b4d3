"""measures/<measure>.csv: the figures of each measure, beside its page, in the columns that people
read.
"""

from collections.abc import Iterator

from scripts.model.files import csv_text
from scripts.model.package import Package, grouped
from scripts.offering import flat
from scripts.offering.resources import File
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
    """A file for each measure that has figures. None has a title: its page leads to it."""
    whole = package.once(flat.figures)
    by_name = {field["name"]: field for field in whole.fields}
    fields = tuple(by_name[name] for name in COLUMNS)
    for measure_id, figures in grouped(whole.rows, "measure_id").items():
        rows = [{name: row[name] for name in COLUMNS} for row in figures]
        title = package.title("measures", measure_id)
        yield File(
            addresses.measure_csv(measure_id),
            csv_text(list(COLUMNS), rows).encode(),
            what=f"All figures of the measure: {title}.",
            rows=len(rows),
            documents=tuple(dict.fromkeys(row["document_id"] for row in figures)),
            fields=fields,
            key=("figure_id",),
        )
