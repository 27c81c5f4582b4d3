"""The pairs of files in DfE's layout, as DfE's screener would read them: told before any page is
made, with the table that they are of.
"""

from collections.abc import Iterator

from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.offering import dfe_pairs, screener

CURE = (
    "Correct its cells, or the terms of data/vocabulary that it uses: each measure, dimension and "
    "category needs a title of its own"
)


def problems(package: Package) -> Iterator[Problem]:
    for pair in dfe_pairs.pairs(package)[0]:
        for failure in screener.screen(pair.data, pair.meta):
            what = f"cannot be in DfE's layout: {failure.what.rstrip('.')}"
            yield Problem(f"data/sources/{pair.table_id}.csv", failure.rule, what, CURE)
