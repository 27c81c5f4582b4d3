"""Where one other number would make several checks hold that differ: found by trying, for each count that two or more of them share.

It does not say what happened: only that no second number would have to change.
"""

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from scripts.checks.rules import RULES
from scripts.reading.melting import address_of
from scripts.register.claims import literal

REACH = 200  # how far from the printed number is tried
SEVERAL = 2


def rows(checks: list[dict], facts: list[dict]) -> list[dict]:
    """One row a figure and what it would have to be: (figure_id, document_id, value, checks). Whole numbers only."""
    by_id, own = {address_of(fact): fact for fact in facts}, defaultdict(list)
    for check in checks:
        for figure_id in dict.fromkeys(address for _, address in taken_apart(check["figures"])):
            own[figure_id].append(check)
    return [
        row for figure_id, found in own.items() for row in of_figure(by_id[figure_id], found, by_id)
    ]


def of_figure(figure: dict, checks: list[dict], facts: Mapping[str, dict]) -> Iterator[dict]:
    """The numbers that would make the most of its checks hold, at least two, and none differ that holds."""
    differing, holding = (
        [check for check in checks if check["verdict"] == verdict]
        for verdict in ("discrepancy", "holds")
    )
    if figure["unit"] != "count" or len(differing) < SEVERAL:
        return
    mended = {}
    trials = {check["check_id"]: Trial(check, figure, facts) for check in differing + holding}
    for value in near(figure):
        check_ids = [
            check["check_id"] for check in differing if trials[check["check_id"]].holds(value)
        ]
        if len(check_ids) >= SEVERAL and all(
            trials[check["check_id"]].holds(value) for check in holding
        ):
            mended[value] = check_ids
    most = max(map(len, mended.values()), default=0)
    for value, check_ids in mended.items():
        if len(check_ids) == most:
            yield {
                "figure_id": figure["figure_id"],
                "document_id": figure["document_id"],
                "value": value,
                "checks": " ".join(check_ids),
            }


def near(figure: dict) -> list[str]:
    printed = int(Decimal(figure["value"]))
    return [
        str(value)
        for value in range(max(0, printed - REACH), printed + REACH + 1)
        if value != printed
    ]


class Trial:
    """A check in which one figure may be given another value: its other facts are looked up once."""

    def __init__(self, check: dict, figure: dict, facts: Mapping[str, dict]):
        self.rule, self.changed = check["rule"], dict(figure)
        self.named = named(check, ChainMap({figure["figure_id"]: self.changed}, facts))

    def holds(self, value: str) -> bool:
        self.changed["value"] = value
        return _holds(self.rule, self.named)


def holds(check: dict, facts: Mapping[str, dict]) -> bool:
    """Whether a check holds with these facts."""
    return _holds(check["rule"], named(check, facts))


def _holds(rule: str, parts: dict[str, list[dict]]) -> bool:
    """Whether a rule holds of these parts. What could not be divided does not hold."""
    try:
        outcome = RULES[rule](parts)
    except ArithmeticError:
        return False
    return outcome is None or abs(outcome.printed - outcome.recomputed) <= outcome.tolerance


def named(check: dict, facts: Mapping[str, dict]) -> dict[str, list[dict]]:
    """The facts of a check by the word of the claim that names them."""
    found = defaultdict(list)
    for word, address in taken_apart(f"{check['figures']} {check['answers']}"):
        found[word].append(facts[address])
    for word, number in taken_apart(check["numbers"]):
        found[word].append(literal(int(number)))
    return found


def taken_apart(named: str) -> list[tuple[str, str]]:
    """`whole=a parts=b` taken apart."""
    return [(word, address) for word, _, address in (part.partition("=") for part in named.split())]
