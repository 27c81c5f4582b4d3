"""CSV files of the site that follow from the package: by table, by topic, flat, and flat with open licences only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.model.package import Package
from scripts.offering import flat, urls
from scripts.offering.resources import Resource, made
from scripts.offering.reuse import open_documents

KINDS = {"figures": "figure_id", "answers": "answer_id"}


def resources(package: Package) -> Iterator[Resource]:
    """All of them: the flat files first, then one a topic, then one a table."""
    figures, answers = package.once(flat.figures), package.once(flat.answers)
    yield from (figures, answers)
    yield from _open(package, figures)
    yield from by_topic(package, figures, answers)
    yield from by_table(package)


def by_table(package: Package) -> Iterator[Resource]:
    """data/by-table/<document>/<table>.csv: the tidy figures of a table; <table>-answers.csv its answers."""
    rows = {kind: _grouped(flat.with_terms(package, package[kind]), "table_id") for kind in KINDS}
    for table in package["tables"]:
        for kind in (kind for kind in KINDS if table["table_id"] in rows[kind]):
            path = urls.table_csv(table["table_id"], kind)
            what = f"The {kind} of the table, tidy: {table['locator']}."
            fields, own = [*package.fields(kind), *flat.TERMS], rows[kind][table["table_id"]]
            yield made(path, table["title"], what, fields, own, (KINDS[kind],))._replace(
                document_id=table["document_id"], table_id=table["table_id"]
            )


def by_topic(package: Package, figures: Resource, answers: Resource) -> Iterator[Resource]:
    """data/by-topic/<topic>.csv: the flat figures of a topic; <topic>-answers.csv its answers."""
    topics = package.terms["topics"]
    for resource, ending, noun in ((figures, "", "figures"), (answers, "-answers", "answers")):
        for topic, rows in _grouped(resource.rows, "topic_id").items():
            title = topics[topic]["title"] if topic else "No topic"
            what = f"All {noun} on the topic, every name filled in."
            path = f"data/by-topic/{topic or 'none'}{ending}.csv"
            yield made(
                path, f"{title}: {noun}", what, resource.fields, rows, resource.key
            )._replace(topic_id=topic)


def _open(package: Package, figures: Resource) -> Iterator[Resource]:
    wanted = set(open_documents(package))
    rows = [row for row in figures.rows if row["document_id"] in wanted]
    what = "Figures of the documents that offer their information under an open licence, every name filled in."
    yield made(
        "data/flat/figures-open-licence.csv",
        "Figures under an open licence",
        what,
        figures.fields,
        rows,
        figures.key,
    )


def _grouped(rows: Iterable[dict], column: str) -> dict[str, list[dict]]:
    groups = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)
