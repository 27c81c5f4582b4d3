"""Reads the package as others will: frictionless every table with its keys, the screener every pair in DfE's layout."""

from collections.abc import Iterator

import frictionless

from scripts.model.problems import Problem
from scripts.website.downloads import dfe, screener
from scripts.website.package import CONTRACT, Package


def problems(package: Package) -> list[Problem]:
    return [*package_problems(package), *pair_problems(package)]


def package_problems(package: Package) -> Iterator[Problem]:
    for found in frictionless.validate(str(package.root / CONTRACT)).flatten(
        ["name", "rowNumber", "fieldName", "message"]
    ):
        name, row, column, message = found
        yield Problem(
            CONTRACT,
            " ".join(str(part) for part in (name, row and f"row {row}", column) if part),
            message.rstrip("."),
            "Run `make validate`",
        )


def pair_problems(package: Package) -> Iterator[Problem]:
    for pair in dfe.pairs(package.downloads.package)[0]:
        for failure in screener.screen(pair.data, pair.meta):
            yield Problem(
                f"data/dfe/{pair.name}.csv",
                failure.rule,
                failure.what.rstrip("."),
                "Correct how the pair is made",
            )
