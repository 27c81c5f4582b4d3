"""An example that a validation refuses: each has at least one, and a test shows that it is
refused.
"""

from typing import NamedTuple


class Refusal(NamedTuple):
    """A change of one file of the project in small, from `old` to `new`, and words that the problem
    then says.
    """

    file: str
    old: str
    new: str
    says: str


NORTHBRIDGE = "data/sources/northbridge-foi-1234"
SOUTHMERE = "data/sources/southmere-report-2021-22"
