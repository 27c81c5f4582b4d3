"""The register of checks, and a page a document with every check laid out as the sum that it is."""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.website import addresses, words
from scripts.website.package import Package
from scripts.website.pages import Page, page

ORDER = ("discrepancy", "caveat", "rounding", "holds")
VERDICTS = {"discrepancy": "Differs", "caveat": "Differs, with a reason in the document", "rounding": "Rounding", "holds": "Holds"}
# how a rule's parts read when they are written one below the other
SIGNS = {
    "total": {"parts": "+", "whole": "="},
    "shares_add_up": {"parts": "+", "whole": "="},
    "share": {"part": "", "whole": "÷", "percent": "="},
    "unit_cost": {"each": "", "number": "×", "total": "="},
    "difference": {"from": "", "less": "−", "result": "="},
    "change": {"from": "from", "to": "to", "percent": "="},
    "average": {"total": "", "number": "÷", "average": "="},
    "same": {"figures": "="},
    "at_most": {"part": "", "whole": "≤"},
    "approximates": {"exact": "", "about": "≈"},
    "count_of": {"figure": "="},
}


class Part(NamedTuple):
    """One figure of a sum, with the sign before it."""

    sign: str
    figure: dict


def pages(package: Package) -> Iterator[Page]:
    rows = sorted(package["checks"], key=lambda row: ORDER.index(row["verdict"]))
    amounts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in ORDER}
    yield page("checks.html", addresses.CHECKS, "Checks", "Every sum and statement that was recomputed, and what came out.", package, checks=rows, amounts=amounts, verdicts=VERDICTS)
    for document in package["documents"]:
        found = [facts(row, package) for row in rows if row["document_id"] == document["document_id"]]
        if found:
            title = f"Checks: {document['title']}"
            yield page("document_checks.html", addresses.checks(document["document_id"]), title, f"Every sum and statement recomputed for this document. {document['title']}", package,
                       found=False, document=document, checks=found, verdicts=VERDICTS)  # fmt: skip


def facts(check: dict, package: Package) -> dict:
    return {
        "row": check,
        "anchor": addresses.check_anchor(check["check_id"]),
        "name": name(check),
        "rule": package.term("check_rules", check["rule"]),
        "parts": parts(check, package),
        "class": package.title("discrepancy_classes", check["class"]),
    }


def name(check: dict) -> str:
    """The claim's id in words: the parts of the check's id after document and rule."""
    return words.plain(" · ".join(check["check_id"].split("/")[2:]))


def parts(check: dict, package: Package) -> list[Part]:
    """The figures of a check in the order in which its rule is read, each with its sign; the first needs none."""
    named = [part.partition("=")[::2] for part in check["figures"].split()]
    signs = SIGNS.get(check["rule"], {})
    roles = [*signs, *(role for role, _ in named if role not in signs)]
    found = [Part(signs.get(role, ""), package.term("figures", figure_id)) for wanted in dict.fromkeys(roles) for role, figure_id in named if role == wanted]
    return [Part("" if not place and part.sign in ("+", "=") else part.sign, part.figure) for place, part in enumerate(found)]
