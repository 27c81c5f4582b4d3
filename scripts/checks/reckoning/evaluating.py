"""A claim evaluated by its rule: who takes part, and what comes out; or why nothing can be worked
out.
"""

from collections.abc import Mapping
from typing import NamedTuple

from scripts.checks.reckoning.members import TARGET, Named
from scripts.checks.reckoning.outcome import Outcome
from scripts.checks.reckoning.revealing import would_reveal
from scripts.checks.reckoning.rule import Codes, Rule

NUMBER_MISSING, ANSWER_MISSING = "number_missing", "answer_missing"
CANNOT_FAIL, WOULD_REVEAL = "cannot_fail", "would_reveal"
KINDS_DIFFER = "kinds_differ"


class Evaluated(NamedTuple):
    """`named` is who takes part. Where there is no outcome, `reason` says why."""

    named: Named
    outcome: Outcome | None
    reason: str


def evaluate(rule: Rule, named: Named, codes: Mapping[str, Codes]) -> Evaluated:
    if kinds_differ(rule, named):
        return Evaluated(named, None, KINDS_DIFFER)
    if any(number.known.says_nothing for number in named.every_number()):
        return Evaluated(named, None, NUMBER_MISSING)
    chosen = rule.choose(named, codes)
    if chosen is None:
        return Evaluated(named, None, ANSWER_MISSING)
    outcome = rule.reckon(chosen)
    if outcome is None or outcome.recomputed.says_nothing:
        return Evaluated(chosen, None, CANNOT_FAIL)
    if would_reveal(chosen, rule.reckon):
        return Evaluated(chosen, None, WOULD_REVEAL)
    return Evaluated(chosen, outcome, "")


def kinds_differ(rule: Rule, named: Named) -> bool:
    """Whether a target stands beside a number that is none, under a rule that takes them for one
    kind of number.
    """
    targets = {number.kind == TARGET for number in named.every_number() if number.fact_id}
    return len(targets) > 1 and not rule.mixes_kinds
