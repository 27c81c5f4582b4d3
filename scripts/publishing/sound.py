"""Reads the package as others will: frictionless every table with its keys, the screener every pair
in DfE's layout.
"""

from collections.abc import Iterator

from scripts.formats import dfe
from scripts.model import validity
from scripts.model.contract import CONTRACT
from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.offering import screener


def problems(package: Package) -> list[Problem]:
    return [*package_problems(package), *pair_problems(package)]


def package_problems(package: Package) -> Iterator[Problem]:
    for file, error in validity.errors(package.root / CONTRACT):
        yield Problem(file or CONTRACT, "package", error.message.rstrip("."), "Run `make validate`")


def pair_problems(package: Package) -> Iterator[Problem]:
    for pair in dfe.pairs(package)[0]:
        for failure in screener.screen(pair.data, pair.meta):
            yield Problem(
                f"data/dfe/{pair.name}.csv",
                failure.rule,
                failure.what.rstrip("."),
                "Correct how the pair is made",
            )
