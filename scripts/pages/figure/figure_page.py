"""Every figure in full, one page a table: value, as printed, where, meaning, period, checks, the
same measure elsewhere.
"""

from collections.abc import Iterator
from typing import Any

from scripts.model.package import Package
from scripts.offering import citation
from scripts.pages import addresses, beside, check_sentences, comparability, sums, words
from scripts.pages.check import check_page
from scripts.pages.rendering import Page, page

SHOWN_ELSEWHERE = 6


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    return list(dict.fromkeys(addresses.figures(row["table_id"]) for row in package["figures"]))


def pages(package: Package) -> Iterator[Page]:
    for table in package["tables"]:
        rows = package.group("figures", "table_id", table["table_id"])
        document = package.term("documents", table["document_id"])
        if rows:
            title = f"Figures: {table['title']}"
            description = (
                f"Each figure of this table in full. {table['locator']} of: {document['title']}"
            )
            found = [facts(row, package) for row in rows]
            lead, more = words.first_sentence(table["description"])
            yield page(
                "figure/figures.html",
                addresses.figures(table["table_id"]),
                title,
                description,
                package,
                found=False,
                table=table,
                document=document,
                figures=found,
                lead=lead,
                more_about_it=more,
                comparability=comparability,
            )


def facts(figure: dict[str, str], package: Package) -> dict[str, Any]:
    """All that is said about one figure."""
    return {
        "row": figure,
        "anchor": addresses.anchor(figure),
        "name": words.figure_name(figure, package),
        "value": words.value(figure, package),
        "measure": package.term("measures", figure["measure_id"]),
        "breakdowns": words.breakdowns(figure, package),
        "qualifier": package.terms["qualifiers"].get(figure["qualifier"]),
        "kind": kind(figure, package),
        "limits": words.limits(figure, package),
        "flags": [package.term("flags", flag) for flag in package.flags(figure)],
        "checks": said_apart(
            differing_first(package.checks_of.get(figure["figure_id"], [])), package
        ),
        "not_recomputed": [
            (claim, check_sentences.WHY_NOT[claim["reason"]])
            for claim in package.not_recomputed_of.get(figure["figure_id"], [])
        ],
        "elsewhere": elsewhere(figure, package),
        "lookalikes": comparability.lookalikes(figure, package),
        "official": beside.of_figure(figure["figure_id"], package),
        "cite": cited(figure, package),
    }


def kind(figure: dict[str, str], package: Package) -> dict[str, Any] | None:
    """What kind of number it is, where it isn't an actual one."""
    actual = figure["value_kind"] in ("", "actual")
    return None if actual else package.term("value_kinds", figure["value_kind"])


def said_apart(found: list[dict[str, Any]], package: Package) -> list[tuple[dict[str, Any], str]]:
    """Each check with what it says; where another says the same, with what it is about, so that no
    two links read alike.
    """
    said = [check_sentences.sentence(check, package) for check in found]
    return [
        (
            check,
            f"{sums.lay_out(check, package).subject}. {sentence}"
            if said.count(sentence) > 1
            else sentence,
        )
        for check, sentence in zip(found, said, strict=True)
    ]


def differing_first(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    return sorted(found, key=lambda check: list(check_page.VERDICTS).index(check["verdict"]))


def elsewhere(
    figure: dict[str, str], package: Package
) -> list[tuple[dict[str, Any], comparability.Verdict]]:
    """Figures of the same measure and breakdown in other tables, with whether they may be compared;
    those that may come first.
    """
    group = comparability.categories(figure)
    others = [
        (other, comparability.verdict(figure, other, package))
        for other in package.group("figures", "measure_id", figure["measure_id"])
        if other["table_id"] != figure["table_id"] and comparability.categories(other) == group
    ]
    return sorted(others, key=lambda other: comparability.ORDER.index(other[1].may))[
        :SHOWN_ELSEWHERE
    ]


def cited(figure: dict[str, str], package: Package) -> citation.Lines:
    """How to cite the figure: its publisher's document, at this figure's own address."""
    document = package.term("documents", figure["document_id"])
    return citation.lines(
        citation.figure_of(
            package,
            figure,
            document,
            package.title("measures", figure["measure_id"]),
        )
    )
