"""Our figures beside official statistics: the register of agreement, a page for each area, the
mapping, and why they differ.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.package import Package
from scripts.pages import addresses, beside, words
from scripts.pages.beside import Agreement, Pair, Row, Series
from scripts.pages.rendering import Page, page

DESCRIPTION = (
    "Where official statistics have a number for what the documents here print: both, the "
    "difference, and why they may differ."
)


class Compared(NamedTuple):
    """A figure of ours with its row of the register, and in which area it is."""

    figure: Row
    name: str
    value: str
    area: Row
    document: str
    agreement: Agreement
    pairs: list[Pair]


class Claim(NamedTuple):
    """A statement of a document, what the official series says to it, and the years looked at."""

    answer: Row
    verdict: Row
    said: str
    reason: Row
    mapping: Row
    years: list[Row]


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    if not beside.is_there(package):
        return []
    areas = (row["area_id"] for row in beside.areas_by_code(package).values())
    others = [addresses.OFFICIAL, addresses.OFFICIAL_WHY, addresses.OFFICIAL_MAPPING]
    return [*others, *map(addresses.official_area, areas)]


def pages(package: Package) -> Iterator[Page]:
    if not beside.is_there(package):
        return
    found = register(package)
    yield page(
        "official/register.html",
        addresses.OFFICIAL,
        "Beside the official statistics",
        DESCRIPTION,
        package,
        totals=beside.totals(package),
        compared=found,
        by_area=by_area(found, package),
        counts=counts(package),
    )
    areas = list(beside.areas_by_code(package).values())
    for area in areas:
        yield area_page(area, [each for each in found if each.area == area], package)
    yield page(
        "official/why.html",
        addresses.OFFICIAL_WHY,
        "Why don't these match the official statistics?",
        "Real pairs of numbers, and what makes them differ.",
        package,
        why=why(found, package),
        others=[(area, only_context(area, package)) for area in areas],
    )
    yield page(
        "official/mapping.html",
        addresses.OFFICIAL_MAPPING,
        "What is matched with what, and why",
        (
            "Each official series, what it counts, how alike it is to our figures, and where it "
            "comes from."
        ),
        package,
        official=beside.read(package),
        publications=publications(package),
    )


def area_page(area: Row, found: list[Compared], package: Package) -> Page:
    """The register of one area, its claims, and its official series."""
    differing = [each for each in found if differs(each)]
    return page(
        "official/area.html",
        addresses.official_area(area["area_id"]),
        f"{area['title']} beside the official statistics",
        f"Where {area['title']}'s numbers agree with official statistics, and where they differ.",
        package,
        area=area,
        differing=differing,
        rest=[each for each in found if each not in differing],
        others=only_context(area, package),
        claims=claims(area, package),
        compared=beside.COMPARED,
        series=series_by_topic(area, package),
    )


def register(package: Package) -> list[Compared]:
    """Every row of the register of agreement, in the order of our figures."""
    rows = {row["figure_id"] for row in beside.read(package).tables["agreement"]}
    return [
        compared(figure, each, package)
        for figure in package["figures"]
        if figure["figure_id"] in rows
        for each in beside.of_figure(figure["figure_id"], package).agreements
    ]


def compared(figure: Row, agreement: Agreement, package: Package) -> Compared:
    pairs = beside.of_figure(figure["figure_id"], package).pairs
    return Compared(
        figure,
        words.figure_name(figure, package),
        words.value(figure, package),
        package.term("areas", figure["area_id"]),
        words.short_document(figure["document_id"], package),
        agreement,
        [pair for pair in pairs if pair.mapping == agreement.mapping],
    )


def only_context(area: Row, package: Package) -> list[tuple[Row, str, beside.Beside]]:
    """Figures of an area beside which an official number stands that counts something else."""
    official = beside.read(package)
    return [
        (figure, words.figure_name(figure, package), found)
        for figure in package.group("figures", "area_id", area["area_id"])
        if figure["figure_id"] in official.groups["counterparts"]
        and not (found := beside.of_figure(figure["figure_id"], package)).agreements
    ]


def by_area(found: list[Compared], package: Package) -> list[tuple[Row, int, int]]:
    """Each area with how many of its figures are in the register, and how many differ."""
    held = Counter(each.area["area_id"] for each in found)
    differing = Counter(each.area["area_id"] for each in found if differs(each))
    return [
        (area, held[area["area_id"]], differing[area["area_id"]])
        for area in beside.areas_by_code(package).values()
    ]


def differs(each: Compared) -> bool:
    return each.agreement.row["difference"] not in ("", "0")


def counts(package: Package) -> dict[str, int]:
    """How many figures have an official number beside them, and how many have a reason instead."""
    official = beside.read(package)
    return {
        "beside": len({row["figure_id"] for row in official.tables["counterparts"]}),
        "without": len(official.tables["without_counterpart"]),
    }


def claims(area: Row, package: Package) -> list[Claim]:
    """The statements about an area that an official series speaks to."""
    official = beside.read(package)
    return [
        Claim(
            answer,
            row,
            beside.CLAIM_VERDICTS[row["verdict"]],
            official.by_id["reasons"].get(row["reason_id"], {}),
            official.by_id["mapping"][row["mapping_id"]],
            official.groups["claim_years"].get(row["answer_id"], []),
        )
        for row in official.tables["claim_verdicts"]
        if row["mapping_id"]
        and (answer := package.term("answers", row["answer_id"]))["area_id"] == area["area_id"]
    ]


def series_by_topic(area: Row, package: Package) -> list[tuple[Row, list[Series]]]:
    return [
        (topic, found)
        for topic in package["topics"]
        if (found := beside.series(package, topic_id=topic["topic_id"], area=area["area_id"]))
    ]


def why(found: list[Compared], package: Package) -> list[tuple[str, str, list[Compared]]]:
    """Each kind of reason with the pairs that show it: (id, what it is called, pairs)."""
    official = beside.read(package)
    differing = [each for each in found if differs(each)]
    kinds = [("differs", "Both count the same, and the numbers still differ", differing)]
    kinds += [
        (
            reason["reason_id"],
            reason["title"],
            [each for each in found if each.agreement.row["reason_id"] == reason["reason_id"]],
        )
        for reason in official.tables["reasons"]
    ]
    return [kind for kind in kinds if kind[2]]


def publications(package: Package) -> list[tuple[Row, list[tuple[Row, Row]]]]:
    """Each publication with its tables and the copies that were read."""
    official = beside.read(package)
    copies = official.by_id["copies"]
    tables = beside.grouped(official.tables["official_tables"], "publication_id")
    return [
        (row, [(table, copies[table["table_id"]]) for table in tables[row["publication_id"]]])
        for row in official.tables["publications"]
    ]
