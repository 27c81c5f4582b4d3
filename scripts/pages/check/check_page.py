"""The register of checks: one page of all of them, one a document with each laid out as the sum it
is, and one a rule.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from scripts.checks.reckoning import verdicts as verdicts_said
from scripts.model.package import Package
from scripts.pages import addresses, check_sentences, sums, words
from scripts.pages.rendering import Page, page

HEADINGS = {verdict.verdict_id: verdict.heading for verdict in verdicts_said.ALL}
COUNTED = {verdict.verdict_id: verdict.counted for verdict in verdicts_said.ALL}
VERDICTS = {verdict.verdict_id: verdict.said.capitalize() for verdict in verdicts_said.ALL}
NEWS = "discrepancy"
HOW_SURE = {
    "shown": "The print itself shows it.",
    "likely": "Likely: several things in the document point to it.",
    "possible": "Possible: this would explain it, but so would other things.",
    "unknown": "We know of no explanation.",
}


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    tables = ("checks", "not_recomputed")
    documents = {row["document_id"] for name in tables for row in package[name]}
    rules = [rule["rule_id"] for rule, _ in by_rule(package)]
    return [
        addresses.CHECKS,
        *map(addresses.checks, sorted(documents)),
        *map(addresses.checks_by_rule, rules),
    ]


def pages(package: Package) -> Iterator[Page]:
    found = [facts(row, package) for row in package["checks"]]
    lead = "Every sum and statement that was recomputed, and what came out."
    yield page(
        "check/checks.html",
        addresses.CHECKS,
        "Checks",
        lead,
        package,
        **layout(found, package),
        documents=by_document(package),
        rules=by_rule(package),
        without=Counter(row["document_id"] for row in package["not_recomputed"]),
        sharing=sharing(package),
    )
    for document in package["documents"]:
        own = [one for one in found if one["row"]["document_id"] == document["document_id"]]
        without = not_recomputed(
            package.group("not_recomputed", "document_id", document["document_id"]), package
        )
        if own or without:
            title = f"Checks: {document['title']}"
            yield page(
                "check/document_checks.html",
                addresses.checks(document["document_id"]),
                title,
                f"{lead} {document['title']}",
                package,
                found=False,
                document=document,
                without=without,
                **layout(own, package),
            )
    for rule, _ in by_rule(package):
        own = [one for one in found if one["rule"] == rule]
        yield page(
            "check/rule_checks.html",
            addresses.checks_by_rule(rule["rule_id"]),
            f"Checks: {rule['title']}",
            rule["definition"],
            package,
            found=False,
            checked=rule,
            **layout(own, package),
        )


def layout(found: list[dict[str, Any]], package: Package) -> dict[str, Any]:
    """The checks in groups by verdict, what differs first; and what they can be filtered by."""
    groups = [
        (verdict, heading, [one for one in found if one["row"]["verdict"] == verdict])
        for verdict, heading in HEADINGS.items()
    ]
    return {
        "groups": [group for group in groups if group[2]],
        "filters": filters(found, package),
        "amount": len(found),
        "verdicts": VERDICTS,
        "counted": COUNTED,
        "causes": told_once(found, package),
        "tell": check_sentences.HOW_TO_TELL,
    }


def told_once(
    found: list[dict[str, Any]], package: Package
) -> list[tuple[dict[str, str], str, list[dict[str, Any]]]]:
    """Each difference once: its cause, how sure that is, and the checks that it breaks."""
    broken: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        if one["row"]["cause_id"]:
            broken.setdefault(one["row"]["cause_id"], []).append(one)
    causes = [(package.term("causes", cause_id), own) for cause_id, own in broken.items()]
    return [(cause, HOW_SURE[cause["certainty"]], own) for cause, own in causes]


def filters(
    found: list[dict[str, Any]], package: Package
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(name, label, options) of each filter that leaves a choice; an option is (value, words with
    the number of checks).
    """
    said: dict[str, tuple[str, Callable[[str], str]]] = {
        "document_id": ("Document", lambda key: words.short_document(key, package)),
        "verdict": ("Verdict", VERDICTS.__getitem__),
        "rule": ("Rule", lambda key: package.title("check_rules", key)),
    }
    counted = {column: Counter(one["row"][column] for one in found) for column in said}
    return [
        (
            column.removesuffix("_id"),
            label,
            [(key, f"{title(key)} ({number:,})") for key, number in counted[column].items()],
        )
        for column, (label, title) in said.items()
        if len(counted[column]) > 1
    ]


def facts(check: dict[str, str], package: Package) -> dict[str, Any]:
    """All that an entry of the register says."""
    laid = sums.lay_out(check, package)
    return {
        "row": check,
        "anchor": addresses.check_anchor(check["check_id"]),
        "rule": package.term("check_rules", check["rule"]),
        "sentence": check_sentences.sentence(check, package),
        "sum": laid,
        "equation": sums.equation(laid),
        "class": package.title("discrepancy_classes", check["class"]),
        "status": check_sentences.status(check),
        "related": related(check, package) if check["verdict"] == NEWS else [],
        "changes": single_changes(check, package),
        "put_right": put_right(check, package),
        "letter": check_sentences.letter(check, laid, package) if check["verdict"] == NEWS else [],
    }


def put_right(check: dict[str, str], package: Package) -> str:
    """What would make the places agree, as its cause says; empty where it has none."""
    return package.term("causes", check["cause_id"])["put_right"] if check["cause_id"] else ""


def not_recomputed(rows: list[dict[str, str]], package: Package) -> list[dict[str, Any]]:
    """What is said of claims that cannot be recomputed: what each is about, its figures, and
    why.
    """
    found = []
    for row in rows:
        named = sums.parts(row, package)
        figures = list(
            {figure["figure_id"]: figure for part in named.values() for figure in part}.values()
        )
        subject = sums.printed(row, named) or figures[0]
        found.append(
            {
                "row": row,
                "anchor": addresses.check_anchor(row["check_id"]),
                "subject": words.figure_name(subject, package),
                "figures": figures,
                "why": check_sentences.WHY_NOT[row["reason"]],
            }
        )
    return found


def related(check: dict[str, str], package: Package) -> list[tuple[dict[str, Any], str, str]]:
    """Other checks that differ and share a figure or an answer with this one, each with its subject
    and sentence: one wrong number can break several.
    """
    others = {
        other["check_id"]: other
        for address in package.taking_part(check)
        for other in package.checks_of[address]
        if other["verdict"] == NEWS and other is not check
    }
    return [
        (other, sums.lay_out(other, package).subject, check_sentences.sentence(other, package))
        for other in others.values()
    ]


def single_changes(
    check: dict[str, str], package: Package
) -> list[tuple[dict[str, Any], str, int]]:
    """Figures which, if they were another number, would make this check and others hold: figure,
    that number in words, how many others.
    """
    found = package.group("single_change_checks", "check_id", check["check_id"])
    return [
        (
            package.term("figures", row["figure_id"]),
            words.number(row["value"]),
            len(mended_with(row, package)) - 1,
        )
        for row in found
    ]


def mended_with(change: dict[str, Any], package: Package) -> list[dict[str, Any]]:
    """All checks that one change mends."""
    rows = package.group("single_change_checks", "figure_id", change["figure_id"])
    return [row for row in rows if row["value"] == change["value"]]


def sharing(package: Package) -> list[list[dict[str, Any]]]:
    """The checks that differ, in groups: those that share a figure or an answer stand together."""
    groups: list[list[dict[str, Any]]] = []
    for check in package["checks"]:
        if check["verdict"] == NEWS:
            ids = {*package.taking_part(check)}
            joined = [
                group
                for group in groups
                if ids & {address for other in group for address in package.taking_part(other)}
            ]
            groups = [group for group in groups if group not in joined] + [
                [other for group in joined for other in group] + [check]
            ]
    return [group for group in groups if len(group) > 1]


def by_document(package: Package) -> list[tuple[dict[str, Any], Counter[str]]]:
    """The documents that have checks, with how many of each verdict."""
    return [
        (document, verdicts(rows))
        for document in package["documents"]
        if (rows := package.group("checks", "document_id", document["document_id"]))
    ]


def by_rule(package: Package) -> list[tuple[dict[str, Any], Counter[str]]]:
    """The rules that have checks, with how many of each verdict."""
    return [
        (rule, verdicts(rows))
        for rule in package["check_rules"]
        if (rows := package.group("checks", "rule", rule["rule_id"]))
    ]


def verdicts(rows: list[dict[str, str]]) -> Counter[str]:
    return Counter(row["verdict"] for row in rows)
