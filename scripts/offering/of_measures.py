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
ALWAYS = {"value", "value_as_published", "period_start", "period_end", "period_as_published"}


def files(package: Package) -> Iterator[File]:
    """A file for each measure that has figures, without columns that would be empty. None has a
    title: its page leads to it.
    """
    whole = package.once(flat.figures)
    by_name = {field["name"]: field for field in whole.fields}
    for measure_id, figures in grouped(whole.rows, "measure_id").items():
        columns = [name for name in COLUMNS if name in ALWAYS or any(row[name] for row in figures)]
        rows = [{name: row[name] for name in columns} for row in figures]
        title = package.title("measures", measure_id)
        yield File(
            addresses.measure_csv(measure_id),
            csv_text(columns, rows).encode(),
            what=f"All figures of the measure: {title}.",
            rows=len(rows),
            documents=tuple(dict.fromkeys(row["document_id"] for row in figures)),
            fields=tuple(by_name[name] for name in columns),
            key=("figure_id",),
        )
