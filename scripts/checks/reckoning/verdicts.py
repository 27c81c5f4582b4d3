"""The verdicts on a check, and how each is said: in a sentence, over a list, and in a count."""

from typing import NamedTuple


class Verdict(NamedTuple):
    verdict_id: str
    said: str
    heading: str
    counted: str


DISCREPANCY, CAVEAT = "discrepancy", "caveat"
ALL = (
    Verdict(DISCREPANCY, "differs", "What does not agree", "not agreeing"),
    Verdict(
        CAVEAT,
        "differs, with a caveat",
        "What differs, and may count different things or days",
        "with a caveat",
    ),
    Verdict("rounding", "rounding", "What rounding explains", "off by rounding"),
    Verdict(
        "may_hold",
        "may hold",
        "What may hold, within the printed limits",
        "that may hold",
    ),
    Verdict("holds", "holds", "What holds", "holding"),
)
