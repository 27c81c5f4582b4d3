"""CSV files of the site that follow from the package: by table, by topic, flat, and flat with open
licences only.
"""

from collections.abc import Iterator

from scripts.model.package import Field, Package, Row, grouped
from scripts.offering import flat, urls
from scripts.offering.offered import TABLE, TOPIC, WHOLE, Format
from scripts.offering.resources import File, Resource, made, narrowed, without_empty_columns
from scripts.offering.reuse import open_documents

KINDS = {"figures": "figure_id", "answers": "answer_id"}
EXTRA: dict[str, list[Field]] = {"figures": [flat.FLAGS], "answers": []}
# what these say is the same for every row of a table or a measure: flat files and pages have it
OF_MANY_ROWS = {
    "table_description",
    "measure_definition",
    "measure_comparability",
    "question_definition",
}


def files(package: Package) -> Iterator[File]:
    """All of them: the flat files first, then one a topic, then one a table."""
    figures, answers = package.once(flat.figures), package.once(flat.answers)
    yield from (figures.file, answers.file)
    yield open_figures(package, figures).file._replace(section="open")
    for cut in [*by_topic(package, figures, answers), *by_table(package)]:
        yield without_empty_columns(cut).file


def by_table(package: Package) -> Iterator[Resource]:
    """data/by-table/<document>/<table>.csv: the tidy figures of a table; <table>-answers.csv its
    answers.
    """
    rows = {kind: grouped(flat.with_terms(package, package[kind]), "table_id") for kind in KINDS}
    for table in package["tables"]:
        for kind in (kind for kind in KINDS if table["table_id"] in rows[kind]):
            path = urls.table_csv(table["table_id"], kind)
            what = f"The {kind} of the table, tidy: {table['locator']}."
            own = [row | extra(row, package) for row in rows[kind][table["table_id"]]]
            fields = [*package.fields(kind), *EXTRA[kind], *flat.TERMS]
            yield made(path, table["title"], what, fields, own, (KINDS[kind],))._replace(
                document_id=table["document_id"], table_id=table["table_id"]
            )


def extra(row: Row, package: Package) -> Row:
    """What a figure's row has more than its columns in the package: the names of its flags."""
    return {flat.FLAGS["name"]: flat.flags_of(row, package)} if "figure_id" in row else {}


def by_topic(package: Package, figures: Resource, answers: Resource) -> Iterator[Resource]:
    """data/by-topic/<topic>.csv: the flat figures of a topic; <topic>-answers.csv its answers.
    Without texts that hold for many rows.
    """
    topics = package.terms["topics"]
    for resource, ending, noun in ((figures, "", "figures"), (answers, "-answers", "answers")):
        fields = [field for field in resource.fields if field["name"] not in OF_MANY_ROWS]
        for topic, rows in grouped(resource.rows, "topic_id").items():
            title = topics[topic]["title"] if topic else "No topic"
            what = f"All {noun} on the topic, every name filled in."
            path = f"data/by-topic/{topic or 'none'}{ending}.csv"
            cut = made(path, f"{title}: {noun}", what, resource.fields, rows, resource.key)
            yield narrowed(cut._replace(topic_id=topic), fields)


def open_figures(package: Package, figures: Resource) -> Resource:
    wanted = set(open_documents(package))
    rows = [row for row in figures.rows if row["document_id"] in wanted]
    what = (
        "Figures of the documents that offer their information under an open licence, every name "
        "filled in."
    )
    return made(
        "data/flat/figures-open-licence.csv",
        "Figures under an open licence",
        what,
        figures.fields,
        rows,
        figures.key,
    )


FORMAT = Format(
    label="CSV",
    suffix=".csv",
    media_type="text/csv",
    purpose="For spreadsheets and everything else: one row a fact.",
    scope=(WHOLE, TOPIC, TABLE),
    file_type="CSV",
    files=files,
)
