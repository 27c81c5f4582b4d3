"""The number of a printed cell, where it is a plain one: `1,280`, `£40.00`, `12%`. Never through a
float.
"""

import re
from decimal import Decimal

PLAIN = re.compile(r"[-−]?£?\s?(?P<number>\d{1,3}(?:, ?\d{3})+|\d+)(?P<rest>\.\d+)?\s?%?")


def number_of(printed: str) -> Decimal | None:
    match = PLAIN.fullmatch(printed.strip())
    if not match:
        return None
    value = Decimal(match["number"].replace(",", "").replace(" ", "") + (match["rest"] or ""))
    return -value if printed.strip()[0] in "-−" else value
