"""Claims that nobody declared, found by rule: printed totals, percentages of them, and the same number in two places.

They are computed like declared claims, so that a claim that was forgotten is still checked.
"""

from collections.abc import Iterator

from scripts.dataset.claims import Claim, Index
from scripts.dataset.sources import Document

BREAKDOWNS = ("breakdown_1_dimension", "breakdown_1_category", "breakdown_2_dimension", "breakdown_2_category")
SAME = ("measure_id", "area_id", "period_start", "period_end", "qualifier", *BREAKDOWNS)
NOTE = "Found by rule; the document does not say it."


def found(document: Document, index: Index, declared: list[Claim]) -> list[Claim]:
    """The claims found in a document that none of the declared ones makes."""
    figures = [fact for fact in index.facts.values() if "figure_id" in fact and fact["value"]]
    own = [figure for figure in figures if figure["document_id"] == document.id]
    known = {(claim.rule, whole["figure_id"]) for claim in declared for word in ("whole", "percent") for whole in claim.named.get(word, []) if "figure_id" in whole}
    together = [{fact["figure_id"] for fact in claim.named["figures"]} for claim in declared if claim.rule == "same"]
    claims = [*totals(document, own), *shares(document, own), *repeats(document, own, figures)]
    return [claim for claim in claims if not _declared(claim, known, together)]


def _declared(claim: Claim, known: set[tuple[str, str]], together: list[set[str]]) -> bool:
    if claim.rule == "same":
        named = {fact["figure_id"] for fact in claim.named["figures"]}
        return any(named <= group for group in together)
    whole = claim.named["percent" if claim.rule == "share" else "whole"][0]
    return (claim.rule, whole["figure_id"]) in known


def totals(document: Document, figures: list[dict]) -> Iterator[Claim]:
    """A printed total of a column and the other counts of the column."""
    for (table, column), group in columns(figures).items():
        wholes = [figure for figure in group if figure["is_total"] == "yes"]
        parts = [figure for figure in group if figure["is_total"] == "no"]
        alike = len({figure["measure_id"] for figure in group}) == 1 and len({figure["breakdown_1_dimension"] for figure in group}) == 1
        if len(wholes) == 1 and len(parts) > 1 and alike and wholes[0]["unit"] != "percent":
            yield _claim(document, "total", f"{table}-{column}", {"whole": wholes, "parts": parts})


def shares(document: Document, figures: list[dict]) -> Iterator[Claim]:
    """A percentage beside a count, where the count's column has a printed total: `x_percent` beside `x`."""
    grouped = columns(figures)
    for (table, column), group in grouped.items():
        total = [figure for figure in group if figure["is_total"] == "yes"]
        for figure in group if len(total) == 1 else []:
            beside = [other for other in figures if _is_share_of(other, figure)]
            if len(beside) == 1:
                row = figure["figure_id"].split("/")[2]
                yield _claim(document, "share", f"{table}-{column}-{row}", {"percent": beside, "part": [figure], "whole": total})


def _is_share_of(percent: dict, count: dict) -> bool:
    same = ("table_id", "source_row", "area_id", "period_start", "period_end", *BREAKDOWNS)
    return percent["measure_id"] == f"{count['measure_id']}_percent" and all(percent[key] == count[key] for key in same)


def repeats(document: Document, own: list[dict], figures: list[dict]) -> Iterator[Claim]:
    """The same measure, area, period and breakdown, printed in two places: first here, then anywhere."""
    places: dict[tuple, list[dict]] = {}
    for figure in figures:
        if figure["period_start"] and "period_not_stated" not in figure["quality_flags"]:
            places.setdefault(tuple(figure[key] for key in SAME), []).append(figure)
    for group in places.values():
        if len(group) > 1 and group[0]["document_id"] == document.id:
            steps = group[0]["figure_id"].split("/")[1:]
            yield _claim(document, "same", "-".join(steps), {"figures": group})


def columns(figures: list[dict]) -> dict[tuple[str, str], list[dict]]:
    """The figures of printed tables by table and column."""
    grouped: dict[tuple[str, str], list[dict]] = {}
    for figure in figures:
        steps = figure["figure_id"].split("/")
        if len(steps) == 4:
            grouped.setdefault((steps[1], steps[3]), []).append(figure)
    return grouped


def _claim(document: Document, rule: str, name: str, named: dict[str, list[dict]]) -> Claim:
    return Claim(f"{document.id}/{rule}/found-{name}", document.id, rule, named, {"note": NOTE})
