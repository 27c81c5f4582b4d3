"""The register of checks: every claim recomputed, with its verdict; accepted discrepancies that
expire loudly.
"""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.evaluating import evaluate
from scripts.checks.reckoning.interval import ENDLESS, Interval
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import DIFFERS, Outcome
from scripts.checks.reckoning.rule import Rule, yes_or_no
from scripts.model.problems import Problem
from scripts.reading.sources import DESCRIPTOR, Document
from scripts.register import causes, unclaimed_words
from scripts.register.claims import Claim, Index, Row, declared
from scripts.register.related import Related
from scripts.register.unclaimed import NOT_APPLICABLE, found, known, repeated

ACCEPTED = {"discrepancies": "discrepancy", "roundings": "rounding", "caveats": "caveat"}
SHOWN_DECIMALS = 2
ROUNDING = "Rounding: the last printed digit can differ when numbers are rounded before printing."


class Register(NamedTuple):
    """One row per check; the claims and acceptances that are wrong; one row a claim that cannot be
    recomputed; and who takes part in each.
    """

    rows: list[Row]
    problems: list[Problem]
    not_recomputed: list[Row]
    named: dict[str, Named]


def register(
    documents: list[Document], figures: list[Row], answers: list[Row], measures: Related
) -> Register:
    """Every claim of all documents, declared or found, in order of document."""
    index, made = Index(figures + answers), Register([], [], [], {})
    own, twins, own_answers = by_document(figures), repeated(figures), by_document(answers)
    for document in documents:
        claims, wrong = declared(document, index)
        claims += [
            *found(document, own.get(document.id, []), twins, known(claims), measures),
            *unclaimed_words.found(document, own_answers.get(document.id, []), claims),
        ]
        checked, without = recomputed(claims, made.named)
        made.rows.extend(checked)
        made.problems.extend(wrong + accept(document, checked, made.named))
        made.not_recomputed.extend(without)
    return made


def by_document(facts: list[Row]) -> dict[str, list[Row]]:
    own: dict[str, list[Row]] = {}
    for fact in facts:
        own.setdefault(fact["document_id"], []).append(fact)
    return own


def recomputed(claims: list[Claim], named: dict[str, Named]) -> tuple[list[Row], list[Row]]:
    """One row per claim that can be recomputed, and one per claim that cannot. Puts into `named`
    who takes part in each.
    """
    checks, without = [], []
    for claim in claims:
        evaluated = evaluate(RULES[claim.rule], claim.named, claim.codes)
        if evaluated.outcome:
            named[claim.check_id] = evaluated.named
            checks.append(check(claim, evaluated.named, evaluated.outcome))
        elif _is_made(claim):
            named[claim.check_id] = claim.named
            without.append(not_recomputed(claim, evaluated.reason))
    return checks, without


def check(claim: Claim, named: Named, outcome: Outcome) -> Row:
    """The row of a check."""
    verdict, rule = _verdict(outcome, claim), RULES[claim.rule]
    printed, shown = printed_number(rule, named, outcome), outcome.recomputed.exact
    shown = None if shown is None else round_off(shown)
    return {
        "check_id": claim.check_id,
        "document_id": claim.document_id,
        "rule": claim.rule,
        "is_declared": yes_or_no(bool(claim.declared_as)),
        "printed": _plain(printed),
        "printed_low": _end(outcome.printed, "low"),
        "printed_high": _end(outcome.printed, "high"),
        "recomputed": _plain(shown),
        "recomputed_low": _end(outcome.recomputed, "low"),
        "recomputed_high": _end(outcome.recomputed, "high"),
        "difference": _plain(_apart(printed, shown)),
        "tolerance": _plain(outcome.tolerance),
        "verdict": verdict,
        "cause_id": "",
        "class": {"rounding": "rounding", "caveat": rule.caveat_class}.get(verdict, ""),
        "explanation": {"rounding": ROUNDING, "caveat": claim.caveat}.get(verdict, ""),
        "support": "",
        "status": "",
        "note": claim.note,
    }


def printed_number(rule: Rule, named: Named, outcome: Outcome) -> Decimal | None:
    """The one number that is printed, with or without a word such as over before it; None where
    only limits are.
    """
    if outcome.printed.exact is not None:
        return outcome.printed.exact
    held = named.numbers(rule.printed or rule.parts[0].word)
    return held[0].value if held else None


def _apart(printed: Decimal | None, shown: Decimal | None) -> Decimal | None:
    return None if printed is None or shown is None else printed - shown


def _end(interval: Interval, end: str) -> str:
    """One end of what is known, never narrower than it is; empty for an exact number, and where
    there is no end.
    """
    at: Decimal = getattr(interval, end).at
    if interval.exact is not None or abs(at) == ENDLESS:
        return ""
    rounding = ROUND_FLOOR if end == "low" else ROUND_CEILING
    return _plain(round_off(at, rounding))


def not_recomputed(claim: Claim, reason: str) -> Row:
    """The row of a claim of which nothing can be worked out."""
    return {
        "check_id": claim.check_id,
        "document_id": claim.document_id,
        "rule": claim.rule,
        "is_declared": yes_or_no(bool(claim.declared_as)),
        "reason": reason,
    }


def _is_made(claim: Claim) -> bool:
    """Whether the document says it: a claim of a whole row or column says nothing where no
    percentage belongs in the cell.
    """
    stated = claim.named.numbers("percent") if claim.each_row else []
    return not any(number.marker == NOT_APPLICABLE for number in stated)


def _verdict(outcome: Outcome, claim: Claim) -> str:
    if outcome.fit != DIFFERS:
        return outcome.fit
    return "caveat" if claim.caveat else "discrepancy"


def members(check_id: str, named: Named) -> list[Row]:
    """One row per fact that takes part, in the order of the sum; a number that nobody printed
    stands in `number`.
    """
    parts = [(part, fact) for part, facts in named.facts.items() for fact in facts]
    return [
        {
            "check_id": check_id,
            "place": str(place),
            "part": part,
            "figure_id": fact.fact_id if isinstance(fact, Number) else "",
            "answer_id": "" if isinstance(fact, Number) else fact.fact_id,
            "number": str(fact.value) if isinstance(fact, Number) and not fact.fact_id else "",
        }
        for place, (part, fact) in enumerate(parts, start=1)
    ]


def round_off(number: Decimal, rounding: str | None = None) -> Decimal:
    """To two decimals, for showing; verdicts are found before."""
    if int(number.as_tuple().exponent) >= -SHOWN_DECIMALS:
        return number
    return number.quantize(Decimal(1).scaleb(-SHOWN_DECIMALS), rounding)


def _plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    return f"{number.normalize():f}" if number else "0"


def accept(document: Document, rows: list[Row], named: Mapping[str, Named]) -> list[Problem]:
    """Puts the accepted explanation into each difference; tells those not accepted, and acceptances
    that no longer hold.
    """
    by_id, problems = {row["check_id"]: row for row in rows}, []
    for word, verdict in ACCEPTED.items():
        for accepted in document.descriptor.get(word, []):
            row = by_id.get(accepted["check"], {})
            if (row.get("verdict"), row.get("printed"), row.get("recomputed")) == (
                verdict,
                accepted["printed"],
                accepted["recomputed"],
            ):
                row.update(_told(document, accepted))
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
    problems += causes.problems(document)
    return problems + [
        _new(document, row, named[row["check_id"]])
        for row in rows
        if row["verdict"] in ACCEPTED.values() and row["check_id"] not in known
    ]


def _told(document: Document, accepted: Row) -> Row:
    """What the acceptance says of its check: its cause, or a class and an explanation of its
    own.
    """
    if "cause" in accepted:
        return causes.told(document, accepted)
    return {key: accepted[key] for key in ("class", "explanation") if key in accepted}


def _expired(document: Document, word: str, check_id: str, row: Row) -> Problem:
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


def _new(document: Document, row: Row, named: Named) -> Problem:
    """A difference that nobody has looked at yet."""
    word = next(word for word, verdict in ACCEPTED.items() if verdict == row["verdict"])
    who = " ".join(
        f"{part}={fact.fact_id}" for part, facts in named.facts.items() for fact in facts
    )
    what = f"the printed {row['printed']} differs from the recomputed {row['recomputed']} ({who})"
    return Problem(
        f"{document.folder}/{DESCRIPTOR}",
        f"check {row['check_id']}",
        what,
        f"Look at the document again; if it is printed so, accept it in `{word}`",
    )
