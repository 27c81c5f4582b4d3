"""The register of checks: every claim recomputed, with its verdict; accepted discrepancies that expire loudly."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from scripts.checks.rules import RULES, Outcome
from scripts.model.problems import Problem
from scripts.reading.sources import DESCRIPTOR, Document, several
from scripts.register.claims import OF_PERIODS, ROW, Claim, Index, declared
from scripts.register.unclaimed import NOT_APPLICABLE, found, known, repeated

ACCEPTED = {"discrepancies": "discrepancy", "roundings": "rounding", "caveats": "caveat"}
SHOWN_DECIMALS = 2
MAY_BE_EMPTY = {"rows", "part"}  # nothing that counts is a count of 0
UNREADABLE = "unreadable"
NUMBER_MISSING, ANSWER_MISSING, CANNOT_FAIL = "number_missing", "answer_missing", "cannot_fail"
SMALL_COUNTS = {"1", "2", "3", "4"}
ROUNDING = "Rounding: the last printed digit can differ when numbers are rounded before printing."


class Register(NamedTuple):
    """One row a check; the claims and acceptances that are wrong; and one row a claim that cannot be recomputed."""

    rows: list[dict]
    problems: list[Problem]
    not_recomputed: list[dict]


def register(documents: list[Document], figures: list[dict], answers: list[dict]) -> Register:
    """Every claim of all documents, declared or found, in order of document."""
    index, made = Index(figures + answers), Register([], [], [])
    own, twins = by_document(figures), repeated(figures)
    for document in documents:
        claims, wrong = declared(document, index)
        claims += found(document, own.get(document.id, []), twins, known(claims))
        checked = recomputed(claims)
        made.rows.extend(checked)
        made.problems.extend(wrong + accept(document, checked))
        done = {row["check_id"] for row in checked}
        made.not_recomputed.extend(
            not_recomputed(claim)
            for claim in claims
            if claim.check_id not in done and _is_made(claim)
        )
    return made


def by_document(figures: list[dict]) -> dict[str, list[dict]]:
    own: dict[str, list[dict]] = {}
    for figure in figures:
        own.setdefault(figure["document_id"], []).append(figure)
    return own


def recomputed(claims: list[Claim]) -> list[dict]:
    """The rows of the claims that can be recomputed."""
    return [row for claim in claims if (row := check(claim))]


def check(claim: Claim) -> dict | None:
    """The row of a check. None where something of it is missing, or where the rule could not fail."""
    named = _counted(claim)
    outcome = None if _missing(named) else RULES[claim.rule](named)
    if outcome is None:
        return None
    verdict, shown = _verdict(outcome, claim), round_off(outcome.recomputed)
    return {
        "check_id": claim.check_id,
        "document_id": claim.document_id,
        "rule": claim.rule,
        "figures": _named(named, "figure_id"),
        "answers": _named(named, "answer_id"),
        "numbers": _named(named, "literal"),
        "printed": _plain(outcome.printed),
        "recomputed": _plain(shown),
        "difference": _plain(outcome.printed - shown),
        "tolerance": _plain(outcome.tolerance),
        "verdict": verdict,
        "class": {
            "rounding": "rounding",
            "caveat": "different_date" if claim.rule in OF_PERIODS else "different_base",
        }.get(verdict, ""),
        "explanation": {"rounding": ROUNDING, "caveat": claim.words.get("caveat", "")}.get(
            verdict, ""
        ),
        "support": "",
        "status": "",
        "note": claim.words.get("note", ""),
    }


def not_recomputed(claim: Claim) -> dict:
    """The row of a claim of which `check` makes nothing, with the reason."""
    return {
        "check_id": claim.check_id,
        "document_id": claim.document_id,
        "rule": claim.rule,
        "figures": _named(claim.named, "figure_id"),
        "answers": _named(claim.named, "answer_id"),
        "reason": _missing(_counted(claim)) or CANNOT_FAIL,
    }


def _is_made(claim: Claim) -> bool:
    """Whether the document says it: a claim of a whole row or column says nothing where no percentage belongs in the cell."""
    stated = claim.named["percent"] if ROW in claim.words.get("percent", "") else []
    return not any(fact["value_marker"] == NOT_APPLICABLE for fact in stated)


def _missing(named: dict[str, list[dict]]) -> str:
    """What a claim would need: a number that is withheld or cannot be read, or answers to count. Empty where all is there."""
    figures = [fact for facts in named.values() for fact in facts if "figure_id" in fact]
    if any(not figure["value"] for figure in figures):
        return NUMBER_MISSING
    return (
        ""
        if all(facts or word in MAY_BE_EMPTY for word, facts in named.items())
        else ANSWER_MISSING
    )


def _named(named: dict[str, list[dict]], key: str) -> str:
    """What takes part in a check, each with its part: `whole=address parts=address parts=address`."""
    return " ".join(
        f"{word}={fact[key]}" for word, facts in named.items() for fact in facts if key in fact
    )


def _counted(claim: Claim) -> dict[str, list[dict]]:
    """The named facts; of rows only those with the answers that the claim counts, for a share those of its part and of its whole."""
    rows, others = (
        claim.named.get("rows", []),
        {word: facts for word, facts in claim.named.items() if word != "rows"},
    )
    if claim.rule == "share_of_rows":
        rows = _once_a_day(rows, claim.words["answer"]) if "per" in claim.words else rows
        readable = [] if any(fact.get("answer") == UNREADABLE for fact in rows) else rows
        return others | {
            "part": _with(readable, claim.words["answer"]),
            "whole": _with(readable, claim.words["of"]),
        }
    return claim.named | (
        {"rows": _with(rows, claim.words["answer"])} if "answer" in claim.words else {}
    )


def _once_a_day(rows: list[dict], wanted: str | list[str]) -> list[dict]:
    """One answer a day: one that counts if there is any, else one that cannot be read, since it might count."""
    days: dict[str, list[dict]] = {}
    for fact in rows:
        days.setdefault(fact["period_start"], []).append(fact)
    return [
        min(
            found,
            key=lambda fact: (fact["answer"] not in several(wanted), fact["answer"] != UNREADABLE),
        )
        for found in days.values()
    ]


def _with(rows: list[dict], wanted: str | list[str]) -> list[dict]:
    """The rows with one of the wanted answers."""
    return [fact for fact in rows if fact.get("answer") in several(wanted)]


def _verdict(outcome: Outcome, claim: Claim) -> str:
    off = abs(outcome.printed - outcome.recomputed)
    if off <= outcome.tolerance:
        return "holds"
    if off <= outcome.loose:
        return "rounding"
    return "caveat" if claim.words.get("caveat") else "discrepancy"


def round_off(number: Decimal) -> Decimal:
    """To two decimals, for showing; verdicts are found before."""
    return (
        number if number.as_tuple().exponent >= -SHOWN_DECIMALS else round(number, SHOWN_DECIMALS)
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


def accept(document: Document, rows: list[dict]) -> list[Problem]:
    """Puts the accepted explanation into each difference; tells those not accepted, and acceptances that no longer hold."""
    by_id, problems = {row["check_id"]: row for row in rows}, []
    for word, verdict in ACCEPTED.items():
        for accepted in document.descriptor.get(word, []):
            row = by_id.get(accepted["check"], {})
            if (row.get("verdict"), row.get("printed"), row.get("recomputed")) == (
                verdict,
                accepted["printed"],
                accepted["recomputed"],
            ):
                row.update(
                    {
                        key: accepted[key]
                        for key in ("class", "explanation", "support", "status")
                        if key in accepted
                    }
                )
            else:
                problems.append(_expired(document, word, accepted["check"], row))
    known = [
        accepted["check"] for word in ACCEPTED for accepted in document.descriptor.get(word, [])
    ]
    problems += [
        Problem(
            f"{document.folder}/{DESCRIPTOR}",
            f"check {check_id}",
            "is accepted twice",
            "Keep one of them",
        )
        for check_id in sorted(set(known))
        if known.count(check_id) > 1
    ]
    return problems + [
        _new(document, row)
        for row in rows
        if row["verdict"] in ACCEPTED.values() and row["check_id"] not in known
    ]


def _expired(document: Document, word: str, check_id: str, row: dict) -> Problem:
    now = (
        f"{row['verdict']}, printed {row['printed']}, recomputed {row['recomputed']}"
        if row
        else "no such check"
    )
    return Problem(
        f"{document.folder}/{DESCRIPTOR}",
        f"{word}: {check_id}",
        f"no longer holds as accepted (now: {now})",
        "Correct or remove the acceptance",
    )


def _new(document: Document, row: dict) -> Problem:
    """A difference that nobody has looked at yet."""
    word = next(word for word, verdict in ACCEPTED.items() if verdict == row["verdict"])
    what = f"the printed {row['printed']} differs from the recomputed {row['recomputed']} ({row['figures'] or row['answers']})"
    return Problem(
        f"{document.folder}/{DESCRIPTOR}",
        f"check {row['check_id']}",
        what,
        f"Look at the document again; if it is printed so, accept it in `{word}`",
    )


def flag_figures(figures: list[dict], checks: list[dict]) -> None:
    """Adds the flags that follow from the numbers: in a discrepancy, printed more than once, small count."""
    broken = _members(row for row in checks if row["verdict"] == "discrepancy")
    twice = _members(row for row in checks if (row["rule"], row["verdict"]) == ("same", "holds"))
    for figure in figures:
        follows = {
            "in_discrepancy": figure["figure_id"] in broken,
            "printed_twice": figure["figure_id"] in twice,
            "small_count": figure["unit"] == "count" and figure["value"] in SMALL_COUNTS,
        }
        flags = figure["quality_flags"].split() + [flag for flag, holds in follows.items() if holds]
        figure["quality_flags"] = " ".join(dict.fromkeys(flags))


def _members(checks: Iterable[dict]) -> set[str]:
    return {part.partition("=")[2] for row in checks for part in row["figures"].split()}
